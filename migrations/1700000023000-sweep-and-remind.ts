import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the server does by itself: once a day it takes away what has no use any more, and it reminds owners of a review
 * before its time is over. Both work for every clinic at once, so they are functions that return numbers alone.
 */
export class SweepAndRemind1700000023000 implements MigrationInterface {
  readonly name = 'SweepAndRemind1700000023000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createUpkeep(runner);
    await this.createSweep(runner);
    await this.createReminder(runner);
    await this.tellPeople(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE emergency_seen;
      DROP FUNCTION app.emergency_openings();
      DROP FUNCTION app.remind_of_reviews(integer);
      ALTER TABLE break_glass DROP COLUMN reminded_at;
      DROP FUNCTION app.sweep(integer); DROP FUNCTION app.sweep_doors(timestamptz, integer);
      DROP FUNCTION app.sweep_files(timestamptz, integer);
      DROP TABLE upkeep;
    `);
  }

  /** Outside clinics: when the server last did what it does by itself. Nobody but the functions below reads it. */
  private async createUpkeep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upkeep (
        name text PRIMARY KEY CHECK (name IN ('sweep', 'checkpoint_mail')),
        done_at timestamptz NOT NULL
      );
      INSERT INTO upkeep VALUES ('sweep', '-infinity'), ('checkpoint_mail', '-infinity');
      -- The first mail of checkpoints is due at once, and the role that seals keeps the time of the last.
      GRANT SELECT, UPDATE (done_at) ON upkeep TO trellis_audit;
    `);
  }

  /**
   * A day later than its end each: until then a page may still be told that something is over. Of an invitation
   * the secrets go and the rest stays, as it says who invited whom. The ledger of exports stays; its files go, and first
   * of all their keys.
   */
  private async createSweep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.sweep_doors(until timestamptz, most integer) RETURNS jsonb
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        DECLARE sessions bigint; invitations bigint; staff bigint; links bigint; challenges bigint; limits bigint; tokens bigint;
        BEGIN
          DELETE FROM session s WHERE s.id_hash IN (SELECT x.id_hash FROM session x
            WHERE least(x.ends_at, x.seen_at + make_interval(secs => x.idle_seconds), coalesce(x.revoked_at, 'infinity')) < until LIMIT most);
          GET DIAGNOSTICS sessions = ROW_COUNT;
          UPDATE invitation i SET code_mac = '', token_hash = sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea)
            WHERE (i.clinic_id, i.id) IN (SELECT x.clinic_id, x.id FROM invitation x WHERE length(x.code_mac) > 0
              AND least(x.expires_at, coalesce(x.used_at, 'infinity'), coalesce(x.superseded_at, 'infinity')) < until LIMIT most);
          GET DIAGNOSTICS invitations = ROW_COUNT;
          UPDATE staff_invitation i SET code_mac = '', token_hash = sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea)
            WHERE (i.clinic_id, i.id) IN (SELECT x.clinic_id, x.id FROM staff_invitation x WHERE length(x.code_mac) > 0
              AND least(x.expires_at, coalesce(x.used_at, 'infinity'), coalesce(x.superseded_at, 'infinity')) < until LIMIT most);
          GET DIAGNOSTICS staff = ROW_COUNT;
          DELETE FROM device_link d WHERE (d.clinic_id, d.person_id) IN
            (SELECT x.clinic_id, x.person_id FROM device_link x WHERE x.expires_at < until LIMIT most);
          GET DIAGNOSTICS links = ROW_COUNT;
          DELETE FROM passkey_challenge c WHERE (c.holder_hash, c.purpose) IN
            (SELECT x.holder_hash, x.purpose FROM passkey_challenge x WHERE x.expires_at < until LIMIT most);
          GET DIAGNOSTICS challenges = ROW_COUNT;
          -- Written by the limiter itself, in milliseconds since 1970.
          DELETE FROM rate_limit r WHERE r.key IN
            (SELECT x.key FROM rate_limit x WHERE x.expire < extract(epoch FROM until) * 1000 LIMIT most);
          GET DIAGNOSTICS limits = ROW_COUNT;
          DELETE FROM setup_token t WHERE coalesce(t.used_at, t.expires_at) < until;
          GET DIAGNOSTICS tokens = ROW_COUNT;
          RETURN jsonb_build_object('sessions', sessions, 'invitations', invitations, 'staffInvitations', staff,
            'deviceLinks', links, 'challenges', challenges, 'rateLimits', limits, 'setupTokens', tokens);
        END $$;
      CREATE FUNCTION app.sweep_files(until timestamptz, most integer) RETURNS jsonb
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        DECLARE answers bigint; keys bigint; files bigint;
        BEGIN
          DELETE FROM idempotency_record r WHERE (r.clinic_id, r.actor_id, r.route, r.key) IN
            (SELECT x.clinic_id, x.actor_id, x.route, x.key FROM idempotency_record x WHERE x.created_at < until LIMIT most);
          GET DIAGNOSTICS answers = ROW_COUNT;
          UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()), destroyed_at = app.now()
            WHERE k.kind = 'export' AND k.wrapped IS NOT NULL AND EXISTS (SELECT FROM report_export e
              WHERE e.clinic_id = k.clinic_id AND e.id = k.owner_id AND e.expires_at < until);
          GET DIAGNOSTICS keys = ROW_COUNT;
          DELETE FROM report_file f WHERE (f.clinic_id, f.export_id) IN (SELECT e.clinic_id, e.id FROM report_export e
            JOIN report_file x ON x.clinic_id = e.clinic_id AND x.export_id = e.id WHERE e.expires_at < until LIMIT most);
          GET DIAGNOSTICS files = ROW_COUNT;
          RETURN jsonb_build_object('answers', answers, 'exportKeys', keys, 'exportFiles', files);
        END $$;
      -- Null when it was done within the last day or somebody else is at it; done when nothing was cut off by \`most\`.
      CREATE FUNCTION app.sweep(most integer) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE counts jsonb;
        BEGIN
          IF app.clinic() IS NOT NULL THEN RAISE insufficient_privilege; END IF;
          PERFORM FROM upkeep u WHERE u.name = 'sweep' AND u.done_at <= app.now() - interval '1 day' FOR UPDATE SKIP LOCKED;
          IF NOT FOUND THEN RETURN NULL; END IF;
          counts := app.sweep_doors(app.now() - interval '1 day', most) || app.sweep_files(app.now() - interval '1 day', most);
          IF NOT EXISTS (SELECT FROM jsonb_each_text(counts) c WHERE c.value::bigint >= most) THEN
            UPDATE upkeep u SET done_at = app.now() WHERE u.name = 'sweep';
          END IF;
          RETURN counts;
        END $$;
      REVOKE ALL ON FUNCTION app.sweep(integer), app.sweep_doors(timestamptz, integer), app.sweep_files(timestamptz, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.sweep(integer) TO trellis_worker;
    `);
  }

  /** One letter for each owner, however many openings wait, and never a second one for the same opening. */
  private async createReminder(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE break_glass ADD COLUMN reminded_at timestamptz;
      CREATE INDEX break_glass_to_remind ON break_glass (opened_at) WHERE reminded_at IS NULL;
      CREATE FUNCTION app.remind_of_reviews(hours integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE told integer;
        BEGIN
          IF app.clinic() IS NOT NULL THEN RAISE insufficient_privilege; END IF;
          WITH due AS (
            UPDATE break_glass g SET reminded_at = app.now() FROM (SELECT x.clinic_id, x.id FROM break_glass x
                WHERE x.reminded_at IS NULL AND x.opened_at <= app.now() - make_interval(hours => hours)
                  AND NOT EXISTS (SELECT FROM break_glass_review r WHERE r.clinic_id = x.clinic_id AND r.glass_id = x.id)
                ORDER BY x.opened_at LIMIT 500 FOR UPDATE SKIP LOCKED) waiting
              WHERE g.clinic_id = waiting.clinic_id AND g.id = waiting.id RETURNING g.clinic_id)
          INSERT INTO outbox_message (clinic_id, id, kind, subject_id, actor_id, actor_role, created_at, available_at)
            SELECT s.clinic_id, gen_random_uuid(), 'mail.review-due', s.id, s.clinic_id, 'system', app.now(), app.now()
              FROM staff_member s WHERE s.role = 'owner' AND s.deactivated_at IS NULL
                AND s.clinic_id IN (SELECT d.clinic_id FROM due d);
          GET DIAGNOSTICS told = ROW_COUNT;
          RETURN told;
        END $$;
      REVOKE ALL ON FUNCTION app.remind_of_reviews(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.remind_of_reviews(integer) TO trellis_worker;
    `);
  }

  /** A person learns who opened the couple's record in an emergency, and when: nothing of the reason or the other side. */
  private async tellPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE emergency_seen (
        clinic_id uuid NOT NULL,
        person_id uuid NOT NULL,
        glass_id uuid NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, person_id, glass_id),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, glass_id) REFERENCES break_glass
      );
      CREATE FUNCTION app.emergency_openings() RETURNS TABLE (id uuid, opened_at timestamptz, staff_name text, staff_role text, seen boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT g.id, g.opened_at, s.name, s.role, EXISTS (SELECT FROM emergency_seen e WHERE e.clinic_id = g.clinic_id
            AND e.person_id = app.actor() AND e.glass_id = g.id)
          FROM break_glass g JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.opened_by
          WHERE g.clinic_id = app.clinic() AND app.actor_role() = 'client' AND g.couple_id = ANY (app.my_couples())
          ORDER BY g.opened_at DESC, g.id DESC LIMIT 20 $$;
      REVOKE ALL ON FUNCTION app.emergency_openings() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.emergency_openings() TO trellis_api;
      CALL app.protect('emergency_seen');
      CREATE POLICY own ON emergency_seen FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY own_adds ON emergency_seen FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())
          AND glass_id IN (SELECT o.id FROM app.emergency_openings() o));
      GRANT SELECT, INSERT ON emergency_seen TO trellis_api;
    `);
  }
}
