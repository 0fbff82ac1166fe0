import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ratings: sums in plain under row-level security, the answers behind them sealed for author and own therapist. */
export class CreatePredictors1700000005000 implements MigrationInterface {
  readonly name = 'CreatePredictors1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE predictor_answer, predictor_rating; DROP FUNCTION app.measurement_consented();
    `);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE predictor_rating (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        window_ends_on date NOT NULL,
        source text NOT NULL CHECK (source IN ('R', 'B', 'T')),
        rater_id uuid NOT NULL,
        predictor text NOT NULL CHECK (predictor IN ('CT', 'PI', 'ED', 'CG', 'TS')),
        item_sum smallint NOT NULL,
        answered smallint NOT NULL CHECK (answered BETWEEN 0 AND 5),
        item_set_version text NOT NULL,
        given_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, window_ends_on, source, predictor),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      CREATE TABLE predictor_answer (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        rater_id uuid NOT NULL,
        compartment text NOT NULL CHECK (compartment IN ('RP', 'BP', 'JOINT')),
        window_ends_on date NOT NULL,
        sealed bytea NOT NULL,
        given_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, couple_id, window_ends_on, rater_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      -- People of the asking therapist's couples whose measurement consent stands.
      CREATE FUNCTION app.measurement_consented() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(c.person_id), '{}') FROM consent c
          WHERE c.clinic_id = app.clinic() AND c.kind = 'measurement' AND c.withdrawn_at IS NULL
            AND c.person_id = ANY (app.my_people()) $$;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('predictor_rating'); CALL app.protect('predictor_answer');
      CREATE POLICY own ON predictor_rating FOR SELECT TO trellis_api USING (rater_id = (SELECT app.actor()));
      CREATE POLICY rates ON predictor_rating FOR INSERT TO trellis_api
        WITH CHECK (rater_id = (SELECT app.actor()) AND couple_id = ANY ((SELECT app.my_couples())::uuid[])
          AND ((source = 'T' AND (SELECT app.actor_role()) = 'therapist')
            OR (source = 'R' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]) AND (SELECT app.actor_role()) = 'client')
            OR (source = 'B' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]) AND (SELECT app.actor_role()) = 'client')));
      CREATE POLICY care_team ON predictor_rating FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])
          AND (source = 'T' OR rater_id = ANY ((SELECT app.measurement_consented())::uuid[])));
      CREATE POLICY own ON predictor_answer TO trellis_api
        USING (rater_id = (SELECT app.actor()))
        WITH CHECK (rater_id = (SELECT app.actor()) AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY own_therapist ON predictor_answer FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((compartment = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (compartment = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      GRANT SELECT, INSERT ON predictor_rating, predictor_answer TO trellis_api;
      GRANT SELECT ON predictor_rating TO trellis_worker;
    `);
  }
}
