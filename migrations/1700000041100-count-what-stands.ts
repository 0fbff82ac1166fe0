import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Exercises that were taken back with their plan are asked of nobody: readings that are kept, off-track rules and gates
 * between stages leave them out, as the charts do.
 */
export class CountWhatStands1700000041100 implements MigrationInterface {
  readonly name = 'CountWhatStands1700000041100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, all, standing] of counted) await runner.query(rewritten(name, all, standing));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, all, standing] of counted) await runner.query(rewritten(name, standing, all));
  }
}

/** Functions that count tasks: their condition for all of them, and for those that stand. */
const counted = [
  [
    'app.couple_measures(uuid)',
    `t.template_code LIKE 'R%')`,
    `t.template_code LIKE 'R%' AND t.withdrawn_at IS NULL)`,
  ],
  [
    'app.stage_gate_facts(uuid)',
    `h.template_code = 'R01'`,
    `h.template_code = 'R01' AND h.withdrawn_at IS NULL`,
  ],
] as const;

/** The function with a piece of its text replaced; everything else stays as it is. */
function rewritten(name: string, from: string, to: string): string {
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('${name}'::regprocedure) INTO STRICT source;
    IF position($t$${from}$t$ IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in ${name}'; END IF;
    EXECUTE replace(source, $t$${from}$t$, $t$${to}$t$);
  END $do$;`;
}
