import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema `app`: who is asking (transaction settings), database time, and the one way to protect a table. */
export class CreateContext1700000000000 implements MigrationInterface {
  readonly name = 'CreateContext1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA app;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA app, public TO trellis_api, trellis_worker, trellis_auth, trellis_audit, trellis_report, trellis_dispatch;
    `);
    await runner.query(`
      -- After a transaction a setting reads '' and not NULL, hence nullif.
      CREATE FUNCTION app.clinic() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.clinic_id', true), '')::uuid $$;
      CREATE FUNCTION app.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.actor_id', true), '')::uuid $$;
      CREATE FUNCTION app.actor_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.actor_role', true), '') $$;
      CREATE FUNCTION app.is_clinic_admin() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT app.actor_role() IN ('clinic_admin', 'owner') $$;
      -- Sign-ins, invitations and limits use database time; only test databases replace this function.
      CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT now() $$;
    `);
    await runner.query(`
      CREATE PROCEDURE app.protect(target regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY tenant ON %s AS RESTRICTIVE TO trellis_api, trellis_worker, trellis_report
          USING (clinic_id = (SELECT app.clinic())) WITH CHECK (clinic_id = (SELECT app.clinic()))', target);
        -- Backfills and the backup run as the owner and must see rows although security is forced.
        EXECUTE format('CREATE POLICY owner_all ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', target);
      END $$;
      REVOKE ALL ON PROCEDURE app.protect(regclass) FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA app CASCADE');
  }
}
