import { ReminderLoop } from '../../../src/reminders/reminder-loop.service.js';
import type { Person } from '../facts.js';
import type { Act, Walk } from '../walk.js';

const path = '/api/home/reminders';

/** A person says where to write to them, or takes it back; the address is known to nobody else. */
export const wantReminders: Act = {
  name: 'want reminders',
  weight: 2,
  async run(walk) {
    const person = walk.person();
    const seen = await walk.ask(person, { door: 'home', method: 'get', path });
    if (seen.status !== 200) return;
    const { version } = JSON.parse(seen.text) as { version: number };
    const given = walk.chance(80);
    const address = { address: `${markOf(walk, person)}@mail.example` };
    const body = {
      ...{ given, ...(given ? address : {}), quietFrom: '00:00', quietUntil: '00:00', quietDays: [] },
      ...{ timeZone: 'America/Chicago', discreet: walk.chance(50) },
    };
    await walk.ask(person, { door: 'home', method: 'put', path, version, body });
  },
};

/** A therapist books a person, or both, for the next morning: soon enough to be reminded of. */
export const bookSession: Act = {
  name: 'book a session',
  weight: 3,
  async run(walk) {
    const couple = walk.couple();
    const side = walk.pick(['RP', 'BP', 'JOINT'] as const);
    const therapist = walk.therapist(couple, side === 'JOINT' ? undefined : side);
    if (therapist === null) return;
    const time = `0${String(7 + walk.number(3))}:${String(10 + 5 * walk.number(10))}`;
    const body = {
      ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on: '2025-01-07', time, minutes: 15 },
      ...{ place: { at: 'open' }, staffIds: [therapist.id], repeats: null },
    };
    const path = `/api/clinic/appointments/${couple.id}`;
    await walk.ask(therapist, { door: 'clinic', method: 'post', path, body });
  },
};

/** The server looks after whoever wants reminders; what it sends lies in the outbox of the data folder. */
export const remind: Act = {
  name: 'remind',
  weight: 1,
  async run(walk) {
    const { app } = walk.world;
    // The clinical clock of the walk stands still: a quarter of an hour passes for whoever was looked after.
    await app.db.sql(`UPDATE reminder_wish SET look_at = '2025-01-01Z'`);
    await app.app.get(ReminderLoop).round();
  },
};

function markOf({ world: { facts } }: Walk, { clinicId, coupleId, id, side }: Person): string {
  const subject = {
    ...({ kind: 'words', level: 'P0', draft: true } as const),
    ...{ clinicId, coupleId, side, authorId: id, taskId: id, givenTo: new Set<string>() },
  };
  return facts.mark(subject, side.toLowerCase(), 'wish');
}
