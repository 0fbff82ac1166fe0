import type { TestDatabase } from '../../test-database.js';

/** One wall of the database made weaker. */
export interface SqlMutant {
  readonly name: string;
  /** Tables whose rows the walls are asked about. */
  readonly tables: readonly string[];
  /** Whether the functions that look past the walls are asked as well. */
  readonly functions: boolean;
  readonly statements: readonly string[];
}

interface Policy {
  readonly name: string;
  readonly target: string;
  readonly seen: string | null;
  readonly checked: string | null;
  readonly command: string;
}

/** Each policy dropped, and widened to everything where that is wider than it was; each table without its walls. */
export async function policyMutants(db: Pick<TestDatabase, 'sql'>): Promise<SqlMutant[]> {
  const policies = await db.sql<Policy>(
    `SELECT policyname AS name, tablename AS target, qual AS seen, with_check AS checked, cmd AS command
      FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname`,
  );
  const tables = [...new Set(policies.map(({ target }) => target))];
  return [...policies.flatMap(weakened), ...tables.flatMap(withoutWalls)];
}

function weakened({ name, target, seen, checked, command }: Policy): SqlMutant[] {
  const wide = [seen, checked].every((text) => text === null || text === 'true');
  const using = command === 'INSERT' ? '' : 'USING (true)';
  const check = ['SELECT', 'DELETE'].includes(command) ? '' : 'WITH CHECK (true)';
  const dropped = { name: `drop ${name} on ${target}`, statements: [`DROP POLICY ${name} ON ${target}`] };
  const widened = {
    name: `widen ${name} on ${target}`,
    statements: [`ALTER POLICY ${name} ON ${target} ${using} ${check}`],
  };
  return (wide ? [dropped] : [dropped, widened]).map((one) => ({
    ...one,
    tables: [target],
    functions: false,
  }));
}

function withoutWalls(target: string): SqlMutant[] {
  return [
    {
      name: `disable row security on ${target}`,
      tables: [target],
      functions: false,
      statements: [`ALTER TABLE ${target} DISABLE ROW LEVEL SECURITY`],
    },
    {
      name: `do not force row security on ${target}`,
      tables: [target],
      functions: false,
      statements: [`ALTER TABLE ${target} NO FORCE ROW LEVEL SECURITY`],
    },
  ];
}

/** A piece of a function and what stands there instead. */
type Change = readonly [from: string, to: string];
const changes: Readonly<Record<string, readonly Change[]>> = {
  'app.my_couples(text)': [
    ['AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())', ''],
    ['a.clinic_id = app.clinic() AND a.staff_id = app.actor()', 'true'],
    ['AND a.staff_id = app.actor()', ''],
    ['AND (wanted_side IS NULL OR a.side = wanted_side)', ''],
    ['AND e.person_id = app.actor()', ''],
    ['AND (wanted_side IS NULL OR e.side = wanted_side)', ''],
  ],
  'app.my_people()': [['AND e.couple_id = ANY ((SELECT app.my_couples())::uuid[])', '']],
  'app.without_team(uuid)': [['SELECT NOT EXISTS', 'SELECT true OR NOT EXISTS']],
  'app.measurement_consented()': [
    ['AND c.withdrawn_at IS NULL', ''],
    [`c.kind = 'measurement'`, 'true'],
  ],
  'app.counted_homework(uuid)': [
    [`app.actor_role() = 'therapist'`, 'true'],
    ['AND t.couple_id = ANY (app.my_couples())', ''],
    ['t.couple_id = ANY (app.glass_couples())', 'true'],
  ],
  'app.glass_couples()': [
    ['AND g.opened_by = app.actor()', ''],
    ['AND g.closes_at > app.now()', ''],
    ['AND g.ended_at IS NULL', ''],
    ['g.clinic_id = app.clinic() AND g.opened_by = app.actor()', 'true'],
  ],
  'app.emergency_openings()': [
    [`app.actor_role() = 'client'`, 'true'],
    ['g.couple_id = ANY (app.my_couples())', 'true'],
  ],
  'app.led_couples()': [['AND a.lead', '']],
  'app.live_releases()': [
    [`AND r.state = 'released'`, ''],
    ['AND NOT r.held', ''],
    ['AND g.staff_id = app.actor()', ''],
    [`AND c.status IN ('intake', 'active', 'paused')`, ''],
  ],
  'app.open_halves()': [
    ['AND w.revealed_at IS NOT NULL', ''],
    [`AND c.status IN ('intake', 'active', 'paused')`, ''],
    [`AND w.couple_id = ANY ((SELECT app.my_couples())::uuid[])`, ''],
  ],
  'app.map_halves(uuid)': [
    ['AND w.revealed_at IS NOT NULL', ''],
    [`AND c.status IN ('intake', 'active', 'paused')`, ''],
    ['w.couple_id = ANY (app.my_couples())', 'true'],
    ['AND p.approved_at >= x.submitted_at', ''],
    ['AND w.id = work', ''],
  ],
  'app.touch_logs(uuid)': [
    [`AND app.actor_role() = 'therapist'`, ''],
    ['couple = ANY (app.my_couples())', 'true'],
  ],
  'app.released_tasks()': [[`AND app.actor_role() = 'therapist'`, '']],
  'app.my_note_keys()': [['AND a.staff_id = app.actor()', '']],
  'app.released_lists()': [
    [`app.actor_role() = 'therapist' AND`, ''],
    ['AND l.put_away_at IS NULL', ''],
    ['AND NOT app.passing_stopped(l.clinic_id, l.couple_id)', ''],
    [`ANY (app.my_couples('RP'))`, 'ANY (app.my_couples())'],
  ],
  'app.passed_on_lists()': [
    ['AND l.passed_on_at IS NOT NULL', ''],
    ['AND l.put_away_at IS NULL', ''],
    ['AND NOT app.passing_stopped(l.clinic_id, l.couple_id)', ''],
    [`ANY (app.my_couples('RP'))`, 'ANY (app.my_couples())'],
  ],
  'app.open_letters()': [
    ['AND l.sealed_at IS NULL', ''],
    ['AND NOT app.passing_stopped(l.clinic_id, l.couple_id)', ''],
    ['AND r.ended_at IS NULL', ''],
    ['AND l.released_revision = l.revision', ''],
  ],
  'app.open_letter_texts()': [['AND l.revision = t.revision', '']],
  'app.delivered_letters()': [['AND r.delivered_at >= l.begun_at', '']],
  'app.my_letter_keys()': [
    ['AND l.destroyed_at IS NULL', ''],
    ['AND l.sealed_at IS NULL', ''],
    ['AND l.person_id = app.actor()', ''],
  ],
  'app.my_account()': [['AND s.id = app.actor()', '']],
  'app.audit_page(uuid,text,timestamptz,timestamptz,timestamptz,uuid,integer)': [
    ['app.is_clinic_admin() IS NOT TRUE', 'false'],
    ['e.clinic_id = here AND', ''],
    ['NOT app.hidden_from_office(e.action, e.decision)', 'true'],
    [`CASE WHEN e.action LIKE 'disclosure.%' THEN NULL ELSE e.reason_code END`, 'e.reason_code'],
  ],
  'app.record_openings(timestamptz,uuid,integer)': [['AND e.person_id = me', '']],
  'app.audit_actions()': [
    ['AND app.is_clinic_admin()', ''],
    [`AND NOT app.hidden_from_office(action, 'allowed')`, ''],
  ],
  'app.is_clinic_admin()': [[`('clinic_admin', 'owner')`, `('clinic_admin', 'owner', 'supervisor')`]],
  'app.hidden_from_office(text,text)': [[`action LIKE 'safety.%' OR`, '']],
  'app.use_setup_token(bytea)': [[`IS DISTINCT FROM 'system'`, 'IS NULL']],
  'app.add_staff_account(uuid,bytea,text,bytea,bigint,bytea[])': [[`IS DISTINCT FROM 'system'`, 'IS NULL']],
};

