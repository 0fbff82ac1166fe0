import {
  addDays,
  dueDates,
  followUpHours,
  instantOf,
  isTerminal,
  localDateOf,
  type DisclosureSnapshot,
} from '@trellis/domain';

const hourMs = 3_600_000;
/** However quiet it is, an open process is looked at this often: a step that was due and refused may be allowed now. */
const mostMs = hourMs;
/** Where nothing is under way, often enough for whatever a new act leaves behind. */
const restMs = 24 * hourMs;

/** Moments of the process itself at which time alone may bring something about. */
export function momentsOf(snapshot: DisclosureSnapshot): Date[] {
  const { session, readyUntil, zone } = snapshot;
  const { stalledOn, draftAnswer, recheckUntil } = dueDates(snapshot);
  const startsAt = session?.startsAt ?? null;
  const endedAt = session?.endedAt ?? null;
  const after = (at: Date | null, ms: number): Date[] => (at === null ? [] : [new Date(at.getTime() + ms)]);
  return [
    ...after(readyUntil, 1),
    ...after(recheckUntil, 1),
    ...after(startsAt, -24 * hourMs),
    ...after(endedAt, followUpHours[1] * hourMs),
    ...(startsAt === null ? [] : [instantOf(addDays(localDateOf(startsAt, zone), 1), '00:00', zone)]),
    ...(stalledOn === null ? [] : [instantOf(stalledOn, '00:00', zone)]),
    ...(draftAnswer === null ? [] : [instantOf(addDays(draftAnswer, 1), '00:00', zone)]),
  ];
}

/** When to look again: at the next of the moments, and not later than an hour while a process is under way. */
export function nextLook(moments: readonly Date[], snapshot: DisclosureSnapshot | null, now: Date): Date {
  const underWay = snapshot !== null && !isTerminal(snapshot.state);
  const latest = new Date(now.getTime() + (underWay ? mostMs : restMs));
  return moments.filter((at) => at > now).reduce((earliest, at) => (at < earliest ? at : earliest), latest);
}

/** Shortly after the day is over on the couple's clock: what counts whole days is counted then. */
export function nextNight(now: Date, zone: string): Date {
  return instantOf(addDays(localDateOf(now, zone), 1), '00:10', zone);
}
