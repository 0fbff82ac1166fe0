import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  headers,
  type CaseAftercareView,
  type CaseLettersView,
  type CaseStageGatesView,
  type DisclosureView,
  type DocumentReviewView,
  type OwnDisclosureView,
  type OwnSlipsView,
  type PredictorSumView,
  type UnmetGateView,
} from '@trellis/contracts';
import { asLocalDate, contraindicationIds, tracks, type Assessment } from '@trellis/domain';
import { readyAndDated, secondTime, slip } from '../../src/demo/retold/dating.js';
import { openAndScreen, reviewWithGaps, threeDrafts } from '../../src/demo/retold/preparing.js';
import { acuteTime, letters, theDay } from '../../src/demo/retold/session-and-after.js';
import { knowing, processIn, sessionEnds } from '../arrange-aftercare.js';
import { arrangeCase, travel } from '../arrange-case.js';
import { assignJointly } from '../arrange-joint.js';
import { Retold } from '../replay/retold.js';
import { readAlong } from '../replay/told-pages.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the weeks of the worked example, told over HTTP', () => {
  let app: TestApp;
  let told: Retold;
  let read = { token: '', status: 0, text: '' };
  const today: string[][] = [];

  beforeAll(async () => {
    app = await testApp();
    told = await Retold.begin(app);
    const { mina, jo, rowanId, irisId } = told.ours;
    for (const [by, personId, templateCode] of [
      ...([
        [mina, rowanId, 'R01'],
        [mina, rowanId, 'R06'],
      ] as const),
      ...([
        [jo, irisId, 'B01'],
        [jo, irisId, 'B07'],
      ] as const),
    ]) {
      const body = { personId, templateCode, startsOn: '2025-03-24', days: 14 };
      expect((await by.call('post', 'homework', { body })).status).toBe(201);
    }
  });
  afterAll(async () => app.close());

  const own = async (by: TestClient) => (await by.call('get', 'disclosure')).body as OwnDisclosureView;
  const sum = async (): Promise<number | null | undefined> => {
    const path = `predictors/${told.coupleId}/sum?predictor=CT&readOn=2025-03-02`;
    const { indicators } = (await told.ours.dana.call('get', path)).body as PredictorSumView;
    return indicators.find(({ key }) => key === 'c3')?.score;
  };
  /** Whether a date is refused for its distance to the last slip, for readiness, or goes through. */
  const dated = (day: string, time = '10:00') =>
    told.refusals('/schedule', { startsAt: told.wall(day, time).toISOString() });
  const deliver = async (kind: 'impact' | 'restitution'): Promise<unknown> => {
    const path = `letters/${told.coupleId}`;
    const { processVersion: version } = (await told.ours.mina.call('get', path)).body as CaseLettersView;
    const { status, body } = await told.ours.mina.call('post', `${path}/readings/${kind}/delivery`, {
      version,
    });
    return [status, ((body.facts as { gates?: UnmetGateView[] }).gates ?? []).map(({ guardId }) => guardId)];
  };

  it('waits for the second consent, and begins to prepare once everything was looked at', async () => {
    expect((await told.view()).state).toBe('NOT_STARTED');
    await openAndScreen(told);
    expect(await told.steps()).toEqual([
      '2025-01-14T16:00:00.000Z open_ftd',
      '2025-01-17T18:30:00.000Z both_consent',
      '2025-01-20T17:00:00.000Z screen_passed',
    ]);
    expect(told.states).toEqual([
      ['open_ftd', 'CONSIDERING'],
      ['one consent', 'CONSIDERING'],
      ['both_consent', 'SCREENING'],
      ['screen_passed', 'PREPARING'],
    ]);
  });

  it('has three rounds in week 5, and then lacks five criteria alone', async () => {
    await threeDrafts(told);
    const { rounds, roundsNeeded } = (
      await told.ours.mina.call('get', `disclosure-documents/${told.coupleId}`)
    ).body as DocumentReviewView;
    expect([rounds, roundsNeeded]).toEqual([3, 2]);
    expect(await told.refusals('/steps', { event: 'release_for_review' })).toEqual(
      ['R4', 'R5', 'R6', 'R7', 'R10'].map((id) => `review_items_met ${id}`),
    );
  });

  it('goes back for two gaps, and comes again', async () => {
    await reviewWithGaps(told);
    expect(told.states.slice(-4)).toEqual([
      ['gaps_found', 'PREPARING'],
      ['submit_draft', 'PREPARING'],
      ['approve_section', 'PREPARING'],
      ['release_for_review', 'PARTNER_THERAPIST_REVIEW'],
    ]);
  });

  it('is ready until 3 March at noon, and dated', async () => {
    await readyAndDated(told);
    expect(told.states.slice(-2)).toEqual([
      ['readiness_huddle_signed', 'READY'],
      ['schedule', 'SCHEDULED'],
    ]);
    const { readyUntil, sessionAt, signatures } = await told.view();
    expect([readyUntil, sessionAt]).toEqual(['2025-03-03T18:00:00.000Z', '2025-02-28T16:00:00.000Z']);
    expect(signatures.map(({ side }) => side).toSorted()).toEqual(['BP', 'JOINT', 'RP']);
    expect(await dated('2025-03-03', '12:30')).toContain('date_within_readiness');
    for (const person of [told.ours.rowan, told.ours.iris])
      expect(await own(person)).toMatchObject({ phase: 'scheduled', sessionAt });
  });

  it('goes back with the slip, tells the partner no cause, and takes no date before 19 March', async () => {
    const { iris, jo } = told.ours;
    const seenBefore: string[] = [];
    told.asides.set('slip_logged', async () => {
      // Between the logging in the morning and the telling in the evening.
      for (const [by, path] of partnersSide(told)) seenBefore.push((await by.call('get', path)).text);
      expect(await sum()).toBeNull();
    });
    await slip(told);
    expect(told.states.at(-1)).toEqual(['slip_logged', 'PREPARING']);
    const { sessionAt, readyUntil, signatures } = await told.view();
    expect([sessionAt, readyUntil, signatures]).toEqual([null, null, []]);
    expect((await told.steps()).at(-1)).toBe('2025-02-20T15:10:00.000Z slip_logged');
    expect(await own(iris)).toMatchObject({ phase: 'preparing', notices: [{ words: 'session_cancelled' }] });
    expect(seenBefore.length).toBeGreaterThan(5);
    for (const text of seenBefore) expect(text).not.toMatch(/slip_at|slipAt|"slip"|new_material|22:40|04:40/);
    for (const [by, path] of [
      [iris, 'slips'],
      [jo, `slips/${told.coupleId}`],
    ] as const)
      expect((await by.call('get', path)).status).toBe(404);
    const record = await told.admin.call('get', 'audit');
    expect([record.status, /slip/.test(record.text)]).toEqual([200, false]);
  });

  it('takes no date before the 28th local day after the slip, with the clock change between', async () => {
    expect(await dated('2025-03-18', '23:45')).toContain('slip_distance');
    expect(await dated('2025-03-19', '00:15')).not.toContain('slip_distance');
  });

  it('counts the telling after 19 hours and 20 minutes in full, and one after 100 hours as 47.2', async () => {
    expect(await sum()).toBe(100);
    const { slips } = (await told.ours.rowan.call('get', 'slips')).body as OwnSlipsView;
    const [{ id, version }] = slips as [OwnSlipsView['slips'][number]];
    const tell = (partnerAt: Date, at: number) =>
      told.ours.rowan.call('post', `slips/${id}/telling`, {
        body: { partner: 'told', partnerAt: partnerAt.toISOString() },
        version: at,
      });
    told.at('2025-02-24', '09:00');
    expect((await tell(told.wall('2025-02-24', '02:40'), version)).status).toBe(200);
    expect(await sum()).toBe(47.2);
    expect((await tell(told.wall('2025-02-20', '18:00'), version + 1)).status).toBe(200);
    expect(await sum()).toBe(100);
  });

  it('comes to a second date, with the day before, the session, its pause and its end', async () => {
    await secondTime(told);
    const { readyUntil, sessionAt } = await told.view();
    expect([readyUntil, sessionAt]).toEqual(['2025-04-03T17:00:00.000Z', '2025-03-28T15:00:00.000Z']);
    expect((await told.steps()).slice(-3)).toEqual([
      '2025-03-17T15:00:00.000Z release_for_review',
      '2025-03-20T17:00:00.000Z readiness_huddle_signed',
      '2025-03-21T14:00:00.000Z schedule',
    ]);
    told.at('2025-03-27', '09:59');
    await told.timePasses();
    expect((await told.view()).state).toBe('SCHEDULED');
    told.asides.set('go', async () => {
      expect((await told.ours.iris.call('post', 'disclosure-session/reading')).status).toBe(404);
      for (const by of [told.ours.rowan, told.ours.iris]) today.push(await codesToday(by));
    });
    told.asides.set('continue', async () => {
      read = await readAlong(told);
    });
    await theDay(told);
    expect((await told.steps()).slice(-5)).toEqual([
      '2025-03-27T15:00:00.000Z day_before_reached',
      '2025-03-28T15:00:00.000Z go',
      '2025-03-28T15:52:00.000Z pause',
      '2025-03-28T16:06:00.000Z continue_session',
      '2025-03-28T17:50:00.000Z end',
    ]);
    expect(told.states.slice(-8).map(([, state]) => state)).toEqual([
      'PARTNER_THERAPIST_REVIEW',
      'READY',
      'SCHEDULED',
      'DAY_OF_CHECK',
      'IN_SESSION',
      'SESSION_PAUSED',
      'IN_SESSION',
      'AFTERCARE_ACUTE',
    ]);
  });

  it('let the partner read along within the session, and closed it with the end', async () => {
    expect([read.status, read.text.includes('watermark')]).toEqual([200, true]);
    const { iris } = told.ours;
    const again = await iris.call('get', 'disclosure-session/reading', {
      headers: { [headers.readingToken]: read.token },
    });
    expect([again.status, (await iris.call('post', 'disclosure-session/reading')).status]).toEqual([
      404, 404,
    ]);
  });

  it('left only what steadies on Today in the week of the session', () => {
    expect(today.map((codes) => [...new Set(codes)])).toEqual([['R01'], ['B01']]);
  });

  it('makes what is due after it in the couple’s own time, over the clock change behind them', async () => {
    const { events } = await told.view();
    const at = (name: string) => events.find(({ event }) => event === name)?.at;
    expect([at('go'), at('end')]).toEqual(['2025-03-28T15:00:00.000Z', '2025-03-28T17:50:00.000Z']);
    const { tasks } = (await told.ours.jo.call('get', `aftercare/${told.ours.coupleId}`)).body as {
      tasks: { dueAt: string | null; dueOn: string | null }[];
    };
    const due = new Set(tasks.map(({ dueAt, dueOn }) => dueAt ?? dueOn));
    expect([...due].toSorted()).toEqual([
      ...['2025-03-28T20:50:00.000Z', '2025-03-29T17:50:00.000Z', '2025-03-31T17:50:00.000Z'],
      ...['2025-04-04', '2025-04-11', '2025-04-25'],
    ]);
  });

  it('leaves the acute time after 72 hours and the contacts', async () => {
    told.at('2025-03-31', '12:49');
    await told.timePasses();
    expect((await told.view()).state).toBe('AFTERCARE_ACUTE');
    await acuteTime(told);
    expect(told.states.at(-1)).toEqual(['acute_passed', 'AFTERCARE']);
    expect((await told.steps()).at(-1)).toBe('2025-03-31T18:05:00.000Z acute_passed');
  });

  it('hears both letters, and is complete on 15 May', async () => {
    const refused: unknown[] = [];
    const screens = ['risk_screens_fresh', 'risk_screens_fresh'];
    told.asides.set('open_impact', async () => {
      refused.push(await deliver('impact'));
    });
    told.asides.set('open_restitution', async () => {
      refused.push(await deliver('restitution'));
    });
    told.asides.set('deliver_restitution', async () => {
      refused.push(await told.refusals('/steps', { event: 'close' }));
    });
    await letters(told);
    expect(refused).toEqual([
      [409, [...['impact_earliest', 'impact_approved', 'listening_rehearsed'], ...screens]],
      [409, ['restitution_earliest', 'restitution_approved', 'restitution_safe']],
      ['follow_up_done RP', 'follow_up_done BP'],
    ]);
    const { stands } = (await told.ours.dana.call('get', `letters/${told.coupleId}`)).body as CaseLettersView;
    expect(stands.map(({ kind, earliestOn, deliveredAt }) => [kind, earliestOn, deliveredAt])).toEqual([
      ['impact', '2025-04-11', '2025-04-17T19:00:00.000Z'],
      ['restitution', '2025-05-01', '2025-05-01T20:00:00.000Z'],
    ]);
    expect((await told.steps()).at(-1)).toBe('2025-05-15T15:00:00.000Z close');
    expect(told.states.slice(-5)).toEqual([
      ['open_impact', 'IMPACT_PREP'],
      ['deliver_impact', 'IMPACT_DELIVERED'],
      ['open_restitution', 'RESTITUTION_PREP'],
      ['deliver_restitution', 'RESTITUTION_DELIVERED'],
      ['close', 'COMPLETED'],
    ]);
  });

  it('does not open stage 3 in week 23, and gives no step of touch', async () => {
    const { ours, coupleId } = told;
    await app.db.sql("UPDATE couple SET stage = 2, stage_since = '2025-04-11' WHERE id = $1", [coupleId]);
    const sums = [
      ['2025-05-19', 11],
      ['2025-05-26', 13],
      ['2025-06-02', 14],
      ['2025-06-09', 15],
    ] as const;
    for (const [day, given] of sums) {
      told.at(day, '19:00');
      for (const [by, total] of [
        [ours.iris, given],
        [ours.rowan, 18],
      ] as const) {
        const body = { answers: indexOf(total) };
        expect((await by.call('post', 'stage-gates/index', { body })).status).toBe(200);
      }
    }
    told.at('2025-06-13', '15:00');
    const path = `stage-gates/${coupleId}`;
    const { version, gates } = (await ours.jo.call('get', path)).body as CaseStageGatesView;
    const unmet = gates.find(({ to }) => to === 3)?.criteria.filter(({ met }) => !met) ?? [];
    const names = unmet.map(({ criterion }) => criterion);
    expect(names.filter((name) => name.startsWith('index_holds'))).toEqual(['index_holds.BP']);
    expect(names).toEqual(expect.arrayContaining(['stop_rehearsed.RP', 'stop_rehearsed.BP']));
    const opened = await ours.mina.call('post', `${path}/gates/3/opening`, { version });
    expect([opened.status, opened.body.facts.missing]).toEqual([
      409,
      expect.arrayContaining(['index_holds.BP']),
    ]);
    for (const code of ['C14', 'C15', 'C16'])
      expect((await assignJointly(ours.dana, coupleId, code, { startsOn: '2025-06-13' })).status).toBe(409);
  });

  it('counts hours as they pass and days by the calendar where the clock changes in between', async () => {
    const theirs = await arrangeCase(app);
    await processIn(app, theirs, 'IN_SESSION', { sessionAt: '2025-03-07T16:00:00Z' });
    knowing(app, { session: { departurePlanConfirmed: true }, assessments: clearOn('2025-03-07') });
    // Friday 12:50; the clock goes forward in the night to Sunday.
    await sessionEnds(app, theirs, new Date('2025-03-07T18:50:00Z'));
    const path = `aftercare/${theirs.coupleId}`;
    const { tasks } = (await theirs.jo.call('get', path)).body as CaseAftercareView;
    expect([...new Set(tasks.map(({ dueAt, dueOn }) => dueAt ?? dueOn))].toSorted()).toEqual([
      ...['2025-03-07T21:50:00.000Z', '2025-03-08T18:50:00.000Z', '2025-03-10T18:50:00.000Z'],
      ...['2025-03-14', '2025-03-21', '2025-04-04'],
    ]);
    for (const [by, side] of [
      [theirs.jo, 'BP'],
      [theirs.mina, 'RP'],
    ] as const)
      for (const contact of ['departure', 'h24', 'h72'])
        await by.call('post', `${path}/contacts`, { body: { side, contact } });
    // 72 hours later it is 13:50 there: at 12:50 on their clocks only 71 have passed.
    const states: string[] = [];
    for (const time of ['2025-03-10T17:50:00Z', '2025-03-10T18:50:00Z']) {
      travel(app, new Date(time));
      await told.timePasses();
      states.push(
        ((await theirs.mina.call('get', `disclosure/${theirs.coupleId}`)).body as DisclosureView).state,
      );
    }
    expect(states).toEqual(['AFTERCARE_ACUTE', 'AFTERCARE']);
  });

  it('showed the partner no page of the document and the office no page with words, in any state', () => {
    expect(told.states.length).toBeGreaterThan(30);
    expect([...new Set(told.pried)].sort()).toEqual(['404 not_found']);
  });
});

