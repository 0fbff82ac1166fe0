import { randomUUID } from 'node:crypto';
import type { Post } from '../cast.js';
import type { Couple, Staff, Track } from '../facts.js';
import type { World } from '../world.js';

type Cast = Readonly<Record<Post, Staff>>;

/** How far the document of each couple is, in turn. */
const states = ['PARTNER_THERAPIST_REVIEW', 'IN_SESSION', 'PREPARING', 'AFTERCARE', 'STOPPED'] as const;

/** A document for each couple, under a process of its own: two versions, comments, readings, and one that was destroyed. */
export async function fillDocuments(world: World, staff: Cast, couples: readonly Couple[]): Promise<void> {
  for (const [at, couple] of couples.entries()) {
    const by = { RP: therapist(couple, 'RP') ?? staff.rp.id, BP: therapist(couple, 'BP') ?? staff.bp.id };
    const documentId = await fillDocument(world, couple, by.RP, states[at % states.length] ?? 'PREPARING');
    await fillAround(world, couple, by, documentId);
  }
}

function therapist({ team }: Couple, side: Track): string | undefined {
  return team.find((one) => one.active && one.side === side)?.staffId;
}

async function fillDocument(
  { app: { db } }: World,
  { clinicId, id: coupleId, people }: Couple,
  guide: string,
  state: string,
): Promise<string> {
  const [processId, documentId] = [randomUUID(), randomUUID()];
  await db.sql(
    `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, closed_at, version, state_since)
      VALUES ($1, $2, $3, $4, now() - interval '1 day', $5, now(), 1, now())`,
    [clinicId, processId, coupleId, state, guide],
  );
  await db.sql(
    `INSERT INTO disclosure_document (clinic_id, id, couple_id, process_id, person_id, opened_at, latest_version,
        destroyed_at, version) VALUES ($1, $2, $3, $4, $5, now(), 2, $6, 1)`,
    [clinicId, documentId, coupleId, processId, people.RP.id, state === 'STOPPED' ? new Date() : null],
  );
  await db.sql(
    `INSERT INTO data_key (clinic_id, id, kind, owner_id, wrapped, created_at) VALUES ($1, $2, 'document', $3, '\\x01', now())`,
    [clinicId, randomUUID(), documentId],
  );
  await db.sql(`INSERT INTO disclosure_inventory VALUES ($1, $2, $3, 1, '\\x00', now(), 1)`, [
    ...[clinicId, randomUUID(), documentId],
  ]);
  await db.sql(`INSERT INTO disclosure_section_draft VALUES ($1, $2, $3, 'a', '\\x00', now(), 1)`, [
    ...[clinicId, randomUUID(), documentId],
  ]);
  for (const number of [1, 2]) {
    const versionId = randomUUID();
    await db.sql('INSERT INTO disclosure_version VALUES ($1, $2, $3, $4, now())', [
      ...[clinicId, versionId, documentId, number],
    ]);
    await db.sql(`INSERT INTO disclosure_version_section VALUES ($1, $2, $3, $4, 'a', $2, '\\x00')`, [
      ...[clinicId, randomUUID(), documentId, versionId],
    ]);
  }
  return documentId;
}

async function fillAround(
  { app: { db } }: World,
  { clinicId }: Couple,
  by: Readonly<Record<Track, string>>,
  documentId: string,
): Promise<void> {
  const add = (table: string, values: string, ...more: unknown[]): Promise<unknown> =>
    db.sql(`INSERT INTO ${table} VALUES ${values}`, [clinicId, documentId, ...more]);
  const some = 'gen_random_uuid()';
  await add('disclosure_comment', `($1, ${some}, $2, 2, 'a', 0, 1, $3, '\\x00', now(), NULL, 1)`, by.RP);
  await add('disclosure_section_decision', `($1, ${some}, $2, 2, 'a', 'approved', $3, now())`, by.RP);
  await add('disclosure_gap', `($1, ${some}, $2, ${some}, $3, now(), NULL)`, by.BP);
  const span = `now(), now() + interval '1 day'`;
  await add('disclosure_reading', `($1, ${some}, $2, 'review', $3, now(), $3, ${span})`, by.RP);
  await add('disclosure_reading', `($1, ${some}, $2, 'later', $3, now(), NULL, NULL, NULL)`, by.BP);
  await add('disclosure_reading', `($1, ${some}, $2, 'later', $3, now(), $4, ${span})`, by.BP, by.RP);
  await add('disclosure_destruction_signature', `($1, $2, 'RP', $3, now())`, by.RP);
  await add('disclosure_destruction_signature', `($1, $2, 'BP', $3, now())`, by.BP);
}
