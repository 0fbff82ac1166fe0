import { randomUUID } from 'node:crypto';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';

/** A joint exercise that is open, one in which a half is missing, and one that was open before a separation. */
export async function fillJointWork(world: World, couples: readonly Couple[]): Promise<void> {
  const [plain, , , withdrawn] = couples;
  await jointWork(world, plain!, true);
  await jointWork(world, withdrawn!, false);
  const separated = couples.find((couple) => couple.separated);
  if (separated !== undefined) await jointWork(world, separated, true);
}

async function jointWork(world: World, couple: Couple, revealed: boolean): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, people } = couple;
  const team = couple.team.filter(({ active }) => active).map(({ staffId }) => staffId);
  const tasks = { RP: randomUUID(), BP: randomUUID() };
  for (const side of ['RP', 'BP'] as const) {
    const [task, author] = [tasks[side], people[side].id];
    const isIn = revealed || side === 'RP';
    await sql(
      `INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version, privacy,
          state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, risk_raised, version)
        VALUES ($1, $2, $3, $4, $5, 'C09', 1, 'P4', $6, '2025-01-06', '2025-01-12', now(), 1, $7, now(), false, 1)`,
      [clinicId, task, coupleId, author, side, isIn ? 'submitted' : 'assigned', couple.team[0]!.staffId],
    );
    if (!isIn) continue;
    const answerId = randomUUID();
    await sql(
      `INSERT INTO homework_answer VALUES ($1, $2, $3, $4, $5, 'JOINT', 'P4', 1, 1, '\\x00', now())`,
      [...[clinicId, answerId, task, coupleId, author]],
    );
    if (!revealed) continue;
    const both = couple.separated ? [] : [people.RP.id, people.BP.id];
    world.facts.given.set(answerId, [...team, ...both]);
  }
  const workId = randomUUID();
  await sql(
    `INSERT INTO joint_work (clinic_id, id, couple_id, template_code, template_version, reveal, rp_task_id, bp_task_id,
        opens_on, due_on, occurrence, assigned_by, assigned_at, revealed_at, version)
      VALUES ($1, $2, $3, 'C09', 1, 'both_in', $4, $5, '2025-01-06', '2025-01-12', 1, $6, now(),
        CASE WHEN $7 THEN now() END, 1)`,
    [clinicId, workId, coupleId, tasks.RP, tasks.BP, couple.team[0]!.staffId, revealed],
  );
  await sql(`INSERT INTO joint_turns VALUES ($1, $2, $3, 'BP', 'running', 2, 900, now(), 4)`, [
    ...[clinicId, workId, coupleId],
  ]);
  await sql(`INSERT INTO information_agreement VALUES ($1, $2, $3, $4, 1, 1, $5, now(), true, 24, NULL, 1)`, [
    clinicId,
    randomUUID(),
    coupleId,
    workId,
    couple.team[0]!.staffId,
  ]);
  await sql(`INSERT INTO step_opening VALUES ($1, $2, 'C15', 'step_0', $3, now())`, [
    ...[clinicId, coupleId, couple.team[0]!.staffId],
  ]);
  for (const side of ['RP', 'BP'] as const) {
    await sql(`INSERT INTO map_approval VALUES ($1, $2, $3, $4, $5, now())`, [
      ...[clinicId, workId, side, coupleId, couple.team[0]!.staffId],
    ]);
    await sql(`INSERT INTO map_row_taken VALUES ($1, $2, $3, 'kissing', now())`, [
      ...[clinicId, workId, people[side].id],
    ]);
  }
}
