import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoupleTrustView } from '@trellis/contracts';
import { elleryTrust, trustAnswers } from '@trellis/fixtures';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** Three sides of trust as both rated them, beside the predictors. */
describe('the trust triad', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let work: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    await askedAboutFear(app, ours);
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ours.coupleId]);
    const given = await assignJointly(ours.dana, ours.coupleId, 'C08');
    if (given.status !== 201) throw new Error(given.text);
    work = (given.body as unknown as { id: string }[])[0]?.id ?? '';
  });
  afterAll(async () => app.close());

  const seen = (by: TestClient) => by.call('get', `trust-reviews/${ours.coupleId}`);
  const view = async (by: TestClient): Promise<CoupleTrustView> => (await seen(by)).body as CoupleTrustView;
  const handIn = async (person: TestClient, side: 'RP' | 'BP'): Promise<void> => {
    const id = await halfToday(person, 'C08');
    const { version } = (await person.call('get', `homework/${id}`)).body;
    const body = { answers: trustAnswers(elleryTrust[0]?.[side] ?? []) };
    const done = await person.call('post', `homework/${id}/submission`, { body, version: Number(version) });
    if (done.status !== 200) throw new Error(done.text);
  };

  it('says that a review was given, and the same whether none, one or both of its halves are in', async () => {
    const before = (await seen(ours.dana)).text;
    expect(JSON.parse(before)).toMatchObject({ reviews: [], closed: 1 });
    await handIn(ours.rowan, 'RP');
    expect((await seen(ours.dana)).text).toBe(before);
    await handIn(ours.iris, 'BP');
    for (const by of [ours.dana, ours.mina, ours.jo]) expect((await seen(by)).text).toBe(before);
  });

  it('shows both views once they were opened in a session, with what nobody could say left open', async () => {
    const opened = await ours.dana.call('post', `joint-work/${work}/opening`, { body: { inSession: true } });
    expect(opened.status).toBe(200);
    const { reviews, closed } = await view(ours.dana);
    expect(closed).toBe(0);
    // Rowan 2+3+2, 3+2+2 and 2+3+2 of 12; Sam 1+2+1 and 1+2+1 of 12, and one answer of three, which is too few.
    expect(reviews.map(({ sides }) => sides)).toEqual([
      [
        { side: 'predictability', self: 58.3, partner: 33.3, gap: 25 },
        { side: 'transparency', self: 58.3, partner: 33.3, gap: 25 },
        { side: 'shared_values', self: 58.3, partner: null, gap: null },
      ],
    ]);
    for (const by of [ours.mina, ours.jo]) expect((await view(by)).reviews).toEqual(reviews);
  });

  it('names what is looked at beside each side, and puts none of it into the numbers', async () => {
    const { evidence } = await view(ours.jo);
    expect(evidence.map(({ side, exercises, predictors }) => [side, exercises.length, predictors])).toEqual([
      ['predictability', 2, []],
      ['transparency', 0, ['CT']],
      ['shared_values', 3, []],
    ]);
  });

  it('leaves a row for each person whose half was opened', async () => {
    const rows = (): Promise<{ person_id: string; n: number }[]> =>
      app.db.sql(
        `SELECT person_id, count(*)::int AS n FROM audit_event WHERE action = 'joint_work.read' AND resource_id = $1
            AND person_id IS NOT NULL GROUP BY person_id`,
        [work],
      );
    const before = await rows();
    await view(ours.mina);
    const after = await rows();
    for (const id of [ours.rowanId, ours.irisId]) {
      const n = (all: typeof before): number => all.find(({ person_id }) => person_id === id)?.n ?? 0;
      expect(n(after)).toBe(n(before) + 1);
    }
  });

  it('is not there for the two people, the office, and therapists of other couples', async () => {
    for (const person of [ours.rowan, ours.iris]) expect((await seen(person)).status).toBe(404);
    for (const role of ['therapist', 'supervisor', 'clinic_admin', 'owner'] as const) {
      const id = await arrangeStaff(app, ours.clinicId, role, 'Somebody Else');
      const answer = await seen(await signedIn(app, ours.clinicId, id, role));
      expect([role, answer.status === 403 || answer.status === 404]).toEqual([role, true]);
    }
    const other = await arrangeCase(app);
    expect((await seen(other.dana)).status).toBe(404);
  });
});
