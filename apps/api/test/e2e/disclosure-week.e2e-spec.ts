import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoupleHomeworkView, TodayView } from '@trellis/contracts';
import { processIn, sessionStart } from '../arrange-aftercare.js';
import { arrangeCase, assignOne, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

describe('exercises in the week of a disclosure session', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    travel(app, new Date('2025-03-25T15:00:00Z'));
    await assignOne(ours.mina, ours.rowanId, 'R01', '2025-03-25');
    await assignOne(ours.mina, ours.rowanId, 'R15', '2025-03-25');
  });
  afterAll(async () => app.close());

  const today = async (): Promise<string[]> =>
    ((await ours.rowan.call('get', 'homework/today')).body as TodayView).tasks
      .map(({ templateCode }) => templateCode)
      .sort();
  const lateness = async (): Promise<Record<string, string>> => {
    const { body } = await ours.mina.call('get', `homework?coupleId=${ours.coupleId}`);
    const { tasks } = body as CoupleHomeworkView;
    return Object.fromEntries(tasks.map((task) => [task.templateCode, task.lateness]));
  };

  it('go on as ever while no session is planned', async () => {
    expect(await today()).toContain('R01');
    travel(app, new Date('2025-04-10T15:00:00Z'));
    expect(await lateness()).toEqual({ R01: 'missed', R15: 'missed' });
  });

  it('rest but for the few that carry the week, and are late for nobody, then or after it', async () => {
    await processIn(app, ours, 'SCHEDULED', { sessionAt: sessionStart });
    travel(app, new Date('2025-03-25T15:00:00Z'));
    expect(await today()).toEqual(['R01']);
    travel(app, new Date('2025-04-10T15:00:00Z'));
    expect(await lateness()).toEqual({ R01: 'missed', R15: 'open' });
  });
});
