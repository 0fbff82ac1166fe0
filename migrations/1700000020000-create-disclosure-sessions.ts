import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appointments that the database books once, and what belongs to the session of a disclosure: dates that matter,
 * logistics, plans, the checks of the day, the run sheet and the reading without a copy. Its walls stand in the next
 * migration, before anybody can connect.
 */
export class CreateDisclosureSessions1700000020000 implements MigrationInterface {
  readonly name = 'CreateDisclosureSessions1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public');
    await this.createAppointments(runner);
    await this.createRuns(runner);
    await this.createPreparation(runner);
    await this.createReading(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE session_reading, date_check, hard_date, support_plan, logistics_mark, day_check, session_distress,
        session_step, disclosure_session, appointment_participant, appointment;
      DROP EXTENSION btree_gist;
    `);
  }

  /**
   * Moving is a new appointment beside a closed one, so that what was confirmed for one time never counts for another.
   * The times of participants follow their appointment by the foreign key; whoever is booked is booked once.
   */
  private async createAppointments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appointment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('disclosure')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        zone text NOT NULL,
        live boolean NOT NULL,
        booked_by uuid NOT NULL,
        booked_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        UNIQUE (clinic_id, id, couple_id, starts_at, ends_at, live),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, booked_by) REFERENCES staff_member,
        CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '12 hours'),
        CHECK (live = (closed_at IS NULL))
      );
      CREATE UNIQUE INDEX appointment_disclosure ON appointment (clinic_id, couple_id) WHERE live AND kind = 'disclosure';
      CREATE INDEX appointment_by_couple ON appointment (clinic_id, couple_id, starts_at DESC, id);
      CREATE TABLE appointment_participant (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        live boolean NOT NULL,
        staff_id uuid,
        person_id uuid,
        arrive_at timestamptz NOT NULL,
        attendance text NOT NULL CHECK (attendance IN ('expected', 'came', 'absent', 'excused')),
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, appointment_id, staff_id),
        UNIQUE (clinic_id, appointment_id, person_id),
        FOREIGN KEY (clinic_id, appointment_id, couple_id, starts_at, ends_at, live)
          REFERENCES appointment (clinic_id, id, couple_id, starts_at, ends_at, live) ON UPDATE CASCADE,
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK ((staff_id IS NULL) <> (person_id IS NULL)),
        CONSTRAINT staff_booked_once EXCLUDE USING gist
          (clinic_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (live AND staff_id IS NOT NULL),
        CONSTRAINT person_booked_once EXCLUDE USING gist
          (clinic_id WITH =, person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (live AND person_id IS NOT NULL)
      );
    `);
  }

  /** One run for each appointment. Its version is that of all that two therapists may do at once. */
  private async createRuns(runner: QueryRunner): Promise<void> {
    const ofRun = `FOREIGN KEY (clinic_id, appointment_id, couple_id)
          REFERENCES disclosure_session (clinic_id, appointment_id, couple_id)`;
    await runner.query(`
      CREATE TABLE disclosure_session (
        clinic_id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        process_id uuid NOT NULL,
        telehealth boolean,
        telehealth_marks text[] NOT NULL,
        emergency_checked_at timestamptz,
        emergency_checked_by uuid,
        noticed text[] NOT NULL,
        departure_confirmed_at timestamptz,
        departure_confirmed_by uuid,
        reading_allowed_at timestamptz,
        reading_allowed_by uuid,
        ended_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, appointment_id),
        UNIQUE (clinic_id, appointment_id, couple_id),
        FOREIGN KEY (clinic_id, appointment_id, couple_id) REFERENCES appointment (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, emergency_checked_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, departure_confirmed_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, reading_allowed_by) REFERENCES staff_member
      );
      CREATE TABLE session_step (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        step text NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        ticked smallint[] NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, appointment_id, step),
        ${ofRun}
      );
      CREATE UNIQUE INDEX session_step_running ON session_step (clinic_id, appointment_id) WHERE ended_at IS NULL;
      CREATE TABLE session_distress (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        moment text NOT NULL CHECK (moment IN ('start', 'break_1', 'close')),
        value smallint NOT NULL CHECK (value BETWEEN 0 AND 10),
        entered_by uuid NOT NULL,
        entered_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, appointment_id, side, moment),
        FOREIGN KEY (clinic_id, entered_by) REFERENCES staff_member,
        ${ofRun}
      );
      -- What a person says of the day themself (P), and what their own therapist asked them that day (T).
      CREATE TABLE day_check (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        source text NOT NULL CHECK (source IN ('P', 'T')),
        sober boolean,
        slept boolean,
        safe boolean,
        consent_reaffirmed boolean,
        transport_confirmed boolean,
        child_care_confirmed boolean,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        -- Answers from before a pause say nothing about the time after it.
        void_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, appointment_id, side, source),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        ${ofRun}
      );
    `);
  }

  private async createPreparation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE logistics_mark (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        line text NOT NULL,
        confirmed_by text NOT NULL CHECK (confirmed_by IN ('ADMIN', 'LEAD', 'T_RP', 'T_BP', 'RP', 'BP')),
        actor_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, appointment_id, line, confirmed_by),
        FOREIGN KEY (clinic_id, appointment_id, couple_id) REFERENCES appointment (clinic_id, id, couple_id)
      );
      CREATE TABLE support_plan (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        form text NOT NULL CHECK (form IN ('A', 'B', 'C')),
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, person_id, form),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      -- Kinds and days, no words. Without a person it is kept by the care team.
      CREATE TABLE hard_date (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid,
        side text CHECK (side IN ('RP', 'BP')),
        kind text NOT NULL CHECK (kind IN ('holiday', 'birthday', 'anniversary', 'court', 'exam', 'travel', 'other')),
        from_day date NOT NULL,
        to_day date NOT NULL,
        kept_by uuid NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK ((person_id IS NULL) = (side IS NULL)),
        CHECK (to_day >= from_day AND to_day <= from_day + 60)
      );
      CREATE INDEX hard_date_by_couple ON hard_date (clinic_id, couple_id, from_day, id);
      CREATE TABLE date_check (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        checked_by uuid NOT NULL,
        checked_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, checked_by) REFERENCES staff_member
      );
    `);
  }

  /** A place at the reading: one person, one signed-in device, one appointment, a short time. */
  private async createReading(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_reading (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        device_hash bytea NOT NULL,
        token_hash bytea NOT NULL,
        opened_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, token_hash),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, appointment_id, couple_id)
          REFERENCES disclosure_session (clinic_id, appointment_id, couple_id),
        CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '2 hours')
      );
      CREATE UNIQUE INDEX session_reading_open ON session_reading (clinic_id, appointment_id, person_id)
        WHERE closed_at IS NULL;
    `);
  }
}
