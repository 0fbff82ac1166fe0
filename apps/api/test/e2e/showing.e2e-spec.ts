import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { predictorCodes, predictors, type Rater } from '@trellis/domain';
import { elleryRatings, ratingsOfSum } from '@trellis/fixtures';
import type {
  CouplePredictorsView,
  OwnShownChangesView,
  ShownChangesView,
  SupervisionView,
} from '@trellis/contracts';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** Weeks 2, 4 and 6: two full readings 28 days apart. */
const fortnights = [
  { friday: '2025-01-17T18:00:00Z', sunday: '2025-01-19', therapist: true },
  { friday: '2025-01-31T18:00:00Z', sunday: '2025-02-02', therapist: true },
  { friday: '2025-02-14T18:00:00Z', sunday: '2025-02-16', therapist: false },
] as const;

function sheet(rater: Rater, index: number): Record<string, unknown> {
  return Object.fromEntries(
    predictorCodes.flatMap((code) =>
      Object.entries(ratingsOfSum(predictors[code].items[rater], elleryRatings[code][rater][index] ?? 0)),
    ),
  );
}

/** Local hours of Tuesday 2025-02-18 in Chicago. */
const tuesday = (time: string): Date => new Date(`2025-02-18T${time}:00-06:00`);

describe('what people are shown of a change', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  const show = (by: TestClient, to: readonly unknown[], predictor: unknown = 'CT') =>
    by.call('post', `shown-changes/${ours.coupleId}`, { body: { predictor, to } });
  const seenBy = async (by: TestClient): Promise<ShownChangesView> =>
    (await by.call('get', `shown-changes/${ours.coupleId}`)).body as ShownChangesView;
  const phone = async (by: TestClient): Promise<OwnShownChangesView['changes']> =>
    ((await by.call('get', 'shown-changes')).body as OwnShownChangesView).changes;
  const book = async (by: TestClient, side: string, time: string, staffId: string) =>
    by.call('post', `appointments/${ours.coupleId}`, {
      body: {
        ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on: '2025-02-18', time, minutes: 50 },
        ...{ place: { at: 'open' }, staffIds: [staffId], repeats: null },
      },
    });

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    for (const [index, { friday, sunday, therapist }] of fortnights.entries()) {
      travel(app, new Date(friday));
      const give = (by: TestClient, path: string, rater: Rater) =>
        by.call('post', path, { body: { windowEndsOn: sunday, answers: sheet(rater, index) } });
      expect((await give(ours.rowan, 'predictors/current', 'R')).status).toBe(201);
      expect((await give(ours.iris, 'predictors/current', 'B')).status).toBe(201);
      if (therapist)
        expect((await give(ours.mina, `predictors/${ours.coupleId}/ratings`, 'T')).status).toBe(201);
    }
    travel(app, tuesday('08:00'));
    for (const booked of [
      await book(ours.dana, 'JOINT', '11:00', ours.danaId),
      await book(ours.mina, 'RP', '14:00', ours.minaId),
    ])
      expect([booked.status, booked.text]).toEqual([201, expect.any(String)]);
  });
  afterAll(async () => app.close());

  it('is nothing outside a session, and nothing in a session somebody else holds', async () => {
    for (const [time, by] of [
      ['09:00', ours.dana],
      ['11:20', ours.mina],
      ['13:00', ours.dana],
    ] as const) {
      travel(app, tuesday(time));
      expect((await seenBy(by)).inSession).toEqual([]);
      expect((await show(by, ['RP'])).body.code).toBe('change_not_in_session');
    }
    expect(await phone(ours.rowan)).toEqual([]);
  });

  it('goes to one phone in a session of one, and the other person and their therapist find nothing', async () => {
    travel(app, tuesday('14:10'));
    const before = await ours.iris.call('get', 'shown-changes');
    expect((await show(ours.mina, ['RP', 'BP'])).body.code).toBe('change_not_in_session');
    expect((await show(ours.mina, ['RP'])).status).toBe(201);
    expect(await phone(ours.rowan)).toEqual([
      { predictor: 'CT', statement: expect.stringMatching(/noise$/), shownOn: '2025-02-18' },
    ]);
    const after = await ours.iris.call('get', 'shown-changes');
    expect([after.status, after.text, after.headers['etag']]).toEqual([
      200,
      before.text,
      before.headers['etag'],
    ]);
    expect((await seenBy(ours.mina)).shown).toMatchObject([{ to: 'RP', readOn: '2025-02-16' }]);
    expect((await seenBy(ours.jo)).shown).toEqual([]);
    expect((await seenBy(ours.dana)).shown).toEqual([]);
  });

  it('goes to both in a session of the couple, and is taken back by either side or by whoever showed it', async () => {
    travel(app, tuesday('11:05'));
    expect((await seenBy(ours.dana)).inSession).toEqual(['RP', 'BP']);
    expect((await show(ours.dana, ['RP', 'BP'], 'PI')).status).toBe(201);
    expect((await phone(ours.iris)).map(({ predictor }) => predictor)).toEqual(['PI']);
    expect((await phone(ours.rowan)).map(({ predictor }) => predictor)).toEqual(['CT', 'PI']);
    const [ofIris] = (await seenBy(ours.jo)).shown;
    expect(ofIris).toMatchObject({ to: 'BP', predictor: 'PI', version: 1 });
    const back = (by: TestClient, version: number, id = ofIris!.id) =>
      by.call('post', `shown-changes/${ours.coupleId}/${id}/taking-back`, { version });
    expect((await back(ours.mina, 1)).status).toBe(404);
    expect((await back(ours.jo, 2)).body.code).toBe('version_stale');
    expect((await back(ours.jo, 1)).status).toBe(200);
    expect((await back(ours.dana, 2)).status).toBe(404);
    expect((await back(ours.dana, 1, 'x')).status).toBe(404);
    expect(await phone(ours.iris)).toEqual([]);
    expect((await phone(ours.rowan)).length).toBe(2);
    expect((await seenBy(ours.dana)).shown.map(({ to }) => to)).toEqual(['RP']);
  });

  it('leaves a row for the person it concerns, and none that the office reads', async () => {
    const rows = await app.db.sql<{ action: string; person_id: string }>(
      `SELECT action, person_id FROM audit_event WHERE clinic_id = $1 AND action LIKE 'shown_change.%'
        AND action <> 'shown_change.read_own' ORDER BY action`,
      [ours.clinicId],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'shown_change.show',
      'shown_change.show',
      'shown_change.show',
      'shown_change.take_back',
    ]);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    expect((await admin.call('get', 'audit')).text).not.toContain('shown_change');
  });

  it('comes from statements that supervision lists by name in one statement, with what is missing', async () => {
    await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    const asked = jest.spyOn(app.app.get(UnitOfWork), 'rows');
    const read = async (by: TestClient, query = '') =>
      (await by.call('get', `supervision${query}`)).body as SupervisionView;
    const { couples, nextCursor } = await read(ours.jo);
    expect(asked.mock.calls.filter(([text]) => text.includes('predictor_reading'))).toHaveLength(1);
    asked.mockRestore();
    const charts = (await ours.jo.call('get', `predictors/${ours.coupleId}`)).body as CouplePredictorsView;
    expect(couples).toEqual([
      {
        ...{ coupleId: ours.coupleId, coupleName: expect.any(String), measured: true, openEpisodes: 0 },
        ...{ readings: 3, selfMissing: 0, partnerMissing: 0 },
        changes: charts.predictors.map(({ predictor, statement }) => ({ predictor, statement })),
      },
    ]);
    expect(nextCursor).toBeNull();
    expect((await read(ours.jo, `?cursor=${ours.coupleId}`)).couples).toEqual([]);
    const other = await arrangeCase(app);
    travel(app, tuesday('11:05'));
    expect((await read(other.mina)).couples.map(({ coupleId }) => coupleId)).toEqual([other.coupleId]);
    expect((await ours.rowan.call('get', 'supervision')).status).toBe(404);
  });

  it('stands without both consents, but nothing new is shown', async () => {
    await app.db.sql(
      "UPDATE consent SET withdrawn_at = now() WHERE kind = 'measurement' AND person_id = $1",
      [ours.irisId],
    );
    travel(app, tuesday('14:20'));
    expect((await show(ours.mina, ['RP'], 'ED')).body.code).toBe('change_not_known');
    const [hidden] = ((await ours.mina.call('get', 'supervision')).body as SupervisionView).couples;
    expect([hidden?.measured, hidden?.readings]).toEqual([false, 0]);
    expect((await phone(ours.rowan)).length).toBe(2);
  });

  it.each<[string, readonly unknown[], unknown]>([
    ['nobody', [], 'CT'],
    ['one person twice', ['RP', 'RP'], 'CT'],
    ['a side of both', ['JOINT'], 'CT'],
    ['a list in a list', [['RP']], 'CT'],
    ['no predictor', ['RP'], null],
    ['a predictor that is none', ['RP'], 'XX'],
  ])('refuses %s', async (_, to, predictor) => {
    expect((await show(ours.mina, to, predictor)).status).toBe(400);
  });

  it('is for the care team alone', async () => {
    const other = await arrangeCase(app);
    const staffed = async (role: 'therapist' | 'supervisor' | 'clinic_admin', name: string) =>
      signedIn(app, ours.clinicId, await arrangeStaff(app, ours.clinicId, role, name), role);
    for (const by of [
      other.mina,
      await staffed('therapist', 'Sol Reyes'),
      await staffed('supervisor', 'Kim Arden'),
    ]) {
      expect((await by.call('get', `shown-changes/${ours.coupleId}`)).status).toBe(404);
      expect([403, 404]).toContain((await show(by, ['RP'])).status);
    }
    const admin = await staffed('clinic_admin', 'Ada Field');
    expect((await admin.call('get', `shown-changes/${ours.coupleId}`)).status).toBe(404);
    expect((await ours.rowan.call('get', `shown-changes/${ours.coupleId}`)).status).toBe(404);
  });
});
