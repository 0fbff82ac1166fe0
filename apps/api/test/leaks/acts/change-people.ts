import type { Couple, Staff } from '../facts.js';
import type { Act, Walk } from '../walk.js';

/** A person takes back the consent to measurement, or gives it again. */
export const changeConsent: Act = {
  name: 'consent',
  weight: 2,
  async run(walk) {
    const person = walk.person();
    const given = walk.chance(50);
    const call = {
      door: 'home',
      method: 'put',
      path: '/api/home/consents/measurement',
      body: { given },
    } as const;
    const answer = await walk.ask(person, call);
    if (answer.status < 300) person.measured = given;
  },
};

/** The owner shuts somebody out, or lets them in again. Their open browser is tried at once. */
export const disableStaff: Act = {
  name: 'disable staff',
  weight: 2,
  async run(walk) {
    const clinic = walk.clinic();
    const staff = walk.pick([
      clinic.staff.former,
      clinic.staff.disabled,
      clinic.staff.outside,
      clinic.staff.bp,
    ]);
    await walk.world.browser(staff);
    const active = !staff.active;
    const call = { door: 'clinic', method: 'put', path: `/api/clinic/staff/${staff.id}` } as const;
    const answer = await walk.ask(clinic.staff.owner, { ...call, body: { role: staff.role, active } });
    if (answer.status >= 300) return;
    staff.active = active;
    await walk.ask(staff, { door: 'clinic', method: 'get', path: '/api/clinic/caseload' });
    walk.world.forget(staff);
  },
};

/** A side of a couple passes from one therapist to another; both look at the couple at once. */
export const transfer: Act = {
  name: 'transfer',
  weight: 3,
  async run(walk) {
    const clinic = walk.clinic();
    const couple = walk.couple(clinic);
    const held = couple.team.filter(({ active }) => active);
    if (held.length === 0) return;
    const { staffId: from, side } = walk.pick(held);
    const { rp, bp, joint, outside, former } = clinic.staff;
    const to = walk.pick([rp, bp, joint, outside, former]);
    if (to.id === from) return;
    await moveSide(walk, couple, from, side, to);
    for (const id of [from, to.id]) {
      const staff = walk.world.facts.staff.get(id)!;
      await walk.ask(staff, {
        door: 'clinic',
        method: 'get',
        path: `/api/clinic/homework?coupleId=${couple.id}`,
      });
    }
  },
};

async function moveSide(walk: Walk, couple: Couple, from: string, side: string, to: Staff): Promise<void> {
  const { sql } = walk.world.app.db;
  await sql(
    'UPDATE care_assignment SET to_at = now() WHERE couple_id = $1 AND staff_id = $2 AND side = $3 AND to_at IS NULL',
    [couple.id, from, side],
  );
  for (const one of couple.team) if (one.staffId === from && one.side === side) one.active = false;
  await sql('INSERT INTO care_assignment VALUES ($1, gen_random_uuid(), $2, $3, $4, false, now(), NULL)', [
    ...[couple.clinicId, couple.id, to.id, side],
  ]);
  couple.team.push({ staffId: to.id, side: side as 'RP' | 'BP' | 'JOINT', active: true });
}
