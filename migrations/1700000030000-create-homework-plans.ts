import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofSide = `(SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
            OR (compartment = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])))`;

/** What was agreed with a person: an exercise in a rhythm for a time; and the days on which nothing is expected of them. */
export class CreateHomeworkPlans1700000030000 implements MigrationInterface {
  readonly name = 'CreateHomeworkPlans1700000030000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.widenTasks(runner);
    await this.createPolicies(runner);
    await this.countWhatStands(runner);
    await this.scrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_record(uuid, uuid);
      ALTER FUNCTION app.scrub_before_plans(uuid, uuid) RENAME TO scrub_record;
      DROP FUNCTION app.scrub_plans(uuid, uuid);
      ${rewritten('app.counted_homework(uuid)', [[standing, all]])}
      ${rewritten(
        'app.repeat_task(uuid, uuid, date)',
        ofRepeating.map(([from, to]) => [to, from]),
      )}
      ALTER TABLE homework_task DROP COLUMN plan_id, DROP COLUMN withdrawn_at;
      DROP TABLE homework_rest, homework_plan;
    `);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE homework_plan (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        template_code text NOT NULL,
        template_version integer NOT NULL,
        cadence jsonb NOT NULL,
        weekdays smallint[] NOT NULL CHECK (cardinality(weekdays) <= 7),
        wall_time text NOT NULL CHECK (wall_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        starts_on date NOT NULL,
        last_on date NOT NULL,
        -- What the therapist said was settled before an exercise that asks for it.
        confirmed text[] NOT NULL CHECK (confirmed <@ ARRAY['acute_risk', 'no_support_that_evening', 'legal_question_open']),
        assigned_by uuid NOT NULL,
        assigned_at timestamptz NOT NULL,
        ended_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, assigned_by) REFERENCES staff_member
      );
      CREATE INDEX homework_plan_by_couple ON homework_plan (clinic_id, couple_id, last_on DESC, id);
      CREATE TABLE homework_rest (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        -- Of one exercise; null when everything of the person rests.
        plan_id uuid,
        kind text NOT NULL CHECK (kind IN ('travel', 'illness', 'agreed_pause')),
        from_on date NOT NULL,
        to_on date,
        -- A rest that ended before its first day stands for nothing.
        cancelled boolean NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, plan_id) REFERENCES homework_plan,
        FOREIGN KEY (clinic_id, made_by) REFERENCES staff_member,
        CHECK (to_on IS NULL OR cancelled OR from_on <= to_on)
      );
      CREATE INDEX homework_rest_by_couple ON homework_rest (clinic_id, couple_id, from_on DESC, id);
      CREATE INDEX homework_rest_by_person ON homework_rest (clinic_id, person_id, from_on DESC);
    `);
  }

  /** A place that a pause or an end took back stays, so that words written on a phone without a line have where to go. */
  private async widenTasks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE homework_task ADD COLUMN plan_id uuid, ADD COLUMN withdrawn_at timestamptz,
        -- Asked at the end: an act writes the places first and keeps a plan only where one of them is new.
        ADD CONSTRAINT homework_task_of_plan FOREIGN KEY (clinic_id, plan_id) REFERENCES homework_plan
          DEFERRABLE INITIALLY DEFERRED;
      CREATE INDEX homework_task_by_plan ON homework_task (clinic_id, plan_id, due_on) WHERE plan_id IS NOT NULL;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('homework_plan'); CALL app.protect('homework_rest');
      CREATE POLICY care_team ON homework_plan TO trellis_api USING (${ofSide}) WITH CHECK (${ofSide});
      CREATE POLICY care_team ON homework_rest TO trellis_api USING (${ofSide}) WITH CHECK (${ofSide});
      CREATE POLICY own ON homework_rest FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      GRANT SELECT, INSERT ON homework_plan, homework_rest TO trellis_api;
      GRANT UPDATE (last_on, ended_at, version) ON homework_plan TO trellis_api;
      GRANT UPDATE (to_on, cancelled, version) ON homework_rest TO trellis_api;
      GRANT UPDATE (plan_id, withdrawn_at, opens_on, due_on, due_at, occurrence) ON homework_task TO trellis_api;
    `);
  }

  /** What was taken back counts for nobody and is not followed by a next one. */
  private async countWhatStands(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewritten('app.counted_homework(uuid)', [[all, standing]])}
      ${rewritten('app.repeat_task(uuid, uuid, date)', ofRepeating)}
    `);
  }

  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_plans(clinic uuid, person uuid) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, public AS $$
        DELETE FROM homework_rest r WHERE r.clinic_id = clinic AND r.person_id = person $$;
      REVOKE ALL ON FUNCTION app.scrub_plans(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_record(uuid, uuid) RENAME TO scrub_before_plans;
      CREATE FUNCTION app.scrub_record(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_plans(clinic, person);
          PERFORM app.scrub_before_plans(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_record(uuid, uuid) FROM PUBLIC;
    `);
  }
}

const all = 't.clinic_id = app.clinic() AND';
const standing = `${all} t.withdrawn_at IS NULL AND`;
type Change = readonly [from: string, to: string];
const ofRepeating: readonly Change[] = [
  [all, standing],
  ['risk_raised, version)', 'risk_raised, plan_id, version)'],
  ['false, 1', 'false, t.plan_id, 1'],
];

/** The function with pieces of its text replaced; everything else stays as it is. */
function rewritten(name: string, changes: readonly Change[]): string {
  const steps = changes.map(
    ([
      from,
      to,
    ]) => `IF position('${from}' IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in ${name}'; END IF;
    source := replace(source, '${from}', '${to}');`,
  );
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('${name}'::regprocedure) INTO STRICT source;
    ${steps.join(' ')}
    EXECUTE source;
  END $do$;`;
}
