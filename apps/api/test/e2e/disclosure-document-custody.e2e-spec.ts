import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId, type DisclosureState } from '@trellis/domain';
import { DisclosureDocumentReading } from '../../src/disclosure-document/disclosure-document-reading.service.js';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { withContext } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import {
  arrangePreparing,
  documentOf,
  ownDocument,
  putAt,
  startSession,
  writeWhole,
} from '../arrange-document.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const mark = 'cnry-kept-document';
const minute = 60_000;

describe('the keeping of the disclosure document', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    ours = await arrangePreparing(app);
    await writeWhole(ours.rowan, mark);
  });

  const custody = async (by: TestClient) => by.call('get', `${documentOf(ours.coupleId)}/custody`);
  const sign = async (by: TestClient) => by.call('post', `${documentOf(ours.coupleId)}/custody/signature`);
  const lookUp = async (hold: boolean) => {
    const { body } = await custody(ours.mina);
    const at = `${documentOf(ours.coupleId)}/custody/hold`;
    return ours.mina.call('put', at, { body: { hold }, version: Number(body.version) });
  };
  const read = (id: string, role: ActorRole, reader: 'BP' | 'T_BP', at: Date) => {
    const actor = { clinicId: asClinicId(ours.clinicId), id, role };
    const scope = { ...actor, coupleId: ours.coupleId, timeZone: 'America/Chicago' };
    const context = { correlationId: ours.clinicId, surface: 'home', actor } as const;
    return withContext(context, () =>
      app.app
        .get(UnitOfWork)
        .run(async () => app.app.get(DisclosureDocumentReading).openForReading(scope, reader, at)),
    );
  };

  it('opens for the session’s reading while it runs, never longer than it was planned, and leaves a record', async () => {
    const states: DisclosureState[] = ['PREPARING', 'READY', 'DAY_OF_CHECK', 'AFTERCARE_ACUTE', 'ON_HOLD'];
    await startSession(app, ours, firstMonday);
    const during = new Date(firstMonday.getTime() + 30 * minute);
    for (const state of states) {
      await putAt(app, ours.coupleId, state);
      await expect(read(ours.irisId, 'client', 'BP', during)).rejects.toThrow('not_found');
    }
    await putAt(app, ours.coupleId, 'IN_SESSION');
    const opened = await read(ours.irisId, 'client', 'BP', during);
    expect([opened.number, opened.sections.length, opened.sections[2]?.text]).toEqual([
      2,
      9,
      `${mark} second c`,
    ]);
    expect(opened.until).toEqual(new Date(firstMonday.getTime() + 180 * minute));
    await expect(read(ours.irisId, 'client', 'BP', opened.until)).rejects.toThrow('not_found');
    // The words are nobody else's, whatever a caller says of the reader.
    await expect(read(ours.danaId, 'therapist', 'T_BP', during)).rejects.toThrow('not_found');
    const rows = await app.db.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_event WHERE action = 'disclosure_document.read' AND actor_id = $1 AND person_id = $2",
      [ours.irisId, ours.rowanId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('lets the partner’s therapist read later when the own therapist agrees, for as long as a review', async () => {
    const mayAsk = async (): Promise<unknown[]> => [
      (await custody(ours.mina)).body.mayAskLater as unknown,
      (await custody(ours.jo)).body.mayAskLater as unknown,
    ];
    expect(await mayAsk()).toEqual([false, undefined]);
    await startSession(app, ours, firstMonday);
    await putAt(app, ours.coupleId, 'AFTERCARE');
    const asked = `${documentOf(ours.coupleId)}/later-readings`;
    expect(await mayAsk()).toEqual([false, true]);
    expect((await ours.jo.call('post', asked)).status).toBe(201);
    expect(await mayAsk()).toEqual([false, false]);
    expect((await ours.jo.call('post', asked)).body.code).toBe('disclosure_document_refused');
    const reading = `${documentOf(ours.coupleId)}/reading`;
    expect((await ours.jo.call('get', reading)).status).toBe(404);
    const { laterReading } = (await ours.mina.call('get', documentOf(ours.coupleId))).body as {
      laterReading: { id: string };
    };
    expect((await ours.jo.call('post', `${asked}/${laterReading.id}/agreement`)).status).toBe(404);
    expect((await ours.mina.call('post', `${asked}/${laterReading.id}/agreement`)).status).toBe(200);
    expect((await ours.jo.call('get', reading)).text).toContain(mark);
    expect(await mayAsk()).toEqual([false, true]);
    travel(app, new Date(firstMonday.getTime() + 16 * 24 * 60 * minute));
    expect((await ours.jo.call('get', reading)).status).toBe(404);
    travel(app, firstMonday);
  });

  it('is destroyed by the word of both therapists and nothing less, and leaves a certificate without content', async () => {
    expect((await sign(ours.mina)).body.facts).toEqual({ missing: ['process_running', 'legal_hold'] });
    expect((await custody(ours.jo)).status).toBe(404);
    await putAt(app, ours.coupleId, 'COMPLETED');
    expect((await sign(ours.jo)).body.facts).toEqual({ missing: ['legal_hold'] });
    expect((await lookUp(true)).body.hold).toBe(true);
    expect((await sign(ours.mina)).body.facts).toEqual({ missing: ['legal_hold'] });
    await lookUp(false);
    expect((await sign(ours.mina)).body.missing).toEqual(['T_BP_signature']);
    expect((await sign(ours.mina)).body.missing).toEqual(['T_BP_signature']);
    expect((await ours.rowan.call('get', 'disclosure-document')).text).toContain(mark);
    const kept = await app.db.sql<{ id: string; sealed: Buffer; whole: string }>(
      'SELECT id, sealed, to_json(s)::text AS whole FROM disclosure_version_section s WHERE document_id = (SELECT id FROM disclosure_document WHERE couple_id = $1)',
      [ours.coupleId],
    );
    const [version] = await app.db.sql<{ whole: string }>(
      'SELECT to_json(v)::text AS whole FROM disclosure_version v WHERE number = 2 AND document_id = (SELECT id FROM disclosure_document WHERE couple_id = $1)',
      [ours.coupleId],
    );
    const gone = await sign(ours.jo);
    expect(gone.body).toMatchObject({ missing: [], versions: 2, destroyedAt: firstMonday.toISOString() });
    expect(gone.body.signatures).toEqual([
      { side: 'RP', name: 'Mina Castellan', at: firstMonday.toISOString() },
      { side: 'BP', name: 'Jo Whitlock', at: firstMonday.toISOString() },
    ]);
    const after = await ownDocument(ours.rowan);
    expect([after.stage, after.destroyedAt]).toEqual(['destroyed', firstMonday.toISOString()]);
    expect(after.sections.map(({ text }) => text).join('')).toBe('');
    for (const [by, path] of [
      [ours.mina, '/versions/2'],
      [ours.jo, '/reading'],
    ] as const)
      expect((await by.call('get', `${documentOf(ours.coupleId)}${path}`)).status).toBe(404);
    // A row that comes back from an old copy opens no more: its key is gone.
    await app.db.sql('INSERT INTO disclosure_version SELECT * FROM json_populate_record(NULL::disclosure_version, $1)', [version?.whole]); // prettier-ignore
    for (const { whole } of kept.filter((row) => row.whole.includes(JSON.parse(version?.whole ?? '{}').id as string)))
      await app.db.sql('INSERT INTO disclosure_version_section SELECT * FROM json_populate_record(NULL::disclosure_version_section, $1)', [whole]); // prettier-ignore
    await app.db.sql('UPDATE disclosure_document SET destroyed_at = NULL WHERE couple_id = $1', [
      ours.coupleId,
    ]);
    const restored = await ours.mina.call('get', `${documentOf(ours.coupleId)}/versions/2`);
    expect([restored.status, restored.body.code]).toEqual([404, 'not_found']);
    const keys = await app.db.sql<{ gone: boolean }>(
      "SELECT wrapped IS NULL AS gone FROM data_key WHERE kind = 'document' AND owner_id = (SELECT id FROM disclosure_document WHERE couple_id = $1)",
      [ours.coupleId],
    );
    expect(keys).toEqual([{ gone: true }]);
  });

  it('is destroyed once where both sign at the same moment', async () => {
    await putAt(app, ours.coupleId, 'STOPPED');
    await lookUp(false);
    await Promise.all([sign(ours.mina), sign(ours.jo)]);
    const done = await sign(ours.mina);
    expect([done.status, done.body.destroyedAt]).toEqual([200, firstMonday.toISOString()]);
    const acts = await app.db.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_event WHERE action = 'disclosure_document.destroy' AND clinic_id = $1",
      [ours.clinicId],
    );
    expect(acts).toEqual([{ n: 1 }]);
  });
});
