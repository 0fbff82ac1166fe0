import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clinic's own packs: exercises that are given together. They hold codes and a name, and nothing of any person. A
 * version never changes, so that the history says what was given under that name on a day.
 */
export class CreatePacks1700000049000 implements MigrationInterface {
  readonly name = 'CreatePacks1700000049000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pack_version, pack');
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pack (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        retired_by uuid,
        retire_reason text CHECK (char_length(retire_reason) BETWEEN 1 AND 400),
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, created_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, retired_by) REFERENCES staff_member,
        CHECK ((retired_at IS NULL) = (retired_by IS NULL) AND (retired_at IS NULL) = (retire_reason IS NULL))
      );
      CREATE INDEX pack_by_age ON pack (clinic_id, created_at DESC, id);
      CREATE TABLE pack_version (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        pack_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
        stage smallint CHECK (stage BETWEEN 1 AND 3),
        -- A list of {code, then}, in the order in which the clinic wants it read.
        exercises jsonb NOT NULL CHECK (jsonb_array_length(exercises) BETWEEN 1 AND 20),
        saved_by uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, pack_id, number),
        FOREIGN KEY (clinic_id, pack_id) REFERENCES pack,
        FOREIGN KEY (clinic_id, saved_by) REFERENCES staff_member
      );
    `);
  }

  /** Whoever writes the clinic's exercises makes its packs; all staff look at them, and nobody else. */
  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('pack'); CALL app.protect('pack_version');
      CREATE POLICY staff ON pack FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('therapist', 'supervisor', 'clinic_admin', 'owner'));
      CREATE POLICY adds ON pack FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.keeps_exercises()) AND created_by = (SELECT app.actor()));
      CREATE POLICY changes ON pack FOR UPDATE TO trellis_api USING ((SELECT app.keeps_exercises()));
      CREATE POLICY staff ON pack_version FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('therapist', 'supervisor', 'clinic_admin', 'owner'));
      CREATE POLICY adds ON pack_version FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.keeps_exercises()) AND saved_by = (SELECT app.actor()));

      GRANT SELECT, INSERT ON pack, pack_version TO trellis_api;
      GRANT UPDATE (retired_at, retired_by, retire_reason, version) ON pack TO trellis_api;
    `);
  }
}
