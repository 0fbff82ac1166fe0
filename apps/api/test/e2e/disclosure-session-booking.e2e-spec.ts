import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSessionView, OfficeSessionView, UnmetGateView } from '@trellis/contracts';
import { BookingRepository } from '../../src/disclosure-session/booking.repository.js';
import { withContext } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { datesGathered, readyAt, readyCase, sessionAt, type ReadyCase } from '../arrange-session.js';
import { travel } from '../arrange-case.js';
import { arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';

describe('booking the session of a disclosure', () => {
  let app: TestApp;
  let ours: ReadyCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await readyCase(app);
  });
  afterAll(async () => app.close());

  const at = () => `disclosure-sessions/${ours.coupleId}`;
  const view = async (): Promise<DisclosureSessionView> =>
    (await ours.mina.call('get', at())).body as DisclosureSessionView;
  const schedule = async (startsAt: Date, version: number) =>
    ours.mina.call('post', `disclosure/${ours.coupleId}/schedule`, {
      body: { startsAt: startsAt.toISOString() },
      version,
    });

  it('waits until somebody has gathered the dates that matter', async () => {
    const refused = await schedule(sessionAt, 1);
    expect(gatesOf(refused).map(({ guardId }) => guardId)).toEqual(['calendar_clear']);
    await datesGathered(ours);
    expect((await schedule(sessionAt, 1)).status).toBe(200);
  });

  it('refuses a date near one that matters, whoever keeps it, and names days only', async () => {
    await datesGathered(ours);
    const body = { kind: 'court', from: '2025-04-03', to: '2025-04-05' };
    expect((await ours.iris.call('post', 'disclosure-session/dates', { body })).status).toBe(200);
    const query = `startsAt=${sessionAt.toISOString()}`;
    const collisions = await ours.mina.call('get', `${at()}/collisions?${query}`);
    expect(collisions.body).toEqual({ checked: true, collisions: ['2025-04-03', '2025-04-04'] });
    const refused = await schedule(sessionAt, 1);
    expect(gatesOf(refused).map(({ item }) => item)).toEqual(['2025-04-03', '2025-04-04']);
    expect((await ours.mina.call('get', at())).body.dates).toEqual([]);
    const shown = (await ours.jo.call('get', at())).body.dates;
    expect(shown).toMatchObject([{ kind: 'court', from: '2025-04-03', to: '2025-04-05', of: 'BP' }]);
    expect((await ours.mina.call('delete', `${at()}/dates/${shown[0].id}`)).status).toBe(404);
    expect((await ours.iris.call('delete', `disclosure-session/dates/${shown[0].id}`)).status).toBe(200);
    expect((await schedule(sessionAt, 1)).status).toBe(200);
  });

  it('books everybody once, each at an hour of their own', async () => {
    await datesGathered(ours);
    await schedule(sessionAt, 1);
    const { appointment } = await view();
    expect(appointment).toMatchObject({
      startsAt: '2025-03-28T15:00:00.000Z',
      endsAt: '2025-03-28T18:00:00.000Z',
      zone: 'America/Chicago',
    });
    expect(
      appointment?.participants.map(({ name, side, arriveAt }) => [name, side, arriveAt.slice(11, 16)]),
    ).toEqual([
      ['Iris', 'BP', '14:40'],
      ['Rowan', 'RP', '14:50'],
      ['Dana Raman', null, '15:00'],
      ['Jo Whitlock', null, '15:00'],
      ['Mina Castellan', null, '15:00'],
    ]);
    const own = (await ours.iris.call('get', 'disclosure-session')).body.appointment;
    expect(own).toEqual({
      ...{ startsAt: '2025-03-28T15:00:00.000Z', endsAt: '2025-03-28T18:00:00.000Z' },
      ...{ arriveAt: '2025-03-28T14:40:00.000Z', zone: 'America/Chicago', today: false },
    });
  });

  it('keeps wall time across a clock change, in elapsed hours', async () => {
    await datesGathered(ours);
    // 01:30 before the clock goes forward in Chicago would be a strange hour; the zone counts all the same.
    await app.db.sql("UPDATE disclosure_fact SET ready_until = '2025-12-01' WHERE process_id = $1", [
      ours.processId,
    ]);
    const beforeChange = new Date('2025-11-02T05:30:00Z');
    expect((await schedule(beforeChange, 1)).status).toBe(200);
    const { appointment } = await view();
    expect(appointment?.endsAt).toBe('2025-11-02T08:30:00.000Z');
    travel(app, new Date('2025-11-02T04:59:00Z'));
    expect((await ours.rowan.call('get', 'disclosure-session')).body.appointment.today).toBe(false);
    travel(app, new Date('2025-11-02T05:00:00Z'));
    expect((await ours.rowan.call('get', 'disclosure-session')).body.appointment.today).toBe(true);
    travel(app, new Date('2025-11-03T05:59:59Z'));
    expect((await ours.rowan.call('get', 'disclosure-session')).body.appointment.today).toBe(true);
    travel(app, readyAt);
  });

  it('moves: the former time is free, and what was confirmed for it counts no longer', async () => {
    await datesGathered(ours);
    await schedule(sessionAt, 1);
    await ours.iris.call('put', 'disclosure-session/logistics', {
      body: { line: 'transport', confirmed: true },
    });
    const first = (await view()).appointment?.id;
    const later = new Date('2025-03-31T15:00:00Z');
    expect((await schedule(later, 2)).status).toBe(200);
    const moved = await view();
    expect(moved.appointment?.id).not.toBe(first);
    expect(moved.logistics.some(({ confirmed }) => confirmed)).toBe(false);
    expect((await schedule(sessionAt, 3)).status).toBe(200);
    const rows = await app.db.sql<{ live: boolean }>(
      'SELECT live FROM appointment WHERE couple_id = $1 ORDER BY booked_at',
      [ours.coupleId],
    );
    expect(rows.filter(({ live }) => live)).toHaveLength(1);
    expect(rows).toHaveLength(3);
  });

  it('refuses a therapist or a person who has another appointment then, and takes no step', async () => {
    await datesGathered(ours);
    const busy = await busyCouple(app, ours);
    const refused = await schedule(new Date(sessionAt.getTime() + 60 * 60_000), 1);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      409,
      'appointment_conflict',
      { with: 'staff' },
    ]);
    expect((await view()).state).toBe('READY');
    expect((await schedule(new Date(sessionAt.getTime() + 3 * 60 * 60_000), 1)).status).toBe(200);
    expect(busy).toBeDefined();
  });

  it('refuses a person who has another appointment then, by the second rule of the database', async () => {
    await datesGathered(ours);
    await busyCouple(app, ours, 'person');
    const refused = await schedule(new Date(sessionAt.getTime() + 60 * 60_000), 1);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      409,
      'appointment_conflict',
      { with: 'person' },
    ]);
    expect((await view()).state).toBe('READY');
    expect((await schedule(new Date(sessionAt.getTime() + 4 * 60 * 60_000), 1)).status).toBe(200);
  });

  it('expects whoever joins the team after the booking, and no longer whoever has left it', async () => {
    await datesGathered(ours);
    await schedule(sessionAt, 1);
    const joins = await arrangeStaff(app, ours.clinicId, 'therapist', 'Wren Hale');
    const team = `couples/${ours.coupleId}/care-team`;
    const joined = await ours.mina.call('post', team, { body: { staffId: joins, side: 'JOINT' } });
    expect(joined.status).toBe(204);
    const expected = async () => (await view()).appointment?.participants.map(({ name }) => name);
    expect(await expected()).toContain('Wren Hale');
    const rows = (await ours.mina.call('get', team)).body.rows as { id: string; staffId: string }[];
    const row = rows.find(({ staffId }) => staffId === joins);
    expect((await ours.mina.call('post', `${team}/${String(row?.id)}/end`, { body: {} })).status).toBe(204);
    expect(await expected()).not.toContain('Wren Hale');
    expect(await expected()).toHaveLength(5);
  });

  it('lets one of 64 crowding bookings of one therapist through, held by the database', async () => {
    const work = app.app.get(UnitOfWork);
    const bookings = app.app.get(BookingRepository);
    const { clinicId, minaId } = ours;
    const couples: { coupleId: string; processId: string }[] = [];
    for (let at = 0; at < 64; at += 1) couples.push(await bareCouple(app, ours));
    const tries = await Promise.allSettled(
      couples.map(({ coupleId, processId }, at) =>
        withContext(
          {
            ...{ correlationId: randomUUID(), surface: 'clinic' },
            actor: { clinicId: clinicId as never, id: minaId, role: 'therapist' },
          },
          () =>
            work.run(() =>
              bookings.book(
                { clinicId, coupleId, timeZone: 'America/Chicago' },
                {
                  ...{ processId, bookedBy: minaId, at: readyAt },
                  startsAt: new Date(sessionAt.getTime() + at * 60_000),
                  endsAt: new Date(sessionAt.getTime() + (at + 180) * 60_000),
                },
              ),
            ),
        ),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : []));
    expect([...new Set(codes)]).toEqual(['appointment_conflict']);
    const rows = await app.db.sql('SELECT 1 FROM appointment_participant WHERE staff_id = $1 AND live', [
      minaId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is a neutral hour for the office, with its own lines and nothing else', async () => {
    await datesGathered(ours);
    await schedule(sessionAt, 1);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    const office = await admin.call('get', `${at()}/office`);
    expect((office.body as OfficeSessionView).logistics.map(({ line }) => line)).toEqual([
      'rooms',
      'food',
      'emergency_numbers',
    ]);
    expect(Object.keys(office.body).sort()).toEqual(['endsAt', 'logistics', 'startsAt', 'zone']);
    const done = await admin.call('put', `${at()}/logistics`, { body: { line: 'rooms', confirmed: true } });
    expect(done.body.logistics[0]).toEqual({ line: 'rooms', by: 'ADMIN', mine: true, confirmed: true });
    expect(
      (await admin.call('put', `${at()}/logistics`, { body: { line: 'phones', confirmed: true } })).status,
    ).toBe(404);
    expect((await admin.call('get', at())).status).toBe(404);
  });
});

