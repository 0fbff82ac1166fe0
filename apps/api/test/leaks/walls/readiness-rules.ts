import {
  admin,
  both,
  either,
  emergency,
  self,
  sideOf,
  team,
  therapist,
  type Rule,
  type Rules,
} from './row-rules.js';

// Readiness: a person's own answers, what was found in them, and marks. Facts cross sides in one function only.

const client: Rule = ({ role }) => role === 'client';
const clinician: Rule = ({ role }) => role === 'therapist' || role === 'supervisor';
const onOwnSide: Rule = ({ who }, row) =>
  who?.kind === 'person' && who.side === row['side'] && who.coupleId === row['couple_id'];
/** The person themself, in their own couple, on their own side. */
const own = both(client, self('person_id'), onOwnSide);
const ofSide = sideOf('side', false);
const ofSideOrJoint = sideOf('side', true);
const standing: Rule = (_, row) => row['revoked_at'] === null;
const unsigned: Rule = (_, row) => row['signed_at'] === null;
const itemIn =
  (...items: readonly string[]): Rule =>
  (_, row) =>
    items.includes(String(row['item']));
const personsItem = both(client, onOwnSide, itemIn('R1', 'R12', 'B1', 'B5', 'B6', 'B7', 'B8', 'B11'));
const officeItem = both(admin, itemIn('S2', 'S3'));
const asked = both(clinician, self('cosigner_asked'));
const open: Rule = (_, row) => row['co_signed_at'] === null && row['co_refused_at'] === null;
const inRole: Rule = ({ role, id }, row) => row['marked_role'] === role && row['marked_by'] === id;

/** What the API may do with rows of readiness; the worker has no right to any of them. */
export const readinessRules: Readonly<Record<string, Rules>> = {
  disclosure_consent: { see: either(own, ofSide, emergency()), add: both(own, standing), change: own },
  readiness_record: {
    see: either(ofSideOrJoint, emergency()),
    add: both(therapist, ofSideOrJoint, self('recorded_by')),
  },
  grounding_entry: { see: either(own, ofSide, emergency()), add: own },
  information_release: {
    see: either(own, team(), emergency()),
    add: both(therapist, ofSide, self('asked_by'), unsigned, standing),
    change: both(own, standing),
  },
  readiness_mark: {
    see: either(ofSideOrJoint, personsItem, officeItem, asked, emergency()),
    add: both(either(both(therapist, ofSideOrJoint, open), personsItem, officeItem), inRole),
    change: both(asked, open),
  },
};
