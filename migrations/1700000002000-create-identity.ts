import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, live sessions, invitations, consents, and the keys that seal words. */
export class CreateIdentity1700000002000 implements MigrationInterface {
  readonly name = 'CreateIdentity1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createAccounts(runner);
    await this.createSessions(runner);
    await this.createInvitations(runner);
    await this.createKeys(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE data_key, consent, invitation, session, client_account, rate_limit, staff_account',
    );
  }

  /** Outside clinics on purpose: one account per e-mail address, found by a keyed index and never by the address. */
  private async createAccounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_account (
        id uuid PRIMARY KEY,
        email_index bytea NOT NULL UNIQUE,
        password_hash text NOT NULL,
        totp_sealed bytea NOT NULL,
        totp_last_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
      CREATE TABLE client_account (
        clinic_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sign_in_index bytea NOT NULL UNIQUE,
        passphrase_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, person_id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CALL app.protect('client_account');
      CREATE POLICY before_context ON client_account TO trellis_auth USING (true) WITH CHECK (true);
      CREATE POLICY before_context ON staff_member FOR SELECT TO trellis_auth USING (deactivated_at IS NULL);
      GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO trellis_auth;
      GRANT SELECT, INSERT, UPDATE ON staff_account, client_account TO trellis_auth;
      GRANT SELECT ON staff_member TO trellis_auth;
      GRANT USAGE ON SCHEMA public, app TO trellis_auth;
    `);
  }

  private async createSessions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id_hash bytea PRIMARY KEY,
        clinic_id uuid NOT NULL REFERENCES clinic,
        surface text NOT NULL CHECK (surface IN ('clinic', 'home')),
        subject_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('therapist', 'supervisor', 'clinic_admin', 'owner', 'client')),
        level text NOT NULL CHECK (level IN ('password', 'enrolment', 'full')),
        csrf_secret bytea NOT NULL,
        created_at timestamptz NOT NULL,
        step_up_at timestamptz,
        seen_at timestamptz NOT NULL,
        idle_seconds integer NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX session_by_subject ON session (clinic_id, subject_id) WHERE revoked_at IS NULL;
      CALL app.protect('session');
      CREATE POLICY before_context ON session TO trellis_auth USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON session TO trellis_auth;
    `);
  }

  private async createInvitations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        code_mac bytea NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        superseded_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, created_by) REFERENCES staff_member
      );
      CREATE INDEX invitation_by_person ON invitation (clinic_id, person_id, created_at DESC);
      CALL app.protect('invitation');
      CREATE POLICY before_context ON invitation TO trellis_auth USING (true) WITH CHECK (true);
      CREATE POLICY team ON invitation TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY guest ON invitation FOR SELECT TO trellis_api USING (person_id = (SELECT app.actor()));
      GRANT SELECT, UPDATE ON invitation TO trellis_auth;
      GRANT SELECT, INSERT ON invitation TO trellis_api;
      GRANT UPDATE (superseded_at) ON invitation TO trellis_api;

      CREATE TABLE consent (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('privacy', 'secrets_policy', 'measurement')),
        text_version text NOT NULL,
        given_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX consent_by_person ON consent (clinic_id, person_id, kind) WHERE withdrawn_at IS NULL;
      CALL app.protect('consent');
      CREATE POLICY own ON consent TO trellis_api
        USING (person_id = (SELECT app.actor())) WITH CHECK (person_id = (SELECT app.actor()));
      CREATE POLICY team ON consent FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND person_id = ANY ((SELECT app.my_people())::uuid[]));
      GRANT SELECT, INSERT ON consent TO trellis_api;
      GRANT UPDATE (withdrawn_at) ON consent TO trellis_api;
      GRANT SELECT ON consent TO trellis_worker;
    `);
  }

  /** Wrapped keys only: a clinic key under the master key, every other key under its clinic key. */
  private async createKeys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_key (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('clinic', 'person', 'staff', 'export')),
        owner_id uuid NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL,
        retired_at timestamptz,
        destroyed_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX data_key_current ON data_key (clinic_id, kind, owner_id) WHERE retired_at IS NULL AND destroyed_at IS NULL;
      CALL app.protect('data_key');
      CREATE POLICY clinic_wide ON data_key TO trellis_api, trellis_worker USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON data_key TO trellis_api, trellis_worker;
    `);
  }
}
