import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The recovering person's disclosure document: written, commented, decided on and read under a key of its own, so that
 * it can be destroyed.
 */
export class CreateDisclosureDocuments1700000018000 implements MigrationInterface {
  readonly name = 'CreateDisclosureDocuments1700000018000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createDocument(runner);
    await this.createWriting(runner);
    await this.createReview(runner);
    await this.createCustody(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE disclosure_destruction_signature, disclosure_reading, disclosure_gap, disclosure_section_decision,
        disclosure_comment, disclosure_version_section, disclosure_version, disclosure_section_draft,
        disclosure_inventory, disclosure_document;
      DELETE FROM data_key WHERE kind = 'document';
      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check CHECK (kind IN ('clinic', 'person', 'staff', 'export', 'note'));
    `);
  }

  /** One document for each process. What stays after its end is this row: that there was one, and when it went. */
  private async createDocument(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check
        CHECK (kind IN ('clinic', 'person', 'staff', 'export', 'note', 'document'));
      CREATE TABLE disclosure_document (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        process_id uuid NOT NULL,
        person_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        latest_version integer NOT NULL CHECK (latest_version >= 0),
        -- The answers to the legal question; null while nobody has asked.
        legal_sealed bytea,
        locked_at timestamptz,
        -- Null while nobody has looked it up, which keeps the document as a hold does.
        legal_hold boolean,
        hold_checked_by uuid,
        hold_checked_at timestamptz,
        destroyed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, process_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, hold_checked_by) REFERENCES staff_member,
        CHECK ((legal_hold IS NULL) = (hold_checked_by IS NULL) AND (legal_hold IS NULL) = (hold_checked_at IS NULL)),
        CHECK (destroyed_at IS NULL OR legal_sealed IS NULL)
      );
      CREATE INDEX disclosure_document_by_couple ON disclosure_document (clinic_id, couple_id, opened_at DESC);
      CREATE INDEX disclosure_document_by_author ON disclosure_document (clinic_id, person_id);
    `);
  }

  private async createWriting(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_inventory (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        entries integer NOT NULL CHECK (entries >= 0),
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, document_id),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document
      );
      CREATE TABLE disclosure_section_draft (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        section text NOT NULL CHECK (section IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')),
        sealed bytea NOT NULL,
        saved_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, document_id, section),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document
      );
      CREATE TABLE disclosure_version (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        number integer NOT NULL CHECK (number >= 1),
        at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, document_id, number),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document
      );
      -- A mark is the same where the words are, and says nothing of them.
      CREATE TABLE disclosure_version_section (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        version_id uuid NOT NULL,
        section text NOT NULL CHECK (section IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')),
        mark uuid NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, version_id, section),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document,
        FOREIGN KEY (clinic_id, version_id) REFERENCES disclosure_version
      );
    `);
  }

  private async createReview(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_comment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        number integer NOT NULL,
        section text NOT NULL CHECK (section IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')),
        starts_at integer NOT NULL CHECK (starts_at >= 0),
        length integer NOT NULL CHECK (length >= 0),
        author_id uuid NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        settled_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, document_id, number) REFERENCES disclosure_version (clinic_id, document_id, number),
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member
      );
      CREATE INDEX disclosure_comment_by_version ON disclosure_comment (clinic_id, document_id, number);
      CREATE TABLE disclosure_section_decision (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        number integer NOT NULL,
        section text NOT NULL CHECK (section IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')),
        decision text NOT NULL CHECK (decision IN ('approved', 'changes_requested')),
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, document_id, number) REFERENCES disclosure_version (clinic_id, document_id, number),
        FOREIGN KEY (clinic_id, decided_by) REFERENCES staff_member
      );
      CREATE INDEX disclosure_section_decision_by_document
        ON disclosure_section_decision (clinic_id, document_id, decided_at);
      -- A question of the partner's that the document does not answer. The question itself is elsewhere.
      CREATE TABLE disclosure_gap (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        question_id uuid NOT NULL,
        raised_by uuid NOT NULL,
        raised_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document,
        FOREIGN KEY (clinic_id, raised_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX disclosure_gap_open ON disclosure_gap (clinic_id, document_id, question_id) WHERE closed_at IS NULL;
    `);
  }

  private async createCustody(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A time in which the partner's therapist reads: opened with the review, or asked for later and agreed.
      CREATE TABLE disclosure_reading (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        document_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('review', 'later')),
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        agreed_by uuid,
        opened_at timestamptz,
        until timestamptz CHECK (until > opened_at),
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document,
        FOREIGN KEY (clinic_id, asked_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, agreed_by) REFERENCES staff_member,
        CHECK ((opened_at IS NULL) = (agreed_by IS NULL) AND (opened_at IS NULL) = (until IS NULL))
      );
      CREATE INDEX disclosure_reading_by_document ON disclosure_reading (clinic_id, document_id, asked_at DESC);
      CREATE UNIQUE INDEX disclosure_reading_asked ON disclosure_reading (clinic_id, document_id) WHERE opened_at IS NULL;
      CREATE TABLE disclosure_destruction_signature (
        clinic_id uuid NOT NULL,
        document_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        signed_by uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, document_id, side),
        FOREIGN KEY (clinic_id, document_id) REFERENCES disclosure_document,
        FOREIGN KEY (clinic_id, signed_by) REFERENCES staff_member
      );
    `);
  }
}
