import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Homework: status and sealed words in separate tables; a draft belongs to its author alone. */
export class CreateHomework1700000004000 implements MigrationInterface {
  readonly name = 'CreateHomework1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTasks(runner);
    await this.createWords(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION app.check_ins(uuid); DROP TABLE homework_answer, homework_draft, homework_task',
    );
  }

  private async createTasks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE homework_task (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        template_code text NOT NULL,
        template_version integer NOT NULL,
        privacy text NOT NULL CHECK (privacy IN ('P0', 'P1', 'P2', 'P3', 'P4')),
        state text NOT NULL CHECK (state IN ('assigned', 'opened', 'draft', 'submitted', 'reviewed', 'skipped')),
        due_on date NOT NULL,
        due_at timestamptz NOT NULL,
        assigned_by uuid NOT NULL,
        assigned_at timestamptz NOT NULL,
        opened_at timestamptz,
        submitted_at timestamptz,
        reviewed_at timestamptz,
        reviewed_by uuid,
        too_hard_at timestamptz,
        risk_raised boolean NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, person_id, template_code, due_on),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, assigned_by) REFERENCES staff_member
      );
      CREATE INDEX homework_task_by_couple ON homework_task (clinic_id, couple_id, due_on DESC, id DESC);
      CREATE INDEX homework_task_by_person ON homework_task (clinic_id, person_id, due_on DESC, id DESC);
    `);
  }

  private async createWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE homework_draft (
        clinic_id uuid NOT NULL,
        task_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, task_id),
        FOREIGN KEY (clinic_id, task_id) REFERENCES homework_task
      );
      CREATE TABLE homework_answer (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        privacy text NOT NULL CHECK (privacy IN ('P0', 'P1', 'P2', 'P3', 'P4')),
        revision integer NOT NULL,
        field_count integer NOT NULL,
        sealed bytea NOT NULL,
        submitted_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, task_id, privacy, revision),
        FOREIGN KEY (clinic_id, task_id) REFERENCES homework_task
      );
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('homework_task'); CALL app.protect('homework_draft'); CALL app.protect('homework_answer');

      CREATE POLICY own ON homework_task FOR SELECT TO trellis_api USING (person_id = (SELECT app.actor()));
      CREATE POLICY own_progress ON homework_task FOR UPDATE TO trellis_api
        USING (person_id = (SELECT app.actor())) WITH CHECK (person_id = (SELECT app.actor()));
      CREATE POLICY care_team ON homework_task TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
            OR (compartment = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))));

      CREATE POLICY own ON homework_draft TO trellis_api
        USING (person_id = (SELECT app.actor())) WITH CHECK (person_id = (SELECT app.actor()));

      -- Done or not done of the daily check-in, which every active therapist may know; never words.
      CREATE FUNCTION app.check_ins(couple uuid) RETURNS TABLE (due_on date, due_at timestamptz, submitted_at timestamptz, skipped boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT t.due_on, t.due_at, t.submitted_at, t.state = 'skipped' FROM homework_task t
          WHERE t.clinic_id = app.clinic() AND t.couple_id = couple AND t.template_code = 'R01'
            AND app.actor_role() = 'therapist' AND t.couple_id = ANY (app.my_couples()) $$;

      CREATE POLICY own ON homework_answer FOR SELECT TO trellis_api USING (person_id = (SELECT app.actor()));
      CREATE POLICY submits ON homework_answer FOR INSERT TO trellis_api
        WITH CHECK (person_id = (SELECT app.actor()) AND (SELECT app.actor_role()) = 'client'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      -- Joint answers open to the care team after the reveal, which comes with the joint exercises.
      CREATE POLICY care_team ON homework_answer FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND privacy <> 'P0'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));

      GRANT SELECT, INSERT ON homework_task, homework_answer TO trellis_api;
      GRANT UPDATE (state, opened_at, submitted_at, reviewed_at, reviewed_by, too_hard_at, risk_raised, version)
        ON homework_task TO trellis_api;
      GRANT SELECT, INSERT, DELETE ON homework_draft TO trellis_api;
      GRANT UPDATE (sealed, saved_at) ON homework_draft TO trellis_api;
      GRANT SELECT ON homework_task, homework_answer TO trellis_worker;
    `);
  }
}
