import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** One more exercise as agreed with each person, and a rest of each. */
export async function fillPlans(
  { app: { db } }: World,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  for (const { clinicId, id: coupleId, people, team } of couples)
    for (const side of ['RP', 'BP'] as const) {
      const planId = randomUUID();
      const by = team.find((one) => one.active && one.side === side)?.staffId ?? staff.rp.id;
      await db.sql(
        `INSERT INTO homework_plan VALUES ($1, $2, $3, $4, $5, $6, 1, '{"kind":"once"}', '{}', '17:00', '2025-01-06',
          '2025-01-12', '{}', $7, now(), NULL, 1)`,
        [clinicId, planId, coupleId, people[side].id, side, side === 'RP' ? 'R06' : 'B06', by],
      );
      await db.sql(
        `INSERT INTO homework_rest VALUES ($1, $2, $3, $4, $5, $6, 'travel', '2025-02-01', '2025-02-03', false, $7, now(), 1)`,
        [clinicId, randomUUID(), coupleId, people[side].id, side, planId, by],
      );
    }
}
