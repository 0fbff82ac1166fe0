import { randomBytes, randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** For each person a wish that holds, the one before, and a reminder that was sent. */
export async function fillReminders(
  { app: { db } }: World,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  for (const clinicId of new Set(couples.map((couple) => couple.clinicId))) {
    for (const { id } of [staff.rp, staff.bp])
      await db.sql(`INSERT INTO calendar_feed VALUES ($1, $2, $3, 'en', now())`, [
        ...[clinicId, id, randomBytes(32)],
      ]);
    await db.sql(`INSERT INTO reminder_setting VALUES ($1, 1, '{"daysBefore":2}', $2, now())`, [
      clinicId,
      staff.admin.id,
    ]);
  }
  for (const { clinicId, people } of couples)
    for (const { id } of Object.values(people)) {
      for (const [version, newest, address] of [
        [1, false, null],
        [2, true, Buffer.from([0])],
      ] as const)
        await db.sql(
          `INSERT INTO reminder_wish VALUES ($1, $2, $3, $4, $5, true, $6, '21:00', '09:00', '{7}', 'Europe/Madrid', true,
              now(), now())`,
          [clinicId, randomUUID(), id, version, newest, address],
        );
      await db.sql(
        `INSERT INTO reminder VALUES ($1, $2, $3, 'work', 'day:2025-01-06', '{rating:2025-01-19}', now())`,
        [clinicId, randomUUID(), id],
      );
    }
}
