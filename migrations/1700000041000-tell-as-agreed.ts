import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a couple had agreed on when a slip happened goes with the slip to everybody who judges its telling: counts of
 * behaviour, off-track rules, gates and readiness, as the log of slips already had it.
 */
export class TellAsAgreed1700000041000 implements MigrationInterface {
  readonly name = 'TellAsAgreed1700000041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null where no agreement was in force, or it said nothing of slips: then the standard times hold.
      CREATE FUNCTION app.agreed_on_slips(clinic uuid, couple uuid, at timestamptz) RETURNS jsonb
        LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object('tellPartner', g.slip_told, 'partnerHours', g.slip_hours, 'therapistHours', NULL)
          FROM information_agreement g
          WHERE g.clinic_id = clinic AND g.couple_id = couple AND g.slip_told IS NOT NULL
            AND g.signed_at <= at AND (g.ended_at IS NULL OR g.ended_at > at) LIMIT 1 $$;
      REVOKE ALL ON FUNCTION app.agreed_on_slips(uuid, uuid, timestamptz) FROM PUBLIC;
    `);
    for (const name of carriers) await runner.query(rewritten(name, bare, agreed));
    await runner.query('DROP FUNCTION app.counted_slips(uuid)');
    await runner.query(
      countedSlips(', agreed jsonb', ', app.agreed_on_slips(s.clinic_id, s.couple_id, s.slip_at)'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app.counted_slips(uuid)');
    await runner.query(countedSlips('', ''));
    for (const name of carriers) await runner.query(rewritten(name, agreed, bare));
    await runner.query('DROP FUNCTION app.agreed_on_slips(uuid, uuid, timestamptz)');
  }
}

/** Functions that hand a slip over to whoever decides; each looks past the walls, and lets in whom it may. */
const carriers = ['app.couple_measures(uuid)', 'app.stage_gate_facts(uuid)', 'app.aftercare_facts(uuid)'];
const bare = `'partnerAt', s.partner_at)`;
const agreed = `'partnerAt', s.partner_at, 'agreed', app.agreed_on_slips(s.clinic_id, s.couple_id, s.slip_at))`;

/** The function with a piece of its text replaced; everything else stays as it is. */
function rewritten(name: string, from: string, to: string): string {
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('${name}'::regprocedure) INTO STRICT source;
    IF position($t$${from}$t$ IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in ${name}'; END IF;
    EXECUTE replace(source, $t$${from}$t$, $t$${to}$t$);
  END $do$;`;
}

/** Slips that the partner knows of, for therapists of the couple; a slip that is not told yet changes no number. */
function countedSlips(column: string, value: string): string {
  return `
    CREATE FUNCTION app.counted_slips(couple uuid)
      RETURNS TABLE (slip_at timestamptz, partner text, partner_at timestamptz${column})
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT s.slip_at, s.partner, s.partner_at${value} FROM slip s
        WHERE s.clinic_id = app.clinic() AND s.couple_id = couple AND s.kind = 'slip' AND s.level <> 'near_slip'
          AND s.partner IN ('told', 'partner_found_out')
          AND ((app.actor_role() = 'therapist' AND couple = ANY (app.my_couples()))
            OR couple = ANY (app.glass_couples())) $$;
    REVOKE ALL ON FUNCTION app.counted_slips(uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION app.counted_slips(uuid) TO trellis_api, trellis_worker;`;
}
