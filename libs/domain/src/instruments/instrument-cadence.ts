import type { Track } from '../access/roles.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import type { CadenceMoment, Instrument } from './instrument.js';

/** Suggested days for the next time, both ends included. */
export type SuggestedWindow = Readonly<{ from: LocalDate; to: LocalDate }>;

/** When to ask again after the last time; null where no interval is suggested (INST-27). A suggestion, never a due date. */
export function suggestedWindow(
  { cadence }: Pick<Instrument, 'cadence'>,
  lastOn: LocalDate,
): SuggestedWindow | null {
  if (cadence.everyWeeks === null) return null;
  const [from, to] = cadence.everyWeeks;
  return { from: addDays(lastOn, 7 * from), to: addDays(lastOn, 7 * to) };
}

/** What asks about one's own sexual behavior is suggested for the recovering person alone (INST-27). */
export function suggestedFor(track: Track, { family }: Pick<Instrument, 'family'>): boolean {
  return family !== 'sexual_behavior' || track === 'RP';
}

/** Instruments that are suggested at a moment, in the order of the list. */
export function suggestedAt(
  moment: CadenceMoment,
  instruments: readonly Instrument[],
): readonly Instrument[] {
  return instruments.filter(({ cadence }) => cadence.moments.includes(moment));
}
