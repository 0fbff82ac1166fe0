import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import { days, DisclosureStage, goodFacts, hours, type Placed } from '../arrange-disclosure.js';
import { everythingSeen } from '../look-alike.js';
import type { TestClient } from '../test-client.js';

const dated: Placed = { signed: ['RP', 'BP', 'JOINT'], readyUntil: days(10), sessionAt: days(3) };
const dayOf: Placed = { ...dated, sessionAt: hours(2) };
const words = 'Something that only one side may know.';

describe('a pause for safety and a pause for scheduling', () => {
  let stage: DisclosureStage;
  let addresses: string[];

  beforeAll(async () => {
    stage = await DisclosureStage.open();
    stage.facts = goodFacts();
    addresses = declaredRoutes(stage.app.app)
      .filter(({ method, path }) => method === 'get' && path.startsWith('home/') && !path.includes(':'))
      .map(({ path }) => path);
  });
  afterAll(async () => stage.app.close());

  const everything = (by: TestClient): Promise<string[]> => everythingSeen(by, addresses);

  const pauseBy = async (by: TestClient, holdReason: string, event = 'hold'): Promise<void> => {
    const path = `disclosure/${stage.ours.coupleId}/steps`;
    const answer = await by.call('post', path, {
      body: { event, holdReason, reason: words },
      version: stage.version,
    });
    expect(answer.status).toBe(200);
  };

  it('has pages to ask', () => {
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses).toContain('home/disclosure');
  });

  it.each(['rowan', 'iris'] as const)(
    'C-3 are the same on every page of %s, whoever set them',
    async (who) => {
      const { mina, jo, dana } = stage.ours;
      const seen: string[][] = [];
      for (const [by, reason] of [
        [mina, 'other'],
        [mina, 'safety'],
        [jo, 'safety'],
        [jo, 'clinical_risk'],
        [dana, 'life_event'],
      ] as const) {
        await stage.place('SCHEDULED', dated);
        await pauseBy(by, reason);
        seen.push(await everything(stage.ours[who]));
      }
      for (const one of seen.slice(1)) expect(one).toEqual(seen[0]);
      expect(seen[0]!.join('\n')).not.toContain(words);
    },
  );

  it.each(['rowan', 'iris'] as const)(
    'are the same for %s on the day itself, with a session that is postponed as well',
    async (who) => {
      const { mina, jo, rowan, iris } = stage.ours;
      const seen: string[][] = [];
      const pauses: readonly (() => Promise<unknown>)[] = [
        async () => pauseBy(mina, 'other', 'no_go_postpone'),
        async () => pauseBy(jo, 'safety', 'no_go_hold'),
        async () => pauseBy(jo, 'safety'),
        async () => rowan.call('post', 'disclosure/no-go'),
        async () => iris.call('post', 'disclosure/no-go'),
      ];
      for (const pause of pauses) {
        await stage.place('DAY_OF_CHECK', dayOf);
        await pause();
        seen.push(await everything(stage.ours[who]));
      }
      for (const one of seen.slice(1)) expect(one).toEqual(seen[0]);
    },
  );
});
