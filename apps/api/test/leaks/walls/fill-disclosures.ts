import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** What the process of each couple remembers between two steps, on every side and in every state of telling. */
export async function fillDisclosures(
  { app: { db } }: World,
  staff: Cast,
  couples: readonly Couple[],
): Promise<void> {
  const [by, other] = [staff.rp.id, staff.bp.id];
  for (const [at, { clinicId, id: coupleId, people }] of couples.entries()) {
    const [row] = await db.sql<{ id: string }>(
      'SELECT id FROM disclosure_process WHERE couple_id = $1 LIMIT 1',
      [coupleId],
    );
    const [processId, side] = [row!.id, (['RP', 'BP', 'JOINT'] as const)[at % 3]];
    const ofProcess = [clinicId, processId, coupleId];
    const withId = (): string[] => [clinicId, randomUUID(), processId, coupleId];
    await db.sql(
      `INSERT INTO disclosure_fact (clinic_id, process_id, couple_id, verification_enabled, verification_agreed,
          joint_work_frozen, sharing_frozen) VALUES ($1, $2, $3, false, false, true, false) ON CONFLICT DO NOTHING`,
      ofProcess,
    );
    await db.sql(
      `INSERT INTO disclosure_hold VALUES ($1, $2, $3, $4, 'safety', 'staff', $5, now(), 'PREPARING') ON CONFLICT DO NOTHING`,
      [...ofProcess, side, by],
    );
    await db.sql(`INSERT INTO disclosure_order VALUES ($1, $2, $3, now(), NULL, $4, now(), 1)`, [
      ...ofProcess,
      by,
    ]);
    await db.sql(
      `INSERT INTO disclosure_signature VALUES ($1, $2, $3, $4, 'resume', 'RP', $5, now(), 1, NULL)`,
      [...withId(), by],
    );
    await db.sql(
      `INSERT INTO disclosure_cosign VALUES ($1, $2, $3, $4, 'waive', $5, now(), $6, NULL, NULL)`,
      [...withId(), by, other],
    );
    await db.sql(
      `INSERT INTO disclosure_words SELECT v.clinic_id, v.id, v.couple_id, $2, $3, '\\x00', now() FROM disclosure_event v
        WHERE v.couple_id = $1 LIMIT 1`,
      [coupleId, side, people.RP.id],
    );
    for (const one of ['RP', 'BP'] as const)
      for (const toldAt of [null, '2025-03-01T00:00:00Z'])
        await db.sql(
          `INSERT INTO disclosure_notice VALUES ($1, $2, $3, $4, $5, $6, 'not_at_this_time', now(), $7, NULL)`,
          [...withId(), people[one].id, one, toldAt],
        );
  }
}
