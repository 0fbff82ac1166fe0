import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readiness for a disclosure rests on: each person's own answer, what a clinician found in one person, releases of
 * information, the partner's grounding log, and one mark for each criterion. Everything is added and nothing rewritten,
 * so that what was known on a day can be read later.
 */
export class CreateReadiness1700000017000 implements MigrationInterface {
  readonly name = 'CreateReadiness1700000017000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createConsents(runner);
    await this.createRecords(runner);
    await this.createReleases(runner);
    await this.createMarks(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE readiness_mark, information_release, grounding_entry, readiness_record, disclosure_consent',
    );
  }

  /** Bound to one process: a yes to an earlier one says nothing about the next. */
  private async createConsents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_consent (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        -- Counts this person's answers; the highest one is theirs now.
        number integer NOT NULL CHECK (number > 0),
        answer text NOT NULL CHECK (answer IN ('yes', 'not_now', 'no')),
        text_version text NOT NULL,
        text_hash text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
        answered_at timestamptz NOT NULL,
        -- By whatever ended the process; a person sees their own taking back and nothing else of it.
        revoked_at timestamptz,
        withdrawn_at timestamptz CHECK (withdrawn_at IS NULL OR revoked_at IS NOT NULL),
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, process_id, side, number),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id)
      );
      CREATE INDEX disclosure_consent_by_person ON disclosure_consent (clinic_id, person_id);
    `);
  }

  /** A person's side has a person, the joint side has none; the key of the words is the person's, or the writer's. */
  private async createRecords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE readiness_record (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        person_id uuid,
        kind text NOT NULL CHECK (kind IN ('contraindication', 'risk_screen', 'counsel', 'timing_note',
          'separation_purpose', 'consultation', 'treatment_start')),
        topic text,
        outcome text,
        on_day date NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        key_owner_id uuid NOT NULL,
        note_sealed bytea,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id),
        CHECK ((side = 'JOINT') = (person_id IS NULL)),
        CHECK ((side = 'JOINT') = (kind = 'consultation')),
        CHECK (kind <> 'treatment_start' OR side = 'RP'),
        CHECK ((kind = 'contraindication') = (topic IS NOT NULL)),
        CHECK (CASE kind WHEN 'contraindication' THEN outcome IN ('present', 'absent')
          WHEN 'counsel' THEN outcome IN ('consulted', 'not_consulted')
          WHEN 'separation_purpose' THEN outcome IN ('health', 'safety', 'legal') ELSE outcome IS NULL END),
        CHECK (key_owner_id = coalesce(person_id, recorded_by))
      );
      CREATE INDEX readiness_record_latest
        ON readiness_record (clinic_id, couple_id, side, kind, topic, on_day DESC, recorded_at DESC, id DESC);
      CREATE INDEX readiness_record_by_age ON readiness_record (clinic_id, couple_id, recorded_at DESC, id DESC);
      CREATE TABLE grounding_entry (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side = 'BP'),
        on_day date NOT NULL,
        skill text NOT NULL CHECK (skill IN ('senses', 'breath', 'cold_water', 'walk', 'hold', 'voice')),
        recovery_noted boolean NOT NULL,
        entered_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id)
      );
      CREATE INDEX grounding_entry_by_day ON grounding_entry (clinic_id, couple_id, on_day DESC, id DESC);
    `);
  }

  /** Which therapists may tell each other what, until when; in force only by the person's own signature. */
  private async createReleases(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE information_release (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['status', 'safety', 'content']),
        staff_ids uuid[] NOT NULL CHECK (cardinality(staff_ids) > 0),
        valid_until date NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        text_version text,
        text_hash text,
        signed_at timestamptz,
        revoked_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, asked_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, couple_id, side, person_id) REFERENCES enrolment (clinic_id, couple_id, side, person_id),
        CHECK ((signed_at IS NULL) = (text_version IS NULL) AND (signed_at IS NULL) = (text_hash IS NULL))
      );
      CREATE INDEX information_release_by_couple ON information_release (clinic_id, couple_id, asked_at DESC, id DESC);
      CREATE INDEX information_release_by_person ON information_release (clinic_id, person_id, asked_at DESC, id DESC);
    `);
  }

  /** One row for each mark that was made; the highest version of an item is the one that counts. */
  private async createMarks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE readiness_mark (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        item text NOT NULL CHECK (item ~ CASE side WHEN 'RP' THEN '^R([1-9]|1[0-2])$' WHEN 'BP' THEN '^B([1-9]|1[01])$'
          ELSE '^S[1-5]$' END),
        version integer NOT NULL CHECK (version > 0),
        status text NOT NULL CHECK (status IN ('met', 'not_met', 'not_applicable', 'clinician_override')),
        marked_by uuid NOT NULL,
        marked_role text NOT NULL CHECK (marked_role IN ('therapist', 'client', 'clinic_admin', 'owner')),
        marked_at timestamptz NOT NULL,
        key_owner_id uuid NOT NULL,
        reason_sealed bytea,
        evidence_sealed bytea,
        cosigner_asked uuid,
        co_signer uuid,
        co_signed_at timestamptz,
        co_refused_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, process_id, item, version),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, cosigner_asked) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, co_signer) REFERENCES staff_member,
        -- Behind these stands a hard contraindication, a missing support or a missing release: no exception.
        CHECK (status IN ('met', 'not_met')
          OR item NOT IN ('R1', 'R3', 'R4', 'R9', 'R10', 'R11', 'B1', 'B2', 'B3', 'B4', 'S1')),
        CHECK (status IN ('met', 'not_met') = (reason_sealed IS NULL)),
        CHECK (status IN ('met', 'not_met') OR marked_role = 'therapist'),
        CHECK ((status = 'clinician_override') = (cosigner_asked IS NOT NULL) AND cosigner_asked <> marked_by),
        CHECK (co_signer IS NULL OR (co_signer = cosigner_asked AND co_refused_at IS NULL)),
        CHECK ((co_signer IS NULL) = (co_signed_at IS NULL)),
        CHECK (marked_role <> 'client' OR item IN ('R1', 'R12', 'B1', 'B5', 'B6', 'B7', 'B8', 'B11')),
        CHECK (marked_role NOT IN ('clinic_admin', 'owner') OR item IN ('S2', 'S3'))
      );
      CREATE INDEX readiness_mark_by_couple ON readiness_mark (clinic_id, couple_id, marked_at DESC, id DESC);
      CREATE INDEX readiness_mark_to_cosign ON readiness_mark (clinic_id, cosigner_asked, marked_at DESC, id DESC)
        WHERE cosigner_asked IS NOT NULL AND co_signed_at IS NULL AND co_refused_at IS NULL;
    `);
  }
}
