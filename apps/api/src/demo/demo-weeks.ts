import type { BookingOptionsView, RoomListView } from '@trellis/contracts';
import { addDays, localDateOf, weekday } from '@trellis/domain';
import { northPier } from '@trellis/fixtures';
import type { ToldCouple } from './demo-people.js';
import type { Voice } from './retold/teller.js';

const sides = ['RP', 'BP', 'JOINT'] as const;

/**
 * Fills the clinic's weeks from this one on: each couple has a block of its own, one person after the other, and both
 * every second week. `voiceOf` names the therapist who arranges a couple's hours.
 * @throws Error where the server refuses an hour.
 */
export async function bookWeeks(
  couples: readonly ToldCouple[],
  office: Voice,
  voiceOf: (couple: ToldCouple, side: (typeof sides)[number]) => Voice,
  now: Date,
): Promise<void> {
  const today = localDateOf(now, northPier.zone);
  const monday = addDays(today, 1 - weekday(today));
  for (const name of ['Room 1', 'Room 2']) await office.call('post', 'rooms', { body: { name } });
  const { rooms } = await office.call<RoomListView>('get', 'rooms');
  for (const [n, couple] of couples.entries())
    for (const [at, side] of sides.entries()) {
      const path = `appointments/${couple.view.id}`;
      const voice = voiceOf(couple, side);
      const { staff } = await voice.call<BookingOptionsView>('get', `${path}/options`);
      const who = staff.find((one) => one.sides.includes(side)) ?? staff[0];
      if (who === undefined || (side !== 'JOINT' && !who.sides.includes(side))) continue;
      const hour = side === 'JOINT' ? 15 + Math.floor(n / 5) : 9 + 2 * Math.floor(n / 5) + at;
      const body = {
        ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on: addDays(monday, n % 5) },
        ...{ time: `${String(hour).padStart(2, '0')}:00`, minutes: 50, staffIds: [who.id] },
        place: { at: 'room', roomId: rooms[at % 2]?.id },
        repeats: { every: 'week', interval: side === 'JOINT' ? 2 : 1 },
      };
      await voice.call('post', path, { body });
    }
}
