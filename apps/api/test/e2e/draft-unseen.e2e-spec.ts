import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { disclosureStates, type DisclosureState } from '@trellis/domain';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import { answerNo, arrangePreparing, documentOf, handIn, putAt, write } from '../arrange-document.js';
import type { ArrangedCase } from '../arrange-case.js';
import { everythingSeen } from '../look-alike.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const states = disclosureStates.filter((state) => state !== 'NOT_STARTED');
const words = 'A sentence of the draft that nobody else has read.';

/** What the other asks by guessing: places of the document below their own door and below the clinic's. */
const guesses = (coupleId: string): readonly string[] => [
  ...['home/disclosure-document/versions/1', 'home/disclosure-document/versions/2'],
  ...['', '/reading', '/custody', '/versions/1', '/inventory'].map(
    (rest) => `clinic/${documentOf(coupleId)}${rest}`,
  ),
];

describe('a draft of the document', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let own: string[];

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangePreparing(app);
    const pages = declaredRoutes(app.app).filter(({ method }) => method === 'get');
    own = pages.map(({ path }) => path).filter((path) => path.startsWith('home/') && !path.includes(':'));
  });
  afterAll(async () => app.close());

  const inEveryState = async (
    by: TestClient,
    addresses: readonly string[],
  ): Promise<Map<string, string[]>> => {
    const seen = new Map<string, string[]>();
    for (const state of states) {
      await putAt(app, ours.coupleId, state);
      seen.set(state, await everythingSeen(by, [...addresses, ...guesses(ours.coupleId)]));
    }
    return seen;
  };

  const draft = async (): Promise<void> => {
    const { mina, rowan, coupleId } = ours;
    await putAt(app, coupleId, 'PREPARING');
    await answerNo(rowan);
    for (const round of [1, 2]) {
      for (const section of ['a', 'c'] as const) await write(rowan, section, `${words} ${String(round)}`);
      await handIn(rowan);
    }
    await write(rowan, 'd', words);
    const body = { id: randomUUID(), number: 2, section: 'a', start: 0, length: 4, text: words };
    expect((await mina.call('post', `${documentOf(coupleId)}/comments`, { body })).status).toBe(201);
  };

  it('has pages to ask', () => {
    expect(own).toContain('home/disclosure-document');
    expect(states).toContain('IN_SESSION' satisfies DisclosureState);
  });

  it('C-3 changes nothing on any page of the partner, whatever the state', async () => {
    const { iris } = ours;
    const before = await inEveryState(iris, own);
    await draft();
    const after = await inEveryState(iris, own);
    const changed = [...after].flatMap(([state, lines]) =>
      lines.filter((line) => before.get(state)?.includes(line) !== true).map((line) => `${state} ${line}`),
    );
    expect(changed).toEqual([]);
    expect(JSON.stringify([...after.values()])).not.toContain(words);
  }, 120_000);
});
