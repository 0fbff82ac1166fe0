import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Releases of one revision to named recipients, and the separation of a couple. A release holds states and instants,
 * no words: those stay where they are, sealed under their author's key.
 */
export class CreateReleases1700000012000 implements MigrationInterface {
  readonly name = 'CreateReleases1700000012000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createLiveness(runner);
    await this.createPolicies(runner);
    await this.keepRoles(runner);
    await this.openReleased(runner);
    await this.createSeparation(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER stays_separated ON couple; DROP FUNCTION app.stays_separated();
      DROP POLICY separates ON couple; DROP FUNCTION app.freeze_releases(uuid); DROP TABLE couple_reunion;
      DROP POLICY released ON homework_task; DROP POLICY released ON homework_answer;
      DROP TABLE release_recipient, release;
      DROP FUNCTION app.keep_release_roles(); DROP FUNCTION app.note_release_read(uuid, timestamptz);
      DROP FUNCTION app.released_answers(); DROP FUNCTION app.released_tasks(); DROP FUNCTION app.live_releases();
    `);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE release (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        answer_id uuid NOT NULL,
        task_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        privacy text NOT NULL CHECK (privacy IN ('P2', 'P3')),
        revision integer NOT NULL CHECK (revision >= 1),
        template_code text NOT NULL,
        template_version integer NOT NULL,
        sensitive boolean NOT NULL,
        to_partner boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('ready', 'released', 'revoked')),
        asked_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        approved_by uuid,
        held boolean NOT NULL,
        -- Null until a therapist of the author's side has looked; what is tagged stays from the partner.
        safety_tags text[] CHECK (safety_tags <@ ARRAY['partner_violence', 'harm_to_children', 'self_harm']),
        released_at timestamptz,
        revoked_at timestamptz,
        first_read_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, answer_id),
        FOREIGN KEY (clinic_id, answer_id) REFERENCES homework_answer,
        FOREIGN KEY (clinic_id, task_id) REFERENCES homework_task,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, approved_by) REFERENCES staff_member,
        CHECK (NOT to_partner OR privacy = 'P3'),
        CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
        CHECK (state <> 'released' OR (released_at IS NOT NULL AND (NOT to_partner OR approved_by IS NOT NULL)
          AND (NOT sensitive OR confirmed_at IS NOT NULL)))
      );
      CREATE INDEX release_by_couple ON release (clinic_id, couple_id, asked_at DESC, id DESC);
      CREATE INDEX release_by_day_given ON release (clinic_id, couple_id, released_at DESC, id DESC) WHERE state = 'released';
      CREATE INDEX release_by_task ON release (clinic_id, task_id);
      CREATE TABLE release_recipient (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        release_id uuid NOT NULL,
        person_id uuid,
        staff_id uuid,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, release_id, person_id),
        UNIQUE (clinic_id, release_id, staff_id),
        FOREIGN KEY (clinic_id, release_id) REFERENCES release,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member,
        CHECK (num_nonnulls(person_id, staff_id) = 1)
      );
      CREATE INDEX release_recipient_by_person ON release_recipient (clinic_id, person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX release_recipient_by_staff ON release_recipient (clinic_id, staff_id) WHERE staff_id IS NOT NULL;
    `);
  }

  /**
   * The one place that says which releases the asker may read now. Definer rights, so that the policies of releases
   * and of what is released do not have to look at each other.
   */
  private async createLiveness(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.live_releases() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(r.id), '{}') FROM release_recipient g
          JOIN release r ON r.clinic_id = g.clinic_id AND r.id = g.release_id
          JOIN couple c ON c.clinic_id = r.clinic_id AND c.id = r.couple_id
          WHERE g.clinic_id = app.clinic() AND r.state = 'released' AND NOT r.held
            AND c.status IN ('intake', 'active', 'paused') AND r.couple_id = ANY ((SELECT app.my_couples())::uuid[])
            AND ((app.actor_role() = 'client' AND g.person_id = app.actor() AND r.to_partner AND r.safety_tags = '{}')
              OR (app.actor_role() = 'therapist' AND g.staff_id = app.actor()
                AND c.secrets_policy <> 'INDIVIDUAL_CONFIDENTIAL'))
            AND NOT EXISTS (SELECT FROM homework_answer n WHERE n.clinic_id = r.clinic_id AND n.task_id = r.task_id
              AND n.revision > r.revision) $$;
      CREATE FUNCTION app.released_answers() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(r.answer_id), '{}') FROM release r
          WHERE r.clinic_id = app.clinic() AND r.id = ANY ((SELECT app.live_releases())::uuid[]) $$;
      -- Tasks are for staff: a task shows days and states, and of those the partner was given none.
      CREATE FUNCTION app.released_tasks() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(r.task_id), '{}') FROM release r
          WHERE r.clinic_id = app.clinic() AND app.actor_role() = 'therapist'
            AND r.id = ANY ((SELECT app.live_releases())::uuid[]) $$;
      -- Locks the release, so that a reading and a taking back have one order. False when it is live no longer.
      CREATE FUNCTION app.note_release_read(release_id uuid, read_at timestamptz) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH noted AS (UPDATE release r SET first_read_at = coalesce(r.first_read_at, read_at)
          WHERE r.clinic_id = app.clinic() AND r.id = release_id AND r.state = 'released' AND NOT r.held
            AND r.id = ANY ((SELECT app.live_releases())::uuid[]) RETURNING 1)
        SELECT EXISTS (SELECT FROM noted) $$;
      REVOKE ALL ON FUNCTION app.live_releases(), app.released_answers(), app.released_tasks(),
        app.note_release_read(uuid, timestamptz) FROM PUBLIC;
      -- The worker evaluates the policies of answers too; it is a recipient of nothing.
      GRANT EXECUTE ON FUNCTION app.live_releases(), app.released_answers(), app.released_tasks() TO trellis_api, trellis_worker;
      GRANT EXECUTE ON FUNCTION app.note_release_read(uuid, timestamptz) TO trellis_api;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('release'); CALL app.protect('release_recipient');
      CREATE POLICY own ON release FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY asks ON release FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())
          AND approved_by IS NULL AND safety_tags IS NULL AND first_read_at IS NULL
          AND EXISTS (SELECT FROM homework_answer a WHERE a.clinic_id = release.clinic_id AND a.id = release.answer_id
            AND a.task_id = release.task_id AND a.couple_id = release.couple_id AND a.person_id = release.person_id
            AND a.compartment = release.compartment AND a.privacy = release.privacy AND a.revision = release.revision));
      CREATE POLICY own_acts ON release FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()))
        WITH CHECK (person_id = (SELECT app.actor()));
      CREATE POLICY own_side ON release FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      CREATE POLICY own_side_acts ON release FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      CREATE POLICY recipient ON release FOR SELECT TO trellis_api USING (id = ANY ((SELECT app.live_releases())::uuid[]));

      CREATE POLICY with_release ON release_recipient FOR SELECT TO trellis_api
        USING (EXISTS (SELECT FROM release r WHERE r.clinic_id = release_recipient.clinic_id
          AND r.id = release_recipient.release_id AND (r.person_id = (SELECT app.actor())
            OR (r.compartment = 'RP' AND r.couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (r.compartment = 'BP' AND r.couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[])))));
      CREATE POLICY recipient ON release_recipient FOR SELECT TO trellis_api
        USING ((person_id = (SELECT app.actor()) OR staff_id = (SELECT app.actor()))
          AND release_id = ANY ((SELECT app.live_releases())::uuid[]));
      CREATE POLICY names ON release_recipient FOR INSERT TO trellis_api
        WITH CHECK (EXISTS (SELECT FROM release r WHERE r.clinic_id = release_recipient.clinic_id
          AND r.id = release_recipient.release_id AND r.person_id = (SELECT app.actor())
          AND (release_recipient.person_id IS NULL OR (r.to_partner AND release_recipient.person_id <> r.person_id))));

      GRANT SELECT, INSERT ON release, release_recipient TO trellis_api;
      GRANT UPDATE (state, confirmed_at, approved_by, held, safety_tags, released_at, revoked_at, version)
        ON release TO trellis_api;
    `);
  }

  /** Whatever the code asks for: an author approves nothing, a therapist releases, confirms and takes back nothing. */
  private async keepRoles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.keep_release_roles() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'revoked' AND NEW.state <> 'revoked' THEN
          RAISE EXCEPTION 'what was taken back is not released again' USING ERRCODE = '42501';
        END IF;
        IF NEW.state = 'released' AND OLD.state = 'ready' AND NEW.held THEN
          RAISE EXCEPTION 'a held release goes no further' USING ERRCODE = '42501';
        END IF;
        IF app.actor_role() = 'client' AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by
            OR NEW.held IS DISTINCT FROM OLD.held OR NEW.safety_tags IS DISTINCT FROM OLD.safety_tags) THEN
          RAISE EXCEPTION 'approving and holding are for the therapist' USING ERRCODE = '42501';
        END IF;
        IF app.actor_role() = 'therapist' AND (NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at
            OR NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
          RAISE EXCEPTION 'the second yes and taking back are for the author' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_release_roles BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION app.keep_release_roles();
    `);
  }

  private async openReleased(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY released ON homework_answer FOR SELECT TO trellis_api
        USING (id = ANY ((SELECT app.released_answers())::uuid[]));
      CREATE POLICY released ON homework_task FOR SELECT TO trellis_api
        USING (id = ANY ((SELECT app.released_tasks())::uuid[]));
    `);
  }

  /** A separation is one act of anybody of the team or the office; coming back needs the therapist of each side. */
  private async createSeparation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE couple_reunion (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        agreed_by uuid NOT NULL,
        agreed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, couple_id, side),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, agreed_by) REFERENCES staff_member
      );
      CALL app.protect('couple_reunion');
      CREATE POLICY team ON couple_reunion FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY own_side ON couple_reunion FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND agreed_by = (SELECT app.actor())
          AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      GRANT SELECT, INSERT ON couple_reunion TO trellis_api;

      CREATE POLICY separates ON couple FOR UPDATE TO trellis_api USING ((SELECT app.is_clinic_admin()))
        WITH CHECK ((SELECT app.is_clinic_admin()) AND status = 'separated');
      -- Holds what was asked for or given on both sides, and forgets who had agreed to a reunion.
      CREATE FUNCTION app.freeze_releases(couple uuid) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE release r SET held = true, version = r.version + 1
          WHERE r.clinic_id = app.clinic() AND r.couple_id = couple AND r.state <> 'revoked' AND NOT r.held
            AND (app.is_clinic_admin() OR (app.actor_role() = 'therapist' AND couple = ANY (app.my_couples())));
        DELETE FROM couple_reunion u WHERE u.clinic_id = app.clinic() AND u.couple_id = couple
            AND (app.is_clinic_admin() OR (app.actor_role() = 'therapist' AND couple = ANY (app.my_couples()))) $$;
      REVOKE ALL ON FUNCTION app.freeze_releases(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.freeze_releases(uuid) TO trellis_api;
      CREATE FUNCTION app.stays_separated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'separated' AND NEW.status <> 'separated' AND app.actor_role() IS NOT NULL AND (SELECT count(*)
            FROM couple_reunion u WHERE u.clinic_id = NEW.clinic_id AND u.couple_id = NEW.id) < 2 THEN
          RAISE EXCEPTION 'a reunion needs the therapists of both sides' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER stays_separated BEFORE UPDATE OF status ON couple FOR EACH ROW EXECUTE FUNCTION app.stays_separated();
    `);
  }
}
