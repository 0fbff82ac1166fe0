import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** A gate that stands and one that was closed by each kind of hand, answers, signatures, facts, the index, a pause. */
export async function fillStageGates(
  { app: { db } }: World,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  const { sql } = db;
  const hand = { RP: staff.rp.id, BP: staff.bp.id, JOINT: staff.rp.id } as const;
  for (const { clinicId, id: coupleId, people } of couples) {
    const gate = async (toStage: number, closed: boolean): Promise<string> => {
      const id = randomUUID();
      await sql(
        `INSERT INTO stage_gate VALUES ($1, $2, $3, $4, now(), $5, 90, '2025-04-06', ${closed ? 'now()' : 'NULL'})`,
        [clinicId, id, coupleId, toStage, hand.RP],
      );
      return id;
    };
    const open = await gate(2, false);
    const pauseId = randomUUID();
    await sql('INSERT INTO touch_pause VALUES ($1, $2, $3, now(), now(), NULL, NULL)', [
      ...[clinicId, pauseId, coupleId],
    ]);
    for (const side of ['RP', 'BP', 'JOINT'] as const) {
      const person = side === 'JOINT' ? null : people[side].id;
      await sql(`INSERT INTO gate_finding VALUES ($1, $2, $3, $4, '[]')`, [clinicId, open, coupleId, side]);
      await sql(`INSERT INTO gate_closing VALUES ($1, $2, $3, $4, $5, 'staff', now(), $6, '\\x00')`, [
        clinicId,
        await gate(3, true),
        coupleId,
        side,
        hand[side],
        person ?? hand[side],
      ]);
      await sql(`INSERT INTO gate_signature VALUES ($1, $2, $3, 2, $4, $5, now())`, [
        ...[clinicId, randomUUID(), coupleId, side, hand[side]],
      ]);
      await sql(
        `INSERT INTO gate_fact VALUES ($1, $2, $3, $4, $5, 'purpose', 'named', '{}', '2025-01-06', NULL, $6, now(), $7, '\\x00')`,
        [clinicId, randomUUID(), coupleId, side, person, hand[side], person ?? hand[side]],
      );
      if (side === 'JOINT' || person === null) continue;
      await sql(`INSERT INTO gate_closing VALUES ($1, $2, $3, $4, $5, 'client', now(), $5, NULL)`, [
        clinicId,
        await gate(3, true),
        coupleId,
        side,
        person,
      ]);
      for (const number of [1, 2])
        await sql(
          `INSERT INTO gate_agreement VALUES ($1, $2, $3, $4, $5, 2, $6, 'no', true, true, now(),
            ${number === 1 ? 'now()' : 'NULL'})`,
          [clinicId, randomUUID(), coupleId, person, side, number],
        );
      await sql(
        `INSERT INTO safety_index VALUES ($1, $2, $3, $4, $5, '2025-01-06', 12, 6, false, '\\x00', now())`,
        [clinicId, randomUUID(), coupleId, person, side],
      );
      for (const trigger of ['slip_logged', 'person_paused'])
        await sql(`INSERT INTO touch_signal VALUES ($1, $2, $3, $4, $5, $6, $7, 'therapist_task', now())`, [
          clinicId,
          randomUUID(),
          pauseId,
          coupleId,
          person,
          side,
          trigger,
        ]);
    }
  }
}
