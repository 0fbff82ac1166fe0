import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A therapist takes back what is still to come of an exercise of two people. */
export class EndJointWork1700000051000 implements MigrationInterface {
  readonly name = 'EndJointWork1700000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many places went; null for whoever may not. Both halves go or neither: a therapist of one side ends both,
      -- and what somebody has begun, which opens on no later day, stays.
      CREATE FUNCTION app.end_joint_work(couple uuid, code text, from_day date) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE gone integer;
        BEGIN
          IF app.actor_role() <> 'therapist' OR NOT couple = ANY (app.my_couples()) THEN RETURN NULL; END IF;
          WITH works AS (
            DELETE FROM joint_work w WHERE w.clinic_id = app.clinic() AND w.couple_id = couple AND w.template_code = code
                AND w.opens_on >= from_day AND w.revealed_at IS NULL
                AND NOT EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = w.clinic_id
                  AND t.id IN (w.rp_task_id, w.bp_task_id) AND t.state <> 'assigned')
              RETURNING w.clinic_id, w.rp_task_id, w.bp_task_id
          ), halves AS (
            DELETE FROM homework_task t USING works w WHERE t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
          )
          SELECT count(*) INTO gone FROM works;
          RETURN gone;
        END $$;
      REVOKE ALL ON FUNCTION app.end_joint_work(uuid, text, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.end_joint_work(uuid, text, date) TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app.end_joint_work(uuid, text, date)');
  }
}
