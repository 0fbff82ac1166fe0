import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Progress notes (clinical rules NOTE): the record of a session, one person's side or that of both. What is about one
 * person is sealed under that person's key, what is joint under its author's.
 */
export class CreateProgressNotes1700000046000 implements MigrationInterface {
  readonly name = 'CreateProgressNotes1700000046000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createForms(runner);
    await this.createNotes(runner);
    await this.createAround(runner);
    await this.lock(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE progress_note_amendment, progress_note_remark, progress_note, progress_note_setting,
        progress_note_form;
      DROP FUNCTION app.lock_progress_note();
    `);
  }

  /** A form never changes: another draft of it is another number, so that notes keep their headings. */
  private async createForms(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE progress_note_form (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
        parts jsonb NOT NULL CHECK (jsonb_typeof(parts) = 'array' AND jsonb_array_length(parts) BETWEEN 1 AND 12
          AND octet_length(parts::text) <= 8192),
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        retired_at timestamptz,
        PRIMARY KEY (clinic_id, id, number),
        FOREIGN KEY (clinic_id, made_by) REFERENCES staff_member
      );
      CREATE TABLE progress_note_setting (
        clinic_id uuid NOT NULL REFERENCES clinic,
        late_after_days smallint NOT NULL CHECK (late_after_days BETWEEN 1 AND 30),
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id),
        FOREIGN KEY (clinic_id, set_by) REFERENCES staff_member
      );
    `);
  }

  /** It says itself when its session was: a session can be taken out of the calendar, its note stays. */
  private async createNotes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE progress_note (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        appointment_id uuid,
        session_kind text NOT NULL,
        session_at timestamptz NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        person_id uuid,
        author_id uuid NOT NULL,
        standard_form text CHECK (standard_form IN ('SOAP', 'DAP', 'BIRP')),
        form_id uuid,
        form_number integer,
        state text NOT NULL CHECK (state IN ('draft', 'waiting', 'returned', 'signed')),
        cosigner_id uuid CHECK (cosigner_id <> author_id),
        key_owner_id uuid NOT NULL,
        sealed bytea NOT NULL,
        begun_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        submitted_at timestamptz,
        signed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id, side),
        UNIQUE (clinic_id, appointment_id, side, author_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, appointment_id, couple_id) REFERENCES appointment (clinic_id, id, couple_id)
          ON DELETE SET NULL (appointment_id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, cosigner_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, form_id, form_number) REFERENCES progress_note_form (clinic_id, id, number),
        CHECK ((side = 'JOINT') = (person_id IS NULL)),
        CHECK (key_owner_id = coalesce(person_id, author_id)),
        CHECK ((form_id IS NULL) = (form_number IS NULL) AND (form_id IS NULL) <> (standard_form IS NULL)),
        CHECK ((state = 'signed') = (signed_at IS NOT NULL)),
        CHECK (state NOT IN ('waiting', 'returned') OR cosigner_id IS NOT NULL)
      );
      CREATE INDEX progress_note_by_couple ON progress_note (clinic_id, couple_id, session_at DESC, id DESC);
      CREATE INDEX progress_note_by_person ON progress_note (clinic_id, person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX progress_note_signed ON progress_note (clinic_id, appointment_id, side) WHERE state = 'signed';
      CREATE INDEX progress_note_by_signature ON progress_note (clinic_id, signed_at) WHERE state = 'signed';
      CREATE INDEX progress_note_waiting ON progress_note (clinic_id, cosigner_id, submitted_at)
        WHERE state = 'waiting';
    `);
  }

  /** What a colleague said on giving a note back, and what was put right after the signature. Only ever added. */
  private async createAround(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE progress_note_remark (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        note_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL,
        author_id uuid NOT NULL,
        cosigner_id uuid NOT NULL,
        key_owner_id uuid NOT NULL,
        sealed bytea NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, note_id, couple_id, side) REFERENCES progress_note (clinic_id, id, couple_id, side),
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, cosigner_id) REFERENCES staff_member
      );
      CREATE INDEX progress_note_remark_by_note ON progress_note_remark (clinic_id, note_id, made_at);
      CREATE TABLE progress_note_amendment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        note_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL,
        author_id uuid NOT NULL,
        key_owner_id uuid NOT NULL,
        sealed bytea NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, note_id, couple_id, side) REFERENCES progress_note (clinic_id, id, couple_id, side),
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member
      );
      CREATE INDEX progress_note_amendment_by_note ON progress_note_amendment (clinic_id, note_id, made_at);
    `);
  }

  /** In no request's name does a signed note change, nor the words of one that waits: such a change finds no row. */
  private async lock(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.lock_progress_note() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          IF current_user = 'trellis_api' AND (OLD.state = 'signed'
              OR (OLD.state = 'waiting' AND NEW.sealed IS DISTINCT FROM OLD.sealed)) THEN
            RETURN NULL;
          END IF;
          RETURN NEW;
        END $$;
      REVOKE ALL ON FUNCTION app.lock_progress_note() FROM PUBLIC;
      CREATE TRIGGER locked BEFORE UPDATE ON progress_note
        FOR EACH ROW EXECUTE FUNCTION app.lock_progress_note();
    `);
  }
}
