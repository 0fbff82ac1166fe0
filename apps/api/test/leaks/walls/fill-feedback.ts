import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** Words about an exercise of each person, read by one of the two. */
export async function fillFeedback(
  { app: { db } }: World,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  for (const { clinicId, id: coupleId, tasks, people, team } of couples)
    for (const side of ['RP', 'BP'] as const) {
      const task = tasks.find((one) => one.side === side);
      if (task === undefined) continue;
      const author = team.find((one) => one.active && one.side === side)?.staffId ?? staff.rp.id;
      await db.sql(
        `INSERT INTO homework_feedback VALUES ($1, $2, $3, $4, $5, $6, $7, '\\x00', now(), NULL)`,
        [clinicId, randomUUID(), task.id, coupleId, people[side].id, side, author],
      );
    }
}
