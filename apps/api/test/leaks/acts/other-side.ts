import { sidesOf } from '../oracle.js';
import type { Act } from '../walk.js';

/** A therapist of one side gives the person of the other an exercise. */
export const assignAcross: Act = {
  name: 'assign across',
  weight: 3,
  async run(walk) {
    const person = walk.person();
    const couple = walk.world.facts.coupleOf(person.coupleId);
    const therapist = walk.therapist(couple, person.side === 'RP' ? 'BP' : 'RP');
    if (therapist === null || sidesOf(therapist, couple).includes(person.side)) return;
    const body = {
      personId: person.id,
      templateCode: person.side === 'RP' ? 'R15' : 'B01',
      startsOn: `2025-02-${String(1 + walk.number(28)).padStart(2, '0')}`,
      days: 7,
    };
    const call = { door: 'clinic', method: 'post', path: '/api/clinic/homework', body } as const;
    const answer = await walk.ask(therapist, call);
    if (answer.status !== 404) walk.watch.note(therapist, call, answer, 'a hand not theirs gave an exercise');
  },
};

/** Somebody's place is taken away in the database alone, as a restored copy would: their open browser is out too. */
export const takePlaceAway: Act = {
  name: 'take a place away',
  weight: 1,
  async run(walk) {
    const { outside } = walk.clinic().staff;
    if (!outside.active) return;
    await walk.world.browser(outside);
    const { sql } = walk.world.app.db;
    await sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [outside.id]);
    const call = { door: 'clinic', method: 'get', path: '/api/clinic/caseload' } as const;
    const answer = await walk.ask(outside, call);
    if (answer.status !== 401) walk.watch.note(outside, call, answer, 'who left may stay');
    await sql('UPDATE staff_member SET deactivated_at = NULL WHERE id = $1', [outside.id]);
    walk.world.forget(outside);
  },
};
