import type { Act } from '../walk.js';
import { ownPages, staffPages } from './pages.js';

/** Somebody puts ids of other people into path, query, header and body, at either door. */
export const pry: Act = {
  name: 'pry',
  weight: 20,
  async run(walk) {
    const couple = walk.couple();
    const viewer = walk.chance(10) ? ({ kind: 'nobody' } as const) : walk.anybody();
    const page = walk.pick([...staffPages(couple, walk.task(couple)), ...ownPages(walk.task(couple))]);
    const victim = walk.person(couple);
    const claims = { 'x-clinic-id': couple.clinicId, 'x-actor-id': victim.id, 'x-role': 'owner' };
    await walk.ask(viewer, walk.chance(30) ? { ...page, headers: claims } : page);
  },
};

/** Somebody writes where they may not: another's exercise, another's couple, another clinic's staff. */
export const pryByWriting: Act = {
  name: 'pry by writing',
  weight: 10,
  async run(walk) {
    const couple = walk.couple();
    const task = walk.task(couple);
    const viewer = walk.anybody();
    if (task === null || viewer.clinicId === couple.clinicId) return;
    const writes = [
      ...['review', 'submission', 'draft', 'set-aside'].map((act) => `homework/${task.id}/${act}`),
      ...[`disclosure/${couple.id}`, `predictors/${couple.id}/ratings`, `invitations/${task.personId}`],
    ];
    const door = viewer.kind === 'staff' ? 'clinic' : 'home';
    const call = { door, method: 'post', path: `/api/${door}/${walk.pick(writes)}` } as const;
    const body = { answers: {}, tooHard: false, clinicId: couple.clinicId, personId: task.personId };
    const answer = await walk.ask(viewer, { ...call, version: task.version, body });
    if (answer.status < 400) walk.watch.note(viewer, call, answer, 'wrote where they may not');
  },
};
