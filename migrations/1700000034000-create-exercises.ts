import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clinic's own exercises. They hold sentences of the clinic and nothing of any person. A published version never
 * changes, so that whoever was given it keeps it.
 */
export class CreateExercises1700000034000 implements MigrationInterface {
  readonly name = 'CreateExercises1700000034000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exercise_version, exercise_template; DROP FUNCTION app.keeps_exercises()');
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exercise_template (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL CHECK (code ~ '^[RB]X[0-9]{2,3}$'),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        retired_by uuid,
        retire_reason text CHECK (char_length(retire_reason) BETWEEN 1 AND 400),
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, code),
        FOREIGN KEY (clinic_id, created_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, retired_by) REFERENCES staff_member,
        CHECK ((retired_at IS NULL) = (retired_by IS NULL) AND (retired_at IS NULL) = (retire_reason IS NULL))
      );
      CREATE INDEX exercise_template_by_age ON exercise_template (clinic_id, created_at DESC, id);
      CREATE TABLE exercise_version (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        template_id uuid NOT NULL,
        code text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        content jsonb NOT NULL CHECK (octet_length(content::text) <= 262144),
        saved_by uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        published_by uuid,
        published_at timestamptz,
        reason text CHECK (char_length(reason) BETWEEN 1 AND 400),
        keeps_words boolean NOT NULL,
        copyright text CHECK (char_length(copyright) BETWEEN 1 AND 4000),
        attested_by uuid,
        attested_at timestamptz,
        licence_reference text CHECK (char_length(licence_reference) BETWEEN 1 AND 200),
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, template_id, number),
        UNIQUE (clinic_id, code, number),
        FOREIGN KEY (clinic_id, template_id) REFERENCES exercise_template,
        FOREIGN KEY (clinic_id, code) REFERENCES exercise_template (clinic_id, code),
        FOREIGN KEY (clinic_id, saved_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, published_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, attested_by) REFERENCES staff_member,
        CHECK ((state = 'published') = (published_at IS NOT NULL) AND (state = 'published') = (published_by IS NOT NULL)
          AND (state = 'published') = (reason IS NOT NULL)),
        CHECK ((attested_at IS NULL) = (attested_by IS NULL))
      );
      CREATE UNIQUE INDEX exercise_version_one_draft ON exercise_version (clinic_id, template_id) WHERE state = 'draft';
    `);
  }

  /** Therapists and the owner write them, all staff look at them, and people see what was published. */
  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('exercise_template'); CALL app.protect('exercise_version');
      CREATE FUNCTION app.keeps_exercises() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT app.actor_role() IN ('therapist', 'owner') $$;

      CREATE POLICY staff ON exercise_template FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('therapist', 'supervisor', 'clinic_admin', 'owner'));
      CREATE POLICY adds ON exercise_template FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.keeps_exercises()) AND created_by = (SELECT app.actor()));
      CREATE POLICY changes ON exercise_template FOR UPDATE TO trellis_api USING ((SELECT app.keeps_exercises()));

      CREATE POLICY staff ON exercise_version FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('therapist', 'supervisor', 'clinic_admin', 'owner'));
      CREATE POLICY published ON exercise_version FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND state = 'published');
      CREATE POLICY adds ON exercise_version FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.keeps_exercises()) AND saved_by = (SELECT app.actor()) AND state = 'draft');
      CREATE POLICY drafts ON exercise_version FOR UPDATE TO trellis_api
        USING ((SELECT app.keeps_exercises()) AND state = 'draft')
        WITH CHECK ((SELECT app.keeps_exercises()));

      GRANT SELECT, INSERT ON exercise_template, exercise_version TO trellis_api;
      GRANT UPDATE (retired_at, retired_by, retire_reason, version) ON exercise_template TO trellis_api;
      GRANT UPDATE (state, content, saved_by, saved_at, published_by, published_at, reason, keeps_words)
        ON exercise_version TO trellis_api;
      REVOKE ALL ON FUNCTION app.keeps_exercises() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.keeps_exercises() TO trellis_api;
    `);
  }
}
