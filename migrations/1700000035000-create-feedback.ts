import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What follows a handing in: the therapist's words to its author, that it was talked about, that it is asked for once
 * more, and that a therapist has seen what was put aside.
 */
export class CreateFeedback1700000035000 implements MigrationInterface {
  readonly name = 'CreateFeedback1700000035000';

  async up(runner: QueryRunner): Promise<void> {
    await this.widenTasks(runner);
    await this.createFeedback(runner);
    await this.hideAndScrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid);
      ALTER FUNCTION app.scrub_before_feedback(uuid, uuid) RENAME TO scrub_person;
      DROP FUNCTION app.scrub_feedback(uuid, uuid);
      DROP TABLE homework_feedback;
      ALTER TABLE homework_task DROP COLUMN talked_at, DROP COLUMN revision_asked_at, DROP COLUMN seen_at,
        DROP CONSTRAINT homework_task_whole;
    `);
  }

  /** The three places of a therapist's queue have an index each: what is read leaves it. */
  private async widenTasks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE homework_task ADD COLUMN talked_at timestamptz, ADD COLUMN revision_asked_at timestamptz,
        ADD COLUMN seen_at timestamptz,
        ADD CONSTRAINT homework_task_whole UNIQUE (clinic_id, id, couple_id, person_id, compartment);
      GRANT UPDATE (talked_at, revision_asked_at, seen_at) ON homework_task TO trellis_api;
      CREATE INDEX homework_task_to_review ON homework_task (clinic_id, couple_id, submitted_at)
        WHERE state = 'submitted';
      CREATE INDEX homework_task_put_aside ON homework_task (clinic_id, couple_id)
        WHERE state = 'skipped' AND seen_at IS NULL;
      CREATE INDEX homework_task_to_talk_about ON homework_task (clinic_id, couple_id, reviewed_at)
        WHERE state = 'reviewed' AND talked_at IS NULL;
    `);
  }

  private async createFeedback(runner: QueryRunner): Promise<void> {
    const treats = `(SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
            OR (compartment = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])))`;
    const own = `(SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())`;
    await runner.query(`
      CREATE TABLE homework_feedback (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        author_id uuid NOT NULL,
        sealed bytea NOT NULL,
        given_at timestamptz NOT NULL,
        read_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, task_id, couple_id, person_id, compartment)
          REFERENCES homework_task (clinic_id, id, couple_id, person_id, compartment),
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member
      );
      CREATE INDEX homework_feedback_by_task ON homework_feedback (clinic_id, task_id, given_at, id);
      CREATE INDEX homework_feedback_by_person ON homework_feedback (clinic_id, person_id, given_at DESC, id DESC);
      CALL app.protect('homework_feedback');

      CREATE POLICY own ON homework_feedback FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY reads ON homework_feedback FOR UPDATE TO trellis_api USING (${own}) WITH CHECK (${own});
      CREATE POLICY care_team ON homework_feedback FOR SELECT TO trellis_api USING (${treats});
      CREATE POLICY gives ON homework_feedback FOR INSERT TO trellis_api
        WITH CHECK (author_id = (SELECT app.actor()) AND read_at IS NULL AND ${treats});
      GRANT SELECT, INSERT ON homework_feedback TO trellis_api;
      GRANT UPDATE (read_at) ON homework_feedback TO trellis_api;
    `);
  }

  /** Who wrote to whom is not the office's. Both functions keep all that they did before. */
  private async hideAndScrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ DECLARE body text; BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L',
          body || ' OR (decision = ''allowed'' AND (action LIKE ''feedback.%'' OR action LIKE ''preference\\_map.%''))');
      END $$;

      CREATE FUNCTION app.scrub_feedback(clinic uuid, person uuid) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, public AS $$
        DELETE FROM homework_feedback f WHERE f.clinic_id = clinic AND f.person_id = person $$;
      REVOKE ALL ON FUNCTION app.scrub_feedback(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_feedback;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_feedback(clinic, person);
          PERFORM app.scrub_before_feedback(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