/** Tables whose policies ask the function. */
const reached: Readonly<Record<string, readonly string[]>> = {
  'app.my_people()': ['person'],
  'app.without_team(uuid)': ['enrolment', 'care_assignment'],
  'app.measurement_consented()': ['predictor_rating'],
  'app.glass_couples()': ['couple'],
  'app.led_couples()': ['care_assignment'],
  'app.live_releases()': ['release', 'homework_answer'],
  'app.open_halves()': ['homework_answer'],
  'app.released_tasks()': ['homework_task'],
  'app.my_note_keys()': ['data_key'],
  'app.released_lists()': ['disclosure_question', 'information_wish'],
  'app.passed_on_lists()': ['question_list', 'disclosure_question', 'question_answer'],
  'app.open_letters()': ['letter', 'letter_text'],
  'app.open_letter_texts()': ['letter_text'],
  'app.delivered_letters()': ['letter', 'letter_agreement'],
  'app.my_letter_keys()': ['letter_text', 'data_key'],
  'app.my_account()': ['erasure_approval'],
  'app.is_clinic_admin()': ['couple'],
};

/** Functions that look past the walls, each with one condition forgotten. @throws Error when a piece is not found. */
export async function functionMutants(db: Pick<TestDatabase, 'sql'>): Promise<SqlMutant[]> {
  const made: SqlMutant[] = [];
  for (const [name, pieces] of Object.entries(changes)) {
    const [found] = await db.sql<{ text: string }>('SELECT pg_get_functiondef($1::regprocedure) AS text', [
      name,
    ]);
    for (const [from, to] of pieces) {
      if (found?.text.includes(from) !== true) throw new Error(`${name} no longer says: ${from}`);
      const statements = [found.text.replace(from, () => to)];
      made.push({
        name: `${name} without ${from}`,
        tables: reached[name] ?? [],
        functions: true,
        statements,
      });
    }
  }
  return made;
}

/** Tables that lack a wall by the catalogue: not walled, not forced, or without the clinic as a restrictive wall. */
export async function openTables(db: Pick<TestDatabase, 'sql'>): Promise<string[]> {
  const rows = await db.sql<{ name: string }>(`SELECT c.relname AS name FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policies p
      WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.permissive = 'RESTRICTIVE' AND p.cmd = 'ALL'
        AND p.qual LIKE '%app.clinic()%' AND p.with_check LIKE '%app.clinic()%')) ORDER BY 1`);
  return rows.map(({ name }) => name);
}
