import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

/** Two forms and a line of the clinic, and for each person a sheet with a draft, one taken back, and one of a session. */
export async function fillInstruments(
  { app: { db } }: World,
  clinicId: string,
  staff: Readonly<Record<Post, Staff>>,
  couples: readonly Couple[],
): Promise<void> {
  const [inUse, retired] = [randomUUID(), randomUUID()];
  const forms = [
    [inUse, 2, staff.rp.id, false],
    [retired, 1, staff.owner.id, true],
  ] as const;
  for (const [id, number, by, over] of forms)
    await db.sql(
      `INSERT INTO instrument_form VALUES ($1, $2, 'PHQ-9', 'en', $3, '{}', NULL, NULL, $4, now(), NULL,
          CASE WHEN $5 THEN now() END, CASE WHEN $5 THEN $4::uuid END, 1)`,
      [clinicId, id, number, by, over],
    );
  await db.sql(`INSERT INTO instrument_threshold VALUES ($1, 'PHQ-9', '"10"', NULL, $2, now(), 1)`, [
    ...[clinicId, staff.owner.id],
  ]);
  for (const { id: coupleId, people, team } of couples)
    for (const side of ['RP', 'BP'] as const) {
      const by = team.find((one) => one.active && one.side === side)?.staffId ?? staff.rp.id;
      const waiting = randomUUID();
      const sheets = [
        [waiting, 'own_account', false, false],
        [randomUUID(), 'own_account', false, true],
        [randomUUID(), 'own_account', true, false],
        [randomUUID(), 'in_person', true, false],
      ] as const;
      for (const [id, place, answered, taken] of sheets)
        await db.sql(
          `INSERT INTO measure_sheet VALUES ($1, $2, $3, $4, $5, $6, 'PHQ-9', $7, $8, now(),
              CASE WHEN $9 THEN '\\x00'::bytea END, CASE WHEN $9 THEN now()::date END, CASE WHEN $9 THEN now() END,
              CASE WHEN $9 THEN 'one' END, false, CASE WHEN $10 THEN now() END, 1)`,
          [clinicId, id, coupleId, people[side].id, side, inUse, place, by, answered, taken],
        );
      await db.sql(`INSERT INTO measure_draft VALUES ($1, $2, $3, '\\x00', now(), 1)`, [
        ...[clinicId, waiting, people[side].id],
      ]);
    }
}
