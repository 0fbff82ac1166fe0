import { randomUUID } from 'node:crypto';
import type { Couple } from '../facts.js';
import type { World } from '../world.js';

/** How far an exercise of two people is, and where its words lie. */
interface Story {
  readonly code: string;
  readonly privacy: 'P1' | 'P3' | 'P4';
  readonly revealed: boolean;
  /** Whether the second half is in as well. */
  readonly bothIn: boolean;
  /** Whether therapists have approved what is in now. */
  readonly approved: boolean;
}

const both = { revealed: true, bothIn: true, approved: true };
const halves: Story = { code: 'C09', privacy: 'P4', ...both };
const maps: Story = { code: 'C14', privacy: 'P3', ...both };
const touch: Story = { code: 'C15', privacy: 'P1', ...both };

/** A joint exercise that is open, one in which a half is missing, and one that was open before a separation. */
export async function fillJointWork(world: World, couples: readonly Couple[]): Promise<void> {
  const [plain, outside, , withdrawn] = couples;
  for (const story of [halves, maps, touch]) await jointWork(world, plain!, story);
  await jointWork(world, outside!, { ...maps, revealed: false });
  await jointWork(world, outside!, { ...touch, revealed: false });
  await jointWork(world, withdrawn!, { ...halves, revealed: false, bothIn: false });
  await jointWork(world, withdrawn!, { ...maps, approved: false });
  const separated = couples.find((couple) => couple.separated);
  if (separated !== undefined) for (const story of [halves, maps]) await jointWork(world, separated, story);
}

async function jointWork(world: World, couple: Couple, story: Story): Promise<void> {
  const { code, privacy, revealed, bothIn, approved } = story;
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, people } = couple;
  const team = couple.team.filter(({ active }) => active).map(({ staffId }) => staffId);
  const tasks = { RP: randomUUID(), BP: randomUUID() };
  for (const side of ['RP', 'BP'] as const) {
    const [task, author] = [tasks[side], people[side].id];
    const isIn = bothIn || side === 'RP';
    await sql(
      `INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version, privacy,
          state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, risk_raised, version)
        VALUES ($1, $2, $3, $4, $5, $8, 1, 'P4', $6, '2025-01-06', '2025-01-12', now(), 1, $7, now(), false, 1)`,
      [
        clinicId,
        task,
        coupleId,
        author,
        side,
        isIn ? 'submitted' : 'assigned',
        couple.team[0]!.staffId,
        code,
      ],
    );
    if (!isIn) continue;
    const answerId = randomUUID();
    await sql(`INSERT INTO homework_answer VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 1, '\\x00', now())`, [
      ...[clinicId, answerId, task, coupleId, author],
      privacy === 'P4' ? 'JOINT' : side,
      privacy,
    ]);
    await sql(`UPDATE homework_task SET submitted_at = now() - interval '1 day' WHERE id = $1`, [task]);
    if (!revealed || privacy !== 'P4') continue;
    const pair = couple.separated ? [] : [people.RP.id, people.BP.id];
    world.facts.given.set(answerId, [...team, ...pair]);
  }
  const workId = randomUUID();
  await sql(
    `INSERT INTO joint_work (clinic_id, id, couple_id, template_code, template_version, reveal, rp_task_id, bp_task_id,
        opens_on, due_on, occurrence, assigned_by, assigned_at, revealed_at, version)
      VALUES ($1, $2, $3, $8, 1, 'both_in', $4, $5, '2025-01-06', '2025-01-12', 1, $6, now(),
        CASE WHEN $7 THEN now() END, 1)`,
    [clinicId, workId, coupleId, tasks.RP, tasks.BP, couple.team[0]!.staffId, revealed, code],
  );
  if (code === 'C09') await beside(world, couple, workId);
  else if (code === 'C14') await approvals(world, couple, workId, approved);
}

/** Turns, an agreement and a step that were begun beside an exercise. */
async function beside(world: World, couple: Couple, workId: string): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId } = couple;
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
}

/** Both sides of a map approved, or each before it was handed in anew, and a row that its author took back. */
async function approvals(world: World, couple: Couple, workId: string, holds: boolean): Promise<void> {
  const { sql } = world.app.db;
  const { clinicId, id: coupleId, people } = couple;
  for (const side of ['RP', 'BP'] as const) {
    await sql(`INSERT INTO map_approval VALUES ($1, $2, $3, $4, $5, now() - $6::interval)`, [
      ...[clinicId, workId, side, coupleId, couple.team[0]!.staffId, holds ? '1 hour' : '2 days'],
    ]);
    await sql(`INSERT INTO map_row_taken VALUES ($1, $2, $3, 'kissing', now())`, [
      ...[clinicId, workId, people[side].id],
    ]);
  }
}
