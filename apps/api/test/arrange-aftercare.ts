import { randomUUID } from 'node:crypto';
import type { CaseAftercareView } from '@trellis/contracts';
import { asClinicId, type DisclosureState } from '@trellis/domain';
import { DisclosureParts, type PartFacts } from '../src/disclosure/disclosure-parts.service.js';
import { DisclosureSteps, type DisclosureStanding } from '../src/disclosure/disclosure-steps.service.js';
import { withContext, type Actor } from '../src/platform/context/request-context.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { travel, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';

/** End of the worked example's session: Friday 2025-03-28, 12:50 in Chicago. */
export const sessionEnd = new Date('2025-03-28T17:50:00Z');
export const sessionStart = '2025-03-28T15:00:00Z';

/** Puts the couple's process into a state, straight into its tables. Answers its id. */
export async function processIn(
  { db }: TestApp,
  ours: ArrangedCase,
  state: DisclosureState,
  facts: { readonly sessionAt?: string; readonly readyUntil?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { clinicId, coupleId, minaId } = ours;
  await db.sql(
    `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, session_at, version, state_since)
      VALUES ($1, $2, $3, $4, '2025-01-06T18:00:00Z', $5, $6, 1, '2025-01-06T18:00:00Z')`,
    [clinicId, id, coupleId, state, minaId, facts.sessionAt ?? null],
  );
  await db.sql(
    `INSERT INTO disclosure_fact (clinic_id, process_id, couple_id, ready_until, verification_enabled,
        verification_agreed, joint_work_frozen, sharing_frozen) VALUES ($1, $2, $3, $4, false, false, false, false)`,
    [clinicId, id, coupleId, facts.readyUntil ?? null],
  );
  await db.sql(
    'UPDATE care_assignment SET lead = true WHERE clinic_id = $1 AND couple_id = $2 AND staff_id = $3',
    [clinicId, coupleId, minaId],
  );
  return id;
}

/** Lets the last part that is asked know what its area would: for facts that another area keeps. */
export function knowing({ app }: TestApp, facts: PartFacts): void {
  app.get(DisclosureParts).register({ area: 'test', facts: () => Promise.resolve(facts) });
}

/** Runs something in a unit of work of somebody who is signed in. */
export function as<T>({ app }: TestApp, actor: Actor, work: () => Promise<T>): Promise<T> {
  return withContext({ correlationId: randomUUID(), surface: 'clinic', actor }, () =>
    app.get(UnitOfWork).run(work),
  );
}

/** The lead ends the session, and the time after it begins. */
export async function sessionEnds(app: TestApp, ours: ArrangedCase, at = sessionEnd): Promise<void> {
  travel(app, at);
  const actor: Actor = { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' };
  await as(app, actor, async () => {
    const standing = await standingOf(app, ours);
    await app.app.get(DisclosureSteps).byStaff(ours.coupleId, { event: 'end' }, standing?.version ?? 0);
  });
}

export async function standingOf({ app }: TestApp, ours: ArrangedCase): Promise<DisclosureStanding | null> {
  const scope = { clinicId: ours.clinicId, coupleId: ours.coupleId, timeZone: 'America/Chicago' };
  return app.get(DisclosureSteps).standing(scope);
}

const at = '2025-01-06T17:00:00Z';

/** Ids of what stands in a time after a session. */
export interface ArrangedAfter {
  readonly answerId: string;
  readonly alertId: string;
  readonly taskId: string;
  readonly doneId: string;
  readonly correctionId: string;
  readonly slipId: string;
}

/** A session that ended at `firstMonday`, with a short check, something left out and a slip, each with its words. */
export async function timeAfter(
  app: TestApp,
  theirs: ArrangedCase,
  said = { check: 'a short night', leftOut: 'one more account', slip: 'late' },
): Promise<ArrangedAfter> {
  const { sql } = app.db;
  const { clinicId, coupleId, rowan, mina } = theirs;
  const processId = await processIn(app, theirs, 'AFTERCARE_ACUTE');
  const [periodId, answeredId, taskId, doneId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await sql('INSERT INTO aftercare_period VALUES ($1, $2, $3, $4, $5, NULL, false)', [
    ...[clinicId, periodId, coupleId, processId, at],
  ]);
  for (const [id, item, recipient, side] of [
    [answeredId, 'h24.RP.check', 'RP', 'RP'],
    [taskId, 'h24.RP.shame', 'RP', 'RP'],
    [randomUUID(), 'departure.RP.pledge', 'RP', 'RP'],
    [doneId, 'h72.LEAD.huddle', 'LEAD', 'JOINT'],
  ])
    await sql(
      `INSERT INTO aftercare_task (clinic_id, id, period_id, couple_id, item, recipient, side, due_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
      [clinicId, id, periodId, coupleId, item, recipient, side, at],
    );
  const words = { risk: 'unsure', words: said.check };
  await rowan.call('post', `aftercare/tasks/${answeredId}/answer`, { body: words });
  await rowan.call('post', 'aftercare/corrections', { body: { recalledAt: at, words: said.leftOut } });
  const slip = { stopCheck: 'no', slipAt: at, level: 'slip', partner: 'not_yet', words: said.slip };
  const logged = await rowan.call('post', 'slips', { body: slip });
  const { tasks, alerts, corrections } = (await mina.call('get', `aftercare/${coupleId}`))
    .body as CaseAftercareView;
  return {
    ...{ taskId, doneId },
    answerId: tasks.find(({ id }) => id === answeredId)?.answer?.id ?? '',
    alertId: alerts[0]?.id ?? '',
    correctionId: corrections?.[0]?.id ?? '',
    slipId: String((logged.body as { slip?: { id?: string } }).slip?.id),
  };
}
