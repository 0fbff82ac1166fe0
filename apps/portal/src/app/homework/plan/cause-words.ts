import type { LockCauseView } from '@trellis/contracts';
import type { CurrentCouple } from '../../core/couple/current-couple';
import type { Words } from '../../core/i18n/words';

/** What closes an exercise and who can act, as one sentence each. */
export function causeSentences(
  words: Words,
  couple: CurrentCouple,
  causes: readonly LockCauseView[],
): readonly string[] {
  return causes.map(({ reason, side }) => {
    const team = side === 'JOINT' ? everybody(couple) : couple.therapists(side);
    const name = side === 'JOINT' ? '' : (couple.person(side)?.name ?? '');
    const sentence = words.say(`plans.causes.${reason}${name === '' ? '' : '_of'}`, { name });
    return team.length === 0
      ? sentence
      : `${sentence} ${words.say('plans.causes.who', { names: words.list(team) })}`;
  });
}

function everybody(couple: CurrentCouple): readonly string[] {
  return [...new Set((couple.view()?.careTeam ?? []).map(({ name }) => name))];
}
