import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { asClinicId, disclosureStates } from '@trellis/domain';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeCase, firstMonday, type ArrangedCase } from '../arrange-case.js';
import {
  arrangePreparing,
  documentOf,
  openReview,
  putAt,
  startSession,
  writeWhole,
} from '../arrange-document.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

type Call = readonly ['get' | 'post' | 'put', string, CallOptions];
const mark = 'cnry-walled-document';
const comment = { start: 0, length: 3, text: 'x' };
const legal = { exposurePossible: false, minorOrCrime: false };
const reading: Call = ['get', '/reading', {}];

/** Every route of the author's own therapist; of both therapists; and of the author. */
const guiding: readonly Call[] = [
  ['get', '', {}],
  ['get', '/versions/2', {}],
  ['get', '/inventory', {}],
  ['put', '/legal', { body: legal, version: 1 }],
  ['post', '/comments', { body: { ...comment, id: randomUUID(), number: 2, section: 'a' } }],
  ['put', `/comments/${randomUUID()}`, { body: comment, version: 1 }],
  ['post', `/comments/${randomUUID()}/removal`, { version: 1 }],
  ['post', '/decisions', { body: { section: 'a', number: 2, decision: 'approved' }, version: 1 }],
  ['post', `/later-readings/${randomUUID()}/agreement`, {}],
  ['put', '/custody/hold', { body: { hold: false }, version: 1 }],
];
const partners: readonly Call[] = [
  reading,
  ['post', '/gaps', { body: { questionIds: [randomUUID()] }, version: 1 }],
  ['post', '/later-readings', {}],
];
const joint: readonly Call[] = [
  ['get', '/custody', {}],
  ['post', '/custody/signature', {}],
];
const own: readonly Call[] = [
  ['get', '', {}],
  ['get', '/versions/1', {}],
  ['get', '/inventory', {}],
  ['put', '/sections/a', { body: { text: 'x' }, version: 1 }],
  ['put', '/inventory', { body: { entries: [] }, version: 1 }],
  ['put', '/legal', { body: legal, version: 1 }],
  ['post', '/versions', { body: { basedOn: null, sections: [{ section: 'a', version: 1 }] } }],
  ['post', `/comments/${randomUUID()}/settlement`, { version: 1 }],
];

