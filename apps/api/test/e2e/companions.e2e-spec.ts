import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CaseAftercareView,
  CaseStageGatesView,
  CouplePredictorsView,
  DisclosurePipelineView,
  DisclosureView,
  EpisodeView,
  OwnDisclosureView,
  OwnStageGatesView,
  PredictorSumView,
} from '@trellis/contracts';
import { asClinicId, predictorCodes, predictors, templateOf, type Rater } from '@trellis/domain';
import { ratingsOfSum, wholeAnswers } from '@trellis/fixtures';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import { declined, restsForSafety, toldInPieces } from '../../src/demo/retold/companions.js';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { GateFactsRepository } from '../../src/stage-gates/gate-facts.repository.js';
import { as } from '../arrange-aftercare.js';
import { allSign, bothAgree, gateNow, putOnRecord, wholeRecord } from '../arrange-gates.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { everythingSeen } from '../look-alike.js';
import { Retold } from '../replay/retold.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** The small companions of the worked example (clinical brief 7.7), each told through the doors of the server. */
describe('the companions of the worked example', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());

  const view = async (by: TestClient, coupleId: string): Promise<DisclosureView> =>
    (await by.call('get', `disclosure/${coupleId}`)).body as DisclosureView;
  const own = async (by: TestClient): Promise<OwnDisclosureView> =>
    (await by.call('get', 'disclosure')).body as OwnDisclosureView;
  const codesToday = async (by: TestClient): Promise<string[]> =>
    ((await by.call('get', 'homework/today')).body.tasks as { templateCode: string }[]).map(
      ({ templateCode }) => templateCode,
    );
  const alarms = async (by: TestClient, { clinicId, coupleId }: ArrangedCase): Promise<string[]> => {
    await app.app.get(OffTrackWatch).look({ clinicId, coupleId });
    const { episodes } = (await by.call('get', `off-track/${coupleId}`)).body;
    return (episodes as EpisodeView[]).flatMap(({ level, alerts }) =>
      alerts.map(({ rule }) => `${rule} ${level}`),
    );
  };

  describe('Aster, who rests for safety', () => {
    let aster: Retold;
    let control: Retold;
    const halves = new Map<Retold, { his: string; hers: string }>();

    beforeAll(async () => {
      for (const at of [0, 1]) {
        const told = await Retold.begin(app);
        await askedAboutFear(app, told.ours);
        const made = await assignJointly(told.ours.dana, told.coupleId, 'C01');
        if (made.status !== 201) throw new Error(made.text);
        const [his, hers] = [await halfToday(told.ours.rowan, 'C01'), await halfToday(told.ours.iris, 'C01')];
        halves.set(told, { his, hers });
        if (at === 0) aster = told;
        else control = told;
      }
      await restsForSafety(aster);
      // The same days of another couple, whose therapist puts it off for a while.
      const yes = { body: { answer: 'yes', textVersion: 'disclosure/1' } };
      control.at('2025-01-08', '10:00');
      await control.ours.mina.call('post', `disclosure/${control.coupleId}`);
      control.at('2025-01-09', '19:00');
      await control.ours.rowan.call('post', 'readiness/consent', yes);
      control.at('2025-01-10', '12:30');
      await control.ours.iris.call('post', 'readiness/consent', yes);
      control.at('2025-01-13', '16:00');
      const { version } = await control.view();
      const body = { event: 'hold', holdReason: 'other' };
      const held = await control.ours.mina.call('post', `disclosure/${control.coupleId}/steps`, {
        body,
        version,
      });
      if (held.status !== 200) throw new Error(held.text);
    }, 60_000);

    it('rests by the system, and names the cause on the side it came from alone', async () => {
      const { jo, mina, dana } = aster.ours;
      for (const [by, reasonClass] of [[jo, 'safety'], [mina, null], [dana, null]] as const) {
        const seen = await view(by, aster.coupleId);
        expect([seen.state, seen.hold?.reasonClass, seen.jointWorkFrozen]).toEqual(['ON_HOLD', reasonClass, true]);
        const hold = seen.events.find(({ event }) => event === 'hold');
        expect([hold?.at, hold?.byName, hold?.reasonClass]).toEqual(['2025-01-13T22:00:00.000Z', null, reasonClass]);
      }
    }); // prettier-ignore

    it('hides joint homework from both', async () => {
      for (const { ours } of [aster, control])
        for (const person of [ours.rowan, ours.iris]) expect(await codesToday(person)).toEqual([]);
    });

    it.each(['rowan', 'iris'] as const)(
      'C-3, 22 gives %s the answers of a pause for scheduling, byte for byte, and as many statements',
      async (who) => {
        const addresses = declaredRoutes(app.app)
          .filter(({ method, path }) => method === 'get' && path.startsWith('home/') && !path.includes(':'))
          .map(({ path }) => path);
        const seen = async (told: Retold): Promise<string[]> => {
          const half = halves.get(told)?.[who === 'rowan' ? 'his' : 'hers'] ?? '';
          const all = [...addresses, `home/homework/${half}`, `home/joint-work/${half}`];
          const lines = await everythingSeen(told.ours[who], all);
          return lines.map((line) =>
            line.replaceAll(/"(csrfToken|ref)":"[^"]+"/g, '"$1":"own"').replaceAll(half, 'half'),
          );
        };
        const [safety, scheduling] = [await seen(aster), await seen(control)];
        expect(safety.length).toBeGreaterThan(10);
        expect(safety).toEqual(scheduling);
        expect((await own(aster.ours[who])).phase).toBe('paused');
      },
    );

    it('orders the same letters to both people, and reads the same at the office', async () => {
      const of = async ({ ours, admin }: Retold): Promise<unknown> => [
        await app.db.sql(
          `SELECT kind, count(*)::int AS n FROM outbox_message WHERE subject_id = ANY ($1::uuid[]) GROUP BY kind
            ORDER BY kind`,
          [[ours.rowanId, ours.irisId]],
        ),
        ((await admin.call('get', 'disclosure')).body as DisclosurePipelineView).items.map(
          ({ state, daysInState }) => [state, daysInState],
        ),
      ];
      expect(await of(aster)).toEqual(await of(control));
    });
  });

  describe('Dale, who does not want it', () => {
    let dale: Retold;

    beforeAll(async () => {
      dale = await Retold.begin(app);
      await declined(dale);
    });

    it('ends at once, and the other is told when their therapist says so, without a reason', async () => {
      const { rowan, iris, mina, jo } = dale.ours;
      const seen = await view(mina, dale.coupleId);
      const end = seen.events.at(-1);
      expect([seen.state, end?.event, end?.byName, end?.reasonClass]).toEqual(['DECLINED', 'decline', 'Iris', null]);
      expect((await own(iris)).phase).toBe('not_now');
      const before = await own(rowan);
      expect([before.phase, before.notices]).toEqual(['talking', []]);
      const [notice] = seen.notices;
      expect([notice?.side, notice?.words]).toEqual(['RP', 'not_at_this_time']);
      const path = `disclosure/${dale.coupleId}/notices/${notice?.id ?? ''}`;
      expect((await jo.call('post', path)).status).toBe(404);
      expect((await mina.call('post', path)).status).toBeLessThan(300);
      const after = await rowan.call('get', 'disclosure');
      expect((after.body as OwnDisclosureView).notices.map(({ words }) => words)).toEqual(['not_at_this_time']);
      expect(after.text).not.toMatch(/declin|iris|partner/i);
    }); // prettier-ignore

    it('comes to stage 2 with a clinical note on the way without it, and not before', async () => {
      travel(app, gateNow);
      const { ours, coupleId } = dale;
      const page = `stage-gates/${coupleId}`;
      await ours.mina.call('post', `slips/${coupleId}/asked`);
      await putOnRecord(
        ours,
        wholeRecord.filter(([kind]) => kind !== 'route_note'),
      );
      await bothAgree(ours, 2);
      await allSign(ours, 2);
      const stands = async () => (await ours.mina.call('get', page)).body as CaseStageGatesView;
      const open = async () =>
        ours.mina.call('post', `${page}/gates/2/opening`, { version: (await stands()).version });
      const refused = await open();
      expect([refused.status, refused.body.facts]).toEqual([409, { missing: ['disclosure_route'] }]);
      await putOnRecord(
        ours,
        wholeRecord.filter(([kind]) => kind === 'route_note'),
      );
      expect((await open()).status).toBe(200);
      expect((await stands()).stage).toBe(2);
    });
  });

  describe('Gale, who is told in pieces', () => {
    let gale: Retold;

    beforeAll(async () => {
      gale = await Retold.begin(app);
      await toldInPieces(gale);
    }, 60_000);

    const aftercare = async (by: TestClient): Promise<CaseAftercareView> =>
      (await by.call('get', `aftercare/${gale.coupleId}`)).body as CaseAftercareView;

    it('goes back to preparing where the time of readiness ran out before the session', async () => {
      const { events, state } = await view(gale.ours.mina, gale.coupleId);
      const names = events.map(({ event, to }) => `${event} ${to}`);
      expect(names).toContain('readiness_expired PREPARING');
      expect(state).toBe('AFTERCARE');
    });

    it('keeps each addition inside the time after the session, and changes no state by it', async () => {
      const { corrections, needsReview } = await aftercare(gale.ours.mina);
      expect([corrections?.length, needsReview]).toEqual([2, false]);
      expect(corrections?.every(({ metAt }) => metAt !== null)).toBe(true);
      expect((await aftercare(gale.ours.jo)).corrections).toBeNull();
    });

    it('raises OT-8 in the night after the second one', async () => {
      gale.at('2025-04-29', '23:00');
      expect(await alarms(gale.ours.mina, gale.ours)).toEqual([]);
      gale.at('2025-04-30', '00:10');
      expect(await alarms(gale.ours.mina, gale.ours)).toEqual(['OT-8 red']);
    });

    it('shows the partner nothing of a third before both have met, and asks the team for a review', async () => {
      const { rowan, iris } = gale.ours;
      const pages = ['home/disclosure', 'home/aftercare', 'home/homework/today', 'home/slips'];
      gale.at('2025-05-10', '20:00');
      const before = await everythingSeen(iris, pages);
      const body = { recalledAt: gale.wall('2025-05-10', '19:00').toISOString(), words: 'One more.' };
      expect((await rowan.call('post', 'aftercare/corrections', { body })).status).toBeLessThan(300);
      expect(await everythingSeen(iris, pages)).toEqual(before);
      const { corrections, needsReview } = await aftercare(gale.ours.mina);
      expect([corrections?.length, needsReview]).toEqual([3, true]);
    });
  });

  describe('Birch, who stopped once and was pressed once', () => {
    let birch: ArrangedCase;

    beforeAll(async () => {
      birch = await arrangeCase(app);
      await askedAboutFear(app, birch);
      await app.db.sql('UPDATE couple SET stage = 3 WHERE id = $1', [birch.coupleId]);
      await app.db.sql("INSERT INTO stage_gate VALUES ($1, $2, $3, 3, now(), $4, 180, '2025-07-01')", [
        ...[birch.clinicId, randomUUID(), birch.coupleId, birch.minaId],
      ]);
      await assignJointly(birch.dana, birch.coupleId, 'C15');
      await app.db.sql("UPDATE homework_task SET opens_on = '2025-01-06' WHERE couple_id = $1", [
        birch.coupleId,
      ]);
      const task = await halfToday(birch.rowan, 'C15');
      const [work] = await app.db.sql<{ id: string }>('SELECT id FROM joint_work WHERE rp_task_id = $1', [
        task,
      ]);
      await birch.dana.call('post', `exercise-steps/${work?.id ?? ''}/opening`, { body: { step: 'step_0' } });
    });

    const log = (more: object = {}) => ({
      ...{ on: '2025-01-06', step: 'step_0', attention: 3, calm: 4, pressure: 0, anxiety: 1, flash: 'no' },
      ...{ numb: 'no', stop_used: false, wish_next: 'stay', together_result: 'done', ...more },
    });
    const round = async (hers: object): Promise<void> => {
      for (const [person, answers] of [[birch.rowan, log()], [birch.iris, hers]] as const) {
        const id = await halfToday(person, 'C15');
        const { version } = (await person.call('get', `homework/${id}`)).body;
        const sent = { body: { answers }, version: Number(version) };
        expect((await person.call('post', `homework/${id}/submission`, sent)).status).toBe(200);
      }
    }; // prettier-ignore
    const pause = async (by: TestClient) =>
      ((await by.call('get', 'stage-gates')).body as OwnStageGatesView).touchPaused;
    const raised = () =>
      app.db.sql('SELECT side, kind FROM aftercare_alert WHERE couple_id = $1', [birch.coupleId]);

    it('goes on after three rounds, one of them stopped and the stop respected', async () => {
      for (const hers of [log(), log(), log({ stop_used: true, stop_respected: 'yes' })]) await round(hers);
      expect([await pause(birch.rowan), await pause(birch.iris), await raised()]).toEqual([null, null, []]);
    });

    it('rests for both after a log with pressure, which the own therapist alone hears of', async () => {
      await round(log({ pressure: 3 }));
      for (const person of [birch.rowan, birch.iris])
        expect(await pause(person)).toMatchObject({ en: 'Touch exercises are paused for now.' });
      expect(await raised()).toEqual([{ side: 'BP', kind: 'touch_safety' }]);
      const signals = async (by: TestClient) =>
        ((await by.call('get', `stage-gates/${birch.coupleId}`)).body as CaseStageGatesView).touch?.signals;
      expect(await signals(birch.jo)).toMatchObject([{ trigger: 'pressure', tells: 'SAFE-1' }]);
      expect(await signals(birch.mina)).toEqual([]);
      expect((await birch.rowan.call('get', 'stage-gates')).text).not.toMatch(/pressure|SAFE/);
    });
  });

  describe('Fen, where the partner never joined', () => {
    let fen: ArrangedCase;
    const sheet = (rater: Rater, sum: number) =>
      Object.fromEntries(
        predictorCodes.flatMap((code) => Object.entries(ratingsOfSum(predictors[code].items[rater], sum))),
      );

    beforeAll(async () => {
      fen = await arrangeCase(app);
      // As though the invitation had never been taken up.
      await app.db.sql('DELETE FROM consent WHERE person_id = $1', [fen.irisId]);
      await app.db.sql('UPDATE enrolment SET enrolled_at = NULL WHERE person_id = $1', [fen.irisId]);
      for (const [templateCode, days] of [['R01', 14], ['R03', 14]] as const)
        await fen.mina.call('post', 'homework', {
          body: { personId: fen.rowanId, templateCode, startsOn: '2025-01-06', days },
        });
      const tasks = await app.db.sql<{ id: string; code: string; due_on: string; version: number }>(
        `SELECT id, template_code AS code, due_on::text, version FROM homework_task
          WHERE couple_id = $1 AND due_on < '2025-01-09' ORDER BY due_on`,
        [fen.coupleId],
      );
      for (const { id, code, due_on: on, version } of tasks) {
        travel(app, new Date(`${on}T18:00:00Z`));
        const body = { answers: wholeAnswers(templateOf(code)!) };
        const given = await fen.rowan.call('post', `homework/${id}/submission`, { body, version });
        if (given.status !== 200) throw new Error(given.text);
      }
      travel(app, new Date('2025-01-17T18:00:00Z'));
      const rate = (by: TestClient, path: string, rater: Rater, sum: number) =>
        by.call('post', path, { body: { windowEndsOn: '2025-01-19', answers: sheet(rater, sum) } });
      await rate(fen.rowan, 'predictors/current', 'R', 10);
      await rate(fen.mina, `predictors/${fen.coupleId}/ratings`, 'T', 12);
      travel(app, new Date('2025-03-31T06:10:00Z'));
    }); // prettier-ignore

    it('is read from what is there, flagged as partial', async () => {
      const { predictors: charts } = (await fen.mina.call('get', `predictors/${fen.coupleId}`))
        .body as CouplePredictorsView;
      const [first] = charts.find(({ predictor }) => predictor === 'CT')?.readings ?? [];
      expect(first).toMatchObject({
        readOn: '2025-01-19',
        self: 50,
        partner: null,
        therapist: 60,
        partial: true,
      });
      const behaviour = first?.behaviour ?? 0;
      expect(behaviour).toBeGreaterThan(0);
      // R 15, T 20 and D 30 of 100 are there.
      expect(first?.composite).toBeCloseTo((15 * 50 + 20 * 60 + 30 * behaviour) / 65, 0);
    });

    it('keeps a reading and judges a gate by the exercises that stand, as the chart does', async () => {
      await app.db.sql(
        "UPDATE homework_task SET withdrawn_at = app.now() WHERE couple_id = $1 AND due_on > '2025-01-12'",
        [fen.coupleId],
      );
      await app.app.get(OffTrackWatch).look(fen);
      const sum = await fen.mina.call('get', `predictors/${fen.coupleId}/sum?predictor=CT&readOn=2025-01-19`);
      const { indicators } = sum.body as PredictorSumView;
      const [kept] = await app.db.sql<{ counts: Record<string, readonly [string, number]> }>(
        `SELECT counts FROM predictor_reading WHERE couple_id = $1 AND predictor = 'CT'
          AND window_ends_on = '2025-01-19' AND superseded_at IS NULL`,
        [fen.coupleId],
      );
      const shown = indicators.find(({ key }) => key === 'c1')?.expected;
      expect([kept?.counts['c1']?.[1], shown]).toEqual([7, 7]);
      const actor = { clinicId: asClinicId(fen.clinicId), id: fen.minaId, role: 'therapist' } as const;
      const { checkIns } = await as(app, actor, () =>
        app.app.get(GateFactsRepository, { strict: false }).of(fen),
      );
      expect(checkIns).toHaveLength(7);
    });

    it('raises nothing but what one person can raise, in twelve weeks without a sheet', async () => {
      const rules = (await alarms(fen.mina, fen)).map((line) => line.split(' ')[0]);
      expect(rules.filter((rule) => rule !== 'OT-3' && rule !== 'SAFE-1')).toEqual([]);
      await app.db.sql("UPDATE enrolment SET enrolled_at = '2025-01-06T18:00:00Z' WHERE person_id = $1", [
        fen.irisId,
      ]);
      expect((await alarms(fen.jo, fen)).map((line) => line.split(' ')[0])).toContain('OT-6');
    });
  });
});
