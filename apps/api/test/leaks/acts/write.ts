import { addDays, asLocalDate } from '@trellis/domain';
import type { Act } from '../walk.js';
import { assign, draft, handIn } from '../writing.js';

/** A therapist gives one more day of an exercise. */
export const giveHomework: Act = {
  name: 'assign',
  weight: 4,
  async run(walk) {
    const person = walk.person();
    const couple = walk.world.facts.coupleOf(person.coupleId);
    const therapist = walk.therapist(couple, person.side);
    // Far enough ahead that a long walk does not run out of days.
    const day = addDays(asLocalDate('2025-01-07'), walk.number(340));
    if (therapist !== null) await assign(walk.world, therapist, person, 1, day);
  },
};

/** A person goes on writing, and looks at it again on another day. */
export const writeDraft: Act = {
  name: 'write a draft',
  weight: 4,
  async run(walk) {
    const task = walk.task();
    if (task?.state !== 'open') return;
    await draft(walk.world, task);
    const author = walk.world.facts.people.get(task.personId)!;
    await walk.ask(author, { door: 'home', method: 'get', path: `/api/home/homework/${task.id}` });
  },
};

export const submit: Act = {
  name: 'hand in',
  weight: 4,
  async run(walk) {
    const task = walk.task();
    if (task?.state === 'open') await handIn(walk.world, task);
  },
};

/** A therapist says that they have read it. */
export const review: Act = {
  name: 'review',
  weight: 3,
  async run(walk) {
    const couple = walk.couple();
    const task = walk.task(couple);
    if (task === null || task.side === 'JOINT') return;
    const therapist = walk.therapist(couple, task.side);
    if (therapist === null) return;
    const path = `/api/clinic/homework/${task.id}/review`;
    const call = { door: 'clinic', method: 'post', path, version: task.version } as const;
    const answer = await walk.ask(therapist, call);
    if (answer.status === 200) Object.assign(task, { state: 'reviewed', version: task.version + 1 });
  },
};

/** A person puts an exercise aside. */
export const setAside: Act = {
  name: 'set aside',
  weight: 2,
  async run(walk) {
    const task = walk.task();
    if (task === null) return;
    const path = `/api/home/homework/${task.id}/set-aside`;
    const author = walk.world.facts.people.get(task.personId)!;
    const answer = await walk.ask(author, { door: 'home', method: 'post', path, body: { tooHard: true } });
    if (answer.status === 200) task.version += 1;
  },
};
