import { both, either, ownSide, sideOf, therapist, type Rule, type Rules } from './row-rules.js';

// Answers about closeness and distance: for their author, and for the therapists of the author's side.

/** The person themselves, on the side that the row is of; `ownSide` knows compartments. */
const author: Rule = (asker, row, facts) =>
  asker.role === 'client' &&
  asker.id === row['person_id'] &&
  ownSide(asker, { ...row, compartment: row['side'] }, facts);

export const trackerRules: Readonly<Record<string, Rules>> = {
  attachment_sheet: {
    see: either(author, both(therapist, sideOf('side', false))),
    add: author,
  },
  // What is counted leaves through one function; the row itself is nobody else's, not even a therapist's.
  counted_act: { see: author, add: author, remove: author },
};
