import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpeningsView, OwnReadinessPartView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { bare } from '../arrange-release.js';
import { answerDisclosure, openDisclosure, readinessOf } from '../arrange-readiness.js';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

type Call = readonly ['get' | 'post', string, CallOptions];
const on = '2025-01-06';
const ofTeam = (coupleId: string): readonly Call[] => {
  const at = readinessOf(coupleId);
  const findings = [{ condition: 'life_event', present: true }];
  return [
    ['get', at, {}],
    ['get', `${at}/words/RP`, {}],
    ['post', `${at}/assessments`, { body: { side: 'RP', on, findings } }],
    ['post', `${at}/records`, { body: { kind: 'risk_screen', side: 'RP', on } }],
    ['post', `${at}/items/R8`, { body: { status: 'met' }, version: 0 }],
    ['post', `${at}/releases`, { body: { side: 'RP', scopes: ['status'], validUntil: '2025-02-01' } }],
  ];
};
const ofOffice = (coupleId: string): readonly Call[] => [
  ['get', `${readinessOf(coupleId)}/office-items`, {}],
  ['post', `${readinessOf(coupleId)}/office-items/S2`, { body: { status: 'met' }, version: 0 }],
];
const ofPerson = (releaseId: string): readonly Call[] => [
  ['get', 'readiness', {}],
  ['post', 'readiness/consent', { body: { answer: 'yes', textVersion: 'disclosure/1' } }],
  ['post', 'readiness/consent/withdrawal', {}],
  ['post', 'readiness/items/R12', { body: { met: true }, version: 0 }],
  ['post', 'readiness/grounding', { body: { skill: 'breath', recoveryNoted: true } }],
  [
    ...(['post', `readiness/releases/${releaseId}/signature`] as const),
    { body: { textVersion: 'information_release/1' }, version: 1 },
  ],
  ['post', `readiness/releases/${releaseId}/revocation`, {}],
];

