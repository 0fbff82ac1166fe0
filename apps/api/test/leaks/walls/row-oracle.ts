import type { Facts } from '../facts.js';
import type { Asker, DbRole } from './asker.js';
import { aftercareDispatchRules, aftercareRules, aftercareWorkerRules } from './aftercare-rules.js';
import { appointmentRules } from './appointment-rules.js';
import { disclosureRules, disclosureWorkerRules } from './disclosure-rules.js';
import { disclosureSessionRules } from './disclosure-session-rules.js';
import { documentRules, ownDocumentKey } from './document-rules.js';
import { feedbackRules } from './feedback-rules.js';
import { jointRules, jointWords } from './joint-rules.js';
import { instrumentRules } from './instrument-rules.js';
import { planRules } from './plan-rules.js';
import { libraryRules } from './library-rules.js';
import { letterRules, ownLetterKey } from './letter-rules.js';
import { offTrackRules } from './off-track-rules.js';
import { progressNoteRules } from './progress-note-rules.js';
import { calendarFeedAuthRules, reminderRules, reminderWorkerRules } from './reminder-rules.js';
import { readinessRules } from './readiness-rules.js';
import { trackerRules } from './tracker-rules.js';
import { stageGateRules } from './stage-gate-rules.js';
import {
  admin,
  all,
  both,
  either,
  emergency,
  given,
  givenTask,
  leads,
  manages,
  measured,
  nobody,
  ownCouple,
  notP0,
  ownNoteKey,
  ownSide,
  rates,
  related,
  relatedByCouple,
  self,
  sideOf,
  system,
  team,
  therapist,
  uncared,
  type Row,
  type Rule,
  type Rules,
  type Verb,
} from './row-rules.js';

// Which row each role may see, add, change and remove in whose name, as the decisions say.
const owner: Rule = ({ role }) => role === 'owner';
const client: Rule = ({ role }) => role === 'client';
const notJoint: Rule = (_, row) => row['compartment'] !== 'JOINT';
const notEnded: Rule = (_, row) => row['ended_at'] === null;
const opens = either(therapist, ({ role }) => role === 'supervisor');
const invites = either(manages, system);
const onCall = either(therapist, admin, system);
const ownCover = either(admin, both(therapist, self('staff_id')));
const ownSideOf = sideOf('compartment', false);
/** A release, or one of its recipients: the author, and therapists of the author's side. */
const author = both(client, self('person_id'));
const ofRelease: Rule = (asker, row, facts) => {
  const { author: person_id, authors_side: compartment, authors_couple: couple_id } = row;
  const release = { ...row, person_id, compartment, couple_id };
  return author(asker, release, facts) || ownSideOf(asker, release, facts);
};
const named: Rule = ({ id }, row) =>
  row['live'] === true && (row['person_id'] === id || row['staff_id'] === id);
const byItself: Rule = ({ id }, row) => row['author'] === id;
const asOneself: Rule = ({ id, role }, row) =>
  row['asked_by'] === id &&
  row['asked_by_role'] === role &&
  row['withdrawn_at'] === null &&
  row['erased_at'] === null;
const byAccount: Rule = ({ id, role, who }, row) =>
  row['staff_id'] === id &&
  row['role'] === role &&
  who?.kind === 'staff' &&
  row['account_id'] === who.account;
/** A therapist of the side that the person of the row is on. */
const sideOfPerson: Rule = (asker, row, facts) =>
  sideOf('side', false)(asker, { ...row, side: facts.people.get(String(row['person_id']))?.side }, facts);
/** The member of staff whose id and account stand in these columns. */
const asAccount =
  (id: string, account: string): Rule =>
  (asker, row) =>
    row[id] === asker.id && asker.who?.kind === 'staff' && row[account] === asker.who.account;
const longRemoved: Rule = (_, row) => row['removed_long_ago'] === true;

