import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

/** 1,000 saves in the gate; the full size is set from outside. */
const saves = Number(process.env['PROOF_SAVES'] ?? 1000);
const atOnce = 8;

describe('many saves of one draft at the same time', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let taskId: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    taskId = await assignOne(ours.mina, ours.rowanId, 'R01');
    await ours.rowan.call('get', `homework/${taskId}`);
  });
  afterAll(async () => app.close());

  it(`R-3 let one of ${String(atOnce)} win, ${String(saves)} times, and refuse the others as stale`, async () => {
    let version = Number((await ours.rowan.call('get', `homework/${taskId}`)).body.version);
    let kept = -1;
    for (let round = 0; round < saves / atOnce; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: atOnce }, (_, pull) =>
          ours.rowan.call('put', `homework/${taskId}/draft`, { version, body: { answers: { pull } } }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect([round, ...statuses.toSorted()]).toEqual([round, 200, ...Array<number>(atOnce - 1).fill(412)]);
      const won = answers[statuses.indexOf(200)];
      kept = statuses.indexOf(200);
      version = Number(won?.body.version);
    }
    const { body } = await ours.rowan.call('get', `homework/${taskId}`);
    expect(body.version).toBe(version);
    expect(body.answers).toEqual({ pull: kept });
  }, 120_000);
});
