import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How staff come in: the first owner of an empty server, invited colleagues, recovery codes, known devices. */
export class CreateStaffIdentity1700000009000 implements MigrationInterface {
  readonly name = 'CreateStaffIdentity1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await this.widenAccounts(runner);
    await this.createSetup(runner);
    await this.createInvitations(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff_invitation;
      DROP FUNCTION app.add_staff_account(uuid, bytea, text, bytea, bigint, bytea[]);
      DROP FUNCTION app.use_setup_token(bytea); DROP FUNCTION app.is_setup_token(bytea);
      DROP TABLE setup_token;
      DROP POLICY before_context ON clinic;
      REVOKE SELECT (clinic_id, name) ON clinic FROM trellis_auth;
      DROP POLICY before_context ON outbox_message;
      REVOKE INSERT ON outbox_message FROM trellis_auth;
      DROP POLICY manages ON staff_member;
      REVOKE UPDATE (role, deactivated_at) ON staff_member FROM trellis_api;
      DROP INDEX staff_member_by_account;
      ALTER TABLE staff_member DROP CONSTRAINT staff_member_one_per_role;
      ALTER TABLE staff_member ADD UNIQUE (clinic_id, account_id);
      ALTER TABLE session DROP COLUMN device;
      ALTER TABLE staff_account DROP COLUMN recovery_hashes;
    `);
  }

  /**
   * A used recovery code is taken out of the list, so that the list is the count. One account may hold two roles in
   * one clinic as two memberships: an owner who also treats couples. No admin may touch an owner.
   */
  private async widenAccounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff_account ADD COLUMN recovery_hashes bytea[] NOT NULL DEFAULT '{}';
      ALTER TABLE session ADD COLUMN device text NOT NULL DEFAULT '';
      ALTER TABLE staff_member DROP CONSTRAINT staff_member_clinic_id_account_id_key;
      ALTER TABLE staff_member ADD CONSTRAINT staff_member_one_per_role UNIQUE (clinic_id, account_id, role);
      CREATE INDEX staff_member_by_account ON staff_member (account_id);
      CREATE POLICY manages ON staff_member FOR UPDATE TO trellis_api
        USING ((SELECT app.is_clinic_admin()) AND (role <> 'owner' OR (SELECT app.actor_role()) = 'owner'))
        WITH CHECK ((SELECT app.is_clinic_admin()) AND (role <> 'owner' OR (SELECT app.actor_role()) = 'owner'));
      GRANT UPDATE (role, deactivated_at) ON staff_member TO trellis_api;
      -- Somebody who works in several clinics is shown their names to choose from.
      CREATE POLICY before_context ON clinic FOR SELECT TO trellis_auth USING (true);
      GRANT SELECT (clinic_id, name) ON clinic TO trellis_auth;
      -- The notice about a change of a sign-in is left in the transaction of that change.
      CREATE POLICY before_context ON outbox_message FOR INSERT TO trellis_auth WITH CHECK (true);
      GRANT INSERT ON outbox_message TO trellis_auth;
      CREATE FUNCTION app.add_staff_account(new_id uuid, new_index bytea, new_hash text, new_totp bytea, used_step bigint,
          new_codes bytea[]) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF app.actor_role() IS DISTINCT FROM 'system' THEN RAISE insufficient_privilege; END IF;
          INSERT INTO staff_account (id, email_index, password_hash, totp_sealed, totp_last_step, recovery_hashes, created_at)
            VALUES (new_id, new_index, new_hash, new_totp, used_step, new_codes, app.now())
            ON CONFLICT (email_index) DO NOTHING;
          RETURN (SELECT a.id FROM staff_account a WHERE a.email_index = new_index);
        END $$;
      REVOKE ALL ON FUNCTION app.add_staff_account(uuid, bytea, text, bytea, bigint, bytea[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.add_staff_account(uuid, bytea, text, bytea, bigint, bytea[]) TO trellis_api;
    `);
  }

  /** Outside clinics: there is none yet. The token opens nothing once any clinic exists. */
  private async createSetup(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE setup_token (
        token_hash bytea PRIMARY KEY,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE FUNCTION app.is_setup_token(wanted bytea) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM setup_token t WHERE t.token_hash = wanted AND t.used_at IS NULL AND t.expires_at > app.now())
          AND NOT EXISTS (SELECT FROM clinic) $$;
      CREATE FUNCTION app.use_setup_token(wanted bytea) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF app.actor_role() IS DISTINCT FROM 'system' THEN RAISE insufficient_privilege; END IF;
          -- Whoever comes second with the same token waits here and then finds it used.
          UPDATE setup_token t SET used_at = app.now()
            WHERE t.token_hash = wanted AND t.used_at IS NULL AND t.expires_at > app.now();
          RETURN FOUND AND NOT EXISTS (SELECT FROM clinic);
        END $$;
      REVOKE ALL ON FUNCTION app.is_setup_token(bytea), app.use_setup_token(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.is_setup_token(bytea) TO trellis_auth;
      GRANT EXECUTE ON FUNCTION app.use_setup_token(bytea) TO trellis_api;
    `);
  }

  private async createInvitations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_invitation (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        name text NOT NULL,
        credentials text NOT NULL,
        role text NOT NULL CHECK (role IN ('therapist', 'supervisor', 'clinic_admin', 'owner')),
        email_index bytea NOT NULL,
        email_sealed bytea NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        code_mac bytea NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        superseded_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, created_by) REFERENCES staff_member
      );
      CREATE INDEX staff_invitation_open ON staff_invitation (clinic_id, email_index) WHERE used_at IS NULL AND superseded_at IS NULL;
      CALL app.protect('staff_invitation');
      CREATE POLICY before_context ON staff_invitation TO trellis_auth USING (true) WITH CHECK (true);
      CREATE POLICY manages ON staff_invitation TO trellis_api
        USING ((SELECT app.is_clinic_admin()) AND (role <> 'owner' OR (SELECT app.actor_role()) = 'owner'))
        WITH CHECK ((SELECT app.is_clinic_admin()) AND (role <> 'owner' OR (SELECT app.actor_role()) = 'owner'));
      CREATE POLICY joins ON staff_invitation TO trellis_api
        USING ((SELECT app.actor_role()) = 'system') WITH CHECK ((SELECT app.actor_role()) = 'system');
      GRANT SELECT ON staff_invitation TO trellis_auth;
      GRANT UPDATE (attempts) ON staff_invitation TO trellis_auth;
      GRANT SELECT, INSERT ON staff_invitation TO trellis_api;
      GRANT UPDATE (used_at, superseded_at) ON staff_invitation TO trellis_api;
    `);
  }
}
