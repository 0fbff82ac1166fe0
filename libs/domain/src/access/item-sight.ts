import type { AccessReason } from './access-reasons.js';
import { activeSides, viewerOf, type ClientActor, type StaffActor } from './access-actor.js';
import type { ItemResource } from './access-resource.js';
import { canSee, type Artefact, type Sight } from './can-see.js';
import { hasStrictWalls } from './secrets-policy.js';

/** How much of an item is in sight, and by which relation. */
export type SightOf = Readonly<{ sight: Sight; why: AccessReason }>;

const nothing: SightOf = { sight: 'nothing', why: 'no_relation' };

/** Sharing is possible only in a couple that is known to be together (ACCESS-14). */
export function isFrozen({ coupleState }: Pick<ItemResource, 'coupleState'>): boolean {
  return coupleState !== 'active';
}

/** Tagged, or never looked at: it stays from the partner (ACCESS-16). */
export function isKeptForSafety({ safetyTags }: Pick<ItemResource, 'safetyTags'>): boolean {
  return safetyTags === null || safetyTags.length > 0;
}

/** What an item shows to the actor: `canSee`, narrowed by separation, policy, safety and session (ACCESS-10). */
export function itemSight(actor: StaffActor | ClientActor, item: ItemResource, now: Date): SightOf {
  return actor.kind === 'client' ? clientSees(actor, item, now) : staffSees(actor, item, now);
}

function clientSees(actor: ClientActor, item: ItemResource, now: Date): SightOf {
  const { artefact, shownIn, inSession } = item;
  if (actor.coupleId !== artefact.coupleId) return nothing;
  if (artefact.ownerId === actor.personId) return { sight: 'words', why: 'author' };
  if (isFrozen(item)) return { sight: 'nothing', why: 'frozen' };
  if (isKeptForSafety(item)) return { sight: 'nothing', why: 'safety_exception' };
  if (actor.signedInWith !== 'factor') return { sight: 'nothing', why: 'step_up_needed' };
  if (shownIn !== 'any_time' && !inSession) return nothing;
  if (shownIn === 'delivery' && artefact.privacy !== 'P0') return { sight: 'words', why: 'in_session' };
  const sight = canSee(viewerOf(actor, artefact.coupleId, now), artefact);
  if (sight === 'nothing') return nothing;
  return { sight, why: artefact.privacy === 'P4' ? 'revealed' : 'live_release' };
}

function staffSees(actor: StaffActor, item: ItemResource, now: Date): SightOf {
  const { artefact } = item;
  const viewer = viewerOf(actor, artefact.coupleId, now);
  const without = canSee(viewer, { ...artefact, release: null });
  if (without === 'words') return { sight: 'words', why: whyStaff(actor, artefact, now) };
  if (hearsLetter(actor, item, now)) return { sight: 'words', why: 'in_session' };
  const released = canSee(viewer, artefact) === 'words';
  if (released && !isFrozen(item) && mayCross(item)) return { sight: 'words', why: 'live_release' };
  return { sight: without, why: without === 'nothing' ? 'no_relation' : 'care_team' };
}

function whyStaff(actor: StaffActor, artefact: Artefact, now: Date): AccessReason {
  if (artefact.ownerId === actor.staffId) return 'author';
  if (artefact.compartment !== 'JOINT' && isOwnSide(actor, artefact, now)) return 'own_side';
  const revealed = artefact.compartment === 'JOINT' && artefact.revealed;
  return revealed && activeSides(actor, artefact.coupleId, now).length > 0 ? 'revealed' : 'co_sign';
}

/** Both therapists sit in the session in which a letter is read aloud (ACCESS-13). */
function hearsLetter(actor: StaffActor, item: ItemResource, now: Date): boolean {
  const { shownIn, inSession, artefact } = item;
  if (shownIn !== 'delivery' || !inSession || isFrozen(item) || artefact.privacy === 'P0') return false;
  return activeSides(actor, artefact.coupleId, now).some((side) => side !== 'JOINT');
}

/** Behind strict walls the author's release of information must be signed too (ACCESS-15). */
function mayCross({ policy, informationRelease }: ItemResource): boolean {
  return !hasStrictWalls(policy) || informationRelease === true;
}

/** A therapist who is assigned now on the side of the item. */
export function isOwnSide(
  actor: StaffActor | ClientActor,
  artefact: Pick<Artefact, 'coupleId' | 'compartment'>,
  now: Date,
): boolean {
  return activeSides(actor, artefact.coupleId, now).includes(artefact.compartment);
}
