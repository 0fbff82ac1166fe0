import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The time after a disclosure session: tasks, contacts, answers, what is raised with therapists, what was left out,
 * slips, and the clock that looks after them. Dates and states are plain; words are sealed under their person's key.
 * The walls follow in the next migration.
 */
export class CreateAftercare1700000021000 implements MigrationInterface {
  readonly name = 'CreateAftercare1700000021000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createPeriods(runner);
    await this.createAnswers(runner);
    await this.createSlips(runner);
    await this.createCorrections(runner);
    await this.createClock(runner);
    for (const table of aftercareTables) await runner.query(`CALL app.protect('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.wind_disclosure_clock(uuid, timestamptz);
      DROP FUNCTION app.claim_disclosure_clocks(timestamptz, integer, integer);
      DROP TABLE disclosure_clock, correction_note, correction, slip_inquiry, slip, aftercare_alert, aftercare_answer,
        aftercare_contact, aftercare_task, aftercare_period;
    `);
  }

  /** One period for each session that ended. A disclosure that is repeated closes it and opens another. */
  private async createPeriods(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE aftercare_period (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        process_id uuid NOT NULL,
        ended_at timestamptz NOT NULL,
        closed_at timestamptz,
        -- The disclosure is to be repeated, which counts as an addition (FTD-44).
        repeated boolean NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process
      );
      CREATE UNIQUE INDEX aftercare_period_open ON aftercare_period (clinic_id, process_id) WHERE closed_at IS NULL;
      CREATE INDEX aftercare_period_by_couple ON aftercare_period (clinic_id, couple_id, ended_at DESC);
      CREATE TABLE aftercare_task (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        period_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        item text NOT NULL,
        recipient text NOT NULL CHECK (recipient IN ('BP', 'RP', 'T_BP', 'T_RP', 'LEAD')),
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        due_at timestamptz,
        due_on date,
        done_at timestamptz,
        done_by uuid,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id, side),
        UNIQUE (clinic_id, period_id, item),
        FOREIGN KEY (clinic_id, period_id, couple_id) REFERENCES aftercare_period (clinic_id, id, couple_id),
        CHECK (num_nonnulls(due_at, due_on) = 1),
        CHECK ((done_at IS NULL) = (done_by IS NULL))
      );
      CREATE TABLE aftercare_contact (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        period_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        contact text NOT NULL CHECK (contact IN ('departure', 'h24', 'h72', 'd7', 'd14', 'd28', 'letter')),
        made_at timestamptz NOT NULL,
        made_by uuid NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, period_id, couple_id) REFERENCES aftercare_period (clinic_id, id, couple_id)
      );
      -- A letter is followed up as often as one likes; everything else is made once.
      CREATE UNIQUE INDEX aftercare_contact_once ON aftercare_contact (clinic_id, period_id, side, contact)
        WHERE contact <> 'letter';
      CREATE INDEX aftercare_contact_by_couple ON aftercare_contact (clinic_id, couple_id, side, contact, made_at DESC);
    `);
  }

  /** A tap, a short check, and what has to be raised. The tap and the answer to the risk question are states. */
  private async createAnswers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE aftercare_answer (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        tap text CHECK (tap IN ('home', 'elsewhere', 'with_support', 'call_me')),
        risk text CHECK (risk IN ('safe', 'unsure', 'not_safe')),
        sealed bytea,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, task_id, couple_id, side) REFERENCES aftercare_task (clinic_id, id, couple_id, side),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX aftercare_answer_by_task ON aftercare_answer (clinic_id, task_id, answered_at DESC);
      CREATE TABLE aftercare_alert (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        kind text NOT NULL,
        -- What it is about, so that the same thing is raised once: an item, an id, a day.
        about text NOT NULL,
        raised_at timestamptz NOT NULL,
        told_at timestamptz,
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, side, kind, about),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, acknowledged_by) REFERENCES staff_member
      );
      CREATE INDEX aftercare_alert_by_couple ON aftercare_alert (clinic_id, couple_id, raised_at DESC, id DESC);
    `);
  }

  private async createSlips(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE slip (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('slip', 'new_material')),
        level text CHECK (level IN ('near_slip', 'slip', 'longer_episode')),
        slip_at timestamptz NOT NULL,
        logged_at timestamptz NOT NULL,
        logged_by uuid NOT NULL,
        therapist_told_at timestamptz,
        partner text NOT NULL CHECK (partner IN ('not_yet', 'with_therapist_planned', 'told', 'partner_found_out',
          'agreement_says_not_this_level')),
        partner_at timestamptz,
        details_sealed bytea,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK ((kind = 'slip') = (level IS NOT NULL))
      );
      CREATE INDEX slip_by_couple ON slip (clinic_id, couple_id, slip_at DESC, id DESC);
      CREATE INDEX slip_by_person ON slip (clinic_id, person_id, slip_at DESC, id DESC);
      -- That somebody asked: only then does "none on record" say that there was none.
      CREATE TABLE slip_inquiry (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        asked_by uuid NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, asked_by) REFERENCES staff_member
      );
      CREATE INDEX slip_inquiry_by_couple ON slip_inquiry (clinic_id, couple_id, asked_at DESC);
    `);
  }

  /** One addition at a time; whatever else comes to mind joins the one that is open. */
  private async createCorrections(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        period_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        recalled_at timestamptz NOT NULL,
        told_at timestamptz,
        met_at timestamptz,
        reviewed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id, person_id),
        FOREIGN KEY (clinic_id, period_id, couple_id) REFERENCES aftercare_period (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK (met_at IS NULL OR told_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX correction_open ON correction (clinic_id, couple_id) WHERE met_at IS NULL;
      CREATE INDEX correction_by_couple ON correction (clinic_id, couple_id, recalled_at DESC);
      CREATE TABLE correction_note (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        correction_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, correction_id, couple_id, person_id)
          REFERENCES correction (clinic_id, id, couple_id, person_id)
      );
      CREATE INDEX correction_note_by_correction ON correction_note (clinic_id, correction_id, written_at);
    `);
  }

  /** When to look at a couple again. Claimed like a message of the outbox: ids only, past every clinic's walls. */
  private async createClock(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_clock (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        claimed_at timestamptz,
        PRIMARY KEY (clinic_id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      CREATE INDEX disclosure_clock_due ON disclosure_clock (due_at);
      INSERT INTO disclosure_clock (clinic_id, couple_id, due_at)
        SELECT d.clinic_id, d.couple_id, max(d.opened_at) FROM disclosure_process d WHERE d.closed_at IS NULL
          GROUP BY d.clinic_id, d.couple_id;
      CREATE FUNCTION app.claim_disclosure_clocks(clinical timestamptz, batch integer, stale_seconds integer)
        RETURNS TABLE (clinic_id uuid, couple_id uuid)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE disclosure_clock k SET claimed_at = app.now()
          FROM (SELECT w.clinic_id, w.couple_id FROM disclosure_clock w
            WHERE w.due_at <= clinical
              AND (w.claimed_at IS NULL OR w.claimed_at < app.now() - make_interval(secs => stale_seconds))
            ORDER BY w.due_at, w.couple_id LIMIT batch FOR UPDATE SKIP LOCKED) due
          WHERE k.clinic_id = due.clinic_id AND k.couple_id = due.couple_id
          RETURNING k.clinic_id, k.couple_id $$;
      -- Anybody who may take a step, or whose own act the clock has to see, winds it forward; nobody sets it back.
      CREATE FUNCTION app.wind_disclosure_clock(couple uuid, at timestamptz) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO disclosure_clock (clinic_id, couple_id, due_at)
          SELECT c.clinic_id, c.id, at FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = couple
            AND (app.actor_role() = 'system' OR app.is_clinic_admin() OR couple = ANY (app.my_couples()))
          ON CONFLICT (clinic_id, couple_id) DO UPDATE SET due_at = least(disclosure_clock.due_at, excluded.due_at) $$;
      REVOKE ALL ON FUNCTION app.wind_disclosure_clock(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.wind_disclosure_clock(uuid, timestamptz) TO trellis_api;
    `);
  }
}

const aftercareTables = [
  'aftercare_period',
  'aftercare_task',
  'aftercare_contact',
  'aftercare_answer',
  'aftercare_alert',
  'slip',
  'slip_inquiry',
  'correction',
  'correction_note',
  'disclosure_clock',
] as const;
