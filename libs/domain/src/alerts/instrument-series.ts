import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';

/**
 * Totals of one licensed instrument for one person. `reliableChange` is the smallest change beyond noise in points
 * of the total; null where none is published or configured, and then nothing is concluded from the instrument.
 */
export type InstrumentSeries = Readonly<{
  code: string;
  track: Track;
  worseWhen: 'higher' | 'lower';
  reliableChange: number | null;
  scores: readonly Readonly<{ on: LocalDate; total: number }>[];
}>;
