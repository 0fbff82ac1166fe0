import { expectAccessible } from '../harness/accessible.ts';
import { moveDemoTime } from '../harness/demo.ts';
import { gatherCast, processOf } from '../harness/disclosure/cast.ts';
import { chapters } from '../harness/disclosure/story.ts';
import { expect, test } from '../harness/journey.ts';

test.afterAll(async () => {
  await moveDemoTime(0);
});

test('five people, from the first consent to the end of a disclosure', async ({ devices }) => {
  test.setTimeout(480_000);
  const cast = await gatherCast(devices, expectAccessible);
  for (const [name, tell] of chapters) await test.step(name, () => tell(cast));
  const { state, events } = await processOf(cast);
  expect(state).toBe('COMPLETED');
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['both_consent', 'go', 'pause', 'end', 'deliver_impact', 'deliver_restitution']),
  );
});
