import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Information agreements in force: pages of C06 that both people and a therapist signed, numbered for each couple. */
export class CreateAgreements1700000038210 implements MigrationInterface {
  readonly name = 'CreateAgreements1700000038210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE information_agreement (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        work_id uuid NOT NULL,
        number smallint NOT NULL CHECK (number > 0),
        stage smallint NOT NULL CHECK (stage BETWEEN 1 AND 3),
        -- The third signature; those of the two people are in their halves.
        signed_by uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        -- What it says of slips; null where it says nothing.
        slip_told boolean,
        slip_hours smallint CHECK (slip_hours BETWEEN 0 AND 168),
        -- Nothing says who ended it.
        ended_at timestamptz CHECK (ended_at >= signed_at),
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, work_id),
        UNIQUE (clinic_id, couple_id, number),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, work_id) REFERENCES joint_work,
        FOREIGN KEY (clinic_id, signed_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX information_agreement_in_force ON information_agreement (clinic_id, couple_id)
        WHERE ended_at IS NULL;
      CALL app.protect('information_agreement');
      CREATE POLICY of_couple ON information_agreement FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('client', 'therapist') AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY system ON information_agreement FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'system');
      CREATE POLICY signs ON information_agreement FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND signed_by = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY ends ON information_agreement FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) IN ('client', 'therapist') AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      GRANT SELECT, INSERT ON information_agreement TO trellis_api;
      GRANT UPDATE (ended_at, version) ON information_agreement TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE information_agreement');
  }
}
