import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sideTherapists, therapists } from './who-asks.js';

/**
 * Readings as they were computed, and what the off-track rules found. Numbers and codes are plain; the words of a plan
 * are sealed under the key of whoever wrote them. Only the system computes; no person and no office sees a row.
 */
export class CreateOffTrack1700000037100 implements MigrationInterface {
  readonly name = 'CreateOffTrack1700000037100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createReadings(runner);
    await this.createEpisodes(runner);
    await this.guard(runner);
    await this.createMeasures(runner);
    await this.scrub(runner);
    await this.hide(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, ' OR action LIKE ''off\\_track.%''', ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_measures(uuid, uuid);
      ALTER FUNCTION app.scrub_person_before_measures(uuid, uuid) RENAME TO scrub_person;
      DROP FUNCTION app.couple_measures(uuid);
      DROP TABLE off_track_alert, off_track_episode, predictor_reading;
      DROP FUNCTION app.measured_couples();
    `);
  }

  /** Never changed but for the moment at which a newer one took its place: what a chart once said can be looked up. */
  private async createReadings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE predictor_reading (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        window_from date NOT NULL,
        window_ends_on date NOT NULL CHECK (window_ends_on > window_from),
        predictor text NOT NULL CHECK (predictor IN ('CT', 'PI', 'ED', 'CG', 'TS')),
        -- Exact, as 'n/d'; null where too little is known, never 0.
        composite text,
        kind text NOT NULL CHECK (kind IN ('full', 'partial', 'none')),
        sources text[] NOT NULL,
        scores jsonb NOT NULL,
        counts jsonb NOT NULL,
        n_expected smallint NOT NULL,
        n_done text NOT NULL,
        weights_version text NOT NULL,
        item_set_version text NOT NULL,
        computed_at timestamptz NOT NULL,
        superseded_at timestamptz,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      CREATE UNIQUE INDEX predictor_reading_current ON predictor_reading (clinic_id, couple_id, window_ends_on, predictor)
        WHERE superseded_at IS NULL;
      CREATE INDEX predictor_reading_by_couple
        ON predictor_reading (clinic_id, couple_id, predictor, window_ends_on, computed_at DESC);
      -- Couples of the asking therapist in which nobody who joined hides their measurements.
      CREATE FUNCTION app.measured_couples() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(mine.id), '{}') FROM unnest(app.my_couples()) mine (id)
          WHERE app.actor_role() = 'therapist' AND NOT EXISTS (SELECT FROM enrolment e
            WHERE e.clinic_id = app.clinic() AND e.couple_id = mine.id AND e.enrolled_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM consent k WHERE k.clinic_id = e.clinic_id AND k.person_id = e.person_id
                AND k.kind = 'measurement' AND k.withdrawn_at IS NULL)) $$;
      REVOKE ALL ON FUNCTION app.measured_couples() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.measured_couples() TO trellis_api;
    `);
  }

  private async createEpisodes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE off_track_episode (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('safety', 'off_track')),
        -- Whose therapists find it: those of every side that one of its alerts is for.
        sides text[] NOT NULL CHECK (cardinality(sides) > 0 AND sides <@ ARRAY['RP', 'BP', 'JOINT']),
        opened_on date NOT NULL,
        acknowledge_by date NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'plan', 'resolved', 'expected', 'false_alarm')),
        acted_by uuid,
        acted_on date,
        tool text,
        plan_sealed bytea,
        plan_by uuid,
        closed_on date,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, acted_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, plan_by) REFERENCES staff_member,
        CHECK ((closed_on IS NOT NULL) = (state IN ('resolved', 'expected', 'false_alarm'))),
        CHECK ((state = 'open') = (acted_by IS NULL))
      );
      CREATE INDEX off_track_episode_by_couple ON off_track_episode (clinic_id, couple_id, opened_on DESC, id DESC);
      CREATE INDEX off_track_episode_open ON off_track_episode (clinic_id, couple_id, opened_on, id)
        WHERE closed_on IS NULL;
      CREATE TABLE off_track_alert (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        episode_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        rule text NOT NULL,
        predictor text,
        track text CHECK (track IN ('RP', 'BP')),
        met_on date NOT NULL,
        counts_on date NOT NULL CHECK (counts_on >= met_on),
        note text,
        -- Names the finding, so that it is kept once however often the rules are asked.
        alert_key text NOT NULL,
        raised_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, alert_key),
        FOREIGN KEY (clinic_id, episode_id, couple_id) REFERENCES off_track_episode (clinic_id, id, couple_id)
      );
      CREATE INDEX off_track_alert_by_episode ON off_track_alert (clinic_id, episode_id);
    `);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    const system = `(SELECT app.actor_role()) = 'system'`;
    const audience = `(('RP' = ANY (sides) AND ${therapists('RP')}) OR ('BP' = ANY (sides) AND ${therapists('BP')})
      OR ('JOINT' = ANY (sides) AND ${therapists()}))`;
    for (const table of ['predictor_reading', 'off_track_episode', 'off_track_alert'])
      await runner.query(`CALL app.protect('${table}')`);
    await runner.query(`
      CREATE POLICY team ON predictor_reading FOR SELECT TO trellis_api
        USING (${therapists()} AND couple_id = ANY ((SELECT app.measured_couples())::uuid[]));
      CREATE POLICY system ON predictor_reading TO trellis_api USING (${system}) WITH CHECK (${system});
      CREATE POLICY audience ON off_track_episode FOR SELECT TO trellis_api USING (${audience});
      CREATE POLICY audience_acts ON off_track_episode FOR UPDATE TO trellis_api USING (${audience})
        WITH CHECK (${audience} AND acted_by = (SELECT app.actor()));
      CREATE POLICY system ON off_track_episode TO trellis_api USING (${system}) WITH CHECK (${system});
      CREATE POLICY audience ON off_track_alert FOR SELECT TO trellis_api
        USING (${sideTherapists} OR (side = 'JOINT' AND ${therapists()}));
      CREATE POLICY system ON off_track_alert TO trellis_api USING (${system}) WITH CHECK (${system});
      GRANT SELECT, INSERT ON predictor_reading, off_track_episode, off_track_alert TO trellis_api;
      GRANT UPDATE (superseded_at) ON predictor_reading TO trellis_api;
      GRANT UPDATE (sides, state, acted_by, acted_on, tool, plan_sealed, plan_by, closed_on, version)
        ON off_track_episode TO trellis_api;
    `);
  }

  /** What the rules look at, across the sides and for the system alone. Scores by each person's consent. */
  private async createMeasures(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.couple_measures(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH standing AS (
          SELECT e.side, e.person_id, (e.enrolled_at AT TIME ZONE c.time_zone)::date AS enrolled_on,
              e.enrolled_at IS NULL OR EXISTS (SELECT FROM consent k WHERE k.clinic_id = e.clinic_id
                AND k.person_id = e.person_id AND k.kind = 'measurement' AND k.withdrawn_at IS NULL) AS consented
            FROM enrolment e JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
            WHERE e.clinic_id = app.clinic() AND e.couple_id = couple
        )
        SELECT jsonb_build_object('timeZone', c.time_zone, 'anchorOn', c.anchor_on,
          'enrolledOn', (SELECT coalesce(jsonb_object_agg(s.side, s.enrolled_on), '{}') FROM standing s),
          'consented', (SELECT coalesce(jsonb_agg(DISTINCT s.side), '[]') FROM standing s WHERE s.consented),
          'ratings', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', r.window_ends_on, 'source', r.source,
              'predictor', r.predictor, 'sum', r.item_sum, 'answered', r.answered) ORDER BY r.window_ends_on), '[]')
            FROM predictor_rating r WHERE r.clinic_id = c.clinic_id AND r.couple_id = c.id AND (r.source = 'T'
              OR EXISTS (SELECT FROM standing s WHERE s.person_id = r.rater_id AND s.consented))),
          'sheets', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('on', r.window_ends_on, 'source', r.source)),
              '[]') FROM predictor_rating r
            WHERE r.clinic_id = c.clinic_id AND r.couple_id = c.id AND r.source IN ('R', 'B')),
          'homework', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.template_code, 'on', t.due_on,
              'dueAt', t.due_at, 'submittedAt', t.submitted_at, 'skipped', t.state = 'skipped')), '[]')
            FROM homework_task t
            WHERE t.clinic_id = c.clinic_id AND t.couple_id = c.id AND t.template_code LIKE 'R%'),
          'slips', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', s.slip_at, 'loggedAt', s.logged_at,
              'partner', s.partner, 'partnerAt', s.partner_at) ORDER BY s.slip_at, s.id), '[]') FROM slip s
            WHERE s.clinic_id = c.clinic_id AND s.couple_id = c.id AND s.kind = 'slip' AND s.level <> 'near_slip'),
          'disclosureAt', (SELECT max(p.ended_at) FROM aftercare_period p
            WHERE p.clinic_id = c.clinic_id AND p.couple_id = c.id),
          'lettersAt', (SELECT coalesce(jsonb_agg(l.delivered_at), '[]') FROM letter_reading l
            WHERE l.clinic_id = c.clinic_id AND l.couple_id = c.id AND l.delivered_at IS NOT NULL),
          -- An addition counts once both have met over it: before that the partner's side need not know of it.
          'addendaAt', (SELECT coalesce(jsonb_agg(x.met_at), '[]') FROM correction x
            WHERE x.clinic_id = c.clinic_id AND x.couple_id = c.id AND x.met_at IS NOT NULL),
          'risks', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', t.compartment, 'at', t.submitted_at)), '[]')
            FROM homework_task t WHERE t.clinic_id = c.clinic_id AND t.couple_id = c.id AND t.risk_raised
              AND t.compartment IN ('RP', 'BP') AND t.submitted_at IS NOT NULL))
          FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = couple AND app.actor_role() = 'system' $$;
      REVOKE ALL ON FUNCTION app.couple_measures(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.couple_measures(uuid) TO trellis_api;
      -- Every couple is looked at once a day from now on.
      INSERT INTO disclosure_clock (clinic_id, couple_id, due_at)
        SELECT c.clinic_id, c.id, now() FROM couple c ON CONFLICT DO NOTHING;
    `);
  }

  /** What was computed of a couple goes with the first of its people: a composite tells of both. */
  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_measures(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM predictor_reading r USING enrolment e WHERE r.clinic_id = clinic AND e.clinic_id = clinic
            AND e.person_id = person AND e.couple_id = r.couple_id;
          UPDATE off_track_episode o SET plan_sealed = NULL FROM enrolment e WHERE o.clinic_id = clinic
            AND e.clinic_id = clinic AND e.person_id = person AND e.couple_id = o.couple_id;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_measures(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_person_before_measures;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_measures(clinic, person);
          PERFORM app.scrub_person_before_measures(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }

  /** That a couple is being looked at is its care team's alone. What was hidden before stays hidden. */
  private async hide(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || ' OR action LIKE ''off\\_track.%''');
      END $do$;
    `);
  }
}
