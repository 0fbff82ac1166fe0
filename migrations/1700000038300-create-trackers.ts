import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide, sideTherapists } from './who-asks.js';

/**
 * Answers about closeness and distance (clinical rules PRED-53 to PRED-55): sealed for their author, opened by the
 * author and by the therapists of the author's own side. Nobody changes a sheet.
 */
export class CreateTrackers1700000038300 implements MigrationInterface {
  readonly name = 'CreateTrackers1700000038300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment_sheet (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        given_on date NOT NULL,
        sealed bytea NOT NULL,
        given_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, person_id, given_on),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX attachment_sheet_by_couple ON attachment_sheet (clinic_id, couple_id, side, given_on DESC);
      CALL app.protect('attachment_sheet');
      CREATE POLICY own ON attachment_sheet TO trellis_api USING (${ownSide}) WITH CHECK (${ownSide});
      CREATE POLICY own_therapist ON attachment_sheet FOR SELECT TO trellis_api
        USING (${sideTherapists});
      GRANT SELECT, INSERT ON attachment_sheet TO trellis_api;
    `);
    await this.scrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_trackers(uuid, uuid);
      ALTER FUNCTION app.scrub_person_before_trackers(uuid, uuid) RENAME TO scrub_person;
      DROP TABLE attachment_sheet;
    `);
  }

  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_trackers(clinic uuid, person uuid) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, public AS $$
        DELETE FROM attachment_sheet s WHERE s.clinic_id = clinic AND s.person_id = person $$;
      REVOKE ALL ON FUNCTION app.scrub_trackers(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_person_before_trackers;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_trackers(clinic, person);
          PERFORM app.scrub_person_before_trackers(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
