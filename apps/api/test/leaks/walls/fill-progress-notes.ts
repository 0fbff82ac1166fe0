import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Side, Staff } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;
const states = ['draft', 'waiting', 'returned', 'signed'] as const;

/** A form and a setting of the clinic, and for each record of a couple a note in every state, with what stands around it. */
export async function fillProgressNotes(
  world: World,
  clinicId: string,
  staff: Cast,
  couples: readonly Couple[],
): Promise<void> {
  const { sql } = world.app.db;
  for (const [number, retired] of [
    [1, false],
    [2, true],
  ] as const)
    await sql(
      `INSERT INTO progress_note_form VALUES ($1, $2, $3, 'Course', '[{"heading": "Course", "isPlan": false}]', $4, now(),
        CASE WHEN $5 THEN now() END)`,
      [clinicId, randomUUID(), number, staff.owner.id, retired],
    );
  await sql('INSERT INTO progress_note_setting VALUES ($1, 5, $2, now(), 1)', [clinicId, staff.owner.id]);
  for (const couple of couples)
    for (const side of ['RP', 'BP', 'JOINT'] as const)
      for (const state of states) await fillNote(world, couple, side, state, staff);
}

/** One side is asked of a supervisor, the other of a therapist of the team, who finds it only where they care for it. */
async function fillNote(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  side: Side,
  state: (typeof states)[number],
  staff: Cast,
): Promise<void> {
  const id = randomUUID();
  const author = staff[side === 'BP' ? 'bp' : 'rp'].id;
  const asked = side === 'RP' ? staff.supervisor.id : staff[side === 'BP' ? 'rp' : 'joint'].id;
  const person = side === 'JOINT' ? null : people[side].id;
  const owner = person ?? author;
  await db.sql(
    `INSERT INTO progress_note VALUES ($1, $2, $3, NULL, 'individual', now(), $4, $5, $6, 'DAP', NULL, NULL, $7,
      $8, $9, '\\x00', now(), now(), now(), CASE WHEN $7 = 'signed' THEN now() END, 1)`,
    [clinicId, id, coupleId, side, person, author, state, asked, owner],
  );
  await db.sql(`INSERT INTO progress_note_remark VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '\\x00', now())`, [
    ...[clinicId, randomUUID(), id, coupleId, side, author, asked, owner],
  ]);
  await db.sql(`INSERT INTO progress_note_amendment VALUES ($1, $2, $3, $4, $5, $6, $7, '\\x00', now())`, [
    ...[clinicId, randomUUID(), id, coupleId, side, author, owner],
  ]);
}
