import type { MigrationInterface, QueryRunner } from 'typeorm';

const staff = `(SELECT app.actor_role()) IN ('therapist', 'clinic_admin', 'owner')`;

/**
 * A clinic's own limits of the off-track rules (clinical rules ALERT-23, ALERT-25, ALERT-26): every change is a row of
 * its own that nobody changes again, and each episode says under which it was opened. 0 is the standard.
 */
export class KeepLimits1700000044100 implements MigrationInterface {
  readonly name = 'KeepLimits1700000044100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE off_track_limits (
        clinic_id uuid NOT NULL REFERENCES clinic,
        version integer NOT NULL CHECK (version > 0),
        -- Values by name, of the settings that differ from the standard.
        own jsonb NOT NULL CHECK (jsonb_typeof(own) = 'object'),
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, version),
        FOREIGN KEY (clinic_id, changed_by) REFERENCES staff_member
      );
      CALL app.protect('off_track_limits');
      CREATE POLICY staff ON off_track_limits FOR SELECT TO trellis_api USING (${staff});
      CREATE POLICY system ON off_track_limits FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'system');
      CREATE POLICY office ON off_track_limits FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.is_clinic_admin()) AND changed_by = (SELECT app.actor()));
      GRANT SELECT, INSERT ON off_track_limits TO trellis_api;
      ALTER TABLE off_track_episode ADD COLUMN limits_version integer NOT NULL DEFAULT 0;
      -- What became of closed episodes, without couples, people or days: how often each rule was useful.
      CREATE FUNCTION app.closed_off_track() RETURNS TABLE (rules text[], disposition text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT array_agg(DISTINCT a.rule), e.state FROM off_track_episode e
          JOIN off_track_alert a ON a.clinic_id = e.clinic_id AND a.episode_id = e.id
          WHERE e.clinic_id = app.clinic() AND e.kind = 'off_track' AND e.closed_on IS NOT NULL
            AND app.actor_role() IN ('therapist', 'clinic_admin', 'owner')
          GROUP BY e.id, e.state ORDER BY 2, 1 $$;
      REVOKE ALL ON FUNCTION app.closed_off_track() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.closed_off_track() TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.closed_off_track();
      ALTER TABLE off_track_episode DROP COLUMN limits_version;
      DROP TABLE off_track_limits;
    `);
  }
}
