import type { Act } from '../walk.js';
import { pagesFor } from './pages.js';

/** Somebody opens a page that is meant for them. */
export const readOwn: Act = {
  name: 'read own',
  weight: 20,
  async run(walk) {
    const couple = walk.couple();
    const therapist = walk.chance(60) ? walk.therapist(couple) : null;
    const viewer = therapist ?? walk.person(couple);
    const own = couple.tasks.filter(({ personId }) => viewer.kind === 'staff' || personId === viewer.id);
    const task = own.length === 0 ? null : walk.pick(own);
    await walk.ask(viewer, walk.pick(pagesFor(viewer, couple, task)));
  },
};

/** The author, or a therapist of the side, opens what was handed in. */
export const readWords: Act = {
  name: 'read words',
  weight: 15,
  async run(walk) {
    const couple = walk.couple();
    const done = couple.tasks.filter(({ state }) => state !== 'open');
    if (done.length === 0) return;
    const task = walk.pick(done);
    const therapist = walk.chance(70) && task.side !== 'JOINT' ? walk.therapist(couple, task.side) : null;
    const door = therapist === null ? 'home' : 'clinic';
    const reader = therapist ?? walk.world.facts.people.get(task.personId)!;
    await walk.ask(reader, { door, method: 'get', path: `/api/${door}/homework/${task.id}` });
  },
};
