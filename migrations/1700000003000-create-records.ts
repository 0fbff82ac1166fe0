import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs, audit and idempotency: what every write leaves behind in its own transaction. */
export class CreateRecords1700000003000 implements MigrationInterface {
  readonly name = 'CreateRecords1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createOutbox(runner);
    await this.createDispatch(runner);
    await this.createAudit(runner);
    await this.createIdempotency(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.claim_outbox(integer, integer);
      DROP TABLE idempotency_record, audit_event, outbox_message;
    `);
  }

  private async createOutbox(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_message (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        actor_role text NOT NULL,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        claimed_at timestamptz,
        claims integer NOT NULL DEFAULT 0,
        done_at timestamptz,
        failed_at timestamptz,
        failure_code text,
        PRIMARY KEY (clinic_id, id)
      );
      CREATE INDEX outbox_message_waiting ON outbox_message (available_at, id) WHERE done_at IS NULL AND failed_at IS NULL;
      CALL app.protect('outbox_message');
      CREATE POLICY clinic_wide ON outbox_message TO trellis_api, trellis_worker USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON outbox_message TO trellis_api, trellis_worker;
      GRANT UPDATE (done_at, failed_at, failure_code) ON outbox_message TO trellis_worker;
    `);
  }

  /**
   * The one place that sees messages of every clinic. It returns ids only; the work itself runs inside the clinic,
   * as the person who caused it. A message claimed but not done is handed out again after \`stale_seconds\`.
   */
  private async createDispatch(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY dispatch ON outbox_message TO trellis_dispatch USING (true) WITH CHECK (true);
      GRANT SELECT, UPDATE ON outbox_message TO trellis_dispatch;
      CREATE FUNCTION app.claim_outbox(batch integer, stale_seconds integer)
        RETURNS TABLE (clinic_id uuid, id uuid, claims integer)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE outbox_message m SET claimed_at = app.now(), claims = m.claims + 1
          FROM (SELECT w.clinic_id, w.id FROM outbox_message w
            WHERE w.done_at IS NULL AND w.failed_at IS NULL AND w.available_at <= app.now()
              AND (w.claimed_at IS NULL OR w.claimed_at < app.now() - make_interval(secs => stale_seconds))
            ORDER BY w.available_at, w.id LIMIT batch FOR UPDATE SKIP LOCKED) due
          WHERE m.clinic_id = due.clinic_id AND m.id = due.id
          RETURNING m.clinic_id, m.id, m.claims $$;
      GRANT CREATE ON SCHEMA app TO trellis_dispatch;
      ALTER FUNCTION app.claim_outbox(integer, integer) OWNER TO trellis_dispatch;
      REVOKE CREATE ON SCHEMA app FROM trellis_dispatch;
      REVOKE ALL ON FUNCTION app.claim_outbox(integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.claim_outbox(integer, integer) TO trellis_worker;
    `);
  }

  /** Acts insert rows without a sequence; role audit alone reads them and later gives them sequence and hash. */
  private async createAudit(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_event (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_id uuid NOT NULL,
        actor_role text NOT NULL,
        action text NOT NULL,
        resource text NOT NULL,
        resource_id uuid,
        person_id uuid,
        decision text NOT NULL CHECK (decision IN ('allowed', 'refused')),
        reason_code text,
        correlation_id uuid NOT NULL,
        seq bigint,
        prev_hash bytea,
        hash bytea,
        PRIMARY KEY (clinic_id, id),
        CHECK ((seq IS NULL) = (hash IS NULL))
      );
      CREATE UNIQUE INDEX audit_event_chain ON audit_event (clinic_id, seq) WHERE seq IS NOT NULL;
      CREATE INDEX audit_event_unsealed ON audit_event (clinic_id, at, id) WHERE seq IS NULL;
      CALL app.protect('audit_event');
      CREATE POLICY acts ON audit_event FOR INSERT TO trellis_api, trellis_worker WITH CHECK (true);
      CREATE POLICY sign_ins ON audit_event FOR INSERT TO trellis_auth WITH CHECK (true);
      CREATE POLICY sealer ON audit_event FOR SELECT TO trellis_audit USING (true);
      CREATE POLICY sealer_chain ON audit_event FOR UPDATE TO trellis_audit USING (seq IS NULL) WITH CHECK (true);
      GRANT INSERT ON audit_event TO trellis_api, trellis_worker, trellis_auth;
      GRANT SELECT ON audit_event TO trellis_audit;
      GRANT UPDATE (seq, prev_hash, hash) ON audit_event TO trellis_audit;
    `);
  }

  private async createIdempotency(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_record (
        clinic_id uuid NOT NULL REFERENCES clinic,
        actor_id uuid NOT NULL,
        route text NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 255),
        id uuid NOT NULL,
        request_mac bytea NOT NULL,
        status integer,
        response_sealed bytea,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, actor_id, route, key)
      );
      CREATE INDEX idempotency_record_by_age ON idempotency_record (clinic_id, created_at);
      CALL app.protect('idempotency_record');
      CREATE POLICY own ON idempotency_record TO trellis_api
        USING (actor_id = (SELECT app.actor())) WITH CHECK (actor_id = (SELECT app.actor()));
      CREATE POLICY sweep ON idempotency_record TO trellis_worker USING ((SELECT app.actor_role()) = 'system');
      GRANT SELECT, INSERT, UPDATE ON idempotency_record TO trellis_api;
      GRANT SELECT, DELETE ON idempotency_record TO trellis_worker;
    `);
  }
}
