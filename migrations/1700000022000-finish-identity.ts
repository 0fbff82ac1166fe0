import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that somebody else uses too, a further passkey by a code, and the way back into an account of staff. */
export class FinishIdentity1700000022000 implements MigrationInterface {
  readonly name = 'FinishIdentity1700000022000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createSigns(runner);
    await this.createLinks(runner);
    await this.createWayBack(runner);
    await this.createWayBackWalls(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff_way_back;
      DROP FUNCTION app.account_decides(uuid);
      DROP TABLE device_link;
      DELETE FROM session WHERE level = 'adding';
      ALTER TABLE session DROP CONSTRAINT session_level_check;
      ALTER TABLE session ADD CONSTRAINT session_level_check CHECK (level IN ('password', 'enrolment', 'pin', 'full'));
      REVOKE UPDATE (put_off, put_off_until) ON device_pin FROM trellis_auth;
      ALTER TABLE device_pin DROP COLUMN put_off, DROP COLUMN put_off_until;
      DROP TABLE device_sign;
    `);
  }

  /**
   * Plain marks without words. Two of them say the same to a therapist and come from different mouths: the person's
   * own, and the browser's. Therapists of the person's own side read them; the partner's therapists do not.
   */
  private async createSigns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE device_sign (
        clinic_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('shared_said', 'shared_seen', 'link_wanted')),
        since timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, person_id, kind),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CALL app.protect('device_sign');
      CREATE POLICY before_context ON device_sign TO trellis_auth USING (true) WITH CHECK (true);
      CREATE POLICY own_side ON device_sign FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND EXISTS (SELECT FROM enrolment e
          WHERE e.clinic_id = device_sign.clinic_id AND e.person_id = device_sign.person_id
            AND ((e.side = 'RP' AND e.couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
              OR (e.side = 'BP' AND e.couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[])))));
      GRANT SELECT, INSERT, DELETE ON device_sign TO trellis_auth;
      GRANT SELECT ON device_sign TO trellis_api;

      ALTER TABLE device_pin ADD COLUMN put_off integer NOT NULL DEFAULT 0, ADD COLUMN put_off_until timestamptz;
      GRANT UPDATE (put_off, put_off_until) ON device_pin TO trellis_auth;
    `);
  }

  /** A code by which a second device of the same person may make a passkey, once; one of them per person. */
  private async createLinks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE device_link (
        clinic_id uuid NOT NULL,
        person_id uuid NOT NULL,
        code_mac bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, person_id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CALL app.protect('device_link');
      CREATE POLICY before_context ON device_link TO trellis_auth USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, DELETE ON device_link TO trellis_auth;
      ALTER TABLE session DROP CONSTRAINT session_level_check;
      ALTER TABLE session ADD CONSTRAINT session_level_check
        CHECK (level IN ('password', 'enrolment', 'adding', 'pin', 'full'));
    `);
  }

  /** Whoever decides in an office, of whatever clinic, comes back only when two others agree. */
  private async createWayBack(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.account_decides(account uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT app.is_clinic_admin() AND EXISTS (SELECT FROM staff_member s WHERE s.account_id = account
          AND s.role IN ('clinic_admin', 'owner') AND s.deactivated_at IS NULL) $$;
      REVOKE ALL ON FUNCTION app.account_decides(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.account_decides(uuid) TO trellis_api;

      CREATE TABLE staff_way_back (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        account_id uuid NOT NULL,
        asked_by uuid NOT NULL,
        asked_account uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        two_needed boolean NOT NULL,
        agreed_by uuid,
        agreed_account uuid,
        opened_at timestamptz,
        token_hash bytea UNIQUE,
        code_mac bytea,
        expires_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        taken_back_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, asked_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, agreed_by) REFERENCES staff_member,
        -- One person with two roles is one person, and nobody lets themself in.
        CHECK (asked_account <> account_id),
        CHECK (agreed_account <> account_id AND agreed_account <> asked_account),
        CHECK ((agreed_by IS NULL) = (agreed_account IS NULL)),
        CHECK ((opened_at IS NULL) = (token_hash IS NULL) AND (opened_at IS NULL) = (code_mac IS NULL)),
        CHECK (opened_at IS NULL OR NOT two_needed OR agreed_by IS NOT NULL)
      );
      CREATE INDEX staff_way_back_standing ON staff_way_back (clinic_id, account_id)
        WHERE used_at IS NULL AND taken_back_at IS NULL;
    `);
  }

  private async createWayBackWalls(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('staff_way_back');
      CREATE POLICY before_context ON staff_way_back TO trellis_auth USING (true) WITH CHECK (true);
      CREATE POLICY office ON staff_way_back TO trellis_api
        USING ((SELECT app.is_clinic_admin())) WITH CHECK ((SELECT app.is_clinic_admin()));
      CREATE POLICY as_oneself ON staff_way_back AS RESTRICTIVE FOR INSERT TO trellis_api
        WITH CHECK (asked_by = (SELECT app.actor()) AND asked_account = (SELECT app.my_account())
          AND agreed_by IS NULL AND used_at IS NULL AND (two_needed OR NOT app.account_decides(account_id)));
      -- Taking back is open to the whole office: what was taken back opens nothing.
      CREATE POLICY agrees_as_oneself ON staff_way_back AS RESTRICTIVE FOR UPDATE TO trellis_api
        USING (true) WITH CHECK (taken_back_at IS NOT NULL
          OR (agreed_by = (SELECT app.actor()) AND agreed_account = (SELECT app.my_account())));
      CREATE POLICY letter ON staff_way_back FOR SELECT TO trellis_worker USING ((SELECT app.actor_role()) = 'system');
      GRANT SELECT ON staff_way_back TO trellis_auth, trellis_worker;
      GRANT UPDATE (attempts, used_at) ON staff_way_back TO trellis_auth;
      GRANT SELECT, INSERT ON staff_way_back TO trellis_api;
      GRANT UPDATE (agreed_by, agreed_account, opened_at, token_hash, code_mac, expires_at, taken_back_at)
        ON staff_way_back TO trellis_api;
    `);
  }
}
