import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  asLocalDate,
  attachmentItems,
  instantOf,
  templateOf,
  type LocalDate,
} from '@trellis/domain';
import { wholeAnswers } from '@trellis/fixtures';
import type { AttachmentDueView, CoupleTrackersView, PersonTrackersView } from '@trellis/contracts';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const zone = 'America/Chicago';
const firstDay = asLocalDate('2025-02-03');
const at = (day: LocalDate, time: string) => instantOf(day, time, zone);
/** 0 to 4 for seeking closeness, and for keeping distance. */
const sheet = (anxious: number, avoidant: number): Record<string, unknown> =>
  Object.fromEntries(
    attachmentItems.map(({ key, dimension }) => [key, dimension === 'anxious' ? anxious : avoidant]),
  );
const whole = sheet(4, 1);
const { anxious_1: _one, ...withoutOne } = whole;

describe('trackers', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  const give = (by: TestClient, answers: unknown) =>
    by.call('post', 'trackers/attachment', { body: { answers } });
  const due = async (by: TestClient) =>
    (await by.call('get', 'trackers/attachment')).body as AttachmentDueView;
  const own = async (by: TestClient) => (await by.call('get', 'trackers')).body as PersonTrackersView;
  const seenBy = async (by: TestClient) =>
    ((await by.call('get', `trackers/${ellery.coupleId}`)).body as CoupleTrackersView).people;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    // Days are counted from the day a person joined, which is a day of the real clock.
    await app.db.sql('UPDATE enrolment SET enrolled_at = $1', [at(firstDay, '12:00')]);
    travel(app, at(firstDay, '18:00'));
  });
  afterAll(async () => app.close());

  it.each<[string, unknown]>([
    ['no sheet', undefined],
    ['a list', [2]],
    ['a word', 'x'],
    ['nothing', {}],
    ['an item left out', withoutOne],
    ['a value off the scale', { ...whole, anxious_1: 5 }],
    ['half a point', { ...whole, anxious_1: 1.5 }],
    ['a number as text', { ...whole, anxious_1: '2' }],
    ['an item that is not asked', { ...whole, other: 2 }],
    ['nothing that could be said', Object.fromEntries(Object.keys(whole).map((key) => [key, 'cannot_say']))],
  ])('refuses %s', async (_, answers) => {
    expect((await give(ellery.rowan, answers)).status).toBe(400);
    expect(await due(ellery.rowan)).toEqual({ due: true, dueOn: firstDay });
  });

  it('keeps a sheet once in four weeks, in two numbers that are never put together', async () => {
    const next = addDays(firstDay, 28);
    expect((await give(ellery.rowan, whole)).body).toEqual({ due: false, dueOn: next });
    expect((await give(ellery.rowan, sheet(0, 0))).body.code).toBe('rating_already_given');
    expect(await due(ellery.iris)).toEqual({ due: true, dueOn: firstDay });
    travel(app, at(addDays(next, -1), '23:50'));
    expect((await due(ellery.rowan)).due).toBe(false);
    travel(app, at(next, '00:10'));
    const later = { ...sheet(2, 3), avoidant_1: 'cannot_say', avoidant_2: 'cannot_say' };
    expect((await give(ellery.rowan, later)).status).toBe(201);
    const expected = [
      { on: firstDay, anxious: 100, avoidant: 25 },
      { on: next, anxious: 50, avoidant: null },
    ];
    expect((await own(ellery.rowan)).attachment).toEqual(expected);
    expect((await own(ellery.iris)).attachment).toEqual([]);
  });

  it('counts what exercises of each side already hold, and asks nothing twice', async () => {
    const monday = asLocalDate('2025-03-03');
    travel(app, at(monday, '08:00'));
    const weeks = { personId: ellery.irisId, templateCode: 'B14', startsOn: monday, days: 21 };
    const log = { personId: ellery.rowanId, templateCode: 'R04', startsOn: addDays(monday, 14), days: 7 };
    expect((await ellery.jo.call('post', 'homework', { body: weeks })).status).toBe(201);
    expect((await ellery.mina.call('post', 'homework', { body: log })).status).toBe(201);
    const tasks = await app.db.sql<{ id: string; code: string; due_on: LocalDate; version: number }>(
      `SELECT id, template_code AS code, due_on::text, version FROM homework_task
        WHERE couple_id = $1 ORDER BY due_on`,
      [ellery.coupleId],
    );
    for (const { id, code, due_on, version } of tasks) {
      travel(app, at(due_on, '12:00'));
      const reactions = { ...wholeAnswers(templateOf('B14')!), self_blame: 2 };
      const moment = { ...wholeAnswers(templateOf('R04')!), intensity: 6 };
      const by = code === 'B14' ? ellery.iris : ellery.rowan;
      const body = { answers: code === 'B14' ? reactions : moment };
      const given = await by.call('post', `homework/${id}/submission`, { body, version });
      expect([code, given.status]).toEqual([code, 200]);
    }
    const iris = await own(ellery.iris);
    expect(iris.reactions.map(({ selfBlame }) => selfBlame)).toEqual([null, null, 50]);
    expect([iris.urges, iris.days]).toEqual([null, null]);
    const rowan = await own(ellery.rowan);
    expect(rowan.reactions).toEqual([]);
    expect(rowan.urges).toEqual({ count: 1, mean: 6, most: 6 });
    expect(rowan.days?.practised).toBe(1);
  });

  it('is for the person and the therapist of their own side, and for nobody else', async () => {
    const other = await arrangeCase(app);
    const staffed = async (role: 'therapist' | 'supervisor' | 'clinic_admin', name: string) =>
      signedIn(app, ellery.clinicId, await arrangeStaff(app, ellery.clinicId, role, name), role);
    travel(app, at(asLocalDate('2025-03-24'), '09:00'));
    expect(await seenBy(ellery.mina)).toEqual([await own(ellery.rowan)]);
    expect(await seenBy(ellery.jo)).toEqual([await own(ellery.iris)]);
    expect(await seenBy(ellery.dana)).toEqual([]);
    for (const nobody of [
      other.mina,
      await staffed('therapist', 'Ola Brandt'),
      await staffed('supervisor', 'Sol Reyes'),
      await staffed('clinic_admin', 'Ada Field'),
      ellery.rowan,
      ellery.iris,
    ])
      expect([403, 404]).toContain((await nobody.call('get', `trackers/${ellery.coupleId}`)).status);
    expect((await ellery.mina.call('get', 'trackers/none')).status).toBe(404);
    expect((await ellery.mina.call('get', 'trackers/attachment')).status).toBe(404);
    const [row] = await app.db.sql<{ read: number; sealed: boolean }>(
      `SELECT (SELECT count(*)::integer FROM audit_event WHERE action = 'trackers.read' AND person_id = $1) AS read,
        (SELECT bool_and(position('anxious' IN encode(sealed, 'escape')) = 0) FROM attachment_sheet) AS sealed`,
      [ellery.rowanId],
    );
    expect(row).toEqual({ read: 1, sealed: true });
  });
});