/** What the API may do under each table's walls. */
const api: Readonly<Record<string, Rules>> = {
  ...disclosureRules,
  ...aftercareRules,
  ...disclosureSessionRules,
  ...appointmentRules,
  ...letterRules,
  ...feedbackRules,
  ...trackerRules,
  ...instrumentRules,
  ...planRules,
  ...libraryRules,
  ...documentRules,
  ...readinessRules,
  ...offTrackRules,
  ...stageGateRules,
  ...jointRules,
  ...progressNoteRules,
  ...reminderRules,
  clinic: { see: all, add: system },
  staff_member: { see: all, add: system, change: manages },
  person: { see: either(related, emergency('id')), add: therapist, change: self('id') },
  couple: {
    see: either(related, emergency('id')),
    add: therapist,
    change: either(admin, both(therapist, team('id'))),
  },
  enrolment: {
    see: either(relatedByCouple, emergency()),
    add: both(therapist, either(team(), uncared)),
    change: self('person_id'),
  },
  care_assignment: {
    see: either(relatedByCouple, emergency()),
    add: either(admin, both(therapist, either(leads, uncared))),
    change: either(admin, leads),
  },
  invitation: { see: either(team(), self('person_id')), add: team(), change: team() },
  consent: {
    see: either(self('person_id'), team(), emergency()),
    add: self('person_id'),
    change: self('person_id'),
  },
  data_key: {
    see: both(ownNoteKey, ownLetterKey, ownDocumentKey),
    add: both(ownNoteKey, ownLetterKey, ownDocumentKey),
  },
  outbox_message: { see: all, add: all },
  audit_event: { add: all },
  idempotency_record: { see: self('actor_id'), add: self('actor_id'), change: self('actor_id') },
  homework_task: {
    see: either(self('person_id'), sideOf('compartment', true), emergency(), givenTask),
    add: sideOf('compartment', true),
    change: either(self('person_id'), sideOf('compartment', true)),
  },
  homework_draft: {
    see: self('person_id'),
    add: self('person_id'),
    change: self('person_id'),
    remove: self('person_id'),
  },
  homework_answer: {
    see: either(self('person_id'), both(ownSideOf, notP0), both(emergency(), notP0, notJoint), given),
    add: both(self('person_id'), either(ownSide, both(ownCouple(), jointWords))),
  },
  predictor_rating: {
    see: either(self('rater_id'), both(either(team(), emergency()), measured)),
    add: both(self('rater_id'), either(team(), ownCouple()), rates),
  },
  predictor_answer: {
    see: either(self('rater_id'), ownSideOf, both(emergency(), notJoint)),
    add: both(self('rater_id'), either(team(), ownCouple())),
  },
  report_export: { see: admin, add: admin, change: admin },
  report_file: { see: admin },
  staff_invitation: { see: invites, add: invites, change: invites },
  break_glass: {
    see: either(self('opened_by'), team(), owner),
    add: both(self('opened_by'), opens),
    change: both(self('opened_by'), notEnded),
  },
  emergency_seen: { see: both(client, self('person_id')), add: both(client, self('person_id')) },
  break_glass_review: { see: owner, add: both(owner, self('reviewed_by')) },
  cover: { see: onCall, add: ownCover, change: ownCover },
  release: { see: either(author, ownSideOf, given), add: author, change: either(author, ownSideOf) },
  release_recipient: { see: either(ofRelease, named), add: byItself },
  couple_reunion: { see: team(), add: both(self('agreed_by'), sideOf('side', false)) },
  psychotherapy_note: {
    see: both(therapist, self('author_id')),
    add: both(self('author_id'), team()),
    change: both(self('author_id'), team()),
  },
  psychotherapy_note_text: { see: both(therapist, self('author_id')), add: both(self('author_id'), team()) },
  erasure_request: {
    see: either(admin, author),
    add: both(either(admin, author), asOneself),
    change: either(admin, author),
  },
  erasure_approval: { see: admin, add: both(admin, byAccount) },
  device_sign: { see: both(therapist, sideOfPerson) },
  staff_way_back: {
    see: admin,
    add: both(admin, asAccount('asked_by', 'asked_account')),
    change: both(admin, asAccount('agreed_by', 'agreed_account')),
  },
};

