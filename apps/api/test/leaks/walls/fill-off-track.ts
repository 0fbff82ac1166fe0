import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** A reading of each couple, and an episode for each side and for the whole team. */
export async function fillOffTrack(
  { app: { db } }: World,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  for (const clinicId of new Set(couples.map((couple) => couple.clinicId)))
    await db.sql(`INSERT INTO off_track_limits VALUES ($1, 1, '{"viewGap":40}', $2, now())`, [
      clinicId,
      staff.admin.id,
    ]);
  for (const { clinicId, id: coupleId, people } of couples) {
    for (const side of ['RP', 'BP'] as const)
      for (const [by, back] of [
        [staff.rp.id, null],
        [staff.joint.id, staff.joint.id],
      ] as const)
        await db.sql(
          `INSERT INTO shown_change VALUES ($1, $2, $3, $4, $5, 'CT', 'within_noise', '2025-01-19', $6, $7, '2025-01-21',
              now(), $8, CASE WHEN $8::uuid IS NULL THEN NULL ELSE now() END, 1)`,
          [clinicId, randomUUID(), coupleId, people[side].id, side, randomUUID(), by, back],
        );
    await db.sql(
      `INSERT INTO predictor_reading VALUES ($1, $2, $3, '2025-01-06', '2025-01-19', 'CT', '40/1', 'full', '{R,B,T}',
          '{}', '{}', 4, '3/1', '1', '1', now(), NULL)`,
      [clinicId, randomUUID(), coupleId],
    );
    for (const sides of [['RP'], ['BP'], ['JOINT'], ['RP', 'BP']]) {
      const episodeId = randomUUID();
      await db.sql(
        `INSERT INTO off_track_episode VALUES ($1, $2, $3, 'off_track', $4, '2025-05-25', '2025-05-28', 'acknowledged',
            $5, '2025-05-27', NULL, NULL, NULL, NULL, 1)`,
        [clinicId, episodeId, coupleId, sides, staff.rp.id],
      );
      for (const side of sides)
        await db.sql(
          `INSERT INTO off_track_alert VALUES ($1, $2, $3, $4, $5, 'OT-3', NULL, 'RP', '2025-05-25', '2025-05-25',
              NULL, gen_random_uuid()::text, now())`,
          [clinicId, randomUUID(), episodeId, coupleId, side],
        );
    }
  }
}
