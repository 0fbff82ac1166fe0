import { randomUUID } from 'node:crypto';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';

/** A sheet of each person, and a day that the recovering person ticked. */
export async function fillTrackers({ app: { db } }: World, couples: readonly Couple[]): Promise<void> {
  for (const { clinicId, id: coupleId, people } of couples)
    for (const side of ['RP', 'BP'] as const)
      await db.sql(`INSERT INTO attachment_sheet VALUES ($1, $2, $3, $4, $5, '2025-01-12', '\\x00', now())`, [
        ...[clinicId, randomUUID(), coupleId, people[side].id, side],
      ]);
  for (const { clinicId, id: coupleId, people } of couples)
    await db.sql(
      `INSERT INTO counted_act (clinic_id, id, couple_id, person_id, side, kind, on_day)
        VALUES ($1, $2, $3, $4, 'RP', 'update', '2025-01-12')`,
      [clinicId, randomUUID(), coupleId, people.RP.id],
    );
}
