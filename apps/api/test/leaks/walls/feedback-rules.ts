import { both, self, sideOf, therapist, type Rule, type Rules } from './row-rules.js';

// Words of a therapist to the author of an exercise, as the decisions say.

const own = both(({ role }) => role === 'client', self('person_id'));
const treats = both(therapist, sideOf('compartment', true));
const unread: Rule = (_, row) => row['read_at'] === null;

export const feedbackRules: Readonly<Record<string, Rules>> = {
  homework_feedback: {
    see: (asker, row, facts) => own(asker, row, facts) || treats(asker, row, facts),
    add: both(treats, self('author_id'), unread),
    change: own,
  },
};
