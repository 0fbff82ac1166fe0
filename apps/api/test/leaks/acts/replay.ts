import { randomUUID } from 'node:crypto';
import type { Act } from '../walk.js';

/** Somebody sends what another sent: same address, same key, same tag of the answer. */
export const replay: Act = {
  name: 'replay',
  weight: 8,
  async run(walk) {
    const own = walk.person();
    const key = randomUUID();
    const measurement = { door: 'home', method: 'put', path: '/api/home/consents/measurement' } as const;
    const therapist = walk.therapist(walk.world.facts.coupleOf(own.coupleId), own.side);
    if (walk.chance(30) && therapist !== null) {
      // The answer to an invitation holds a link and a code: a key must not hand it to anybody else.
      const call = {
        door: 'clinic',
        method: 'post',
        path: `/api/clinic/invitations/${own.id}`,
        key,
      } as const;
      const first = await walk.ask(therapist, call);
      const thief = walk.staff();
      const second = await walk.ask(thief, call);
      if (thief.id !== therapist.id && first.status === 201 && second.text === first.text)
        walk.watch.note(thief, call, second, 'a key handed out the answer of another');
      return;
    }
    if (walk.chance(20)) {
      await walk.ask(own, { ...measurement, body: { given: own.measured }, key });
      await walk.ask(walk.person(), { ...measurement, body: { given: own.measured }, key });
      return;
    }
    if (walk.sent.length === 0) return;
    const { call, answer } = walk.pick(walk.sent);
    const { etag } = answer.headers;
    if (call.method === 'get')
      await walk.ask(walk.anybody(), { ...call, headers: { 'if-none-match': etag ?? '*' } });
  },
};

/** A browser that was signed out comes back with its old cookie. */
export const staleCookie: Act = {
  name: 'stale cookie',
  weight: 3,
  async run(walk) {
    const viewer = walk.anybody();
    const { world } = walk;
    const browser = await world.browser(viewer);
    const path = viewer.kind === 'staff' ? '/api/clinic/session' : '/api/home/session';
    await walk.ask(viewer, { door: browser.door, method: 'delete', path });
    const again = { door: browser.door, method: 'get', path } as const;
    const answer = await world.wire.send(browser, again);
    walk.watch.look({ kind: 'nobody' }, again, answer);
    if (answer.status !== 401) walk.watch.note({ kind: 'nobody' }, again, answer, 'an ended session lives');
    world.forget(viewer);
  },
};
