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

/** The server looks after whoever wants reminders; what it sends lies in the outbox of the data folder. */
export const remind: Act = {
  name: 'remind',
  weight: 1,
  async run(walk) {
    await walk.world.app.app.get(ReminderLoop).round();
  },
};

function markOf({ world: { facts } }: Walk, { clinicId, coupleId, id, side }: Person): string {
  const subject = {
    ...({ kind: 'words', level: 'P0', draft: true } as const),
    ...{ clinicId, coupleId, side, authorId: id, taskId: id, givenTo: new Set<string>() },
  };
  return facts.mark(subject, side.toLowerCase(), 'wish');
}
