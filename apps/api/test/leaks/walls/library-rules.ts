import { admin, both, either, therapist, type Rule, type Rules } from './row-rules.js';

const owner: Rule = ({ role }) => role === 'owner';
const supervisor: Rule = ({ role }) => role === 'supervisor';
const client: Rule = ({ role }) => role === 'client';
const staff = either(therapist, supervisor, admin);
const keeps = either(therapist, owner);
const draft: Rule = (_, row) => row['state'] === 'draft';
const published: Rule = (_, row) => row['state'] === 'published';
const by =
  (column: string): Rule =>
  ({ id }, row) =>
    row[column] === id;

/** A clinic's own exercises and packs: staff see them all, people what was published; therapists and the owner write drafts. */
export const libraryRules: Readonly<Record<string, Rules>> = {
  exercise_template: { see: staff, add: both(keeps, by('created_by')), change: keeps },
  exercise_version: {
    see: either(staff, both(client, published)),
    add: both(keeps, by('saved_by'), draft),
    change: both(keeps, draft),
  },
  pack: { see: staff, add: both(keeps, by('created_by')), change: keeps },
  pack_version: { see: staff, add: both(keeps, by('saved_by')) },
};
