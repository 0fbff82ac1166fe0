import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Emergency readings with their reviews, who may change a care team, and who covers for whom. A live emergency
 * reading opens rows for SELECT alone: its functions stand beside those that writes ask, and widen none of them.
 */
export class CreateEmergencyAndCover1700000011000 implements MigrationInterface {
  readonly name = 'CreateEmergencyAndCover1700000011000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createEmergency(runner);
    await this.createReviews(runner);
    await this.createSearch(runner);
    await this.openForReading(runner);
    await this.countHomework(runner);
    await this.changeTeams(runner);
    await this.createCover(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cover;
      DROP POLICY manages ON care_assignment;
      DROP POLICY adds ON care_assignment;
      CREATE POLICY adds ON care_assignment FOR INSERT TO trellis_api WITH CHECK ((SELECT app.actor_role()) = 'therapist'
        AND (couple_id = ANY ((SELECT app.my_couples())::uuid[]) OR app.without_team(couple_id)));
      REVOKE UPDATE (lead, to_at) ON care_assignment FROM trellis_api;
      DROP FUNCTION app.led_couples();
      ${readable.map((table) => `DROP POLICY emergency ON ${table};`).join(' ')}
      CREATE OR REPLACE ${countedHomework("app.actor_role() = 'therapist' AND t.couple_id = ANY (app.my_couples())")};
      DROP TABLE break_glass_review, break_glass;
      DROP FUNCTION app.may_review(uuid); DROP FUNCTION app.couple_named(text, text);
      DROP FUNCTION app.glass_consented(); DROP FUNCTION app.glass_people(); DROP FUNCTION app.glass_couples();
      DROP INDEX couple_by_plain_name; DROP FUNCTION app.plain_name(text);
    `);
  }

  /** The reason is sealed under a key of whoever opens. An hour is the most, whatever the code asks for. */
  private async createEmergency(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE break_glass (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        opened_by uuid NOT NULL,
        couple_id uuid NOT NULL,
        reason_sealed bytea NOT NULL,
        opened_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, opened_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        CHECK (closes_at > opened_at AND closes_at <= opened_at + interval '60 minutes')
      );
      CREATE INDEX break_glass_by_opener ON break_glass (clinic_id, opened_by, closes_at);
      CREATE INDEX break_glass_by_couple ON break_glass (clinic_id, couple_id, opened_at DESC);
      CREATE INDEX break_glass_by_age ON break_glass (clinic_id, opened_at DESC, id DESC);
      CALL app.protect('break_glass');
      CREATE POLICY opens ON break_glass FOR INSERT TO trellis_api WITH CHECK (opened_by = (SELECT app.actor())
        AND (SELECT app.actor_role()) IN ('therapist', 'supervisor') AND opened_at = app.now() AND ended_at IS NULL);
      CREATE POLICY own ON break_glass FOR SELECT TO trellis_api USING (opened_by = (SELECT app.actor()));
      CREATE POLICY care_team ON break_glass FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY owner_reviews ON break_glass FOR SELECT TO trellis_api USING ((SELECT app.actor_role()) = 'owner');
      -- Ended once, by its opener, and never opened again.
      CREATE POLICY ends ON break_glass FOR UPDATE TO trellis_api
        USING (opened_by = (SELECT app.actor()) AND ended_at IS NULL)
        WITH CHECK (opened_by = (SELECT app.actor()) AND ended_at IS NOT NULL);
      GRANT SELECT, INSERT ON break_glass TO trellis_api;
      GRANT UPDATE (ended_at) ON break_glass TO trellis_api;
      -- The worker asks for relations like everybody else and finds no emergency: jobs are not read by anyone.
      GRANT SELECT ON break_glass TO trellis_worker;
    `);
    await runner.query(`
      CREATE FUNCTION app.glass_couples() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(DISTINCT g.couple_id), '{}') FROM break_glass g
          WHERE g.clinic_id = app.clinic() AND g.opened_by = app.actor()
            AND app.actor_role() IN ('therapist', 'supervisor')
            AND g.opened_at <= app.now() AND g.closes_at > app.now() AND g.ended_at IS NULL $$;
      CREATE FUNCTION app.glass_people() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(e.person_id), '{}') FROM enrolment e
          WHERE e.clinic_id = app.clinic() AND e.couple_id = ANY ((SELECT app.glass_couples())::uuid[]) $$;
      CREATE FUNCTION app.glass_consented() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(c.person_id), '{}') FROM consent c
          WHERE c.clinic_id = app.clinic() AND c.kind = 'measurement' AND c.withdrawn_at IS NULL
            AND c.person_id = ANY (app.glass_people()) $$;
    `);
  }

  /** A table of its own: a review is written once, by an owner, and not by whoever opened under another hat. */
  private async createReviews(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE break_glass_review (
        clinic_id uuid NOT NULL,
        glass_id uuid NOT NULL,
        reviewed_by uuid NOT NULL,
        reviewed_at timestamptz NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('in_order', 'to_discuss')),
        PRIMARY KEY (clinic_id, glass_id),
        FOREIGN KEY (clinic_id, glass_id) REFERENCES break_glass,
        FOREIGN KEY (clinic_id, reviewed_by) REFERENCES staff_member
      );
      CREATE FUNCTION app.may_review(glass uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT app.actor_role() = 'owner' AND EXISTS (SELECT FROM break_glass g
          JOIN staff_member o ON o.clinic_id = g.clinic_id AND o.id = g.opened_by
          JOIN staff_member me ON me.clinic_id = g.clinic_id AND me.id = app.actor()
          WHERE g.clinic_id = app.clinic() AND g.id = glass
            AND (o.account_id <> me.account_id OR NOT EXISTS (SELECT FROM staff_member x
              WHERE x.clinic_id = g.clinic_id AND x.role = 'owner' AND x.deactivated_at IS NULL
                AND x.account_id <> me.account_id))) $$;
      CALL app.protect('break_glass_review');
      CREATE POLICY owner_reads ON break_glass_review FOR SELECT TO trellis_api USING ((SELECT app.actor_role()) = 'owner');
      CREATE POLICY owner_reviews ON break_glass_review FOR INSERT TO trellis_api
        WITH CHECK (reviewed_by = (SELECT app.actor()) AND app.may_review(glass_id));
      GRANT SELECT, INSERT ON break_glass_review TO trellis_api;
    `);
  }

  /** One couple by two names that somebody knows already; never a list, and nothing where two would fit. */
  private async createSearch(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.btrim(pg_catalog.regexp_replace(
          pg_catalog.normalize(name, 'NFKD'), '\\s+', ' ', 'g')), '[\\u0300-\\u036f]', '', 'g')) $$;
      CREATE INDEX couple_by_plain_name ON couple (clinic_id, app.plain_name(name));
      CREATE FUNCTION app.couple_named(couple_name text, person_name text) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN count(*) = 1 THEN (array_agg(f.id))[1] END FROM (
          SELECT c.id FROM couple c
            WHERE c.clinic_id = app.clinic() AND app.actor_role() IN ('therapist', 'supervisor')
              AND app.plain_name(c.name) = app.plain_name(couple_name)
              AND EXISTS (SELECT FROM enrolment e JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
                WHERE e.clinic_id = c.clinic_id AND e.couple_id = c.id AND app.plain_name(p.name) = app.plain_name(person_name))
            LIMIT 2) f $$;
      REVOKE ALL ON FUNCTION app.couple_named(text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.couple_named(text, text) TO trellis_api;
    `);
  }

  /** What a therapist of all three sides may read, and no more: nothing of P0, no draft, no invitation, no key. */
  private async openForReading(runner: QueryRunner): Promise<void> {
    const live = (column: string): string => `${column} = ANY ((SELECT app.glass_couples())::uuid[])`;
    const rules: Readonly<Record<Readable, string>> = {
      couple: live('id'),
      enrolment: live('couple_id'),
      care_assignment: live('couple_id'),
      person: 'id = ANY ((SELECT app.glass_people())::uuid[])',
      consent: 'person_id = ANY ((SELECT app.glass_people())::uuid[])',
      homework_task: live('couple_id'),
      // Joint answers open to the care team after the reveal, and so far not at all.
      homework_answer: `privacy <> 'P0' AND compartment <> 'JOINT' AND ${live('couple_id')}`,
      predictor_rating: `${live('couple_id')} AND (source = 'T' OR rater_id = ANY ((SELECT app.glass_consented())::uuid[]))`,
      predictor_answer: `compartment <> 'JOINT' AND ${live('couple_id')}`,
      disclosure_process: live('couple_id'),
      disclosure_event: live('couple_id'),
      disclosure_reason: `side IS NOT NULL AND ${live('couple_id')}`,
    };
    for (const table of readable)
      await runner.query(
        `CREATE POLICY emergency ON ${table} FOR SELECT TO trellis_api USING (${rules[table]})`,
      );
  }

  private async countHomework(runner: QueryRunner): Promise<void> {
    const team = "(app.actor_role() = 'therapist' AND t.couple_id = ANY (app.my_couples()))";
    await runner.query(
      `CREATE OR REPLACE ${countedHomework(`(${team} OR t.couple_id = ANY (app.glass_couples()))`)}`,
    );
  }

  /** The office and the therapist who leads set the team. The first team of a new couple is written by who adds it. */
  private async changeTeams(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.led_couples() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(DISTINCT a.couple_id), '{}') FROM care_assignment a
          WHERE a.clinic_id = app.clinic() AND a.staff_id = app.actor() AND app.actor_role() = 'therapist' AND a.lead
            AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now()) $$;
      DROP POLICY adds ON care_assignment;
      CREATE POLICY adds ON care_assignment FOR INSERT TO trellis_api WITH CHECK ((SELECT app.is_clinic_admin())
        OR ((SELECT app.actor_role()) = 'therapist'
          AND (couple_id = ANY ((SELECT app.led_couples())::uuid[]) OR app.without_team(couple_id))));
      CREATE POLICY manages ON care_assignment FOR UPDATE TO trellis_api
        USING ((SELECT app.is_clinic_admin()) OR couple_id = ANY ((SELECT app.led_couples())::uuid[]));
      GRANT UPDATE (lead, to_at) ON care_assignment TO trellis_api;
    `);
  }

  private async createCover(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cover (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        covered_by uuid NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, covered_by) REFERENCES staff_member,
        CHECK (staff_id <> covered_by AND from_at < to_at)
      );
      CREATE INDEX cover_by_staff ON cover (clinic_id, staff_id, to_at);
      CREATE INDEX cover_by_cover ON cover (clinic_id, covered_by, to_at);
      CALL app.protect('cover');
      -- Who covers is no secret among colleagues, and alerts ask for it.
      CREATE POLICY colleagues ON cover FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) IN ('therapist', 'clinic_admin', 'owner', 'system'));
      CREATE POLICY own ON cover FOR INSERT TO trellis_api WITH CHECK ((SELECT app.is_clinic_admin())
        OR ((SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor())));
      CREATE POLICY cancels ON cover FOR UPDATE TO trellis_api
        USING ((SELECT app.is_clinic_admin()) OR ((SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor())));
      GRANT SELECT, INSERT ON cover TO trellis_api;
      GRANT UPDATE (cancelled_at) ON cover TO trellis_api;
      GRANT SELECT ON cover TO trellis_worker;
    `);
  }
}

const readable = [
  'couple',
  'enrolment',
  'care_assignment',
  'person',
  'consent',
  'homework_task',
  'homework_answer',
  'predictor_rating',
  'predictor_answer',
  'disclosure_process',
  'disclosure_event',
  'disclosure_reason',
] as const;
type Readable = (typeof readable)[number];

/** Done or not done of exercises, for those of whom `who` is true; never words. */
function countedHomework(who: string): string {
  return `FUNCTION app.counted_homework(couple uuid)
    RETURNS TABLE (code text, due_on date, due_at timestamptz, submitted_at timestamptz, skipped boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT CASE WHEN t.template_code IN ('R01', 'R03', 'R05', 'R10', 'R13', 'R15') THEN t.template_code ELSE 'R' END,
        t.due_on, t.due_at, t.submitted_at, t.state = 'skipped'
      FROM homework_task t
      WHERE t.clinic_id = app.clinic() AND t.couple_id = couple AND t.template_code LIKE 'R%' AND ${who} $$`;
}
