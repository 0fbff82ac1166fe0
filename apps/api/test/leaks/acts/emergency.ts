import type { Staff } from '../facts.js';
import type { Act, Walk } from '../walk.js';
import { staffPages } from './pages.js';

const path = '/api/clinic/break-glass';

/** Somebody outside the team opens a couple in an emergency, and reads both sides. */
export const openEmergency: Act = {
  name: 'open in an emergency',
  weight: 2,
  async run(walk) {
    const clinic = walk.clinic();
    const couple = walk.couple(clinic);
    const { outside, former, supervisor, admin } = clinic.staff;
    const staff = walk.pick([outside, former, supervisor, admin, walk.staff()]);
    const subject = { kind: 'reason', clinicId: staff.clinicId, staffId: staff.id } as const;
    const reason = `${walk.world.facts.mark(subject, 'glass', 'reason')}: nobody else can be reached`;
    const body = { coupleName: couple.names.couple, personName: couple.names.person, reason };
    const { emergencies, openers } = walk.world.facts;
    const answer = await walk.ask(
      staff,
      { door: 'clinic', method: 'post', path, body },
      ({ status, text }) => {
        if (status !== 201) return;
        const { id } = JSON.parse(text) as { id: string };
        emergencies.push({ staffId: staff.id, coupleId: couple.id, id });
        openers.set(couple.id, (openers.get(couple.id) ?? new Set()).add(staff.id));
      },
    );
    if (answer.status === 201) await readAll(walk, staff, couple.id);
  },
};

/** The emergency is over; the next look is in vain. */
export const endEmergency: Act = {
  name: 'end an emergency',
  weight: 2,
  async run(walk) {
    const { emergencies, staff: known } = walk.world.facts;
    const [first] = emergencies;
    if (first === undefined) return;
    const staff = known.get(first.staffId)!;
    const end = { door: 'clinic', method: 'post', path: `${path}/${first.id ?? ''}/end` } as const;
    const answer = await walk.ask(staff, end);
    if (answer.status >= 300) return;
    emergencies.shift();
    await readAll(walk, staff, first.coupleId);
  },
};

async function readAll(walk: Walk, staff: Staff, coupleId: string): Promise<void> {
  const couple = walk.world.facts.coupleOf(coupleId);
  for (const task of couple.tasks.slice(0, 4))
    await walk.ask(staff, { door: 'clinic', method: 'get', path: `/api/clinic/homework/${task.id}` });
  await walk.ask(staff, walk.pick(staffPages(couple, null)));
}
