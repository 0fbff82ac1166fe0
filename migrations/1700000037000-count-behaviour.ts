import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What behaviour is counted from beside exercises: slips that the partner knows of. A slip that is not told yet changes
 * no number that another side's therapist sees, so that no chart tells it first.
 */
export class CountBehaviour1700000037000 implements MigrationInterface {
  readonly name = 'CountBehaviour1700000037000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.counted_slips(couple uuid)
        RETURNS TABLE (slip_at timestamptz, partner text, partner_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT s.slip_at, s.partner, s.partner_at FROM slip s
          WHERE s.clinic_id = app.clinic() AND s.couple_id = couple AND s.kind = 'slip' AND s.level <> 'near_slip'
            AND s.partner IN ('told', 'partner_found_out')
            AND ((app.actor_role() = 'therapist' AND couple = ANY (app.my_couples()))
              OR couple = ANY (app.glass_couples())) $$;
      REVOKE ALL ON FUNCTION app.counted_slips(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.counted_slips(uuid) TO trellis_api, trellis_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app.counted_slips(uuid)');
  }
}
