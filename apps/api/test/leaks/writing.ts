import { calmR01, steadyB01 } from '@trellis/fixtures';
import type { Couple, Person, Side, Staff, Task, Words } from './facts.js';
import type { Answer } from './wire.js';
import type { World } from './world.js';

/** The therapist who holds a side now. */
export function therapistOf(world: World, couple: Couple, side: Side): Staff {
  const held = couple.team.find((one) => one.active && one.side === side);
  const staff = world.facts.staff.get(held?.staffId ?? '');
  if (staff === undefined) throw new Error('nobody holds that side');
  return staff;
}

/** Assigns the daily check-in of a side for some days; answers with the tasks that are new. */
export async function assign(
  world: World,
  by: Staff,
  person: Person,
  days: number,
  startsOn = '2025-01-06',
  templateCode = person.side === 'RP' ? 'R01' : 'B01',
): Promise<Task[]> {
  const answer = await world.send(by, {
    ...{ door: 'clinic', method: 'post', path: '/api/clinic/homework' },
    body: { personId: person.id, templateCode, startsOn, days },
  });
  if (answer.status !== 201) return [];
  const { clinicId, coupleId, side, id: personId } = person;
  return (JSON.parse(answer.text) as { id: string }[]).map(({ id }) => {
    const task: Task = {
      ...{ kind: 'task', id, clinicId, coupleId, personId, side, code: templateCode },
      ...{ state: 'open', version: 1 },
    };
    world.facts.addTask(task);
    return task;
  });
}

/** What a person writes into a task: a mark in every field that takes words. */
export function wordsFor(world: World, task: Task, isDraft: boolean): Record<string, unknown> {
  const { clinicId, coupleId, personId: authorId, side, id: taskId } = task;
  const mark = (level: Words['level']): string =>
    world.facts.mark(
      {
        kind: 'words',
        clinicId,
        coupleId,
        authorId,
        side,
        level,
        draft: isDraft,
        taskId,
        givenTo: new Set(),
      },
      side.toLowerCase(),
      isDraft ? 'draft' : level.toLowerCase(),
    );
  if (task.code === 'R15') return { goal: mark('P3'), value: mark('P3'), progress: 3 };
  if (task.code === 'R01') return { ...calmR01, left_out: mark('P0'), feelings_own_word: mark('P1') };
  return { ...steadyB01, cared_by: mark('P1'), feelings_own_word: mark('P1') };
}

/** Hands a task in, in the author's own name. Whatever was a draft of it is gone then. */
export async function handIn(world: World, task: Task): Promise<Answer> {
  const author = world.facts.people.get(task.personId)!;
  const answer = await world.send(author, {
    ...{ door: 'home', method: 'post', path: `/api/home/homework/${task.id}/submission` },
    ...{ body: { answers: wordsFor(world, task, false) }, version: task.version },
  });
  if (answer.status === 200) Object.assign(task, { state: 'submitted', version: versionIn(answer) });
  return answer;
}

export async function draft(world: World, task: Task): Promise<Answer> {
  const author = world.facts.people.get(task.personId)!;
  const answer = await world.send(author, {
    ...{ door: 'home', method: 'put', path: `/api/home/homework/${task.id}/draft` },
    ...{ body: { answers: wordsFor(world, task, true) }, version: task.version },
  });
  if (answer.status === 200) task.version = versionIn(answer);
  return answer;
}

/** The version that an answer to a write hands out. */
export function versionIn(answer: Answer): number {
  return (JSON.parse(answer.text) as { version: number }).version;
}
