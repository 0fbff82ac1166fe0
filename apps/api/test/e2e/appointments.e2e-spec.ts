import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppointmentListView, AppointmentView, CalendarView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { SeriesWriting } from '../../src/appointments/series-writing.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const week = 'calendar?from=2025-01-06T00:00:00Z&to=2025-01-13T00:00:00Z';
const open = { at: 'open' } as const;

describe('the calendar', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  });
  afterAll(async () => app.close());

  const at = (more = '') => `appointments/${ours.coupleId}${more}`;
  const of = (kind: string, side: string, on: string, time: string, more: object = {}) => ({
    ...{ kind, side, on, time, minutes: 50, place: open, staffIds: [ours.minaId] },
    ...more,
  });
  const own = (on = '2025-01-07', time = '09:00', more: object = {}) =>
    of('individual', 'RP', on, time, more);
  const joint = (on = '2025-01-08', time = '11:00', more: object = {}) =>
    of('couple', 'JOINT', on, time, { staffIds: [ours.danaId], ...more });
  const book = (by: TestClient, body: object) => by.call('post', at(), { body });
  const list = async (by: TestClient): Promise<AppointmentView[]> =>
    ((await by.call('get', at())).body as AppointmentListView).appointments;
  const only = async (by: TestClient): Promise<AppointmentView> => (await list(by))[0]!;
  const act = (by: TestClient, { id, version }: AppointmentView, what: string, body: object) =>
    by.call('post', at(`/${id}/${what}`), { body, version });
  const mark = (by: TestClient, one: AppointmentView, body: object) => act(by, one, 'attendance', body);
  const starts = (rows: readonly { startsAt: string }[]) => rows.map(({ startsAt }) => startsAt.slice(0, 16));
  const phone = async (by: TestClient) => {
    const { body } = await by.call('get', 'appointments');
    return body as { appointments: { startsAt: string; together: boolean }[] };
  };

  it('shows a session to its own side, its hour to the office, and nothing to anybody else', async () => {
    const other = await arrangeCase(app);
    const outside = await signedIn(
      app,
      ours.clinicId,
      await arrangeStaff(app, ours.clinicId, 'therapist', 'Wren Hale'),
      'therapist',
    );
    const before = await ours.iris.call('get', 'appointments');
    expect((await book(ours.mina, own())).status).toBe(201);
    expect(await only(ours.mina)).toMatchObject({
      ...{ kind: 'individual', side: 'RP', zone: 'America/Chicago', on: '2025-01-07', time: '09:00' },
      ...{ startsAt: '2025-01-07T15:00:00.000Z', minutes: 50, state: 'booked', outcome: 'open' },
      people: [{ side: 'RP', name: 'Rowan', attendance: 'expected', movedTo: null }],
      staff: [{ name: 'Mina Castellan' }],
    });
    expect([await list(ours.jo), await list(ours.dana)]).toEqual([[], []]);
    expect(((await ours.jo.call('get', week)).body as CalendarView).appointments).toEqual([]);
    expect(((await ours.mina.call('get', week)).body as CalendarView).appointments).toHaveLength(1);
    expect((await ours.mina.call('get', `${week}&staffId=${ours.joId}`)).status).toBe(404);
    const seen = (await admin.call('get', `${week}&staffId=${ours.minaId}`)).body as CalendarView;
    expect(seen.appointments).toMatchObject([{ kind: 'individual', people: [{ name: 'Rowan' }] }]);
    for (const by of [outside, other.mina]) {
      expect((await by.call('get', at())).status).toBe(404);
      expect((await by.call('get', at('/options'))).status).toBe(404);
      expect((await book(by, own())).status).toBe(404);
    }
    expect((await book(ours.jo, own())).status).toBe(404);
    expect((await phone(ours.rowan)).appointments).toMatchObject([{ together: false }]);
    const after = await ours.iris.call('get', 'appointments');
    expect([after.text, after.headers['etag']]).toEqual([before.text, before.headers['etag']]);
    expect((await phone(other.rowan)).appointments).toEqual([]);
  });

  it('tells the office how many come, and not what for', async () => {
    await book(ours.mina, of('aftercare', 'RP', '2025-01-07', '09:00'));
    await book(ours.dana, of('review', 'JOINT', '2025-01-08', '11:00', { staffIds: [ours.danaId] }));
    expect((await list(admin)).map(({ kind }) => kind)).toEqual(['individual', 'couple']);
    const refused = await book(admin, of('review', 'JOINT', '2025-01-09', '11:00'));
    expect(refused.body.facts).toEqual({ why: 'kind_and_side' });
    expect((await book(admin, joint('2025-01-09'))).status).toBe(201);
  });

  it('says which hour is taken, and not by whom where the asker may not know', async () => {
    await book(ours.mina, own());
    const byOther = await book(ours.dana, joint('2025-01-07', '09:30'));
    expect([byOther.status, byOther.body.code]).toEqual([409, 'appointment_conflict']);
    expect(byOther.body.facts.hours).toEqual([
      { startsAt: '2025-01-07T15:30:00.000Z', taken: ['somebody'], staffIds: [] },
    ]);
    const bySame = await book(ours.mina, joint('2025-01-07', '09:30', { staffIds: [ours.minaId] }));
    expect(bySame.body.facts.hours[0]).toMatchObject({ taken: ['person', 'staff'], staffIds: [ours.minaId] });
    const rooms = (await admin.call('post', 'rooms', { body: { name: 'Room 2' } })).body.rooms;
    const place = { at: 'room', roomId: rooms[0].id };
    expect((await book(ours.mina, own('2025-01-09', '09:00', { place }))).status).toBe(201);
    const inRoom = { ...of('individual', 'BP', '2025-01-09', '09:00', { place }), staffIds: [ours.joId] };
    expect((await book(ours.jo, inRoom)).body.facts.hours[0].taken).toEqual(['room']);
    expect((await book(ours.jo, { ...inRoom, time: '09:50' })).status).toBe(201);
    const off = { from: '2025-01-10T14:00:00Z', to: '2025-01-10T23:00:00Z' };
    expect((await ours.mina.call('post', 'calendar/time-off', { body: off })).status).toBe(204);
    expect((await book(ours.mina, own('2025-01-10', '09:00'))).body.facts.hours[0].taken).toEqual(['staff']);
    const [away] = ((await ours.mina.call('get', week)).body as CalendarView).timeOff;
    expect((await ours.jo.call('delete', `calendar/time-off/${away!.id}`)).status).toBe(404);
    expect((await ours.mina.call('delete', `calendar/time-off/${away!.id}`)).status).toBe(204);
    expect((await book(ours.mina, own('2025-01-10', '09:00'))).status).toBe(201);
    const over = { from: '2025-01-10T15:30:00Z', to: '2025-01-10T23:00:00Z' };
    expect((await ours.mina.call('post', 'calendar/time-off', { body: over })).status).toBe(409);
  });

  it('lets one of 64 bookings at once through', async () => {
    const tries = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        n % 2 === 0
          ? book(ours.mina, own('2025-01-07', `09:${String(n % 50).padStart(2, '0')}`))
          : book(
              ours.jo,
              joint('2025-01-07', `09:${String(n % 50).padStart(2, '0')}`, { staffIds: [ours.minaId] }),
            ),
      ),
    );
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const rows = await app.db.sql('SELECT 1 FROM appointment_participant WHERE staff_id = $1', [ours.minaId]);
    expect(rows).toHaveLength(1);
  });

  it('keeps the hour of the wall over the change of clocks, and is written on by night', async () => {
    const repeats = { every: 'week', interval: 1 };
    expect((await book(ours.mina, own('2025-02-25', '09:00', { repeats }))).status).toBe(201);
    const rows = await list(ours.mina);
    expect(starts(rows).slice(0, 4)).toEqual([
      ...['2025-02-25T15:00', '2025-03-04T15:00', '2025-03-11T14:00', '2025-03-18T14:00'],
    ]);
    expect(rows).toHaveLength(26);
    expect(rows[0]?.repeats).toEqual({ every: 'week', interval: 1, count: null, lastOn: null });
    // Somebody has the hour of a week that is not written yet.
    await book(ours.mina, joint('2025-09-02', '09:00', { staffIds: [ours.minaId] }));
    travel(app, new Date(firstMonday.getTime() + 70 * 86_400_000));
    const nightly = app.app.get(SeriesWriting);
    await nightly.look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    await nightly.look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    const later = (await list(ours.mina)).filter(({ side }) => side === 'RP');
    expect(starts(later).slice(-2)).toEqual(['2025-09-02T14:00', '2025-09-09T14:00']);
    expect(later.slice(-2).map(({ state }) => state)).toEqual(['not_booked', 'booked']);
    travel(app, firstMonday);
  });

  it('changes one, it and those that follow, or all', async () => {
    const repeats = { every: 'week', interval: 1, count: 5 };
    await book(ours.mina, own('2025-01-07', '09:00', { repeats }));
    const to = (on: string, time: string, scope: string) => ({ scope, on, time, minutes: 50, place: open });
    const now = async () => starts((await list(ours.mina)).filter(({ state }) => state === 'booked'));
    const third = (await list(ours.mina))[2]!;
    expect((await act(ours.mina, third, 'move', to('2025-01-22', '10:00', 'this'))).status).toBe(200);
    expect(await now()).toEqual([
      ...['2025-01-07T15:00', '2025-01-14T15:00', '2025-01-22T16:00', '2025-01-28T15:00', '2025-02-04T15:00'],
    ]);
    expect((await act(ours.mina, third, 'move', to('2025-01-22', '10:00', 'this'))).status).toBe(412);
    const fourth = (await list(ours.mina))[3]!;
    expect((await act(ours.mina, fourth, 'move', to('2025-01-30', '08:00', 'following'))).status).toBe(200);
    expect(await now()).toEqual([
      ...['2025-01-07T15:00', '2025-01-14T15:00', '2025-01-22T16:00', '2025-01-30T14:00', '2025-02-06T14:00'],
    ]);
    await act(ours.mina, (await list(ours.mina))[1]!, 'cancellation', { scope: 'this' });
    expect((await list(ours.mina))[1]).toMatchObject({ state: 'given_back', outcome: 'given_back' });
    const first = (await list(ours.mina))[0]!;
    expect((await act(ours.mina, first, 'move', to('2025-01-07', '13:00', 'all'))).status).toBe(200);
    // The third was moved by itself and keeps its own hour; the fourth belongs to what follows by now.
    expect(await now()).toEqual([
      ...['2025-01-07T19:00', '2025-01-22T16:00', '2025-01-30T14:00', '2025-02-06T14:00'],
    ]);
    const last = (await list(ours.mina)).at(-2)!;
    expect((await act(ours.mina, last, 'cancellation', { scope: 'following' })).status).toBe(200);
    expect(await now()).toEqual(['2025-01-07T19:00', '2025-01-22T16:00']);
    const single = await book(ours.mina, own('2025-01-10', '15:00'));
    const alone = (single.body as AppointmentListView).appointments.find(({ on }) => on === '2025-01-10')!;
    const refused = await act(ours.mina, alone, 'cancellation', { scope: 'all' });
    expect(refused.body).toMatchObject({ code: 'appointment_refused', facts: { why: 'no_series' } });
  });

  it('marks who came, and gives hours back as a whole', async () => {
    await book(ours.dana, joint());
    const early = await mark(ours.dana, await only(ours.dana), { side: 'RP', attendance: 'attended' });
    expect(early.body.facts).toEqual({ why: 'not_begun' });
    const before = await phone(ours.iris);
    await mark(ours.jo, await only(ours.jo), { side: 'RP', attendance: 'late_cancel' });
    expect(await phone(ours.iris)).toEqual(before);
    travel(app, new Date('2025-01-08T18:00:00Z'));
    await mark(ours.mina, await only(ours.mina), { side: 'BP', attendance: 'attended' });
    expect(await only(ours.dana)).toMatchObject({ outcome: 'one_came', state: 'booked' });
    await mark(ours.jo, await only(ours.jo), { side: 'BP', attendance: 'partner_pause' });
    expect(await only(ours.dana)).toMatchObject({
      ...{ outcome: 'given_back', state: 'given_back' },
      people: [{ attendance: 'partner_pause' }, { attendance: 'partner_pause' }],
    });
    expect((await book(ours.dana, joint())).status).toBe(201);
    const given = (await list(ours.jo)).find(({ state }) => state === 'given_back')!;
    const again = await mark(ours.jo, given, { side: 'BP', attendance: 'expected' });
    expect(again.body.code).toBe('appointment_conflict');
    travel(app, firstMonday);
  });

  it('counts what was marked, and keeps what a reading said before', async () => {
    for (const day of ['2025-01-07', '2025-01-14']) await book(ours.mina, own(day));
    await book(ours.dana, joint());
    await app.db.sql(
      `INSERT INTO predictor_rating VALUES ($1, gen_random_uuid(), $2, '2025-01-19', 'T', $3, 'TS', 10, 5, '1', now())`,
      [ours.clinicId, ours.coupleId, ours.minaId],
    );
    travel(app, new Date('2025-01-20T18:00:00Z'));
    const marked = async (day: string, side: string, attendance: string) => {
      const one = (await list(ours.mina)).find(({ on }) => on === day)!;
      expect((await mark(ours.mina, one, { side, attendance })).status).toBe(200);
    };
    const look = () => app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    const readings = () =>
      app.db.sql<{ counts: object; old: boolean }>(
        `SELECT counts, superseded_at IS NOT NULL AS old FROM predictor_reading
          WHERE couple_id = $1 AND predictor = 'TS' ORDER BY superseded_at NULLS LAST`,
        [ours.coupleId],
      );
    await marked('2025-01-07', 'RP', 'attended');
    await marked('2025-01-14', 'RP', 'no_show');
    await marked('2025-01-08', 'RP', 'attended');
    await look();
    expect(await readings()).toEqual([{ counts: { t1: ['1/1', 2] }, old: false }]);
    await marked('2025-01-08', 'BP', 'attended');
    await marked('2025-01-14', 'RP', 'attended');
    const [clock] = await app.db.sql<{ due: boolean }>(
      'SELECT due_at <= $2 AS due FROM disclosure_clock WHERE couple_id = $1',
      [ours.coupleId, new Date('2025-01-20T18:00:00Z')],
    );
    expect(clock).toEqual({ due: true });
    await look();
    expect(await readings()).toEqual([
      { counts: { t1: ['1/1', 2] }, old: true },
      { counts: { t1: ['2/1', 2], t3: ['1/1', 1] }, old: false },
    ]);
    travel(app, firstMonday);
  });

  it('looks the same on both phones, whatever ended a session of both', async () => {
    const seen: string[] = [];
    for (const attendance of ['clinic_cancelled', 'partner_pause', 'client_moved'] as const) {
      const day = `2025-01-${String(8 + seen.length).padStart(2, '0')}`;
      await book(ours.dana, joint(day));
      const one = (await list(ours.dana)).find(({ on }) => on === day)!;
      expect((await mark(ours.dana, one, { side: 'RP', attendance })).status).toBe(200);
      seen.push((await ours.iris.call('get', 'appointments')).text);
      seen.push((await ours.rowan.call('get', 'appointments')).text);
    }
    expect(new Set(seen)).toEqual(new Set(['{"appointments":[]}']));
  });

  it.each<[string, (ok: object) => object, number]>([
    ['a kind that there is not', (ok) => ({ ...ok, kind: 'disclosure' }), 400],
    ['a day that no calendar has', (ok) => ({ ...ok, on: '2025-02-30' }), 400],
    ['an hour that no clock has', (ok) => ({ ...ok, time: '24:00' }), 400],
    ['no time at all', (ok) => ({ ...ok, minutes: 5 }), 400],
    ['a list for a place', (ok) => ({ ...ok, place: [open] }), 400],
    ['a link that is none', (ok) => ({ ...ok, place: { at: 'video', link: 'javascript:alert(1)' } }), 400],
    ['a room without one', (ok) => ({ ...ok, place: { at: 'open', roomId: ours.coupleId } }), 400],
    ['a list for a series', (ok) => ({ ...ok, repeats: [{ every: 'week', interval: 1 }] }), 400],
    ['nobody of the clinic', (ok) => ({ ...ok, staffIds: [] }), 400],
    ['somebody outside the team', (ok) => ({ ...ok, staffIds: [ours.coupleId] }), 409],
    ['a therapist of the other side', (ok) => ({ ...ok, staffIds: [ours.joId] }), 409],
    ['a room that there is not', (ok) => ({ ...ok, place: { at: 'room', roomId: ours.coupleId } }), 409],
    ['a kind of the other form', (ok) => ({ ...ok, kind: 'couple' }), 409],
    ['a day years away', (ok) => ({ ...ok, on: '2029-01-08' }), 409],
  ])('refuses %s', async (_, changed, status) => {
    expect((await book(ours.mina, changed(own()))).status).toBe(status);
    expect(await list(ours.mina)).toEqual([]);
  });

  it('keeps rooms by the office alone, and knows no session by a wrong name', async () => {
    expect((await ours.mina.call('post', 'rooms', { body: { name: 'Room 9' } })).status).toBe(404);
    const added = (await admin.call('post', 'rooms', { body: { name: 'Room 9' } })).body.rooms;
    expect((await admin.call('post', 'rooms', { body: { name: 'room 9' } })).status).toBe(409);
    expect((await ours.jo.call('get', 'rooms')).body.rooms).toEqual(added);
    const close = (id: string, version: number) => admin.call('post', `rooms/${id}/closing`, { version });
    expect([(await close('x', 1)).status, (await close(added[0].id, 7)).status]).toEqual([404, 412]);
    expect((await close(added[0].id, 1)).body.rooms).toEqual([]);
    for (const id of ['x', ours.coupleId]) {
      const asked = { body: { scope: 'this' }, version: 1 };
      expect((await ours.mina.call('post', at(`/${id}/cancellation`), asked)).status).toBe(404);
    }
    expect((await admin.call('post', 'calendar/time-off', { body: {} })).status).toBe(404);
    expect((await ours.rowan.call('get', 'rooms')).status).toBe(404);
  });
});