function gatesOf({ body }: { body: { facts: { gates: UnmetGateView[] } } }): UnmetGateView[] {
  return body.facts.gates;
}

/** Another couple of the same therapist, and an appointment at the time of the session that somebody here goes to. */
async function busyCouple(
  app: TestApp,
  { clinicId, minaId, irisId, mina }: ReadyCase,
  who: 'staff' | 'person' = 'staff',
): Promise<string> {
  const couple = await mina.call('post', 'couples', { body: newCouple(minaId, { name: 'Marlow' }) });
  const coupleId = String(couple.body.id);
  const id = randomUUID();
  const ends = new Date(sessionAt.getTime() + 3 * 60 * 60_000);
  await app.db.sql(
    `INSERT INTO appointment VALUES ($1, $2, $3, 'disclosure', $4, $5, 'America/Chicago', true, $6, now(), NULL, 'JOINT', NULL, NULL, 'open', NULL, NULL, false, 1)`,
    [clinicId, id, coupleId, sessionAt, ends, minaId],
  );
  await app.db.sql(
    `INSERT INTO appointment_participant VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8, $5, 'expected', 'JOINT')`,
    [
      ...[clinicId, randomUUID(), id, coupleId, sessionAt, ends],
      ...(who === 'staff' ? [minaId, null] : [null, irisId]),
    ],
  );
  return coupleId;
}

/** A couple that the therapist cares for, with a process; its people are nobody else's. */
async function bareCouple(
  app: TestApp,
  { clinicId, minaId }: ReadyCase,
): Promise<{ coupleId: string; processId: string }> {
  const [coupleId, processId] = [randomUUID(), randomUUID()];
  await app.db.sql(
    `INSERT INTO couple SELECT clinic_id, $2, 'Crowd', 'active', 1, stage_since, anchor_on, time_zone, secrets_policy, now(), 1
      FROM couple WHERE clinic_id = $1 LIMIT 1`,
    [clinicId, coupleId],
  );
  await app.db.sql(
    `INSERT INTO care_assignment VALUES ($1, gen_random_uuid(), $2, $3, 'RP', true, now() - interval '1 day', NULL)`,
    [clinicId, coupleId, minaId],
  );
  await app.db.sql(
    `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, version, state_since)
      VALUES ($1, $2, $3, 'READY', now(), $4, 1, now())`,
    [clinicId, processId, coupleId, minaId],
  );
  return { coupleId, processId };
}
