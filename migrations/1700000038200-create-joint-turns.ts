import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock of exercises that two people do in turns. Nothing in it says who paused, stopped or went on. */
export class CreateJointTurns1700000038200 implements MigrationInterface {
  readonly name = 'CreateJointTurns1700000038200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_turns (
        clinic_id uuid NOT NULL,
        work_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        first text NOT NULL CHECK (first IN ('RP', 'BP')),
        state text NOT NULL CHECK (state IN ('running', 'paused', 'stopped', 'done')),
        turn smallint NOT NULL CHECK (turn >= 0),
        -- Time that the present turn ran before running_since, without its pauses.
        ran_ms integer NOT NULL CHECK (ran_ms >= 0),
        running_since timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, work_id),
        FOREIGN KEY (clinic_id, work_id) REFERENCES joint_work,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        CHECK ((state = 'running') = (running_since IS NOT NULL))
      );
      CREATE INDEX joint_turns_by_couple ON joint_turns (clinic_id, couple_id);
      CALL app.protect('joint_turns');
      CREATE POLICY of_couple ON joint_turns TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      GRANT SELECT, INSERT ON joint_turns TO trellis_api;
      GRANT UPDATE (first, state, turn, ran_ms, running_since, version) ON joint_turns TO trellis_api;
    `);
    await this.scrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_turns(uuid, uuid);
      ALTER FUNCTION app.scrub_person_before_turns(uuid, uuid) RENAME TO scrub_person;
      DROP TABLE joint_turns;
    `);
  }

  /** When two people practised goes with either of them. What was scrubbed before goes as before. */
  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_turns(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM joint_turns t USING enrolment e WHERE t.clinic_id = clinic AND e.clinic_id = clinic
            AND e.person_id = person AND t.couple_id = e.couple_id;
        END $$;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_person_before_turns;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_turns(clinic, person);
          PERFORM app.scrub_person_before_turns(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_turns(uuid, uuid), app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
