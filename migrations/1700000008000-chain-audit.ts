import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain of the audit record: where each clinic's chain ends, how it is read, and how its health is asked. */
export class ChainAudit1700000008000 implements MigrationInterface {
  readonly name = 'ChainAudit1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createHeads(runner);
    await this.createIndexes(runner);
    await this.createHealth(runner);
    await this.createReading(runner);
    await this.createFilters(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.audit_actions();
      DROP FUNCTION app.record_openings(timestamptz, uuid, integer);
      DROP FUNCTION app.audit_page(uuid, text, timestamptz, timestamptz, timestamptz, uuid, integer);
      DROP FUNCTION app.audit_health();
      DROP INDEX audit_event_waiting, audit_event_by_time, audit_event_by_actor, audit_event_by_action, audit_event_by_person;
      CREATE INDEX audit_event_unsealed ON audit_event (clinic_id, at, id) WHERE seq IS NULL;
      DROP TABLE audit_head;
    `);
  }

  /** One row for each clinic: the last link. A chain cut short no longer reaches it. */
  private async createHeads(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_head (
        clinic_id uuid PRIMARY KEY REFERENCES clinic,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        sealed_at timestamptz NOT NULL,
        gap_found_at timestamptz
      );
      CALL app.protect('audit_head');
      CREATE POLICY sealer ON audit_head TO trellis_audit USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON audit_head TO trellis_audit;
    `);
  }

  private async createIndexes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The sealer takes the oldest rows of all clinics.
      DROP INDEX audit_event_unsealed;
      CREATE INDEX audit_event_waiting ON audit_event (at, id) WHERE seq IS NULL;
      CREATE INDEX audit_event_by_time ON audit_event (clinic_id, at DESC, id DESC);
      CREATE INDEX audit_event_by_actor ON audit_event (clinic_id, actor_id, at DESC, id DESC);
      CREATE INDEX audit_event_by_action ON audit_event (clinic_id, action, at DESC, id DESC);
      CREATE INDEX audit_event_by_person ON audit_event (clinic_id, person_id, at DESC, id DESC) WHERE person_id IS NOT NULL;
    `);
  }

  /** For probes: two numbers over all clinics, and no row of any. */
  private async createHealth(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.audit_health() RETURNS TABLE (unsealed_seconds integer, broken_chains integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(extract(epoch FROM app.now() - (SELECT min(e.at) FROM audit_event e WHERE e.seq IS NULL)), 0)::integer,
          (SELECT count(*) FROM audit_head h WHERE h.gap_found_at IS NOT NULL OR NOT EXISTS (SELECT FROM audit_event e
            WHERE e.clinic_id = h.clinic_id AND e.seq = h.seq AND e.hash = h.hash))::integer $$;
      REVOKE ALL ON FUNCTION app.audit_health() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.audit_health() TO trellis_auth;
    `);
  }

  /**
   * The api role reads no audit row. These two functions hand out what each asker may see and nothing else. A plan is
   * made for each call: which filters are set decides which index serves.
   */
  private async createReading(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Administrators: ids and names of staff. A safety flag on one person and the kind of a step in a disclosure
      -- are not theirs to know.
      CREATE FUNCTION app.audit_page(by_actor uuid, by_action text, from_at timestamptz, until_at timestamptz,
          before_at timestamptz, before_id uuid, most integer)
        RETURNS TABLE (id uuid, at timestamptz, actor_id uuid, actor_role text, actor_name text, action text,
          resource text, resource_id uuid, person_id uuid, decision text, reason_code text, correlation_id uuid, seq bigint)
        LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
        DECLARE here uuid := app.clinic();
        BEGIN
          IF app.is_clinic_admin() IS NOT TRUE THEN RETURN; END IF;
          RETURN QUERY SELECT e.id, e.at, e.actor_id, e.actor_role, s.name, e.action, e.resource, e.resource_id,
              e.person_id, e.decision, CASE WHEN e.action LIKE 'disclosure.%' THEN NULL ELSE e.reason_code END,
              e.correlation_id, e.seq
            FROM audit_event e LEFT JOIN staff_member s ON s.clinic_id = e.clinic_id AND s.id = e.actor_id
            WHERE e.clinic_id = here AND e.action NOT LIKE 'safety.%'
              AND (by_actor IS NULL OR e.actor_id = by_actor) AND (by_action IS NULL OR e.action = by_action)
              AND (from_at IS NULL OR e.at >= from_at) AND (until_at IS NULL OR e.at < until_at)
              AND (before_at IS NULL OR (e.at, e.id) < (before_at, before_id))
            ORDER BY e.at DESC, e.id DESC LIMIT most;
        END $$;
      -- A person: who of the staff read what stands in their own record. Reads are acts whose name ends in .read.
      CREATE FUNCTION app.record_openings(before_at timestamptz, before_id uuid, most integer)
        RETURNS TABLE (id uuid, at timestamptz, staff_name text, staff_role text, resource text)
        LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
        DECLARE here uuid := app.clinic(); me uuid := app.actor();
        BEGIN
          IF app.actor_role() IS DISTINCT FROM 'client' THEN RETURN; END IF;
          RETURN QUERY SELECT e.id, e.at, s.name, e.actor_role, e.resource
            FROM audit_event e JOIN staff_member s ON s.clinic_id = e.clinic_id AND s.id = e.actor_id
            WHERE e.clinic_id = here AND e.person_id = me AND e.decision = 'allowed' AND e.action LIKE '%.read'
              AND (before_at IS NULL OR (e.at, e.id) < (before_at, before_id))
            ORDER BY e.at DESC, e.id DESC LIMIT most;
        END $$;
      REVOKE ALL ON FUNCTION app.audit_page(uuid, text, timestamptz, timestamptz, timestamptz, uuid, integer) FROM PUBLIC;
      REVOKE ALL ON FUNCTION app.record_openings(timestamptz, uuid, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.audit_page(uuid, text, timestamptz, timestamptz, timestamptz, uuid, integer) TO trellis_api;
      GRANT EXECUTE ON FUNCTION app.record_openings(timestamptz, uuid, integer) TO trellis_api;
    `);
  }

  /** The actions that occur, each found by one jump in its index. */
  private async createFilters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.audit_actions() RETURNS SETOF text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH RECURSIVE found(action) AS (
          SELECT min(e.action) FROM audit_event e WHERE e.clinic_id = app.clinic() AND app.is_clinic_admin()
          UNION ALL
          SELECT (SELECT min(e.action) FROM audit_event e WHERE e.clinic_id = app.clinic() AND e.action > f.action)
            FROM found f WHERE f.action IS NOT NULL)
        SELECT action FROM found WHERE action IS NOT NULL AND action NOT LIKE 'safety.%' $$;
      REVOKE ALL ON FUNCTION app.audit_actions() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.audit_actions() TO trellis_api;
    `);
  }
}
