import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide, sideTherapists } from './who-asks.js';

const staff = `(SELECT app.actor_role()) IN ('therapist', 'supervisor', 'clinic_admin', 'owner')`;
const keeps = `(SELECT app.actor_role()) IN ('therapist', 'clinic_admin', 'owner')`;

/** Where facts of a couple name what concerns safety in exercises, and what stands beside it from now on. */
const inTasks = `AND t.compartment IN ('RP', 'BP') AND t.submitted_at IS NOT NULL)`;
const inSheets = ` || (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'at', s.answered_at)), '[]')
            FROM measure_sheet s WHERE s.clinic_id = c.clinic_id AND s.couple_id = c.id AND s.risk_raised)`;

/** The facts of a couple with a piece of their text replaced; everything else stays as it is. */
function rewritten(from: string, to: string): string {
  return `DO $do$ DECLARE source text;
    BEGIN
      SELECT pg_get_functiondef('app.couple_measures(uuid)'::regprocedure) INTO STRICT source;
      IF strpos(source, $from$${from}$from$) = 0 THEN RAISE EXCEPTION 'the facts of a couple have another form'; END IF;
      EXECUTE replace(source, $from$${from}$from$, $to$${to}$to$);
    END $do$`;
}

/**
 * Standard instruments (clinical rules INST): the forms that a clinic may use, where it draws its lines, and what one
 * person answered. A sheet is for one person alone; what is asked in a session never comes to a phone.
 */
