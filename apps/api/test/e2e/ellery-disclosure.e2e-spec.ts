import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyAndDated, secondTime, slip } from '../../src/demo/retold/dating.js';
import { openAndScreen, reviewWithGaps, threeDrafts } from '../../src/demo/retold/preparing.js';
import { acuteTime, letters, theDay } from '../../src/demo/retold/session-and-after.js';
import { Retold } from '../replay/retold.js';
import { testApp, type TestApp } from '../test-app.js';

describe('the weeks of the worked example, told over HTTP', () => {
  let app: TestApp;
  let told: Retold;

  beforeAll(async () => {
    app = await testApp();
    told = await Retold.begin(app);
  });
  afterAll(async () => app.close());

  it('waits for the second consent, and begins to prepare once everything was looked at', async () => {
    await openAndScreen(told);
    expect(told.states).toEqual([
      ['open_ftd', 'CONSIDERING'],
      ['one consent', 'CONSIDERING'],
      ['both_consent', 'SCREENING'],
      ['screen_passed', 'PREPARING'],
    ]);
  });

  it('has three rounds in week 5, and then lacks five criteria alone', async () => {
    await threeDrafts(told);
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
  });

  it('goes back with the slip, tells the partner no cause, and takes no date before 19 March', async () => {
    await slip(told);
    expect(told.states.at(-1)).toEqual(['slip_logged', 'PREPARING']);
    expect((await told.view()).sessionAt).toBeNull();
    const page = await told.ours.iris.call('get', 'disclosure');
    expect(page.text).not.toMatch(/slip|new_material/);
    const dated = (day: string) =>
      told.refusals('/schedule', { startsAt: told.wall(day, '10:00').toISOString() });
    expect(await dated('2025-03-18')).toContain('slip_distance');
    expect(await dated('2025-03-19')).not.toContain('slip_distance');
    const [logged] = (await told.view()).events.filter(({ event }) => event === 'slip_logged');
    expect(logged?.at).toBe('2025-02-20T15:10:00.000Z');
  });

  it('comes to a second date, with the day before, the session, its pause and its end', async () => {
    await secondTime(told);
    await theDay(told);
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

  it('makes what is due after it in the couple’s own time, over the clock change behind them', async () => {
    const { events } = await told.view();
    const at = (name: string) => events.find(({ event }) => event === name)?.at;
    expect([at('go'), at('end')]).toEqual(['2025-03-28T15:00:00.000Z', '2025-03-28T17:50:00.000Z']);
    const { tasks } = (await told.ours.jo.call('get', `aftercare/${told.ours.coupleId}`)).body as {
      tasks: { dueAt: string }[];
    };
    const due = new Set(tasks.map(({ dueAt }) => dueAt));
    for (const moment of ['2025-03-29T17:50:00.000Z', '2025-03-31T17:50:00.000Z'])
      expect([...due]).toContain(moment);
  });

  it('leaves the acute time after 72 hours and the contacts', async () => {
    await acuteTime(told);
    expect(told.states.at(-1)).toEqual(['acute_passed', 'AFTERCARE']);
  });

  it('hears both letters, and is complete on 15 May', async () => {
    await letters(told);
    expect(told.states.slice(-5)).toEqual([
      ['open_impact', 'IMPACT_PREP'],
      ['deliver_impact', 'IMPACT_DELIVERED'],
      ['open_restitution', 'RESTITUTION_PREP'],
      ['deliver_restitution', 'RESTITUTION_DELIVERED'],
      ['close', 'COMPLETED'],
    ]);
  });

  it('showed the partner no page of the document and the office no page with words, in any state', () => {
    expect(told.states.length).toBeGreaterThan(30);
    expect([...new Set(told.pried)].sort()).toEqual(['404 not_found']);
  });
});
