import { both, either, ownCouple, team, therapist, type Rule, type Rules } from './row-rules.js';

/** Words of a half that both read once it is open. */
export const jointWords: Rule = (_, row) => row['compartment'] === 'JOINT' && row['privacy'] === 'P4';

/** A joint exercise is of both people and of every therapist of the couple; its halves are walled by themselves. */
export const jointRules: Readonly<Record<string, Rules>> = {
  joint_work: { see: either(both(therapist, team()), ownCouple()), change: both(therapist, team()) },
};
