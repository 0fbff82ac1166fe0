import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';
import { therapist } from './fill-letters.js';

type Cast = Readonly<Record<Post, Staff>>;

/** The time after a session for each couple: of both sides and the joint work, done and open, told and untold. */
export async function fillAftercare(
  { app: { db } }: World,
  staff: Cast,
  couples: readonly Couple[],
): Promise<void> {
  const { sql } = db;
  const partners = ['not_yet', 'with_therapist_planned', 'told'];
  for (const [at, couple] of couples.entries()) {
    const { clinicId, id: coupleId, people } = couple;
    const by = { RP: therapist(couple, 'RP') ?? staff.rp.id, BP: therapist(couple, 'BP') ?? staff.bp.id };
    const periodId = randomUUID();
    const [row] = await sql<{ id: string }>(
      'SELECT id FROM disclosure_process WHERE couple_id = $1 LIMIT 1',
      [coupleId],
    );
    await sql('INSERT INTO aftercare_period VALUES ($1, $2, $3, $4, now(), NULL, false)', [
      ...[clinicId, periodId, coupleId, row!.id],
    ]);
    const task = async (recipient: string, side: string): Promise<string> => {
      const id = randomUUID();
      await sql(
        `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, version)
          VALUES ($1, $2, $3, $4, $7, $5, $6, now(), 1)`,
        [clinicId, id, periodId, coupleId, recipient, side, `item ${id}`],
      );
      return id;
    };
    await task('LEAD', 'JOINT');
    for (const side of ['RP', 'BP'] as const) {
      await task(`T_${side}`, side);
      const taskId = await task(side, side);
      const person = people[side].id;
      await sql(
        `INSERT INTO aftercare_answer VALUES ($1, $2, $3, $4, $5, $6, 'home', 'safe', '\\x00', now())`,
        [...[clinicId, randomUUID(), taskId, coupleId, person, side]],
      );
      for (const contact of ['departure', 'h24', 'h72'])
        await sql('INSERT INTO aftercare_contact VALUES ($1, $2, $3, $4, $5, $6, now(), $7)', [
          ...[
            clinicId,
            randomUUID(),
            periodId,
            coupleId,
            side,
            contact,
            contact === 'h72' ? by[side] : person,
          ],
        ]);
    }
    for (const side of ['RP', 'BP', 'JOINT'])
      await sql(
        `INSERT INTO aftercare_alert VALUES ($1, $2, $3, $4, 'contact_due', 'x', now(), NULL, NULL, NULL)`,
        [...[clinicId, randomUUID(), coupleId, side]],
      );
    const rp = people.RP.id;
    await sql(
      `INSERT INTO slip SELECT $1, gen_random_uuid(), $2, $3, 'slip', 'slip', now(), now(), who, NULL, $4, NULL, '\\x00', 1
        FROM unnest($5::uuid[]) AS who`,
      [clinicId, coupleId, rp, partners[at % partners.length], [rp, by.RP]],
    );
    await sql('INSERT INTO slip_inquiry VALUES ($1, $2, $3, now(), $4)', [
      ...[clinicId, randomUUID(), coupleId, staff.rp.id],
    ]);
    const correctionId = randomUUID();
    await sql(
      `INSERT INTO correction VALUES ($1, $2, $3, $4, $5, now(), now(), CASE WHEN $6 THEN now() END, NULL, 1)`,
      [clinicId, correctionId, periodId, coupleId, rp, at % 2 === 1],
    );
    await sql(`INSERT INTO correction_note VALUES ($1, $2, $3, $4, $5, '\\x00', now())`, [
      ...[clinicId, randomUUID(), correctionId, coupleId, rp],
    ]);
    await sql('INSERT INTO disclosure_clock VALUES ($1, $2, now(), NULL) ON CONFLICT DO NOTHING', [
      ...[clinicId, coupleId],
    ]);
  }
}
