import { randomBytes, randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** A session of a disclosure with everything around it, for the first couples; nobody is booked twice. */
export async function fillSessions(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  for (const [at, couple] of couples.slice(0, 3).entries()) await fillSession(world, staff, couple, at);
}

async function fillSession(world: World, staff: Cast, couple: Couple, at: number): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, people } = couple;
  const id = randomUUID();
  const [by, lead] = [staff.rp.id, couple.team.find((one) => one.active && one.lead)?.staffId];
  const starts = new Date(Date.UTC(2025, 2, 28 + at, 15));
  const ends = new Date(starts.getTime() + 3 * 3_600_000);
  await sql(
    `INSERT INTO appointment VALUES ($1, $2, $3, 'disclosure', $4, $5, 'America/Chicago', true, $6, now(), NULL, 'JOINT', NULL, NULL, 'open', NULL, NULL, false, 1)`,
    [clinicId, id, coupleId, starts, ends, by],
  );
  for (const [staffId, personId] of [
    [by, null],
    [null, people.RP.id],
    [null, people.BP.id],
  ])
    await sql(
      `INSERT INTO appointment_participant VALUES ($1, $2, $3, $4, $5, $6, true, $7, $8, $5, 'expected', 'JOINT')`,
      [clinicId, randomUUID(), id, coupleId, starts, ends, staffId, personId],
    );
  await sql(
    `INSERT INTO disclosure_session (clinic_id, appointment_id, couple_id, process_id, telehealth_marks, noticed, version)
      SELECT $1::uuid, $2::uuid, $3::uuid, p.id, '{}', '{}', 1 FROM disclosure_process p WHERE p.couple_id = $3::uuid LIMIT 1`,
    [clinicId, id, coupleId],
  );
  await sql(`INSERT INTO session_step VALUES ($1, $2, $3, $4, 'GROUND', now(), NULL, '{0}')`, [
    ...[clinicId, randomUUID(), id, coupleId],
  ]);
  await sql('INSERT INTO date_check VALUES ($1, $2, $3, now())', [clinicId, coupleId, by]);
  await sql(
    `INSERT INTO hard_date VALUES ($1, $2, $3, NULL, NULL, 'court', '2025-04-01', '2025-04-01', $4, now())`,
    [...[clinicId, randomUUID(), coupleId, by]],
  );
  for (const side of ['RP', 'BP'] as const) await fillSide(world, couple, id, side, by);
  for (const [name, actor] of [
    ['ADMIN', staff.admin.id],
    ['LEAD', lead ?? by],
    ['T_RP', staff.rp.id],
    ['T_BP', staff.bp.id],
    ['RP', people.RP.id],
    ['BP', people.BP.id],
  ])
    await sql(`INSERT INTO logistics_mark VALUES ($1, $2, $3, $4, 'transport', $5, $6, now())`, [
      ...[clinicId, randomUUID(), id, coupleId, name, actor],
    ]);
  await sql(
    `INSERT INTO session_reading VALUES ($1, $2, $3, $4, $5, '\\x01', $6, now(), now() + interval '40 minutes', NULL)`,
    [clinicId, randomUUID(), id, coupleId, people.BP.id, randomBytes(8)],
  );
}

async function fillSide(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  id: string,
  side: 'RP' | 'BP',
  staffId: string,
): Promise<void> {
  const person = people[side].id;
  await db.sql(`INSERT INTO session_distress VALUES ($1, $2, $3, $4, $5, 'start', 6, $6, now())`, [
    ...[clinicId, randomUUID(), id, coupleId, side, staffId],
  ]);
  for (const [source, by] of [
    ['P', person],
    ['T', staffId],
  ])
    await db.sql(
      `INSERT INTO day_check VALUES ($1, $2, $3, $4, $5, $6, $7, true, true, true, true, true, NULL, $8, now(), NULL, 1)`,
      [clinicId, randomUUID(), id, coupleId, person, side, source, by],
    );
  await db.sql(`INSERT INTO support_plan VALUES ($1, $2, $3, $4, $5, 'A', '\\x00', now(), 1)`, [
    ...[clinicId, randomUUID(), coupleId, person, side],
  ]);
  await db.sql(
    `INSERT INTO hard_date VALUES ($1, $2, $3, $4, $5, 'exam', '2025-04-02', '2025-04-03', $4, now())`,
    [clinicId, randomUUID(), coupleId, person, side],
  );
}
