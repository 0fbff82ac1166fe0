import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;
const hash = '0'.repeat(64);

/** Answers, findings, releases and marks of each couple, on every side and in every state. */
export async function fillReadiness(
  { app: { db } }: World,
  staff: Cast,
  couples: readonly Couple[],
): Promise<void> {
  for (const { clinicId, id: coupleId, people } of couples) {
    const [row] = await db.sql<{ id: string }>(
      'SELECT id FROM disclosure_process WHERE couple_id = $1 LIMIT 1',
      [coupleId],
    );
    const processId = row!.id;
    const mark = async (side: string, item: string, by: string, role: string, asked: string | null) =>
      db.sql(
        `INSERT INTO readiness_mark (clinic_id, id, process_id, couple_id, side, item, version, status, marked_by,
            marked_role, marked_at, key_owner_id, reason_sealed, cosigner_asked)
          VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, now(), $8, $10, $11)`,
        [
          ...[clinicId, randomUUID(), processId, coupleId, side, item],
          ...[
            asked === null ? 'met' : 'clinician_override',
            by,
            role,
            asked === null ? null : Buffer.from([0]),
          ],
          asked,
        ],
      );
    for (const side of ['RP', 'BP'] as const) {
      const [person, by] = [people[side].id, side === 'RP' ? staff.rp.id : staff.bp.id];
      for (const [at, revoked] of [null, 'now()'].entries())
        await db.sql(
          `INSERT INTO disclosure_consent VALUES ($1, $2, $3, $4, $5, $6, $7, 'yes', 'disclosure/1', $8, now(),
            ${revoked ?? 'NULL'})`,
          [...[clinicId, randomUUID(), processId, coupleId, person, side], at + 1, hash],
        );
      await db.sql(
        `INSERT INTO readiness_record VALUES ($1, $2, $3, $4, $5, 'contraindication', 'violence_or_fear', 'present',
          '2025-01-06', now(), $6, now(), $5, '\\x00')`,
        [clinicId, randomUUID(), coupleId, side, person, by],
      );
      for (const [signed, revoked] of [
        [false, false],
        [true, false],
        [true, true],
      ])
        await db.sql(
          `INSERT INTO information_release VALUES ($1, $2, $3, $4, $5, '{status}', $6, '2025-12-31', $7, now(), $8, $9,
            ${signed === true ? 'now()' : 'NULL'}, ${revoked === true ? 'now()' : 'NULL'}, 1)`,
          [
            ...[clinicId, randomUUID(), coupleId, person, side, [staff.rp.id, staff.bp.id], by],
            ...[signed === true ? 'information_release/1' : null, signed === true ? hash : null],
          ],
        );
      await mark(side, side === 'RP' ? 'R12' : 'B6', person, 'client', null);
      await mark(side, side === 'RP' ? 'R2' : 'B10', by, 'therapist', null);
      await mark(side, side === 'RP' ? 'R8' : 'B9', by, 'therapist', staff.supervisor.id);
    }
    await db.sql(
      `INSERT INTO readiness_record VALUES ($1, $2, $3, 'JOINT', NULL, 'consultation', NULL, NULL, '2025-01-06', now(),
        $4, now(), $4, '\\x00')`,
      [clinicId, randomUUID(), coupleId, staff.rp.id],
    );
    await db.sql(
      `INSERT INTO grounding_entry VALUES ($1, $2, $3, $4, 'BP', '2025-01-06', 'breath', true, now())`,
      [...[clinicId, randomUUID(), coupleId, people.BP.id]],
    );
    await mark('JOINT', 'S2', staff.admin.id, 'clinic_admin', null);
    await mark('JOINT', 'S5', staff.rp.id, 'therapist', null);
  }
}
