import { randomUUID } from 'node:crypto';
import type { DocumentHandedInView, DocumentReviewView, OwnDocumentView } from '@trellis/contracts';
import { documentSectionIds, type DisclosureState, type DocumentSectionId } from '@trellis/domain';
import { arrangeCase, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** Where the document of a couple is, below `/api/clinic/`. */
export const documentOf = (coupleId: string): string => `disclosure-documents/${coupleId}`;

/** A case whose disclosure was opened and stands at preparing. */
export async function arrangePreparing(app: TestApp): Promise<ArrangedCase> {
  const ours = await arrangeCase(app);
  const opened = await ours.mina.call('post', `disclosure/${ours.coupleId}`);
  if (opened.status !== 201) throw new Error(`no disclosure was opened: ${opened.text}`);
  await putAt(app, ours.coupleId, 'PREPARING');
  return ours;
}

/** Puts the process straight at a state, as though every step before it had been taken. */
export async function putAt({ db }: TestApp, coupleId: string, state: DisclosureState): Promise<void> {
  await db.sql('UPDATE disclosure_process SET state = $2, closed_at = $3 WHERE couple_id = $1', [
    ...[coupleId, state, ['DECLINED', 'STOPPED', 'WAIVED', 'COMPLETED'].includes(state) ? new Date() : null],
  ]);
}

/** Puts a `go` on record, as of this moment. */
export async function startSession(
  { db }: TestApp,
  { clinicId, coupleId, minaId }: ArrangedCase,
  at: Date,
): Promise<void> {
  await db.sql(
    `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
        actor_id, actor_role, at, acting_role, table_row, met_guards, zone)
      SELECT $1, $2, p.id, p.couple_id, 'go', 'DAY_OF_CHECK', 'IN_SESSION', '{}', $4, 'therapist', $5, 'LEAD', 14, '{}',
        'America/Chicago' FROM disclosure_process p WHERE p.couple_id = $3`,
    [clinicId, randomUUID(), coupleId, minaId, at],
  );
}

export async function ownDocument(person: TestClient): Promise<OwnDocumentView> {
  return (await person.call('get', 'disclosure-document')).body as OwnDocumentView;
}

export async function reviewOf(by: TestClient, coupleId: string): Promise<DocumentReviewView> {
  return (await by.call('get', documentOf(coupleId))).body as DocumentReviewView;
}

/** Answers the legal question with a plain no, which opens every section. */
export async function answerNo(person: TestClient): Promise<void> {
  const { version } = await ownDocument(person);
  const body = { exposurePossible: false, minorOrCrime: false };
  const answer = await person.call('put', 'disclosure-document/legal', { body, version });
  if (answer.status !== 200) throw new Error(`the legal question was not answered: ${answer.text}`);
}

/** Saves one section over whatever stands there. */
export async function write(person: TestClient, section: DocumentSectionId, text: string): Promise<void> {
  const { sections } = await ownDocument(person);
  const version = sections.find((one) => one.section === section)?.version ?? 0;
  const path = `disclosure-document/sections/${section}`;
  const answer = await person.call('put', path, { body: { text }, version });
  if (answer.status !== 200) throw new Error(`a section was not saved: ${answer.text}`);
}

/** Hands in everything that is saved. */
export async function handIn(person: TestClient): Promise<DocumentHandedInView> {
  const { sections, versions } = await ownDocument(person);
  const body = {
    basedOn: versions.at(-1)?.number ?? null,
    sections: sections
      .filter(({ version }) => version > 0)
      .map(({ section, version }) => ({ section, version })),
  };
  const answer = await person.call('post', 'disclosure-document/versions', { body });
  if (answer.status !== 201) throw new Error(`no version was handed in: ${answer.text}`);
  return answer.body as DocumentHandedInView;
}

/** A whole document of two rounds, `mark` in every section of both. */
export async function writeWhole(person: TestClient, mark: string): Promise<number> {
  await answerNo(person);
  for (const section of documentSectionIds) await write(person, section, `${mark} first ${section}`);
  await handIn(person);
  for (const section of documentSectionIds) await write(person, section, `${mark} second ${section}`);
  return (await handIn(person)).number;
}

/** The own therapist approves every section of the newest version. */
export async function approveAll(by: TestClient, coupleId: string): Promise<void> {
  for (const section of documentSectionIds) {
    const { processVersion, rounds } = await reviewOf(by, coupleId);
    const body = { section, number: rounds, decision: 'approved' };
    const answer = await by.call('post', `${documentOf(coupleId)}/decisions`, {
      body,
      version: processVersion,
    });
    if (answer.status !== 200) throw new Error(`a section was not approved: ${answer.text}`);
  }
}

/** Opens the time of the review for the partner's therapist, as the release does. */
export async function openReview(
  { db }: TestApp,
  ours: ArrangedCase,
  from: Date,
  until: Date,
): Promise<void> {
  await db.sql(
    `INSERT INTO disclosure_reading (clinic_id, id, document_id, kind, asked_by, asked_at, agreed_by, opened_at, until)
      SELECT d.clinic_id, gen_random_uuid(), d.id, 'review', $2, $3, $2, $3, $4 FROM disclosure_document d
        WHERE d.couple_id = $1`,
    [ours.coupleId, ours.minaId, from, until],
  );
}

/** Opens a disclosure and leaves words in every place of its document: section, version, inventory and comment. */
export async function keepDocument(
  app: TestApp,
  { rowan, mina, coupleId }: ArrangedCase,
  words: { readonly document: string; readonly inventory: string; readonly comment: string },
): Promise<void> {
  await mina.call('post', `disclosure/${coupleId}`);
  await putAt(app, coupleId, 'PREPARING');
  await answerNo(rowan);
  await write(rowan, 'c', words.document);
  const entry = {
    ...{ period: words.inventory, behaviour: '', medium: '', frequency: '', timeCost: '', moneyCost: '' },
    ...{ secrecy: '', realPersons: false, healthRisk: false, knownByPartner: 'no', source: 'memory' },
  };
  await rowan.call('put', 'disclosure-document/inventory', { body: { entries: [entry] }, version: 0 });
  await handIn(rowan);
  const comment = { id: randomUUID(), number: 1, section: 'c', start: 0, length: 4, text: words.comment };
  const kept = await mina.call('post', `${documentOf(coupleId)}/comments`, { body: comment });
  if (kept.status !== 201) throw new Error(`no comment was kept: ${kept.text}`);
}