const notNote: Rule = (_, row) => !['note', 'letter', 'document'].includes(String(row['kind']));
const worker: Readonly<Record<string, Rules>> = {
  ...aftercareWorkerRules,
  ...disclosureWorkerRules,
  ...reminderWorkerRules,
  staff_way_back: { see: system },
  clinic: { see: all },
  staff_member: { see: all },
  person: { see: related },
  couple: { see: related },
  enrolment: { see: relatedByCouple },
  care_assignment: { see: relatedByCouple },
  consent: { see: team() },
  data_key: { see: notNote, add: notNote },
  outbox_message: { see: all, add: all, change: all },
  audit_event: { add: all },
  idempotency_record: { see: system, remove: system },
  homework_task: { see: sideOf('compartment', true) },
  homework_answer: { see: both(sideOf('compartment', false), notP0) },
  predictor_rating: { see: both(team(), measured) },
  report_export: { see: admin, change: admin },
  report_file: { see: admin, add: admin, remove: admin },
  cover: { see: onCall },
  psychotherapy_note: {
    see: both(therapist, self('author_id')),
    remove: both(self('author_id'), longRemoved),
  },
  psychotherapy_note_text: {
    see: both(therapist, self('author_id')),
    remove: both(self('author_id'), longRemoved),
  },
};

const active: Rule = (_, row) => row['deactivated_at'] === null;
const unsealed: Rule = (_, row) => row['seq'] === null;
const everything: Rules = { see: all, add: all, change: all, remove: all };

/** Before anybody is signed in, and for the record of acts: these see every clinic and few tables. */
const auth: Readonly<Record<string, Rules>> = {
  clinic: { see: all },
  staff_member: { see: active },
  staff_account: { see: all, add: all, change: all },
  client_account: everything,
  client_passkey: everything,
  device_pin: everything,
  device_sign: { see: all, add: all, remove: all },
  device_link: { see: all, add: all, remove: all },
  staff_way_back: { see: all, change: all },
  passkey_challenge: everything,
  staff_passkey: everything,
  rate_limit: everything,
  schema_migration: { see: all },
  session: everything,
  invitation: { see: all, change: all },
  staff_invitation: { see: all, change: all },
  outbox_message: { add: all },
  audit_event: { add: all },
  ...calendarFeedAuthRules,
};
const audit: Readonly<Record<string, Rules>> = {
  audit_event: { see: all, change: unsealed },
  audit_head: { see: all, add: all, change: all },
  upkeep: { see: all, change: all },
};

const dispatch: Readonly<Record<string, Rules>> = {
  outbox_message: { see: all, change: all },
  ...aftercareDispatchRules,
};

/** Roles that stand inside one clinic at a time. */
export const insideClinics: ReadonlySet<DbRole> = new Set<DbRole>(['trellis_api', 'trellis_worker']);

/** What a database role may do with the rows of a table; the owner everything, so that backfills see what they mend. */
export function rulesFor(role: DbRole, table: string): Rules {
  if (role === 'trellis_owner') return everything;
  const tables = {
    trellis_api: api,
    trellis_worker: worker,
    trellis_auth: auth,
    trellis_audit: audit,
    trellis_dispatch: dispatch,
  }[role];
  return tables[table] ?? {};
}

/** Tables that the oracle knows of. */
export const knownTables: ReadonlySet<string> = new Set(
  [api, worker, auth, audit].flatMap((tables) => Object.keys(tables)).concat('setup_token'),
);

/** Whether the asker may do that with the row. */
export function mayRow(
  role: DbRole,
  asker: Asker,
  verb: Verb,
  table: string,
  row: Row,
  facts: Facts,
): boolean {
  if (insideClinics.has(role) && row['clinic_id'] !== asker.clinicId) return false;
  return (rulesFor(role, table)[verb] ?? nobody)(asker, row, facts);
}
