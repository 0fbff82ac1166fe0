import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that retire and are destroyed, and people who are erased: asked for, approved by two, done once. */
export class RotateAndErase1700000015000 implements MigrationInterface {
  readonly name = 'RotateAndErase1700000015000';

  async up(runner: QueryRunner): Promise<void> {
    await this.widenKeys(runner);
    await this.createRequests(runner);
    await this.createScrubbing(runner);
    await this.createErasing(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.erase_person(uuid); DROP FUNCTION app.may_erase(uuid); DROP FUNCTION app.scrub_person(uuid, uuid);
      DROP TABLE erasure_approval, erasure_request;
      DROP FUNCTION app.my_account(); DROP FUNCTION app.someone_else_decides(uuid, timestamptz);
      DROP TRIGGER no_key_for_erased ON data_key;
      DROP FUNCTION app.no_key_for_erased();
      ALTER TABLE person DROP COLUMN erased_at;
      DROP INDEX data_key_by_owner;
      ALTER TABLE data_key DROP COLUMN unused_at;
    `);
  }

  /** Whoever writes while somebody is erased must not make them a new key. */
  private async widenKeys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_key ADD COLUMN unused_at timestamptz;
      CREATE INDEX data_key_by_owner ON data_key (clinic_id, owner_id);
      ALTER TABLE person ADD COLUMN erased_at timestamptz;
      CREATE FUNCTION app.no_key_for_erased() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          -- Waits for an erasure under way: the row is locked by it.
          PERFORM FROM person p WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.owner_id FOR SHARE;
          IF EXISTS (SELECT FROM person p WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.owner_id AND p.erased_at IS NOT NULL)
          THEN RAISE EXCEPTION 'an erased person gets no key' USING ERRCODE = 'check_violation'; END IF;
          RETURN NEW;
        END $$;
      REVOKE ALL ON FUNCTION app.no_key_for_erased() FROM PUBLIC;
      CREATE TRIGGER no_key_for_erased BEFORE INSERT ON data_key FOR EACH ROW EXECUTE FUNCTION app.no_key_for_erased();
    `);
  }

