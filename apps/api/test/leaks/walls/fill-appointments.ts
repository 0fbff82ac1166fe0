import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** Sessions of each side and of both, a series, a room and time off; nobody is booked twice. */
export async function fillAppointments(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  const [first] = couples;
  if (first === undefined) return;
  const { sql } = world.app.db;
  const { clinicId } = first;
  await sql(`INSERT INTO room VALUES ($1, $2, 'Room 1', NULL, 1)`, [clinicId, randomUUID()]);
  const off = randomUUID();
  await sql(`INSERT INTO time_off VALUES ($1, $2, $3, '2025-06-01Z', '2025-06-02Z')`, [
    ...[clinicId, off, staff.rp.id],
  ]);
  await sql(
    `INSERT INTO appointment_participant (clinic_id, id, time_off_id, staff_id, starts_at, ends_at, live, arrive_at,
      attendance) VALUES ($1, $2, $3, $4, '2025-06-01Z', '2025-06-02Z', true, '2025-06-01Z', 'expected')`,
    [clinicId, randomUUID(), off, staff.rp.id],
  );
  for (const [at, couple] of couples.slice(0, 3).entries())
    for (const [n, side] of (['RP', 'BP', 'JOINT'] as const).entries())
      await fillSession(world, couple, side, staff[side === 'BP' ? 'bp' : 'rp'].id, at * 3 + n);
}

async function fillSession(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  side: 'RP' | 'BP' | 'JOINT',
  staffId: string,
  day: number,
): Promise<void> {
  const [id, seriesId] = [randomUUID(), randomUUID()];
  const starts = new Date(Date.UTC(2025, 6, 1 + day, 15));
  const ends = new Date(starts.getTime() + 3_000_000);
  await db.sql(
    `INSERT INTO appointment_series VALUES ($1, $2, $3, 'intake', $4, '2025-07-01', '10:00', 'America/Chicago', 50,
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU', '[]', 'open', NULL, NULL, $5, '2026-01-01Z', $6, now(), NULL, 1)`,
    [clinicId, seriesId, coupleId, side, [staffId], staffId],
  );
  await db.sql(
    `INSERT INTO appointment VALUES ($1, $2, $3, 'intake', $4, $5, 'America/Chicago', true, $6, now(), NULL, $7, $8,
      '2025-07-01', 'open', NULL, NULL, false, 1)`,
    [clinicId, id, coupleId, starts, ends, staffId, side, seriesId],
  );
  const persons = side === 'JOINT' ? [people.RP.id, people.BP.id] : [people[side].id];
  for (const [staff, person] of [[staffId, null], ...persons.map((one) => [null, one])])
    await db.sql(
      `INSERT INTO appointment_participant VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8, $5, 'expected', $9)`,
      [clinicId, randomUUID(), id, coupleId, starts, ends, staff, person, side],
    );
}