export class CreateInstruments1700000040000 implements MigrationInterface {
  readonly name = 'CreateInstruments1700000040000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createForms(runner);
    await this.createSheets(runner);
    await this.guard(runner);
    await this.tellOfRisks(runner);
    await this.hideAndScrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(`${inTasks}${inSheets}`, inTasks));
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, ' OR action LIKE ''measure.%''', ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_instruments(uuid, uuid);
      ALTER FUNCTION app.scrub_before_instruments(uuid, uuid) RENAME TO scrub_person;
      DROP TABLE measure_draft, measure_sheet, instrument_threshold, instrument_form;
    `);
  }

  /** A form never changes: a newer file is another number, so that what was answered keeps its questions. */
  private async createForms(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instrument_form (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
        language text NOT NULL CHECK (language IN ('en', 'es')),
        number integer NOT NULL CHECK (number > 0),
        resource jsonb NOT NULL CHECK (octet_length(resource::text) <= 524288),
        mapping jsonb CHECK (octet_length(mapping::text) <= 131072),
        copyright text CHECK (char_length(copyright) BETWEEN 1 AND 4000),
        attested_by uuid NOT NULL,
        attested_at timestamptz NOT NULL,
        licence_reference text CHECK (char_length(licence_reference) BETWEEN 1 AND 200),
        retired_at timestamptz,
        retired_by uuid,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, code, number),
        UNIQUE (clinic_id, id, code),
        FOREIGN KEY (clinic_id, attested_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, retired_by) REFERENCES staff_member,
        CHECK ((retired_at IS NULL) = (retired_by IS NULL))
      );
      CREATE UNIQUE INDEX instrument_form_in_use ON instrument_form (clinic_id, code, language)
        WHERE retired_at IS NULL;
      CREATE TABLE instrument_threshold (
        clinic_id uuid NOT NULL,
        code text NOT NULL CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
        cut jsonb,
        change jsonb,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, code),
        FOREIGN KEY (clinic_id, set_by) REFERENCES staff_member
      );
    `);
  }

  /** Scores stand inside the seal with the answers: no column tells how somebody is. */
  private async createSheets(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE measure_sheet (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        form_id uuid NOT NULL,
        code text NOT NULL,
        place text NOT NULL CHECK (place IN ('own_account', 'in_person', 'verified_alone_call')),
        given_by uuid NOT NULL,
        given_at timestamptz NOT NULL,
        sealed bytea,
        answered_on date,
        answered_at timestamptz,
        scored_by text CHECK (char_length(scored_by) <= 60),
        risk_raised boolean NOT NULL,
        withdrawn_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, person_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, form_id, code) REFERENCES instrument_form (clinic_id, id, code),
        FOREIGN KEY (clinic_id, given_by) REFERENCES staff_member,
        CHECK ((sealed IS NULL) = (answered_at IS NULL) AND (sealed IS NULL) = (answered_on IS NULL)
          AND (sealed IS NULL) = (scored_by IS NULL)),
        CHECK (NOT risk_raised OR answered_at IS NOT NULL),
        CHECK (withdrawn_at IS NULL OR answered_at IS NULL),
        -- What a therapist asks in a session is whole as it is kept, and is nowhere on the phone.
        CHECK (place = 'own_account' OR answered_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX measure_sheet_waiting ON measure_sheet (clinic_id, person_id, code)
        WHERE answered_at IS NULL AND withdrawn_at IS NULL;
      CREATE INDEX measure_sheet_by_couple ON measure_sheet (clinic_id, couple_id, side, given_at DESC, id);
      CREATE INDEX measure_sheet_risk ON measure_sheet (clinic_id, couple_id) WHERE risk_raised;
      CREATE TABLE measure_draft (
        clinic_id uuid NOT NULL,
        sheet_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, sheet_id),
        FOREIGN KEY (clinic_id, sheet_id, person_id) REFERENCES measure_sheet (clinic_id, id, person_id)
      );
    `);
  }

  /** The office keeps forms and lines; sheets are the person's and the therapists' of their side, drafts the person's. */
  private async guard(runner: QueryRunner): Promise<void> {
    const own = `${ownSide} AND place = 'own_account' AND withdrawn_at IS NULL`;
    const mine = `(SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())`;
    await runner.query(`
      CALL app.protect('instrument_form'); CALL app.protect('instrument_threshold');
      CALL app.protect('measure_sheet'); CALL app.protect('measure_draft');

      CREATE POLICY staff ON instrument_form FOR SELECT TO trellis_api USING (${staff});
      CREATE POLICY filled_in ON instrument_form FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client');
      CREATE POLICY adds ON instrument_form FOR INSERT TO trellis_api
        WITH CHECK (${keeps} AND attested_by = (SELECT app.actor()) AND retired_at IS NULL);
      CREATE POLICY retires ON instrument_form FOR UPDATE TO trellis_api USING (${keeps});
      CREATE POLICY staff ON instrument_threshold FOR SELECT TO trellis_api USING (${staff});
      CREATE POLICY adds ON instrument_threshold FOR INSERT TO trellis_api
        WITH CHECK (${keeps} AND set_by = (SELECT app.actor()));
      CREATE POLICY changes ON instrument_threshold FOR UPDATE TO trellis_api USING (${keeps})
        WITH CHECK (${keeps} AND set_by = (SELECT app.actor()));

      CREATE POLICY own ON measure_sheet FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY answers ON measure_sheet FOR UPDATE TO trellis_api USING (${own} AND answered_at IS NULL)
        WITH CHECK (${own});
      CREATE POLICY own_therapist ON measure_sheet FOR SELECT TO trellis_api USING (${sideTherapists});
      CREATE POLICY gives ON measure_sheet FOR INSERT TO trellis_api
        WITH CHECK (${sideTherapists} AND given_by = (SELECT app.actor()));
      CREATE POLICY withdraws ON measure_sheet FOR UPDATE TO trellis_api
        USING (${sideTherapists} AND answered_at IS NULL) WITH CHECK (${sideTherapists} AND answered_at IS NULL);
      CREATE POLICY own ON measure_draft TO trellis_api USING (${mine}) WITH CHECK (${mine});

      GRANT SELECT, INSERT ON instrument_form, instrument_threshold, measure_sheet TO trellis_api;
      GRANT UPDATE (retired_at, retired_by, version) ON instrument_form TO trellis_api;
      GRANT UPDATE (cut, change, set_by, set_at, version) ON instrument_threshold TO trellis_api;
      GRANT UPDATE (sealed, answered_on, answered_at, scored_by, risk_raised, withdrawn_at, version)
        ON measure_sheet TO trellis_api;
      GRANT SELECT, INSERT, DELETE ON measure_draft TO trellis_api;
      GRANT UPDATE (sealed, saved_at, version) ON measure_draft TO trellis_api;
    `);
  }

  /** What was answered to an instrument calls the own therapists as what was answered in an exercise does. */
  private async tellOfRisks(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(inTasks, `${inTasks}${inSheets}`));
  }

  /** Who was asked what is not the office's; which forms the clinic may use is. Both functions keep what they did. */
  private async hideAndScrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || ' OR action LIKE ''measure.%''');
      END $do$;

      CREATE FUNCTION app.scrub_instruments(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM measure_draft d WHERE d.clinic_id = clinic AND d.person_id = person;
          DELETE FROM measure_sheet s WHERE s.clinic_id = clinic AND s.person_id = person;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_instruments(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_instruments;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_instruments(clinic, person);
          PERFORM app.scrub_before_instruments(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
