import {
  both,
  either,
  ownCouple,
  self,
  sideOf,
  system,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

/** Words of a half that both read once it is open. */
export const jointWords: Rule = (_, row) => row['compartment'] === 'JOINT' && row['privacy'] === 'P4';

const own = both(({ role }) => role === 'client', self('person_id'));
const ofCouple = both(({ role }) => role === 'client', ownCouple());

/** A joint exercise is of both people and of every therapist of the couple; its halves are walled by themselves. */
export const jointRules: Readonly<Record<string, Rules>> = {
  joint_work: { see: either(both(therapist, team()), ownCouple()), change: both(therapist, team()) },
  information_agreement: {
    see: either(both(therapist, team()), ownCouple(), system),
    add: both(therapist, team(), self('signed_by')),
    change: either(both(therapist, team()), ownCouple()),
  },
  step_opening: {
    see: either(both(therapist, team()), ownCouple()),
    add: both(therapist, team(), self('opened_by')),
  },
  map_approval: {
    see: both(therapist, sideOf('side', false)),
    add: both(therapist, sideOf('side', false), self('approved_by')),
    change: both(therapist, sideOf('side', false), self('approved_by')),
  },
  map_row_taken: { see: own, add: own },
  // When two people practise is theirs alone.
  joint_turns: { see: ofCouple, add: ofCouple, change: ofCouple },
};
