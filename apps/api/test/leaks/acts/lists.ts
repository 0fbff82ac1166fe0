import type { Act } from '../walk.js';

const sorts = ['name', 'stage', 'began'];

/** Somebody looks for a name, their own couple's or anybody's, in every order, page after page. */
export const search: Act = {
  name: 'search',
  weight: 6,
  async run(walk) {
    const names = [...walk.world.facts.marks.entries()]
      .filter(([, { kind }]) => kind === 'couple' || kind === 'person')
      .map(([mark]) => mark)
      .sort();
    const wanted = walk.pick(names);
    const text = walk.chance(50) ? wanted : wanted.slice(0, 5 + walk.number(wanted.length - 5));
    const query = new URLSearchParams({ sort: walk.pick(sorts), limit: String(1 + walk.number(5)) });
    if (walk.chance(70)) query.set('search', text);
    const call = { door: 'clinic', method: 'get', path: `/api/clinic/caseload?${query.toString()}` } as const;
    const viewer = walk.staff();
    const answer = await walk.ask(viewer, call);
    if (answer.status !== 200) return;
    const { nextCursor: cursor } = JSON.parse(answer.text) as { nextCursor: string | null };
    if (cursor === null) return;
    query.set('cursor', cursor);
    const next = { ...call, path: `/api/clinic/caseload?${query.toString()}` };
    await walk.ask(viewer, next);
    // A cursor opens nothing for somebody else.
    await walk.ask(walk.staff(), next);
  },
};

/** An administrator looks through the record with every filter; anybody else tries. */
export const lookThroughAudit: Act = {
  name: 'audit',
  weight: 4,
  async run(walk) {
    const clinic = walk.clinic();
    const viewer = walk.chance(60) ? walk.pick([clinic.staff.admin, clinic.staff.owner]) : walk.anybody();
    const query = new URLSearchParams();
    if (walk.chance(40)) query.set('actorId', walk.staff().id);
    if (walk.chance(40)) query.set('action', walk.pick(['homework.read', 'safety.raised', 'couples.create']));
    if (walk.chance(30)) query.set('from', '2025-01-01');
    const path = `/api/clinic/audit?${query.toString()}`;
    const answer = await walk.ask(viewer, { door: 'clinic', method: 'get', path });
    if (/safety\./.test(answer.text))
      walk.watch.note(viewer, { door: 'clinic', method: 'get', path }, answer, 'safety');
  },
};
