import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps of an exercise that a therapist opened for both, and the logs on which the next one rests. */
export class OpenSteps1700000038220 implements MigrationInterface {
  readonly name = 'OpenSteps1700000038220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE step_opening (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        template_code text NOT NULL,
        step text NOT NULL,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, couple_id, template_code, step),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, opened_by) REFERENCES staff_member
      );
      CALL app.protect('step_opening');
      CREATE POLICY of_couple ON step_opening FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('client', 'therapist') AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY opens ON step_opening FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND opened_by = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      GRANT SELECT, INSERT ON step_opening TO trellis_api;

      -- Both sealed logs of each finished round of C15, for the one question whether a next step may be opened. No
      -- therapist may read the other side's log; the answer to that question is all that leaves the server.
      CREATE FUNCTION app.touch_logs(couple uuid)
        RETURNS TABLE (work_id uuid, answer_id uuid, person_id uuid, side text, sealed bytea)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT w.id, a.id, a.person_id, t.compartment, a.sealed FROM joint_work w
          JOIN homework_task t ON t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
          JOIN homework_answer a ON a.clinic_id = t.clinic_id AND a.task_id = t.id AND a.privacy <> 'P0'
          WHERE w.clinic_id = app.clinic() AND w.couple_id = couple AND w.template_code = 'C15'
            AND w.revealed_at IS NOT NULL AND app.actor_role() = 'therapist' AND couple = ANY (app.my_couples())
            AND a.revision = (SELECT max(n.revision) FROM homework_answer n
              WHERE n.clinic_id = t.clinic_id AND n.task_id = t.id)
            AND w.id IN (SELECT l.id FROM joint_work l WHERE l.clinic_id = w.clinic_id AND l.couple_id = couple
              AND l.template_code = 'C15' AND l.revealed_at IS NOT NULL ORDER BY l.revealed_at DESC, l.id LIMIT 40)
          ORDER BY w.revealed_at, w.id $$;
      REVOKE ALL ON FUNCTION app.touch_logs(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.touch_logs(uuid) TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app.touch_logs(uuid); DROP TABLE step_opening');
  }
}
