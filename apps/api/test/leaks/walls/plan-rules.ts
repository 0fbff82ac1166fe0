import { both, either, self, sideOf, therapist, type Rule, type Rules } from './row-rules.js';

// What was agreed with a person, and when they rest, as the decisions say.

const client: Rule = ({ role }) => role === 'client';
const treats = both(therapist, sideOf('compartment', true));

export const planRules: Readonly<Record<string, Rules>> = {
  homework_plan: { see: treats, add: treats, change: treats },
  homework_rest: { see: either(treats, both(client, self('person_id'))), add: treats, change: treats },
};
