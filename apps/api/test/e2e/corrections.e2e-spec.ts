import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseAftercareView, OwnAftercareView } from '@trellis/contracts';
import { knowing, processIn, sessionEnd, sessionEnds, sessionStart } from '../arrange-aftercare.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const hour = 3_600_000;

describe('what was left out', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let page: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    page = `aftercare/${ours.coupleId}`;
    knowing(app, { session: { departurePlanConfirmed: true } });
    await processIn(app, ours, 'IN_SESSION', { sessionAt: sessionStart });
  });
  afterAll(async () => app.close());

  const seen = async (client: TestClient): Promise<CaseAftercareView> =>
    (await client.call('get', page)).body as CaseAftercareView;
  const write = (client: TestClient, body: object): ReturnType<TestClient['call']> =>
    client.call('post', 'aftercare/corrections', { body });
  const steps = (id: string, version: number, step: string, at: Date): ReturnType<TestClient['call']> =>
    ours.mina.call('post', `${page}/corrections/${id}/steps`, { body: { step, at }, version });

  it('has no place before a session, and none for the partner ever', async () => {
    const recalledAt = '2025-03-28T12:00:00Z';
    travel(app, new Date('2025-03-28T14:00:00Z'));
    const early = await write(ours.rowan, { recalledAt });
    expect([early.status, early.body.code]).toEqual([409, 'aftercare_not_running']);
    await sessionEnds(app, ours);
    expect((await write(ours.iris, { recalledAt })).status).toBe(404);
  });

  it('reaches the own therapist alone, with its deadlines; what comes to mind later joins it', async () => {
    const recalled = new Date(sessionEnd.getTime() + 70 * hour);
    travel(app, new Date(sessionEnd.getTime() + 72 * hour));
    const opened = await write(ours.rowan, { recalledAt: recalled });
    expect((opened.body as OwnAftercareView).corrections).toHaveLength(1);
    await write(ours.rowan, { recalledAt: recalled, words: 'There was one account more.' });
    travel(app, new Date(sessionEnd.getTime() + 72 * hour + 1000));
    await write(ours.rowan, { recalledAt: recalled, words: 'And a trip.' });
    const { corrections, alerts } = await seen(ours.mina);
    expect(corrections).toHaveLength(1);
    const [first] = corrections!;
    expect(first).toMatchObject({ notes: 2, tell: 'in_time', meet: 'open', meetBy: '2025-04-07' });
    expect(first!.tellBy).toBe(new Date(recalled.getTime() + 24 * hour).toISOString());
    expect(alerts.map(({ kind }) => kind)).toContain('correction_opened');
    const words = await ours.mina.call('get', `${page}/corrections/${first!.id}`);
    expect((words.body as { notes: { words: string }[] }).notes.map((note) => note.words)).toEqual([
      'There was one account more.',
      'And a trip.',
    ]);
    for (const other of [ours.jo, ours.dana]) {
      expect(await seen(other)).toMatchObject({ corrections: null, needsReview: false });
      expect((await other.call('get', `${page}/corrections/${first!.id}`)).status).toBe(404);
      expect(JSON.stringify(await seen(other))).not.toContain('correction_opened');
    }
  });

  it('is met, and the third asks for the review of a staggered disclosure', async () => {
    for (const number of [1, 2, 3]) {
      const now = new Date(sessionEnd.getTime() + (100 + number) * hour);
      travel(app, now);
      if (number > 1) await write(ours.rowan, { recalledAt: now, words: `part ${String(number)}` });
      const row = (await seen(ours.mina)).corrections!.at(-1)!;
      expect((await steps(row.id, row.version + 5, 'met', now)).status).toBe(412);
      const met = await steps(row.id, row.version, 'met', now);
      expect(met.body).toMatchObject({ metAt: now.toISOString(), meet: 'in_time' });
      const twice = await steps(row.id, row.version + 1, 'met', now);
      expect(twice.status).toBe(400);
    }
    const { needsReview, corrections, alerts } = await seen(ours.mina);
    expect([needsReview, corrections?.length]).toEqual([true, 3]);
    expect(alerts.map(({ kind }) => kind)).toContain('staggered_review');
    const last = corrections!.at(-1)!;
    const reviewed = await steps(
      last.id,
      last.version,
      'reviewed',
      new Date(sessionEnd.getTime() + 103 * hour),
    );
    expect(reviewed.status).toBe(200);
  });

  it('changes no state of the process', async () => {
    const [row] = await app.db.sql('SELECT state FROM disclosure_process WHERE couple_id = $1', [
      ours.coupleId,
    ]);
    expect(row).toEqual({ state: 'AFTERCARE_ACUTE' });
  });
});
