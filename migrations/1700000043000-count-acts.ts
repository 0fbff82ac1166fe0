import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide } from './who-asks.js';

/**
 * What is counted of sealed answers, written with them and without a word of theirs, and the days that a person ticks.
 * A row is its person's alone. What they add up to leaves through one function, for the couple's therapists and the
 * system, and says neither who wrote what nor when.
 */
export class CountActs1700000043000 implements MigrationInterface {
  readonly name = 'CountActs1700000043000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTable(runner);
    await this.createCounts(runner);
    await this.hideAndScrub(runner);
    await runner.query(rewritten(before, acts + before));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(acts + before, before));
    await runner.query(`
      DROP FUNCTION app.counted_acts(uuid); DROP FUNCTION app.acts_of(uuid);
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, ' OR action LIKE ''ticks.%''', ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_acts(uuid, uuid);
      ALTER FUNCTION app.scrub_before_acts(uuid, uuid) RENAME TO scrub_person;
      DROP TABLE counted_act;
    `);
  }

  /** No moment is kept: a day is all that a count needs. */
  private async createTable(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE counted_act (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        kind text NOT NULL CHECK (kind IN ('contact', 'dialogue', 'plan', 'update', 'activity')),
        on_day date NOT NULL,
        -- How far the partner felt heard in a dialogue, 0 to 4; null for everything else, and where it was left open.
        amount smallint CHECK (amount IS NULL OR (amount BETWEEN 0 AND 4 AND kind = 'dialogue' AND side = 'BP')),
        -- The exercise whose newest answers say so; null for a tick.
        task_id uuid,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, task_id) REFERENCES homework_task,
        CHECK ((task_id IS NULL) = (kind IN ('update', 'activity'))),
        CHECK (task_id IS NOT NULL OR side = 'RP')
      );
      CREATE UNIQUE INDEX counted_act_of_task ON counted_act (clinic_id, task_id, kind, on_day) WHERE task_id IS NOT NULL;
      CREATE UNIQUE INDEX counted_act_tick ON counted_act (clinic_id, person_id, kind, on_day) WHERE task_id IS NULL;
      CREATE INDEX counted_act_by_couple ON counted_act (clinic_id, couple_id, on_day);
      CALL app.protect('counted_act');
      CREATE POLICY own ON counted_act TO trellis_api USING (${ownSide}) WITH CHECK (${ownSide});
      GRANT SELECT, INSERT, DELETE ON counted_act TO trellis_api;
    `);
  }

  /**
   * Exercises that were taken back, with their plan or by their author, count nowhere. An exercise of two is given with
   * both halves; of an agreement and a hold only from when to when.
   */
  private async createCounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.acts_of(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object(
          'shared', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', w.template_code, 'on', w.due_on,
              'dueAt', r.due_at, 'rpAt', r.submitted_at, 'bpAt', b.submitted_at, 'rpAside', r.state = 'skipped',
              'bpAside', b.state = 'skipped') ORDER BY w.due_on, w.id), '[]')
            FROM joint_work w
            JOIN homework_task r ON r.clinic_id = w.clinic_id AND r.id = w.rp_task_id AND r.withdrawn_at IS NULL
            JOIN homework_task b ON b.clinic_id = w.clinic_id AND b.id = w.bp_task_id AND b.withdrawn_at IS NULL
            WHERE w.clinic_id = c.clinic_id AND w.couple_id = c.id AND w.template_code IN ('C01', 'C02')),
          'dialogues', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', d.due_on, 'felt', d.felt)
              ORDER BY d.due_on, d.id), '[]')
            FROM (SELECT w.id, w.due_on, max(a.amount) FILTER (WHERE a.side = 'BP') AS felt
              FROM joint_work w
              JOIN counted_act a ON a.clinic_id = w.clinic_id AND a.task_id IN (w.rp_task_id, w.bp_task_id)
              JOIN homework_task t ON t.clinic_id = a.clinic_id AND t.id = a.task_id AND t.submitted_at IS NOT NULL
                AND t.withdrawn_at IS NULL
              WHERE w.clinic_id = c.clinic_id AND w.couple_id = c.id AND a.kind = 'dialogue'
              GROUP BY w.id, w.due_on) d),
          'days', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('kind', a.kind, 'side', a.side,
              'on', a.on_day)), '[]')
            FROM counted_act a
            LEFT JOIN homework_task t ON t.clinic_id = a.clinic_id AND t.id = a.task_id
            WHERE a.clinic_id = c.clinic_id AND a.couple_id = c.id AND a.kind <> 'dialogue'
              AND (a.task_id IS NULL OR (t.submitted_at IS NOT NULL AND t.withdrawn_at IS NULL))),
          'asked', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('side', t.compartment, 'on', t.due_on)), '[]')
            FROM homework_task t WHERE t.clinic_id = c.clinic_id AND t.couple_id = c.id
              AND t.template_code IN ('R14', 'B01') AND t.withdrawn_at IS NULL AND t.state <> 'skipped'),
          'enrolled', (SELECT coalesce(jsonb_agg(DISTINCT e.side), '[]') FROM enrolment e
            WHERE e.clinic_id = c.clinic_id AND e.couple_id = c.id AND e.enrolled_at IS NOT NULL),
          'agreements', (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'from', (i.signed_at AT TIME ZONE c.time_zone)::date, 'to', (i.ended_at AT TIME ZONE c.time_zone)::date)
              ORDER BY i.number), '[]')
            FROM information_agreement i WHERE i.clinic_id = c.clinic_id AND i.couple_id = c.id),
          'disclosuresOn', (SELECT coalesce(jsonb_agg((p.ended_at AT TIME ZONE c.time_zone)::date), '[]')
            FROM aftercare_period p WHERE p.clinic_id = c.clinic_id AND p.couple_id = c.id),
          'holds', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', h.at, 'to', (SELECT min(x.at)
                FROM disclosure_event x WHERE x.clinic_id = h.clinic_id AND x.process_id = h.process_id
                  AND x.from_state = 'ON_HOLD' AND x.to_state <> 'ON_HOLD' AND cardinality(x.refused_guards) = 0
                  AND x.at >= h.at))), '[]')
            FROM disclosure_event h WHERE h.clinic_id = c.clinic_id AND h.couple_id = c.id
              AND h.to_state = 'ON_HOLD' AND h.from_state <> 'ON_HOLD' AND cardinality(h.refused_guards) = 0))
          FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = $1 $$;
      CREATE FUNCTION app.counted_acts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT app.acts_of($1) WHERE (app.actor_role() = 'therapist' AND $1 = ANY (app.my_couples()))
          OR $1 = ANY (app.glass_couples()) $$;
      REVOKE ALL ON FUNCTION app.acts_of(uuid), app.counted_acts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.counted_acts(uuid) TO trellis_api;
    `);
  }

  /** That somebody ticked a day is theirs; the office learns nothing of it. Both functions keep what they did. */
  private async hideAndScrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || ' OR action LIKE ''ticks.%''');
      END $do$;

      CREATE FUNCTION app.scrub_acts(clinic uuid, person uuid) RETURNS void
        LANGUAGE sql SET search_path = pg_catalog, public AS $$
        DELETE FROM counted_act a WHERE a.clinic_id = clinic AND a.person_id = person $$;
      REVOKE ALL ON FUNCTION app.scrub_acts(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_acts;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_acts(clinic, person);
          PERFORM app.scrub_before_acts(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}

const before = `'disclosureAt', (SELECT`;
const acts = `'acts', app.acts_of(c.id),
          `;

/** What the rules look at, with a piece of its text replaced; everything else stays as it is. */
function rewritten(from: string, to: string): string {
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('app.couple_measures(uuid)'::regprocedure) INTO STRICT source;
    IF position($t$${from}$t$ IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in app.couple_measures'; END IF;
    EXECUTE replace(source, $t$${from}$t$, $t$${to}$t$);
  END $do$;`;
}