  /** An approval counts for an account: one person with two roles is one person. */
  private async createRequests(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.my_account() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
        $$ SELECT s.account_id FROM staff_member s WHERE s.clinic_id = app.clinic() AND s.id = app.actor() $$;
      -- Whether anybody but this account could decide in the office at any time since.
      CREATE FUNCTION app.someone_else_decides(account uuid, since timestamptz) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM staff_member s WHERE s.clinic_id = app.clinic() AND s.account_id <> account
          AND s.role IN ('clinic_admin', 'owner') AND (s.deactivated_at IS NULL OR s.deactivated_at > since)) $$;
      REVOKE ALL ON FUNCTION app.my_account(), app.someone_else_decides(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.my_account(), app.someone_else_decides(uuid, timestamptz) TO trellis_api;

      CREATE TABLE erasure_request (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        asked_by uuid NOT NULL,
        asked_by_role text NOT NULL CHECK (asked_by_role IN ('client', 'clinic_admin', 'owner')),
        asked_at timestamptz NOT NULL,
        hold_until timestamptz NOT NULL CHECK (hold_until >= asked_at),
        withdrawn_at timestamptz,
        erased_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK (withdrawn_at IS NULL OR erased_at IS NULL)
      );
      CREATE UNIQUE INDEX erasure_request_standing ON erasure_request (clinic_id, person_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX erasure_request_by_age ON erasure_request (clinic_id, asked_at DESC, id DESC);
      CREATE TABLE erasure_approval (
        clinic_id uuid NOT NULL,
        request_id uuid NOT NULL,
        account_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('clinic_admin', 'owner')),
        given_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, request_id, account_id),
        FOREIGN KEY (clinic_id, request_id) REFERENCES erasure_request,
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member
      );
      CALL app.protect('erasure_request'); CALL app.protect('erasure_approval');
      CREATE POLICY office ON erasure_request TO trellis_api
        USING ((SELECT app.is_clinic_admin())) WITH CHECK ((SELECT app.is_clinic_admin()));
      CREATE POLICY own ON erasure_request TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()))
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY as_oneself ON erasure_request AS RESTRICTIVE FOR INSERT TO trellis_api
        WITH CHECK (asked_by = (SELECT app.actor()) AND asked_by_role = (SELECT app.actor_role())
          AND withdrawn_at IS NULL AND erased_at IS NULL);
      CREATE POLICY office ON erasure_approval FOR SELECT TO trellis_api USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY as_oneself ON erasure_approval FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.is_clinic_admin()) AND staff_id = (SELECT app.actor()) AND role = (SELECT app.actor_role())
          AND account_id = (SELECT app.my_account()));
      GRANT SELECT, INSERT ON erasure_request, erasure_approval TO trellis_api;
      GRANT UPDATE (withdrawn_at) ON erasure_request TO trellis_api;
    `);
  }

  /**
   * What is left of an erased person: ids, dates, states and sums. Also run by the owner after a restore, hence no look
   * at who asks; no role of the server may call it.
   */
  private async createScrubbing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          UPDATE person p SET name = '—', pronouns = '', erased_at = coalesce(p.erased_at, app.now())
            WHERE p.clinic_id = clinic AND p.id = person;
          -- Files that were made for somebody may hold the name; they live for hours anyway.
          UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()), destroyed_at = app.now()
            WHERE k.clinic_id = clinic AND (k.owner_id = person OR k.kind = 'export') AND k.wrapped IS NOT NULL;
          UPDATE report_export e SET expires_at = app.now() WHERE e.clinic_id = clinic AND e.expires_at > app.now();
          UPDATE couple c SET name = '—' WHERE c.clinic_id = clinic
            AND c.id IN (SELECT e.couple_id FROM enrolment e WHERE e.clinic_id = clinic AND e.person_id = person)
            AND NOT EXISTS (SELECT FROM enrolment o JOIN person p ON p.clinic_id = o.clinic_id AND p.id = o.person_id
              WHERE o.clinic_id = clinic AND o.couple_id = c.id AND p.erased_at IS NULL);
          -- What nobody can open any more would only fail whoever reads the page it stood on.
          DELETE FROM release_recipient x WHERE x.clinic_id = clinic AND (x.person_id = person
            OR x.release_id IN (SELECT r.id FROM release r WHERE r.clinic_id = clinic AND r.person_id = person));
          DELETE FROM release r WHERE r.clinic_id = clinic AND r.person_id = person;
          DELETE FROM homework_answer a WHERE a.clinic_id = clinic AND a.person_id = person;
          DELETE FROM predictor_answer a WHERE a.clinic_id = clinic AND a.rater_id = person;
          DELETE FROM client_account a WHERE a.clinic_id = clinic AND a.person_id = person;
          DELETE FROM client_passkey k WHERE k.clinic_id = clinic AND k.person_id = person;
          DELETE FROM device_pin d WHERE d.clinic_id = clinic AND d.person_id = person;
          DELETE FROM session s WHERE s.clinic_id = clinic AND s.subject_id = person;
          DELETE FROM idempotency_record r WHERE r.clinic_id = clinic AND r.actor_id = person;
          DELETE FROM homework_draft d WHERE d.clinic_id = clinic AND d.person_id = person;
          UPDATE invitation i SET superseded_at = app.now()
            WHERE i.clinic_id = clinic AND i.person_id = person AND i.superseded_at IS NULL AND i.used_at IS NULL;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }

  /** The second wall of an erasure: what the pure rule says, said once more where the keys are. */
  private async createErasing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.may_erase(request uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE wanted erasure_request; given integer; owners integer; first_at timestamptz; account uuid;
        BEGIN
          IF app.actor_role() IS DISTINCT FROM 'owner' THEN RETURN false; END IF;
          SELECT * INTO wanted FROM erasure_request r WHERE r.clinic_id = app.clinic() AND r.id = request;
          IF wanted.id IS NULL OR wanted.withdrawn_at IS NOT NULL OR wanted.erased_at IS NOT NULL
            OR wanted.hold_until > app.now() THEN RETURN false; END IF;
          SELECT count(*), count(*) FILTER (WHERE a.role = 'owner'), min(a.given_at), (array_agg(a.account_id))[1]
            INTO given, owners, first_at, account FROM erasure_approval a
            WHERE a.clinic_id = app.clinic() AND a.request_id = request;
          IF owners = 0 THEN RETURN false; END IF;
          RETURN given >= 2 OR (first_at <= app.now() - interval '72 hours'
            AND NOT app.someone_else_decides(account, wanted.asked_at));
        END $$;
      CREATE FUNCTION app.erase_person(request uuid) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE whom uuid;
        BEGIN
          SELECT r.person_id INTO whom FROM erasure_request r WHERE r.clinic_id = app.clinic() AND r.id = request FOR UPDATE;
          IF whom IS NULL OR app.may_erase(request) IS NOT TRUE THEN RETURN false; END IF;
          PERFORM app.scrub_person(app.clinic(), whom);
          UPDATE erasure_request r SET erased_at = app.now() WHERE r.clinic_id = app.clinic() AND r.id = request;
          RETURN true;
        END $$;
      REVOKE ALL ON FUNCTION app.may_erase(uuid), app.erase_person(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.may_erase(uuid), app.erase_person(uuid) TO trellis_api;
    `);
  }
}