describe('the walls of readiness', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let releaseId: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    await openDisclosure(ours);
    const at = readinessOf(ours.coupleId);
    const release = { side: 'RP', scopes: ['status'], validUntil: '2025-02-01' };
    releaseId = String((await ours.mina.call('post', `${at}/releases`, { body: release })).body.id);
    const findings = [{ condition: 'life_event', present: true }];
    const note = { side: 'RP', on, findings, note: 'cnry-mina-finding' };
    await ours.mina.call('post', `${at}/assessments`, { body: note });
    await ours.mina.call('post', `${at}/items/R8`, {
      body: { status: 'met', evidence: 'cnry-mina' },
      version: 0,
    });
  });
  afterAll(async () => app.close());

  async function staff(role: StaffRole, clinicId = ours.clinicId): Promise<TestClient> {
    return signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, 'Somebody'), role);
  }
  const statuses = async (client: TestClient, calls: readonly Call[]): Promise<number[]> => {
    const answers = [];
    for (const [method, path, options] of calls)
      answers.push((await client.call(method, path, options)).status);
    return answers;
  };
  const all = (status: number, calls: readonly Call[]): number[] => calls.map(() => status);

  it.each([
    ['a therapist outside the team', async () => staff('therapist')],
    ["another clinic's therapist", async () => staff('therapist', await arrangeClinic(app, 'South Quay'))],
  ])('look to %s as if there were no such couple', async (_, who) => {
    const client = await who();
    const calls = [...ofTeam(ours.coupleId), ...ofOffice(ours.coupleId)];
    expect(await statuses(client, calls)).toEqual(all(404, calls));
    expect((await client.call('get', 'readiness/cosigns')).body.requests).toEqual([]);
  });

  it('let the therapist of the other side see how items stand, and write nothing across', async () => {
    const calls = ofTeam(ours.coupleId);
    expect(await statuses(ours.jo, calls)).toEqual([200, ...all(404, calls.slice(1))]);
    const seen = (await ours.jo.call('get', readinessOf(ours.coupleId))).text;
    expect(seen).not.toMatch(/cnry|Mina Castellan","coSigner/);
    const { sides } = JSON.parse(seen) as { sides: readonly { side: string }[] };
    expect(sides.map(({ side }) => side)).toEqual(['BP']);
    expect(await statuses(ours.dana, calls)).toEqual([200, ...all(404, calls.slice(1))]);
  });

  it('keep an admin to the two items of the office, and a supervisor outside', async () => {
    const calls = ofTeam(ours.coupleId);
    for (const role of ['clinic_admin', 'owner'] as const) {
      const admin = await staff(role);
      expect(await statuses(admin, calls)).toEqual(all(404, calls));
      expect((await admin.call('get', `${readinessOf(ours.coupleId)}/office-items`)).status).toBe(200);
      expect((await admin.call('get', 'readiness/cosigns')).status).toBe(404);
    }
    const supervisor = await staff('supervisor');
    expect(await statuses(supervisor, calls)).toEqual(all(404, calls));
  });

  it('refuse a person at the door of staff, staff at the door of people, and nobody at both', async () => {
    const inside = [...ofTeam(ours.coupleId), ...ofOffice(ours.coupleId)];
    expect(await statuses(app.client('clinic'), inside)).toEqual(all(401, inside));
    const own = ofPerson(releaseId);
    expect(await statuses(app.client('home'), own)).toEqual(all(401, own));
    for (const [method, path, options] of own)
      expect((await ours.mina.raw(method, `/api/home/${path}`, options)).status).not.toBe(200);
  });

  it('show a person their own part alone: nothing of the other one, of findings, or of marks', async () => {
    const iris = await ours.iris.call('get', 'readiness');
    expect((iris.body as OwnReadinessPartView).releases).toEqual([]);
    const rowan = await ours.rowan.call('get', 'readiness');
    expect((rowan.body as OwnReadinessPartView).releases.map(({ id }) => id)).toEqual([releaseId]);
    for (const { text } of [iris, rowan]) expect(text).not.toMatch(/cnry|life_event|R8/);
    for (const end of ['signature', 'revocation']) {
      const tried = await ours.iris.call('post', `readiness/releases/${releaseId}/${end}`, {
        body: { textVersion: 'information_release/1' },
        version: 1,
      });
      expect(tried.status).toBe(404);
    }
    expect((await ours.iris.call('post', `readiness/releases/${releaseId}/revocation`)).status).toBe(404);
    expect((await ours.iris.call('post', 'readiness/releases/not-an-id/revocation')).status).toBe(404);
  });

  it('C-3 give the partner the same bytes while findings, screens and marks of the other side come and go', async () => {
    const partner = async (): Promise<string> => bare(await ours.iris.call('get', 'readiness'));
    const before = await partner();
    const at = readinessOf(ours.coupleId);
    const findings = [{ condition: 'separation_decided', present: true }];
    await ours.mina.call('post', `${at}/assessments`, { body: { side: 'RP', on, findings } });
    await ours.mina.call('post', `${at}/records`, { body: { kind: 'risk_screen', side: 'RP', on } });
    await ours.mina.call('post', `${at}/items/R8`, { body: { status: 'not_met' }, version: 1 });
    await ours.rowan.call('post', 'readiness/items/R12', { body: { met: true }, version: 0 });
    await answerDisclosure(ours.rowan, 'not_now');
    expect(await partner()).toBe(before);
  });

  it('L-1 tell people who read words about them', async () => {
    await ours.mina.call('get', `${readinessOf(ours.coupleId)}/words/RP`);
    const openings = (await ours.rowan.call('get', 'record/openings')).body as OpeningsView;
    expect(JSON.stringify(openings)).toContain('"kind":"readiness"');
    expect(JSON.stringify((await ours.iris.call('get', 'record/openings')).body)).not.toContain('readiness');
  });

  it('hold in the database: nobody writes in the name of another, or across a side', async () => {
    const work = app.app.get(UnitOfWork);
    const as = async (id: string, role: ActorRole, sql: string, values: readonly unknown[]) =>
      work.run(async () => work.change(sql, values), { clinicId: asClinicId(ours.clinicId), id, role });
    const [{ id: processId }] = (await app.db.sql('SELECT id FROM disclosure_process WHERE couple_id = $1', [
      ours.coupleId,
    ])) as [{ id: string }];
    const yes = `INSERT INTO disclosure_consent VALUES ($1, gen_random_uuid(), $2, $3, $4, 'BP', 9, 'yes', 'x',
      repeat('0', 64), now(), NULL)`;
    const values = [ours.clinicId, processId, ours.coupleId, ours.irisId];
    for (const [id, role] of [
      [ours.joId, 'therapist'],
      [ours.rowanId, 'client'],
      [ours.minaId, 'owner'],
    ] as const)
      await expect(as(id, role, yes, values)).rejects.toThrow('row-level security');
    const markOf = `INSERT INTO readiness_mark (clinic_id, id, process_id, couple_id, side, item, version, status, marked_by,
        marked_role, marked_at, key_owner_id)
      VALUES ($1, gen_random_uuid(), $2, $3, 'BP', 'B3', 1, 'met', $4, $5, now(), $4)`;
    const mark = async (id: string, role: ActorRole, by = id, said: string = role) =>
      as(id, role, markOf, [ours.clinicId, processId, ours.coupleId, by, said]);
    await expect(mark(ours.minaId, 'therapist')).rejects.toThrow('row-level security');
    await expect(mark(ours.joId, 'therapist', ours.danaId)).rejects.toThrow('row-level security');
    await expect(mark(ours.irisId, 'client')).rejects.toThrow(/row-level security|violates check/);
    expect(await as(ours.minaId, 'therapist', 'UPDATE readiness_mark SET co_refused_at = now()', [])).toBe(0);
    expect(await as(ours.joId, 'therapist', 'UPDATE information_release SET signed_at = now()', [])).toBe(0);
    for (const table of ['disclosure_consent', 'readiness_record', 'readiness_mark', 'information_release'])
      await expect(as(ours.minaId, 'therapist', `DELETE FROM ${table}`, [])).rejects.toThrow(
        'permission denied',
      );
  });

  it('cross for a decision only, and only for those who have to do with the couple', async () => {
    const work = app.app.get(UnitOfWork);
    const facts = async (id: string, role: ActorRole, clinicId = ours.clinicId): Promise<unknown> => {
      const [row] = await work.run(
        async () => work.rows<{ facts: unknown }>('SELECT app.readiness_facts($1) AS facts', [ours.coupleId]),
        { clinicId: asClinicId(clinicId), id, role },
      );
      return row?.facts ?? null;
    };
    expect(JSON.stringify(await facts(ours.joId, 'therapist'))).not.toContain('sealed');
    const stranger = await arrangeStaff(app, ours.clinicId, 'therapist', 'Stranger');
    expect(await facts(stranger, 'therapist')).toBeNull();
    const other = await arrangeCase(app);
    expect(await facts(other.rowanId, 'client', other.clinicId)).toBeNull();
    await work.run(
      async () => work.rows('SELECT app.revoke_disclosure_consents($1, now())', [ours.coupleId]),
      {
        ...{ clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' },
      },
    );
  });
});
