import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clinic, staff, couples, their people and their care teams, with the policies that say who sees which row. */
export class CreateClinicAndPeople1700000001000 implements MigrationInterface {
  readonly name = 'CreateClinicAndPeople1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createCoupleTables(runner);
    await this.createRelations(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE care_assignment, enrolment, couple, person, staff_member, clinic;
      DROP FUNCTION app.my_people(); DROP FUNCTION app.without_team(uuid); DROP FUNCTION app.my_couples(text);
    `);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clinic (
        clinic_id uuid PRIMARY KEY,
        name text NOT NULL,
        time_zone text NOT NULL,
        phone text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE staff_member (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL,
        credentials text NOT NULL,
        role text NOT NULL CHECK (role IN ('therapist', 'supervisor', 'clinic_admin', 'owner')),
        email_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL,
        deactivated_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, account_id)
      );
      CREATE TABLE person (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        name text NOT NULL,
        pronouns text NOT NULL,
        language text NOT NULL CHECK (language IN ('en', 'es')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id)
      );
    `);
  }

  private async createCoupleTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE couple (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        name text NOT NULL,
        status text NOT NULL CHECK (status IN ('intake', 'active', 'paused', 'closed', 'separated')),
        stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 3),
        stage_since date NOT NULL,
        anchor_on date NOT NULL,
        time_zone text NOT NULL,
        secrets_policy text NOT NULL CHECK (secrets_policy IN ('NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL')),
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (clinic_id, id)
      );
      CREATE INDEX couple_by_name ON couple (clinic_id, lower(name), id);
      CREATE INDEX couple_by_stage ON couple (clinic_id, stage, id);
      CREATE INDEX couple_by_begin ON couple (clinic_id, anchor_on, id);
      CREATE TABLE enrolment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        enrolled_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, side, person_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX enrolment_by_person ON enrolment (clinic_id, person_id);
      CREATE TABLE care_assignment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        lead boolean NOT NULL DEFAULT false,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member
      );
      -- Not partial: an assignment that will end later counts as well, and every policy asks for it.
      CREATE INDEX care_assignment_by_staff ON care_assignment (clinic_id, staff_id, side);
      CREATE INDEX care_assignment_by_couple ON care_assignment (clinic_id, couple_id);
    `);
  }

  /** Relations of the asking actor. Definer rights, so that no policy has to look at another protected table. */
  private async createRelations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.my_couples(wanted_side text DEFAULT NULL) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN app.actor_role() = 'client' THEN
          (SELECT coalesce(array_agg(e.couple_id), '{}') FROM enrolment e
            WHERE e.clinic_id = app.clinic() AND e.person_id = app.actor()
              AND (wanted_side IS NULL OR e.side = wanted_side))
        ELSE
          (SELECT coalesce(array_agg(DISTINCT a.couple_id), '{}') FROM care_assignment a
            WHERE a.clinic_id = app.clinic() AND a.staff_id = app.actor()
              AND (wanted_side IS NULL OR a.side = wanted_side)
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now()))
        END $$;
      CREATE FUNCTION app.my_people() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(e.person_id), '{}') FROM enrolment e
          WHERE e.clinic_id = app.clinic() AND e.couple_id = ANY ((SELECT app.my_couples())::uuid[]) $$;
      -- True while nobody cares for a couple yet: only then may a therapist outside its team write the first team.
      CREATE FUNCTION app.without_team(couple uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT NOT EXISTS (SELECT FROM care_assignment a WHERE a.clinic_id = app.clinic() AND a.couple_id = couple) $$;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('clinic'); CALL app.protect('staff_member'); CALL app.protect('person');
      CALL app.protect('couple'); CALL app.protect('enrolment'); CALL app.protect('care_assignment');

      CREATE POLICY everyone ON clinic FOR SELECT TO trellis_api, trellis_worker USING (true);
      CREATE POLICY set_up ON clinic FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'system');
      CREATE POLICY names ON staff_member FOR SELECT TO trellis_api, trellis_worker USING (true);
      CREATE POLICY set_up ON staff_member FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'system');

      CREATE POLICY admin ON person FOR SELECT TO trellis_api, trellis_worker USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY related ON person FOR SELECT TO trellis_api, trellis_worker USING (id = ANY ((SELECT app.my_people())::uuid[]));
      CREATE POLICY adds ON person FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'therapist');
      CREATE POLICY own_language ON person FOR UPDATE TO trellis_api
        USING (id = (SELECT app.actor())) WITH CHECK (id = (SELECT app.actor()));

      CREATE POLICY admin ON couple FOR SELECT TO trellis_api, trellis_worker USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY related ON couple FOR SELECT TO trellis_api, trellis_worker USING (id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY adds ON couple FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'therapist');
      CREATE POLICY changes ON couple FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND id = ANY ((SELECT app.my_couples())::uuid[]));

      CREATE POLICY admin ON enrolment FOR SELECT TO trellis_api, trellis_worker USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY related ON enrolment FOR SELECT TO trellis_api, trellis_worker USING (couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY adds ON enrolment FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'therapist'
        AND (couple_id = ANY ((SELECT app.my_couples())::uuid[]) OR app.without_team(couple_id)));
      CREATE POLICY own ON enrolment FOR UPDATE TO trellis_api
        USING (person_id = (SELECT app.actor())) WITH CHECK (person_id = (SELECT app.actor()));

      CREATE POLICY admin ON care_assignment FOR SELECT TO trellis_api, trellis_worker USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY related ON care_assignment FOR SELECT TO trellis_api, trellis_worker USING (couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY adds ON care_assignment FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'therapist'
        AND (couple_id = ANY ((SELECT app.my_couples())::uuid[]) OR app.without_team(couple_id)));

      GRANT SELECT, INSERT ON clinic, staff_member, person, couple, enrolment, care_assignment TO trellis_api;
      GRANT SELECT ON clinic, staff_member, person, couple, enrolment, care_assignment TO trellis_worker;
      GRANT UPDATE (language) ON person TO trellis_api;
      GRANT UPDATE (status, stage, stage_since, version) ON couple TO trellis_api;
      GRANT UPDATE (enrolled_at) ON enrolment TO trellis_api;
    `);
  }
}
