import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide, sideTherapists, therapists } from './who-asks.js';

/**
 * A change in words that a therapist showed in session (clinical rules PRED-60 and PRED-61): one row for each person, so
 * that nobody learns from their own what the other was shown. No score stands in it.
 */
export class ShowChanges1700000044000 implements MigrationInterface {
  readonly name = 'ShowChanges1700000044000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTable(runner);
    await this.scrub(runner);
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || ' OR action LIKE ''shown\\_change.%''');
      END $do$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, ' OR action LIKE ''shown\\_change.%''', ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_shown_changes(uuid, uuid);
      ALTER FUNCTION app.scrub_before_shown_changes(uuid, uuid) RENAME TO scrub_person;
      DROP TABLE shown_change;
    `);
  }

  private async createTable(runner: QueryRunner): Promise<void> {
    const shows = `(${sideTherapists} OR (${therapists()} AND shown_by = (SELECT app.actor())))`;
    const stillTheirs = `(${ownSide} AND taken_back_at IS NULL)`;
    await runner.query(`
      CREATE TABLE shown_change (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        predictor text NOT NULL CHECK (predictor IN ('CT', 'PI', 'ED', 'CG', 'TS')),
        statement text NOT NULL CHECK (statement IN ('improved_beyond_noise', 'within_noise', 'worse_beyond_noise')),
        -- The reading that was shown; for therapists alone.
        read_on date NOT NULL,
        appointment_id uuid NOT NULL,
        shown_by uuid NOT NULL,
        shown_on date NOT NULL,
        shown_at timestamptz NOT NULL,
        taken_back_by uuid,
        taken_back_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, shown_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, taken_back_by) REFERENCES staff_member,
        CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
      );
      CREATE INDEX shown_change_standing ON shown_change (clinic_id, couple_id, person_id, predictor, shown_at DESC, id DESC)
        WHERE taken_back_at IS NULL;
      CALL app.protect('shown_change');
      CREATE POLICY own ON shown_change FOR SELECT TO trellis_api USING (${stillTheirs});
      CREATE POLICY own_therapist ON shown_change FOR SELECT TO trellis_api USING (${shows});
      CREATE POLICY shows ON shown_change FOR INSERT TO trellis_api
        WITH CHECK (${therapists()} AND shown_by = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.measured_couples())::uuid[]));
      CREATE POLICY takes_back ON shown_change FOR UPDATE TO trellis_api USING (${shows})
        WITH CHECK (${shows} AND taken_back_by = (SELECT app.actor()));
      GRANT SELECT, INSERT ON shown_change TO trellis_api;
      GRANT UPDATE (taken_back_by, taken_back_at, version) ON shown_change TO trellis_api;
    `);
  }

  /** A change tells of both people, so it goes with the first of them, as readings do. */
  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_shown_changes(clinic uuid, person uuid) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, public AS $$
        DELETE FROM shown_change s USING enrolment e WHERE s.clinic_id = clinic AND e.clinic_id = clinic
          AND e.person_id = person AND e.couple_id = s.couple_id $$;
      REVOKE ALL ON FUNCTION app.scrub_shown_changes(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_shown_changes;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_shown_changes(clinic, person);
          PERFORM app.scrub_before_shown_changes(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
