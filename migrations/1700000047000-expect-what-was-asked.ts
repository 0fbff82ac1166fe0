import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A place that is open for whenever it is needed is offered, not asked: it leaves every count, done or not. The next
 * place after the last one asked is such a place, and it opens only when no other is left of its time.
 */
export class ExpectWhatWasAsked1700000047000 implements MigrationInterface {
  readonly name = 'ExpectWhatWasAsked1700000047000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE homework_task ADD COLUMN expected boolean NOT NULL DEFAULT true;
      GRANT UPDATE (expected) ON homework_task TO trellis_api;
      -- Of plans there are: their least number in a week is asked, and what lies beyond it was offered.
      UPDATE homework_task t SET expected = false FROM homework_plan p
        WHERE p.clinic_id = t.clinic_id AND p.id = t.plan_id AND p.cadence ->> 'kind' = 'on_event'
          AND t.occurrence > coalesce((p.cadence ->> 'leastPerWeek')::integer, 0);
    `);
    for (const { name, changes } of functions) await runner.query(rewritten(name, changes));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, changes } of functions)
      await runner.query(
        rewritten(
          name,
          changes.map(([from, to]) => [to, from]),
        ),
      );
    await runner.query('ALTER TABLE homework_task DROP COLUMN expected');
  }
}

type Change = readonly [from: string, to: string];

const counted = `t.template_code LIKE 'R%' AND t.withdrawn_at IS NULL)`;
const standing = 't.clinic_id = app.clinic() AND t.withdrawn_at IS NULL AND';
const functions: readonly { readonly name: string; readonly changes: readonly Change[] }[] = [
  {
    name: 'app.couple_measures(uuid)',
    changes: [[counted, counted.replace('NULL)', 'NULL AND t.expected)')]],
  },
  { name: 'app.counted_homework(uuid)', changes: [[standing, `${standing} t.expected AND`]] },
  {
    name: 'app.repeat_task(uuid, uuid, date)',
    changes: [
      ['risk_raised, plan_id, version)', 'risk_raised, plan_id, version, expected)'],
      ['false, t.plan_id, 1', 'false, t.plan_id, 1, false'],
      // Whichever was done last: the number after the highest of that time.
      [
        't.occurrence + 1',
        `(SELECT max(o.occurrence) + 1 FROM homework_task o WHERE o.clinic_id = t.clinic_id AND o.person_id = t.person_id
              AND o.couple_id = t.couple_id AND o.template_code = t.template_code AND o.due_on = t.due_on)`,
      ],
      [
        't.due_on >= today',
        `t.due_on >= today AND NOT EXISTS (SELECT FROM homework_task o WHERE o.clinic_id = t.clinic_id
              AND o.person_id = t.person_id AND o.couple_id = t.couple_id AND o.template_code = t.template_code
              AND o.due_on = t.due_on AND o.id <> t.id AND o.withdrawn_at IS NULL
              AND o.state IN ('assigned', 'opened', 'draft'))`,
      ],
    ],
  },
];

/** The function with pieces of its text replaced; everything else stays as it is. */
function rewritten(name: string, changes: readonly Change[]): string {
  const steps = changes.map(
    ([
      from,
      to,
    ]) => `IF position($t$${from}$t$ IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in ${name}'; END IF;
    source := replace(source, $t$${from}$t$, $t$${to}$t$);`,
  );
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('${name}'::regprocedure) INTO STRICT source;
    ${steps.join(' ')}
    EXECUTE source;
  END $do$;`;
}
