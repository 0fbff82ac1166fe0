import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `(SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())`;
const office = '(SELECT app.is_clinic_admin())';
const system = `(SELECT app.actor_role()) = 'system'`;
const hidden = ` OR action LIKE 'reminders.%'`;
const guarded = ['reminder_wish', 'reminder', 'reminder_setting'] as const;

/** What a person wants to be reminded of, and where, is found by that person and by the server when it writes to them. */
export class GuardReminders1700000050100 implements MigrationInterface {
  readonly name = 'GuardReminders1700000050100';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of guarded) await runner.query(`CALL app.protect('${table}')`);
    await runner.query(`
      CREATE POLICY own ON reminder_wish FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY own_adds ON reminder_wish FOR INSERT TO trellis_api WITH CHECK (${own} AND newest);
      CREATE POLICY own_replaces ON reminder_wish FOR UPDATE TO trellis_api USING (${own})
        WITH CHECK (${own} AND NOT newest);
      CREATE POLICY system ON reminder_wish FOR SELECT TO trellis_worker USING (${system});
      CREATE POLICY system ON reminder TO trellis_worker USING (${system}) WITH CHECK (${system});
      CREATE POLICY office ON reminder_setting FOR SELECT TO trellis_api USING (${office});
      CREATE POLICY keeps ON reminder_setting FOR INSERT TO trellis_api
        WITH CHECK (${office} AND changed_by = (SELECT app.actor()));
      CREATE POLICY system ON reminder_setting FOR SELECT TO trellis_worker USING (${system});
      GRANT SELECT, INSERT ON reminder_wish TO trellis_api;
      GRANT UPDATE (newest, address_sealed) ON reminder_wish TO trellis_api;
      GRANT SELECT ON reminder_wish, reminder_setting TO trellis_worker;
      GRANT SELECT, INSERT, DELETE ON reminder TO trellis_worker;
      GRANT SELECT, INSERT ON reminder_setting TO trellis_api;
    `);
    await this.hideAndScrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, $h$${hidden}$h$, ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid);
      ALTER FUNCTION app.scrub_before_reminders(uuid, uuid) RENAME TO scrub_person;
    `);
    for (const table of guarded)
      await runner.query(`
        DO $do$ DECLARE held name;
        BEGIN
          FOR held IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}'
          LOOP EXECUTE format('DROP POLICY %I ON ${table}', held); END LOOP;
        END $do$;
        REVOKE ALL ON ${table} FROM trellis_api, trellis_worker;
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  }

  /** Whether and where a person is written to is not the office's to know; it goes with the person. */
  private async hideAndScrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || $h$${hidden}$h$);
      END $do$;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_reminders;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM reminder r WHERE r.clinic_id = clinic AND r.person_id = person;
          DELETE FROM reminder_wish w WHERE w.clinic_id = clinic AND w.person_id = person;
          PERFORM app.scrub_before_reminders(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