/** Everything was looked at for both people, and nothing found. */
function clearOn(day: string): readonly Assessment[] {
  return tracks.flatMap((track) =>
    contraindicationIds.map((id) => ({
      track,
      id,
      present: false,
      on: asLocalDate(day),
      assessorId: 'somebody',
    })),
  );
}

/** Pages of the partner and of their therapist on which something could show. */
function partnersSide({ ours: { iris, jo }, coupleId }: Retold): readonly (readonly [TestClient, string])[] {
  const hers = ['disclosure', 'readiness', 'aftercare', 'homework/today', 'record/openings', 'stage-gates'];
  const theirs = ['disclosure', 'readiness', 'aftercare', 'disclosure-sessions'];
  return [
    ...hers.map((path) => [iris, path] as const),
    ...theirs.map((area) => [jo, `${area}/${coupleId}`] as const),
  ];
}

async function codesToday(by: TestClient): Promise<string[]> {
  const { tasks } = (await by.call('get', 'homework/today')).body as { tasks: { templateCode: string }[] };
  return tasks.map(({ templateCode }) => templateCode);
}

/** Answers of the weekly index whose sum, with the fourth turned round, is `total`; none is an alarm by itself. */
function indexOf(total: number): Record<string, number> {
  const items = ['say_hard_things', 'stays_kind', 'believed', 'body_relaxed'];
  const rest = total - 6;
  const each = items.map((_, at) => Math.floor(rest / 4) + (at < rest % 4 ? 1 : 0));
  // Free to say no 3 of 4; rushed 1 of 4, which counts as 3.
  return {
    ...Object.fromEntries(items.map((item, at) => [item, each[at] ?? 0])),
    free_to_say_no: 3,
    rushed: 1,
  };
}
