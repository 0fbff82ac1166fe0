import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys of staff and of people of couples, the questions they answer, and devices that open with a PIN. */
export class CreatePasskeys1700000014000 implements MigrationInterface {
  readonly name = 'CreatePasskeys1700000014000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createForStaff(runner);
    await this.createForPeople(runner);
    await runner.query(`
      ALTER TABLE session DROP CONSTRAINT session_level_check;
      ALTER TABLE session ADD CONSTRAINT session_level_check CHECK (level IN ('password', 'enrolment', 'pin', 'full'));
      -- A new enrolment replaces every way in that the person had.
      GRANT DELETE ON client_account TO trellis_auth;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM session WHERE level = 'pin';
      ALTER TABLE session DROP CONSTRAINT session_level_check;
      ALTER TABLE session ADD CONSTRAINT session_level_check CHECK (level IN ('password', 'enrolment', 'full'));
      REVOKE DELETE ON client_account FROM trellis_auth;
      DROP TABLE device_pin, client_passkey, staff_passkey, passkey_challenge;
    `);
  }

  /**
   * Outside clinics on purpose. A challenge belongs to whoever was asked, signed in or not; a passkey of staff
   * belongs to an account, and an account to no clinic. Neither says anything about a person in treatment.
   */
  private async createForStaff(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey_challenge (
        holder_hash bytea NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('sign_in', 'step_up', 'add')),
        challenge bytea NOT NULL CHECK (length(challenge) = 32),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (holder_hash, purpose)
      );
      CREATE INDEX passkey_challenge_by_end ON passkey_challenge (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_challenge TO trellis_auth;

      CREATE TABLE staff_passkey (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES staff_account,
        credential_id bytea NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        transports text[] NOT NULL,
        label text NOT NULL,
        synchronised boolean NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX staff_passkey_by_account ON staff_passkey (account_id, created_at, id);
      GRANT SELECT, INSERT, DELETE ON staff_passkey TO trellis_auth;
      GRANT UPDATE (sign_count, used_at, label) ON staff_passkey TO trellis_auth;
    `);
  }

  private async createForPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE client_passkey (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        credential_id bytea NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        sign_count bigint NOT NULL,
        transports text[] NOT NULL,
        synchronised boolean NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX client_passkey_by_person ON client_passkey (clinic_id, person_id, created_at, id);
      CALL app.protect('client_passkey');
      CREATE POLICY before_context ON client_passkey TO trellis_auth USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, DELETE ON client_passkey TO trellis_auth;
      GRANT UPDATE (sign_count, used_at) ON client_passkey TO trellis_auth;

      CREATE TABLE device_pin (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        pin_hash text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        openings integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX device_pin_by_person ON device_pin (clinic_id, person_id);
      CALL app.protect('device_pin');
      CREATE POLICY before_context ON device_pin TO trellis_auth USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, DELETE ON device_pin TO trellis_auth;
      GRANT UPDATE (attempts, openings) ON device_pin TO trellis_auth;
    `);
  }
}
