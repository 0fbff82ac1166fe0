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
  for (const { clinicId, id: coupleId } of couples) {
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
