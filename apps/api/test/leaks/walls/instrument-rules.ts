import { admin, both, either, ownSide, self, sideOf, therapist, type Rule, type Rules } from './row-rules.js';

// Instruments: forms and lines are the clinic's; a sheet is the person's and their own therapists', a draft the person's.

const client: Rule = ({ role }) => role === 'client';
const supervisor: Rule = ({ role }) => role === 'supervisor';
const staff = either(therapist, supervisor, admin);
const keeps = either(therapist, admin);
const inUse: Rule = (_, row) => row['retired_at'] === null;
const open: Rule = (_, row) => row['answered_at'] === null;
/** On the phone: given there, and not taken back. */
const onPhone: Rule = (_, row) => row['place'] === 'own_account' && row['withdrawn_at'] === null;
/** The person themselves, on the side that the row is of; `ownSide` knows compartments. */
const own: Rule = (asker, row, facts) =>
  client(asker, row, facts) &&
  asker.id === row['person_id'] &&
  ownSide(asker, { ...row, compartment: row['side'] }, facts);
const treats = both(therapist, sideOf('side', false));
const author = both(client, self('person_id'));

export const instrumentRules: Readonly<Record<string, Rules>> = {
  instrument_form: {
    see: either(staff, client),
    add: both(keeps, self('attested_by'), inUse),
    change: keeps,
  },
  instrument_threshold: { see: staff, add: both(keeps, self('set_by')), change: keeps },
  measure_sheet: {
    see: either(both(own, onPhone), treats),
    add: both(treats, self('given_by')),
    change: either(both(own, onPhone, open), both(treats, open)),
  },
  measure_draft: { see: author, add: author, change: author, remove: author },
};
