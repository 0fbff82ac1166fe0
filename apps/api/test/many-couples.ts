import type { TestDatabase } from './test-database.js';

/** Tables of a couple's record that have a row or more for every couple of a large clinic. */
const tables = [
  ...['couple', 'person', 'enrolment', 'consent', 'care_assignment', 'disclosure_process', 'disclosure_fact'],
  ...['disclosure_event', 'disclosure_order', 'disclosure_cosign', 'disclosure_notice', 'disclosure_clock'],
  ...['disclosure_consent', 'readiness_record', 'readiness_mark', 'grounding_entry', 'information_release'],
  ...['disclosure_document', 'disclosure_inventory', 'disclosure_section_draft', 'disclosure_version'],
  ...['disclosure_version_section', 'disclosure_comment', 'disclosure_section_decision'],
  ...[
    'disclosure_question',
    'question_advice',
    'question_answer',
    'information_wish',
    'letter',
    'letter_text',
  ],
  ...['letter_comment', 'letter_mark', 'letter_reading', 'appointment', 'appointment_participant'],
  ...[
    'logistics_mark',
    'hard_date',
    'support_plan',
    'aftercare_period',
    'aftercare_task',
    'aftercare_contact',
  ],
  ...['aftercare_alert', 'slip', 'slip_inquiry', 'correction', 'correction_note'],
  ...['predictor_reading', 'off_track_episode', 'off_track_alert', 'attachment_sheet'],
];
/** Couples of one therapist; the next forty are the next therapist's. */
const caseload = 40;

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
}

/**
 * Gives the clinic of one arranged couple so many couples like it: every row again under ids of its own, with other
 * times and, beyond the first forty, other therapists. Keys and triggers are left out of it. `more` names further tables.
 */
export async function manyCouples(
  { sql }: TestDatabase,
  clinicId: string,
  couples: number,
  more: readonly string[] = [],
): Promise<void> {
  const all = [...tables, ...more];
  const columns = await sql<Column>(
    `SELECT table_name, column_name, udt_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = ANY ($1) AND is_generated = 'NEVER'`,
    [all],
  );
  const staff = await sql<{ id: string }>('SELECT id FROM staff_member WHERE clinic_id = $1', [clinicId]);
  const parameters = [clinicId, couples - 1, staff.map(({ id }) => id)];
  await sql('SET session_replication_role = replica');
  for (const table of all) {
    const own = columns.filter(({ table_name: name }) => name === table);
    if (own.length === 0) continue;
    const names = own.map(({ column_name: name }) => `"${name}"`).join(', ');
    await sql(
      `INSERT INTO ${table} (${names}) SELECT ${own.map((column) => valueOf(column)).join(', ')}
        FROM ${table} t CROSS JOIN generate_series(1, $2::integer) n
        WHERE t.clinic_id = $1 AND cardinality($3::uuid[]) > 0`,
      parameters,
    );
  }
  await sql('SET session_replication_role = origin');
}

function valueOf({ table_name: table, column_name: name, udt_name: type }: Column): string {
  const from = `t."${name}"`;
  if (name === 'clinic_id') return from;
  // Whoever is booked is booked once: appointments lie days apart, everything else minutes.
  const apart = table.startsWith('appointment') ? 'days' : 'mins';
  if (type === 'timestamptz') return `${from} - make_interval(${apart} => n)`;
  if (type !== 'uuid') return from;
  return `CASE WHEN ${from} IS NULL THEN NULL
    WHEN ${from} = ANY ($3::uuid[])
      THEN CASE WHEN n < ${String(caseload)} THEN ${from}
        ELSE ${idOf(`${from}::text || 'of' || n / ${String(caseload)}`)} END
    ELSE ${idOf(`${from}::text || n`)} END`;
}

/** An id that follows from a text, of the form that requests are asked for. */
function idOf(text: string): string {
  return `overlay(overlay(md5(${text}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
}
