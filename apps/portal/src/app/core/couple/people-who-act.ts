import type { CareTeamEntryView, CoupleView } from '@trellis/contracts';
import { type ActorRole, actorRoles } from '@trellis/domain';

const THERAPIST_SIDE = { T_RP: 'RP', T_BP: 'BP', T_C: 'JOINT' } as const;

/** Words for actors who have no name on this couple; keys below `disclosure.actors`. */
export type ActorWord = (role: ActorRole) => string;

/** Names of those who can act, each once, by their roles; a role that nobody holds yet gets its word. */
export function whoCanAct(
  roles: readonly string[],
  couple: CoupleView | null,
  word: ActorWord,
): readonly string[] {
  const known = actorRoles.filter((role) => roles.includes(role));
  return [...new Set(known.flatMap((role) => namesOf(role, couple, word)))];
}

function namesOf(role: ActorRole, couple: CoupleView | null, word: ActorWord): readonly string[] {
  const names = couple === null ? [] : held(role, couple);
  return names.length > 0 ? names : [word(role)];
}

function held(role: ActorRole, couple: CoupleView): readonly string[] {
  if (role === 'RP' || role === 'BP')
    return couple.people.filter(({ side }) => side === role).map(({ name }) => name);
  if (role === 'LEAD') return team(couple, ({ lead }) => lead);
  if (role === 'T_RP' || role === 'T_BP' || role === 'T_C')
    return team(couple, ({ side }) => side === THERAPIST_SIDE[role]);
  return [];
}

function team(couple: CoupleView, of: (entry: CareTeamEntryView) => boolean): readonly string[] {
  return couple.careTeam.filter(of).map(({ name }) => name);
}
