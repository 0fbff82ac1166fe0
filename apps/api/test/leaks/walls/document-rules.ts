import { both, either, self, sideOf, therapist, type Row, type Rule, type Rules } from './row-rules.js';

// The disclosure document: its author, the author's therapist, and the partner's side in its time.

const review = ['PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'];
const session = ['IN_SESSION', 'SESSION_PAUSED'];
const after = [
  ...['AFTERCARE_ACUTE', 'AFTERCARE', 'IMPACT_PREP', 'IMPACT_DELIVERED', 'RESTITUTION_PREP'],
  ...['RESTITUTION_DELIVERED', 'COMPLETED'],
];
const ended = ['DECLINED', 'STOPPED', 'WAIVED'];

const documentOf = (row: Row): Row => (row['document'] ?? {}) as Row;
const stateOf = (row: Row): string => String(documentOf(row)['state']);
const isIn =
  (...states: readonly (readonly string[])[]): Rule =>
  (_, row) =>
    states.flat().includes(stateOf(row));
const has =
  (column: string, value: unknown): Rule =>
  (_, row) =>
    row[column] === value;
const ofDocument =
  (column: string, value: unknown): Rule =>
  (_, row) =>
    documentOf(row)[column] === value;
const treats =
  (side: 'RP' | 'BP'): Rule =>
  (asker, row, facts) =>
    sideOf('side', false)(asker, { couple_id: documentOf(row)['couple_id'], side }, facts);
const person =
  (side: 'RP' | 'BP'): Rule =>
  ({ who }, row) =>
    who?.kind === 'person' && who.side === side && who.coupleId === documentOf(row)['couple_id'];

const author: Rule = ({ id, role }, row) => role === 'client' && documentOf(row)['person_id'] === id;
const guides = both(therapist, treats('RP'));
const known = both(therapist, treats('BP'), isIn(review, session, after, ended));
const reads = both(
  ofDocument('destroyed_at', null),
  ofDocument('separated', false),
  either(
    both(either(both(therapist, treats('BP')), person('BP')), isIn(session)),
    both(
      therapist,
      treats('BP'),
      either(both(isIn(review), ofDocument('reviewed', true)), both(isIn(after), ofDocument('later', true))),
    ),
  ),
);
const newest: Rule = (_, row) => row['number'] === documentOf(row)['latest_version'];
const notDestroyed = ofDocument('destroyed_at', null);
const writers = either(author, guides);

export const documentRules: Readonly<Record<string, Rules>> = {
  disclosure_document: {
    see: either(writers, known, reads),
    add: either(both(author, person('RP')), guides),
    change: both(writers, notDestroyed),
  },
  disclosure_inventory: { see: writers, add: author, change: author },
  disclosure_section_draft: { see: author, add: author, change: author },
  disclosure_version: { see: either(writers, both(reads, newest)), add: author },
  disclosure_version_section: { see: either(writers, both(reads, newest)), add: author },
  disclosure_comment: {
    see: writers,
    add: both(guides, self('author_id')),
    change: either(author, both(guides, self('author_id'))),
    remove: both(guides, self('author_id')),
  },
  disclosure_section_decision: { see: writers, add: both(guides, self('decided_by')) },
  disclosure_gap: { see: either(guides, known), add: both(therapist, reads, self('raised_by')) },
  disclosure_reading: {
    see: either(guides, known),
    add: both(known, self('asked_by'), has('kind', 'later'), has('agreed_by', null)),
    // The change that is tried agrees in one's own name.
    change: both(guides, has('kind', 'later')),
  },
  disclosure_destruction_signature: {
    see: either(guides, known),
    add: both(self('signed_by'), either(both(has('side', 'RP'), guides), both(has('side', 'BP'), known))),
  },
};

/** Keys of documents: for the author, their therapist, and the partner's side in its time. */
export const ownDocumentKey: Rule = (asker, row, facts) =>
  row['kind'] !== 'document' || either(writers, reads)(asker, row, facts);

const whole = `to_jsonb(d) || jsonb_build_object('state', p.state, 'separated', c.status = 'separated',
  'reviewed', EXISTS (SELECT FROM disclosure_reading r WHERE r.document_id = d.id AND r.kind = 'review' AND r.opened_at IS NOT NULL),
  'later', EXISTS (SELECT FROM disclosure_reading r WHERE r.document_id = d.id AND r.kind = 'later' AND r.opened_at IS NOT NULL))`;
const of = (
  key: string,
): string => `|| jsonb_build_object('document', (SELECT ${whole} FROM disclosure_document d
  JOIN disclosure_process p ON p.id = d.process_id JOIN couple c ON c.id = d.couple_id WHERE d.id = t.${key}))`;

/** Facts about these rows that stand in other tables. */
export const documentFactsOf: Readonly<Record<string, string>> = {
  disclosure_document: of('id'),
  ...Object.fromEntries(
    Object.keys(documentRules)
      .filter((table) => table !== 'disclosure_document')
      .map((table) => [table, of('document_id')]),
  ),
  disclosure_version_section: `${of('document_id')} || jsonb_build_object('number',
    (SELECT v.number FROM disclosure_version v WHERE v.id = t.version_id))`,
  data_key: of('owner_id'),
};
