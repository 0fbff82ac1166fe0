import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gates between stages: what was decided, what it rests on, each person's private answer, the therapists' signatures,
 * the weekly index, and the pause of touch exercises. The walls follow in the next migration.
 */
export class CreateStageGates1700000031000 implements MigrationInterface {
  readonly name = 'CreateStageGates1700000031000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createGates(runner);
    await this.createSigning(runner);
    await this.createFacts(runner);
    await this.createPauses(runner);
    for (const table of stageGateTables) await runner.query(`CALL app.protect('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...stageGateTables].reverse().join(', ')}`);
  }

  /** A gate that was opened; closing ends it, opening again makes a new one. Who closed it stands behind a wall. */
  private async createGates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stage_gate (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        to_stage smallint NOT NULL CHECK (to_stage IN (2, 3)),
        opened_at timestamptz NOT NULL,
        opened_by uuid NOT NULL,
        valid_days smallint NOT NULL CHECK (valid_days > 0),
        -- The last day on which it holds without a new look.
        review_on date NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, opened_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX stage_gate_open ON stage_gate (clinic_id, couple_id, to_stage) WHERE closed_at IS NULL;
      CREATE INDEX stage_gate_by_couple ON stage_gate (clinic_id, couple_id, opened_at DESC, id DESC);
      -- What each criterion came to on the day, by the side whose evidence it is.
      CREATE TABLE gate_finding (
        clinic_id uuid NOT NULL,
        gate_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        findings jsonb NOT NULL,
        PRIMARY KEY (clinic_id, gate_id, side),
        FOREIGN KEY (clinic_id, gate_id, couple_id) REFERENCES stage_gate (clinic_id, id, couple_id)
      );
      CREATE TABLE gate_closing (
        clinic_id uuid NOT NULL,
        gate_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        closed_by uuid NOT NULL,
        closed_by_kind text NOT NULL CHECK (closed_by_kind IN ('staff', 'client')),
        closed_at timestamptz NOT NULL,
        key_owner_id uuid NOT NULL,
        reason_sealed bytea,
        PRIMARY KEY (clinic_id, gate_id),
        FOREIGN KEY (clinic_id, gate_id, couple_id) REFERENCES stage_gate (clinic_id, id, couple_id)
      );
      CREATE INDEX gate_closing_by_couple ON gate_closing (clinic_id, couple_id, closed_at DESC);
    `);
  }

  /** The highest number of a person's answers for a step is the one that counts. */
  private async createSigning(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gate_agreement (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        to_stage smallint NOT NULL CHECK (to_stage IN (2, 3)),
        number integer NOT NULL CHECK (number > 0),
        answer text NOT NULL CHECK (answer IN ('yes', 'not_yet', 'no')),
        can_say_no boolean NOT NULL,
        given_alone boolean NOT NULL,
        answered_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, side, to_stage, number),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id)
      );
      CREATE INDEX gate_agreement_by_person ON gate_agreement (clinic_id, person_id, to_stage, number DESC);
      CREATE TABLE gate_signature (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        to_stage smallint NOT NULL CHECK (to_stage IN (2, 3)),
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        signed_by uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, signed_by) REFERENCES staff_member
      );
      CREATE INDEX gate_signature_by_couple ON gate_signature (clinic_id, couple_id, to_stage, side, signed_at DESC);
    `);
  }

  /** What a clinician states, by side, with a sealed note; and a person's weekly index. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gate_fact (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        person_id uuid,
        kind text NOT NULL CHECK (kind ~ '^[a-z_]{3,40}$'),
        outcome text NOT NULL CHECK (outcome ~ '^[a-z_]{2,40}$'),
        amounts smallint[] NOT NULL CHECK (cardinality(amounts) <= 12),
        on_day date NOT NULL,
        compared_with date,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        key_owner_id uuid NOT NULL,
        note_sealed bytea,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id),
        CHECK ((side = 'JOINT') = (person_id IS NULL)),
        CHECK (key_owner_id = coalesce(person_id, recorded_by))
      );
      CREATE INDEX gate_fact_by_couple ON gate_fact (clinic_id, couple_id, on_day DESC, recorded_at DESC, id DESC);
      CREATE TABLE safety_index (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        -- The Monday of the week in the couple's zone.
        week date NOT NULL CHECK (extract(isodow FROM week) = 1),
        item_sum smallint NOT NULL CHECK (item_sum BETWEEN 0 AND 24),
        answered smallint NOT NULL CHECK (answered BETWEEN 1 AND 6),
        alarm boolean NOT NULL,
        sealed bytea NOT NULL,
        given_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, side, week),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id)
      );
      CREATE INDEX safety_index_by_person ON safety_index (clinic_id, person_id, week DESC);
    `);
  }

  /** One pause at a time for both; which entry it came from is known on its side alone. */
  private async createPauses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE touch_pause (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        since timestamptz NOT NULL,
        last_signal_at timestamptz NOT NULL,
        lifted_at timestamptz,
        -- Null for one that ended because the couple went back a stage.
        lifted_by uuid,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, lifted_by) REFERENCES staff_member,
        CHECK (lifted_by IS NULL OR lifted_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX touch_pause_open ON touch_pause (clinic_id, couple_id) WHERE lifted_at IS NULL;
      CREATE TABLE touch_signal (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        pause_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        trigger text NOT NULL CHECK (trigger IN ('slip_logged', 'index_low', 'index_alarm', 'pressure',
          'stop_not_respected', 'answer_not_free', 'touch_distress', 'person_paused')),
        tells text NOT NULL CHECK (tells IN ('SAFE-1', 'therapist_task', 'nobody')),
        at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, pause_id, couple_id) REFERENCES touch_pause (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id)
      );
      CREATE INDEX touch_signal_by_pause ON touch_signal (clinic_id, pause_id, at DESC, id DESC);
      CREATE INDEX touch_signal_by_couple ON touch_signal (clinic_id, couple_id, side, at DESC);
    `);
  }
}

const stageGateTables = [
  'stage_gate',
  'gate_finding',
  'gate_closing',
  'gate_agreement',
  'gate_signature',
  'gate_fact',
  'safety_index',
  'touch_pause',
  'touch_signal',
] as const;