describe('the wall around the disclosure document', () => {
  let app: TestApp;
  /** A couple with a whole document, and one of the same clinic's kind without a disclosure. */
  let ours: ArrangedCase;
  let bare: ArrangedCase;
  const statements = jest.spyOn(PostgresQueryRunner.prototype, 'query');

  beforeAll(async () => {
    app = await testApp();
    bare = await arrangeCase(app);
    ours = await arrangePreparing(app);
    await writeWhole(ours.rowan, mark);
    await openReview(app, ours, firstMonday, new Date(firstMonday.getTime() + 15 * 24 * 60 * 60_000));
  });
  afterAll(async () => {
    statements.mockRestore();
    await app.close();
  });

  /** An answer without what differs between any two, and how many statements it took. */
  async function masked(client: TestClient, path: string, [method, , options]: Call): Promise<string> {
    const before = statements.mock.calls.length;
    const { status, text, headers, body } = await client.call(method, path, options);
    const took = statements.mock.calls.length - before;
    const rest = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
    return JSON.stringify({ status, rest, took, text: text.replace(String(body.correlationId), '') });
  }

  it('C-3, C-11 is the same to the partner at every state as to a partner without any disclosure', async () => {
    for (const call of own) {
      const path = `disclosure-document${call[1]}`;
      const nothing = await masked(bare.iris, path, call);
      expect(JSON.parse(nothing).status).toBe(404);
      for (const state of disclosureStates) {
        await putAt(app, ours.coupleId, state);
        expect([state, path, await masked(ours.iris, path, call)]).toEqual([state, path, nothing]);
      }
    }
  });

  it('C-7, C-11 is the same to the office, to colleagues outside and to other clinics, and is no door for the two people', async () => {
    const make = async (
      role: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner',
      clinicId = ours.clinicId,
    ) => signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, 'Somebody'), role);
    const outsiders = [
      await make('clinic_admin'),
      await make('owner'),
      await make('supervisor'),
      await make('therapist'),
      await make('therapist', await arrangeClinic(app, 'South Quay')),
    ];
    const glass = await arrangeStaff(app, ours.clinicId, 'therapist', 'Glass');
    await app.db.sql(
      `INSERT INTO break_glass VALUES ($1, gen_random_uuid(), $2, $3, '\\x01', now(), now() + interval '60 minutes', NULL)`,
      [ours.clinicId, glass, ours.coupleId],
    );
    const opener = await signedIn(app, ours.clinicId, glass, 'therapist');
    for (const state of ['PREPARING', 'PARTNER_THERAPIST_REVIEW', 'IN_SESSION', 'COMPLETED'] as const) {
      await putAt(app, ours.coupleId, state);
      for (const call of [...guiding, ...partners, ...joint]) {
        for (const client of outsiders) {
          const unknown = await masked(client, `${documentOf(randomUUID())}${call[1]}`, call);
          expect([403, 404]).toContain(JSON.parse(unknown).status);
          expect(await masked(client, `${documentOf(ours.coupleId)}${call[1]}`, call)).toBe(unknown);
        }
        const glassed = await opener.call(call[0], `${documentOf(ours.coupleId)}${call[1]}`, call[2]);
        expect([call[1], glassed.status, glassed.text.includes(mark)]).toEqual([call[1], 404, false]);
        for (const person of [ours.rowan, ours.iris])
          expect(
            (await person.raw(call[0], `/api/clinic/${documentOf(ours.coupleId)}${call[1]}`, call[2])).status,
          ).toBe(404);
      }
    }
    const nobody = app.client('clinic');
    for (const call of [...guiding, ...partners, ...joint])
      expect((await nobody.call(call[0], `${documentOf(ours.coupleId)}${call[1]}`, call[2])).status).toBe(
        401,
      );
    for (const call of own)
      expect((await app.client('home').call(call[0], `disclosure-document${call[1]}`, call[2])).status).toBe(
        401,
      );
  });

  it('keeps the rounds from the partner’s therapist and the couple therapist, and the review from its guide', async () => {
    for (const state of [
      'PREPARING',
      'PARTNER_THERAPIST_REVIEW',
      'READY',
      'IN_SESSION',
      'AFTERCARE',
    ] as const) {
      await putAt(app, ours.coupleId, state);
      for (const call of guiding) {
        for (const client of [ours.jo, ours.dana]) {
          const { status, text } = await client.call(
            call[0],
            `${documentOf(ours.coupleId)}${call[1]}`,
            call[2],
          );
          expect([state, call[1], status, text.includes(mark)]).toEqual([state, call[1], 404, false]);
        }
      }
      for (const call of partners) {
        for (const client of [ours.mina, ours.dana])
          expect((await client.call(call[0], `${documentOf(ours.coupleId)}${call[1]}`, call[2])).status).toBe(
            404,
          );
      }
      for (const call of joint)
        expect(
          (await ours.dana.call(call[0], `${documentOf(ours.coupleId)}${call[1]}`, call[2])).status,
        ).toBe(404);
    }
  });

  it('opens to the partner’s therapist in the states of the review and in the session, and in no other', async () => {
    const open: string[] = [];
    await startSession(app, ours, firstMonday);
    for (const state of disclosureStates) {
      await putAt(app, ours.coupleId, state);
      const { status, text } = await ours.jo.call('get', `${documentOf(ours.coupleId)}/reading`);
      if (status === 200) open.push(state);
      else expect([state, status, text.includes(mark)]).toEqual([state, 404, false]);
    }
    expect(open).toEqual([
      'PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK', 'IN_SESSION', 'SESSION_PAUSED',
    ]); // prettier-ignore
  });

  /** Rows that somebody finds: documents, drafts, versions, sections, comments, decisions, keys. */
  const seen = (id: string, role: ActorRole): Promise<number[]> => {
    const work = app.app.get(UnitOfWork);
    const count = async (from: string): Promise<number> => (await work.rows(`SELECT 1 FROM ${from}`)).length;
    const from = [
      'disclosure_document',
      'disclosure_section_draft',
      'disclosure_version',
      'disclosure_version_section',
    ];
    return work.run(
      async () => {
        const counts: number[] = [];
        for (const table of [...from, "data_key WHERE kind = 'document'"]) counts.push(await count(table));
        return counts;
      },
      { clinicId: asClinicId(ours.clinicId), id, role },
    );
  };

  it('C-3 holds in the database too, whatever the code asks for', async () => {
    await putAt(app, ours.coupleId, 'PREPARING');
    expect(await seen(ours.rowanId, 'client')).toEqual([1, 9, 2, 18, 1]);
    expect(await seen(ours.minaId, 'therapist')).toEqual([1, 0, 2, 18, 1]);
    const admin = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada');
    const others: [string, ActorRole][] = [
      [ours.irisId, 'client'], [ours.joId, 'therapist'], [ours.danaId, 'therapist'], [admin, 'clinic_admin'],
      [admin, 'owner'], [ours.clinicId, 'system'], [ours.minaId, 'supervisor'], [ours.rowanId, 'therapist'],
    ]; // prettier-ignore
    for (const [id, role] of others) expect([role, await seen(id, role)]).toEqual([role, [0, 0, 0, 0, 0]]);
    await putAt(app, ours.coupleId, 'PARTNER_THERAPIST_REVIEW');
    expect(await seen(ours.joId, 'therapist')).toEqual([1, 0, 1, 9, 1]);
    expect(await seen(ours.irisId, 'client')).toEqual([0, 0, 0, 0, 0]);
    await putAt(app, ours.coupleId, 'IN_SESSION');
    expect(await seen(ours.irisId, 'client')).toEqual([1, 0, 1, 9, 1]);
    await putAt(app, ours.coupleId, 'AFTERCARE_ACUTE');
    expect(await seen(ours.irisId, 'client')).toEqual([0, 0, 0, 0, 0]);
  });

  it('stays with its readers when row-level security is taken away', async () => {
    await putAt(app, ours.coupleId, 'PREPARING');
    const tables = ['disclosure_document', 'disclosure_version', 'disclosure_version_section', 'data_key'];
    for (const table of tables) await app.db.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    const mine = await ours.mina.call('get', `${documentOf(ours.coupleId)}/versions/2`);
    const others: [string, number][] = [];
    for (const client of [ours.jo, ours.dana, bare.mina])
      for (const call of [...guiding.slice(0, 3), reading]) {
        const { status, text } = await client.call(
          call[0],
          `${documentOf(ours.coupleId)}${call[1]}`,
          call[2],
        );
        others.push([text.includes(mark) ? 'words' : '', status]);
      }
    const partner = await ours.iris.call('get', 'disclosure-document');
    for (const table of tables) await app.db.sql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    expect([mine.status, mine.text.includes(mark)]).toEqual([200, true]);
    expect(new Set(others.map(String))).toEqual(new Set([',404']));
    expect(partner.status).toBe(404);
  });
});
