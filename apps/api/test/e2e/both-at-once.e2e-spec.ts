import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseAftercareView, DisclosureView } from '@trellis/contracts';
import { timeAfter } from '../arrange-aftercare.js';
import { Clock } from '../../src/platform/clock.js';
import { arrangeCase, travel } from '../arrange-case.js';
import { answerNo, arrangePreparing, documentOf, handIn, write } from '../arrange-document.js';
import { arrangeAftercare, layDown, lettersOf } from '../arrange-letters.js';
import { readinessOf } from '../arrange-readiness.js';
import { racesAfterwards, racesOfTheDay } from '../at-once/races-of-the-day.js';
import { racesOfWriting } from '../at-once/races-of-writing.js';
import type { Race } from '../at-once/race.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** Rounds of each race; every round begins with what the one before left. */
const rounds = 2;

describe('two people who write at the same instant', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());

  const later = (): void => {
    travel(app, new Date(app.app.get(Clock).now().getTime() + 1000));
  };

  /** One is kept, the other hears that it changed, and finds what stands; sent again, nothing was lost of either. */
  async function race(name: string, { by, method, path, bodies, marks, standing }: Race): Promise<void> {
    const send = (at: 0 | 1, version: number) => by[at].call(method, path, { body: bodies[at], version });
    later();
    const before = await standing();
    const answers = await Promise.all([send(0, before.version), send(1, before.version)]);
    const statuses = answers.map(({ status }) => (status < 300 ? 'kept' : status));
    expect([name, ...statuses.toSorted()]).toEqual([name, 412, 'kept']);
    const [won, lost] = statuses[0] === 'kept' ? ([0, 1] as const) : ([1, 0] as const);
    expect(answers[lost].body.code).toBe('version_stale');
    // No words travel in an answer that is kept for a repetition.
    for (const mark of marks) expect(answers[lost].text).not.toContain(mark);
    const stands = await standing();
    expect([name, stands.text.includes(marks[won]), stands.text.includes(marks[lost])]).toEqual([
      name,
      true,
      false,
    ]);
    later();
    expect((await send(lost, stands.version)).status).toBeLessThan(300);
    const after = await standing();
    expect([name, after.text.includes(marks[won]), after.text.includes(marks[lost])]).toEqual([
      name,
      false,
      true,
    ]);
  }

  it('sign both where they sign at once, and the step is taken once', async () => {
    const { mina, jo, coupleId } = await arrangePreparing(app);
    const path = `disclosure/${coupleId}`;
    const standing = async () => (await mina.call('get', path)).body as DisclosureView;
    const hold = { event: 'hold', holdReason: 'other' };
    await jo.call('post', `${path}/steps`, { body: hold, version: (await standing()).version });
    for (const [by, side] of [
      [mina, 'RP'],
      [jo, 'BP'],
    ] as const) {
      const screen = { kind: 'risk_screen', side, on: '2025-01-06' };
      await by.call('post', `${readinessOf(coupleId)}/records`, { body: screen });
    }
    const { version } = await standing();
    const body = { purpose: 'resume' };
    const answers = await Promise.all(
      [mina, jo].map((by) => by.call('post', `${path}/signatures`, { body, version })),
    );
    expect(answers.map(({ status, body: { facts } }) => [status, JSON.stringify(facts)])).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    const { state, events } = await standing();
    expect([state, events.filter(({ event }) => event === 'resume').length]).toEqual(['PREPARING', 1]);
  });

  it.each([
    ['in preparing', racesOfWriting],
    ['on the day', racesOfTheDay],
    ['afterwards', racesAfterwards],
  ] as const)(
    'R-3 lose nothing of either %s',
    async (_, races) => {
      const all = Object.entries(await races(app));
      expect(all.length).toBeGreaterThan(3);
      for (const [name, make] of all) {
        const one = await make();
        for (let round = 0; round < rounds; round += 1) await race(name, one);
      }
    },
    60_000,
  );

  it('keep both comments, on a part of the document and on a letter', async () => {
    const { rowan, mina, coupleId } = await arrangePreparing(app);
    await answerNo(rowan);
    await write(rowan, 'c', 'What I hid.');
    await handIn(rowan);
    const place = { number: 1, section: 'c', start: 0, length: 4 };
    const letters = await arrangeAftercare(app);
    const letterId = await layDown(letters.iris, 'impact');
    const places: readonly (readonly [TestClient, string, string, object])[] = [
      [mina, `${documentOf(coupleId)}/comments`, `${documentOf(coupleId)}/versions/1`, place],
      [
        ...([letters.jo, `${lettersOf(letters.coupleId)}/${letterId}/comments`] as const),
        ...([`${lettersOf(letters.coupleId)}/${letterId}`, { revision: 1 }] as const),
      ],
    ];
    for (const [by, path, page, more] of places) {
      const said = ['Say when.', 'Say how long.'];
      const answers = await Promise.all(
        said.map((text) => by.call('post', path, { body: { ...more, id: randomUUID(), text } })),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const { comments } = (await by.call('get', page)).body as { comments: { text: string }[] };
      expect(comments.map(({ text }) => text).toSorted()).toEqual(said.toSorted());
    }
  });

  it('pause once where two therapists pause at once, and the words of one alone are kept', async () => {
    const { mina, jo, coupleId } = await arrangePreparing(app);
    const path = `disclosure/${coupleId}`;
    const { version } = (await mina.call('get', path)).body as DisclosureView;
    const words = ['He asked for time.', 'She asked for time.'];
    const answers = await Promise.all(
      [mina, jo].map((by, at) =>
        by.call('post', `${path}/steps`, {
          body: { event: 'hold', holdReason: at === 0 ? 'other' : 'safety', reason: words[at] },
          version,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const kept = answers[0]?.status === 200 ? 0 : 1;
    const [by, other] = kept === 0 ? [mina, jo] : [jo, mina];
    const paused = ((await by.call('get', path)).body as DisclosureView).events.filter(
      ({ event }) => event === 'hold',
    );
    expect(paused).toHaveLength(1);
    const opened = `${path}/steps/${paused[0]?.id ?? ''}/words`;
    expect((await by.call('get', opened)).body.words).toBe(words[kept]);
    // What the other had written is theirs to keep or to say elsewhere; the pause they meant is there.
    expect((await other.call('get', opened)).status).toBe(404);
  });

  it('do once what can be done once', async () => {
    const theirs = await arrangeCase(app);
    const { doneId, correctionId } = await timeAfter(app, theirs);
    const { mina, coupleId } = theirs;
    const letters = await arrangeAftercare(app);
    const letterId = await layDown(letters.iris, 'impact');
    const seen = (await mina.call('get', `aftercare/${coupleId}`)).body as CaseAftercareView;
    const correction = seen.corrections?.find(({ id }) => id === correctionId)?.version ?? 0;
    const page = `aftercare/${coupleId}`;
    travel(app, new Date('2025-01-06T20:00:00Z'));
    const met = { step: 'met', at: '2025-01-06T18:00:00Z' };
    const acts: readonly (readonly [TestClient, string, number, object?])[] = [
      [mina, `${page}/tasks/${doneId}/done`, 1],
      [mina, `${page}/corrections/${correctionId}/steps`, correction, met],
      [letters.iris, `letters/${letterId}/release`, 2],
    ];
    for (const [by, path, version, body] of acts) {
      const answers = await Promise.all(
        [1, 2].map(() => by.call('post', path, { version, ...(body === undefined ? {} : { body }) })),
      );
      // Too late, or done already: by which of the two the second was stopped is chance.
      const codes = answers.map(({ status }) => (status < 300 ? 'done' : [409, 412].includes(status)));
      expect([path, ...codes.toSorted()]).toEqual([path, 'done', true]);
    }
  });
});
