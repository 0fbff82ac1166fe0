import {
  admin,
  both,
  either,
  emergency,
  self,
  sideOf,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// Progress notes: signed ones for whoever cares for the record, the others for their author and the colleague asked.

const supervisor: Rule = ({ role }) => role === 'supervisor';
const staff = either(therapist, supervisor, admin);
const cares = both(therapist, sideOf('side', true));
const writes = both(cares, self('author_id'));
const asked = both(self('cosigner_id'), either(supervisor, cares));
const inState =
  (...states: readonly string[]): Rule =>
  (_, row) =>
    states.includes(String(row['state']));
const signed = inState('signed');
const unsigned: Rule = (...args) => !signed(...args);
const inUse: Rule = (_, row) => row['retired_at'] === null;

export const progressNoteRules: Readonly<Record<string, Rules>> = {
  progress_note_form: { see: staff, add: both(admin, self('made_by'), inUse), change: admin },
  progress_note_setting: { see: staff, add: both(admin, self('set_by')), change: admin },
  progress_note: {
    see: either(
      both(cares, either(signed, self('author_id'))),
      both(asked, (...args) => !inState('draft')(...args)),
      both(signed, emergency()),
    ),
    add: writes,
    change: either(both(writes, unsigned), both(asked, inState('waiting'))),
    remove: both(writes, inState('draft')),
  },
  progress_note_remark: { see: either(writes, asked), add: asked },
  progress_note_amendment: { see: either(cares, emergency()), add: writes },
};
