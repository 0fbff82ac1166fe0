import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Staff } from '../facts.js';
import type { World } from '../world.js';

/** An exercise of a therapist with a published version and a draft, and a retired one of the owner. */
export async function fillLibrary(
  { app: { db } }: World,
  clinicId: string,
  staff: Readonly<Record<Post, Staff>>,
): Promise<void> {
  const exercises = [
    ['RX01', staff.rp.id, ['published', 'draft'], false],
    ['BX01', staff.owner.id, ['draft'], false],
    ['BX02', staff.owner.id, ['published'], true],
  ] as const;
  for (const [code, by, states, retired] of exercises) {
    const id = randomUUID();
    await db.sql(
      `INSERT INTO exercise_template VALUES ($1, $2, $3, $4, now(), CASE WHEN $5 THEN now() END,
          CASE WHEN $5 THEN $4::uuid END, CASE WHEN $5 THEN 'done with' END, 1)`,
      [clinicId, id, code, by, retired],
    );
    for (const [at, state] of states.entries())
      await db.sql(
        `INSERT INTO exercise_version (clinic_id, id, template_id, code, number, state, content, saved_by, saved_at,
            published_by, published_at, reason, keeps_words)
          VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, now(), CASE WHEN $6 = 'published' THEN $7::uuid END,
            CASE WHEN $6 = 'published' THEN now() END, CASE WHEN $6 = 'published' THEN 'first' END, false)`,
        [clinicId, randomUUID(), id, code, at + 1, state, by],
      );
  }
  await fillPacks(db, clinicId, staff);
}

/** One pack that is given, in its second version, and a retired one. */
async function fillPacks(
  db: World['app']['db'],
  clinicId: string,
  staff: Readonly<Record<Post, Staff>>,
): Promise<void> {
  const packs = [
    [staff.rp.id, 2, false],
    [staff.owner.id, 1, true],
  ] as const;
  for (const [by, versions, retired] of packs) {
    const id = randomUUID();
    await db.sql(
      `INSERT INTO pack VALUES ($1, $2, $3, now(), CASE WHEN $4 THEN now() END, CASE WHEN $4 THEN $3::uuid END,
          CASE WHEN $4 THEN 'done with' END, 1)`,
      [clinicId, id, by, retired],
    );
    for (let number = 1; number <= versions; number += 1)
      await db.sql(
        `INSERT INTO pack_version VALUES ($1, $2, $3, $4, 'After a move', 1, '[{"code":"R01"}]', $5, now())`,
        [clinicId, randomUUID(), id, number, by],
      );
  }
}
