import { randomUUID } from 'node:crypto';
import type { LetterKind } from './said.js';
import type { DisclosureTeller } from './teller.js';

const [began, opened, ends] = ['2025-01-06T17:50:00Z', '2025-01-06T17:55:00Z', '2025-01-06T21:00:00Z'];

/** A session that runs, in the part of the reading, which a therapist has opened to the partner's own screen. */
export async function runSession({ world, couple }: DisclosureTeller): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, team } = couple;
  const [id, by] = [randomUUID(), team.find(({ active }) => active)?.staffId];
  await sql(
    `INSERT INTO appointment VALUES ($1, $2, $3, 'disclosure', $4, $5, 'America/Chicago', true, $6, now(), NULL, 'JOINT', NULL, NULL, 'open', NULL, NULL, false, 1)`,
    [clinicId, id, coupleId, began, ends, by],
  );
  for (const person of Object.values(couple.people))
    await sql(
      `INSERT INTO appointment_participant VALUES ($1, $2, $3, $4, $5, $6, true, NULL, $7, $5, 'expected', 'JOINT')`,
      [clinicId, randomUUID(), id, coupleId, began, ends, person.id],
    );
  await sql(
    `INSERT INTO disclosure_session (clinic_id, appointment_id, couple_id, process_id, telehealth_marks, noticed,
        reading_allowed_at, reading_allowed_by, version)
      SELECT p.clinic_id, $2, p.couple_id, p.id, '{}', '{}', $3, $4, 1 FROM disclosure_process p WHERE p.couple_id = $1`,
    [coupleId, id, opened, by],
  );
  await sql(`INSERT INTO session_step VALUES ($1, $2, $3, $4, 'READING', $5, NULL, '{}')`, [
    ...[clinicId, randomUUID(), id, coupleId, began],
  ]);
  await sql(
    `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
        actor_id, actor_role, at, acting_role, table_row, met_guards, zone)
      SELECT p.clinic_id, $2, p.id, p.couple_id, 'go', 'DAY_OF_CHECK', 'IN_SESSION', '{}', $3, 'therapist', $4, 'LEAD', 14,
        '{}', 'America/Chicago' FROM disclosure_process p WHERE p.couple_id = $1`,
    [coupleId, randomUUID(), by, began],
  );
}

/** A letter is read aloud from now on: its listener and the other therapist may read along. Answers with its end. */
export async function readAloud(
  { world, couple, ftd }: DisclosureTeller,
  kind: LetterKind,
): Promise<() => Promise<void>> {
  const { sql } = world.app.db;
  const id = randomUUID();
  await sql(
    `INSERT INTO letter_reading (clinic_id, id, couple_id, process_id, kind, started_at, started_by, until, version)
      SELECT p.clinic_id, $2, p.couple_id, p.id, $3, $4, $5, $6, 1 FROM disclosure_process p WHERE p.couple_id = $1`,
    [couple.id, id, kind, began, couple.team.find(({ active }) => active)?.staffId, ends],
  );
  ftd.letters[kind].isRead = true;
  return async () => {
    await sql('UPDATE letter_reading SET ended_at = $2 WHERE id = $1', [id, opened]);
    ftd.letters[kind].isRead = false;
  };
}
