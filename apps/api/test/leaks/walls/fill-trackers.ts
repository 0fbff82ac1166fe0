import { randomUUID } from 'node:crypto';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';

/** A sheet of each person. */
export async function fillTrackers({ app: { db } }: World, couples: readonly Couple[]): Promise<void> {
  for (const { clinicId, id: coupleId, people } of couples)
    for (const side of ['RP', 'BP'] as const)
      await db.sql(`INSERT INTO attachment_sheet VALUES ($1, $2, $3, $4, $5, '2025-01-12', '\\x00', now())`, [
        ...[clinicId, randomUUID(), coupleId, people[side].id, side],
      ]);
}
