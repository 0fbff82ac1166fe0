import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseStageGatesView, OwnStageGatesView } from '@trellis/contracts';
import { asClinicId, lockOf, libraryTemplateOf, type LockFacts } from '@trellis/domain';
import { birchTouchLogs } from '@trellis/fixtures';
import { gateSettingValues, touchLogSignals } from '@trellis/domain';
import { LockFactsReader } from '../../src/stage-gates/lock-facts.service.js';
import { TouchPausing } from '../../src/stage-gates/touch-pausing.service.js';
import { as } from '../arrange-aftercare.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { allSign, bothAgree, gateInReach, gateNow, versionOf } from '../arrange-gates.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const calm = {
  say_hard_things: 4,
  stays_kind: 4,
  free_to_say_no: 4,
  rushed: 0,
  believed: 4,
  body_relaxed: 4,
};
const touch = ['C14', 'C15', 'C16'];
const nextWeek = new Date(gateNow.getTime() + 7 * 86_400_000);

/** Couple Birch: stage 3, five weeks after their gate opened. */
describe('the pause of touch exercises', () => {
  let app: TestApp;
  let birch: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    birch = await arrangeCase(app);
    await gateInReach(app, birch, 3);
    await bothAgree(birch, 3);
    await allSign(birch, 3);
    const opened = await birch.mina.call('post', `stage-gates/${birch.coupleId}/gates/3/opening`, {
      version: await versionOf(app, birch),
    });
    expect(opened.status).toBe(200);
    for (const [side, by] of [
      ['RP', birch.mina],
      ['BP', birch.jo],
    ] as const)
      await by.call('post', `readiness/${birch.coupleId}/assessments`, {
        body: {
          ...{ side, on: '2025-06-16' },
          findings: ['violence_or_fear', 'acute_risk_to_self'].map((condition) => ({
            condition,
            present: false,
          })),
        },
      });
  }, 60_000);
  afterAll(async () => app.close());

  const page = async (client: TestClient): Promise<CaseStageGatesView> =>
    (await client.call('get', `stage-gates/${birch.coupleId}`)).body as CaseStageGatesView;
  const own = async (client: TestClient): Promise<OwnStageGatesView> =>
    (await client.call('get', 'stage-gates')).body as OwnStageGatesView;
  const actor = (id: string, role: 'therapist' | 'client') => ({
    clinicId: asClinicId(birch.clinicId),
    id,
    role,
  });
  const facts = (): Promise<LockFacts> =>
    as(app, actor(birch.minaId, 'therapist'), () =>
      app.app
        .get(LockFactsReader, { strict: false })
        .of({ coupleId: birch.coupleId, timeZone: 'America/Chicago' }),
    );
  const locked = async (): Promise<string[]> => {
    const known = await facts();
    return touch.filter((code) => {
      const template = libraryTemplateOf(code);
      return template === null || !lockOf(template, known, 'RP').open;
    });
  };
  const alerts = async (): Promise<unknown[]> =>
    app.db.sql(`SELECT side, kind FROM aftercare_alert WHERE couple_id = $1 ORDER BY raised_at, kind`, [
      birch.coupleId,
    ]);
  const talk = (client: TestClient, side: string): ReturnType<TestClient['call']> =>
    client.call('post', `stage-gates/${birch.coupleId}/facts`, {
      body: { kind: 'pause_talk', side, outcome: 'held', on: '2025-06-16' },
    });
  const lift = (client = birch.mina): ReturnType<TestClient['call']> =>
    client.call('post', `stage-gates/${birch.coupleId}/touch/lifting`);
  const lifted = async (): Promise<void> => {
    await talk(birch.mina, 'RP');
    await talk(birch.jo, 'BP');
    expect((await lift()).status).toBe(200);
    await app.db.sql('DELETE FROM aftercare_alert WHERE couple_id = $1', [birch.coupleId]);
  };

  it('leaves C14 to C16 open while the gate holds and nothing worries', async () => {
    expect(await locked()).toEqual([]);
    expect(await own(birch.rowan)).toMatchObject({ touchPaused: null, mayPauseTouch: true });
  });

  const log = (kind: keyof typeof birchTouchLogs): Promise<void> =>
    as(app, actor(birch.irisId, 'client'), () =>
      app.app
        .get(TouchPausing, { strict: false })
        .signal(
          { clinicId: birch.clinicId, coupleId: birch.coupleId, personId: birch.irisId, side: 'BP' },
          touchLogSignals(birchTouchLogs[kind], 'BP', gateSettingValues()),
          gateNow,
        ),
    );

  it('does not follow a stop that was used and respected', async () => {
    await log('stopRespected');
    expect([await locked(), (await page(birch.jo)).touch]).toEqual([[], null]);
  });

  it('follows a log with pressure at once: SAFE-1 to the own therapist, one sentence to the other', async () => {
    await log('pressed');
    expect(await locked()).toEqual(touch);
    expect(await alerts()).toEqual([{ side: 'BP', kind: 'touch_safety' }]);
    const paused = {
      en: 'Touch exercises are paused for now.',
      es: 'Los ejercicios de contacto están en pausa por ahora.',
    };
    for (const person of [birch.rowan, birch.iris])
      expect(await own(person)).toMatchObject({ touchPaused: paused, mayPauseTouch: false });
    const [his, hers] = [await page(birch.mina), await page(birch.jo)];
    expect(his.touch?.signals).toEqual([]);
    expect(hers.touch?.signals).toEqual([
      { side: 'BP', trigger: 'pressure', tells: 'SAFE-1', at: gateNow.toISOString() },
    ]);
  });

  it('ends after a talk alone with each person, and not before', async () => {
    const missing = async (): Promise<unknown> => (await lift()).body;
    expect(await missing()).toMatchObject({ facts: { missing: ['talk_with_RP', 'talk_with_BP'] } });
    await talk(birch.mina, 'RP');
    expect(await missing()).toMatchObject({ facts: { missing: ['talk_with_BP'] } });
    expect((await talk(birch.mina, 'BP')).status).toBe(404);
    await lifted();
    expect([await locked(), (await lift()).status]).toEqual([[], 409]);
  });

  const slip = { stopCheck: 'no', slipAt: '2025-06-16T04:00:00Z', level: 'slip', partner: 'not_yet' };
  it.each([
    [
      'a slip',
      (): ReturnType<TestClient['call']> => birch.rowan.call('post', 'slips', { body: slip }),
      'slip_logged',
    ],
    [
      'a wish',
      (): ReturnType<TestClient['call']> => birch.rowan.call('post', 'stage-gates/pause'),
      'person_paused',
    ],
  ])('follows %s, which only his own therapist sees', async (_, act, trigger) => {
    expect((await act()).status).toBe(200);
    expect(await locked()).toEqual(touch);
    expect((await page(birch.mina)).touch?.signals.map((one) => one.trigger)).toEqual([trigger]);
    expect((await page(birch.jo)).touch?.signals).toEqual([]);
    expect((await own(birch.iris)).touchPaused?.en).toBe('Touch exercises are paused for now.');
    await lifted();
  });

  it.each([
    [{ ...calm, free_to_say_no: 1 }, ['index_alarm'], 'calm but for one answer'],
    [{ ...calm, say_hard_things: 0, stays_kind: 0, believed: 0, body_relaxed: 1 }, ['index_low'], 'low'],
  ])('follows an index of %j', async (answers, triggers) => {
    await app.db.sql('DELETE FROM safety_index WHERE couple_id = $1 AND week = $2', [
      birch.coupleId,
      '2025-06-16',
    ]);
    const given = await birch.iris.call('post', 'stage-gates/index', { body: { answers } });
    expect(given.body).toMatchObject({ index: { week: '2025-06-16', given: true } });
    expect((await birch.iris.call('post', 'stage-gates/index', { body: { answers } })).status).toBe(409);
    const [hers, his] = [await page(birch.jo), await page(birch.mina)];
    expect(hers.touch?.signals.map((one) => one.trigger)).toEqual(triggers);
    expect([his.touch?.signals, his.index.some(({ side }) => side === 'BP')]).toEqual([[], false]);
    const week = hers.index.find((one) => one.side === 'BP' && one.week === '2025-06-16');
    const read = (by: TestClient): ReturnType<TestClient['call']> =>
      by.call('get', `stage-gates/${birch.coupleId}/index/${week?.id ?? ''}`);
    const shown = (await read(birch.jo)).body as { answers: { item: string; value: number }[] };
    expect(Object.fromEntries(shown.answers.map(({ item, value }) => [item, value]))).toEqual(answers);
    expect((await read(birch.mina)).status).toBe(404);
    expect(await locked()).toEqual(touch);
    await lifted();
  });

  it('is not needed to close what the gate no longer carries', async () => {
    travel(app, nextWeek);
    expect(await locked()).toEqual([]);
    travel(app, new Date('2025-09-15T17:00:00Z'));
    expect(await locked()).toEqual(touch);
    travel(app, gateNow);
  });

  it('and the gates behind it are shut to everybody else, and to what is no answer', async () => {
    const { coupleId, clinicId } = birch;
    const none = '99999999-9999-4999-8999-999999999999';
    const elsewhere = await arrangeClinic(app, 'South Pier Practice');
    const askers: Record<string, TestClient> = { nobody: app.client('clinic'), rowan: birch.rowan };
    for (const [name, clinic, role] of [
      ['elsewhere', elsewhere, 'therapist'],
      ['outside', clinicId, 'therapist'],
      ['supervisor', clinicId, 'supervisor'],
      ['office', clinicId, 'clinic_admin'],
    ] as const)
      askers[name] = await signedIn(app, clinic, await arrangeStaff(app, clinic, role, name), role);
    const page = `stage-gates/${coupleId}`;
    const fact = { kind: 'purpose', side: 'RP', outcome: 'named', on: '2025-06-16' };
    const calls: readonly (readonly ['get' | 'post', string, object?])[] = [
      ['get', page],
      ['get', `${page}/facts/${none}`],
      ['get', `${page}/index/${none}`],
      ['get', `${page}/reasons/${none}`],
      ['post', `${page}/facts`, fact],
      ['post', `${page}/back`, { to: 1, side: 'RP' }],
      ['post', `${page}/gates/2/signature`, { side: 'RP' }],
      ['post', `${page}/gates/2/opening`],
      ['post', `${page}/touch/lifting`],
    ];
    for (const [name, client] of Object.entries(askers))
      for (const [method, path, body] of calls) {
        if (name === 'office' && path === page) continue;
        const { status } = await client.call(method, path, { version: 1, ...(body ? { body } : {}) });
        expect({ name, path, shut: [401, 403, 404].includes(status) }).toEqual({ name, path, shut: true });
      }
    const office = (await askers['office']!.call('get', page)).body as CaseStageGatesView;
    expect(office).toMatchObject({ stage: 3, gates: [], facts: [], index: [], touch: null });
    expect(office.past.map((one) => [one.openedBy, one.closedFrom])).toEqual([
      [null, null],
      [null, null],
    ]);
    const wrong: readonly (readonly [TestClient, string, object, number])[] = [
      [birch.jo, `${page}/facts`, fact, 404],
      [birch.jo, `${page}/gates/3/signature`, { side: 'RP' }, 404],
      [birch.mina, `${page}/gates/4/signature`, { side: 'RP' }, 404],
      [birch.jo, `${page}/back`, { to: 2, side: 'RP' }, 404],
      [birch.mina, `${page}/facts`, { ...fact, outcome: 'rehearsed' }, 400],
      [birch.mina, `${page}/facts`, { ...fact, on: '2025-06-17' }, 400],
      [birch.mina, `${page}/facts`, { ...fact, on: '2025-02-30' }, 400],
      [birch.mina, `${page}/facts`, { ...fact, amounts: [1] }, 400],
      [birch.mina, `${page}/facts`, { ...fact, kind: 'safety_statement', outcome: 'none_known' }, 400],
      [birch.mina, `${page}/facts`, { ...fact, side: 'JOINT' }, 400],
      [birch.mina, `${page}/facts`, { ...fact, note: 'x'.repeat(4001) }, 400],
      [birch.iris, 'stage-gates/index', { answers: [] }, 400],
      [birch.iris, 'stage-gates/index', { answers: {} }, 400],
      [birch.iris, 'stage-gates/index', { answers: { rushed: 5 } }, 400],
      [birch.iris, 'stage-gates/answer', { to: 3, answer: 'yes', canSayNo: true, alone: true }, 409],
      [birch.iris, 'stage-gates/back', { to: 3 }, 400],
    ];
    for (const [client, path, body, status] of wrong)
      expect([path, body, (await client.call('post', path, { body })).status]).toEqual([path, body, status]);
  });
});
