import { fractionOfDecimal, gapChipFrom, viewsDiffer } from '@trellis/domain';
import type { ChartEvent, ChartSpan, DyadicReading, DyadicWords } from '@trellis/ui';

type Row = readonly [
  date: string,
  self: number,
  partner: number | null,
  therapist: number,
  carried: boolean,
  behaviour: number | null,
  composite: number,
];

const ROWS: readonly Row[] = [
  ['2025-01-19', 50, 25, 40, false, 57.1, 41.4],
  ['2025-02-02', 55, 35, 50, false, 78.6, 54.1],
  ['2025-02-16', 60, 45, 50, true, 92.9, 62.6],
  ['2025-03-02', 60, 30, 50, false, 80, 53.5],
  ['2025-03-16', 60, null, 50, true, 78.6, 64.7],
  ['2025-03-30', 70, 45, 65, false, null, 57.5],
  ['2025-04-13', 70, 55, 65, true, 92.9, 70.6],
  ['2025-04-27', 75, 65, 70, false, 96.4, 76.9],
  ['2025-05-11', 75, 60, 70, true, 60.7, 64.5],
  ['2025-05-25', 70, 40, 55, false, 28.6, 44.1],
  ['2025-06-08', 70, 50, 55, true, 75, 61.5],
  ['2025-06-22', 80, 65, 70, false, 92.9, 76.6],
];

/** A fictional half-year with a carried, a partial and a not-applicable value in it. */
export const sampleReadings: readonly DyadicReading[] = ROWS.map(
  ([readOn, self, partner, therapist, therapistCarried, behaviour, composite]) => {
    const gap = partner === null ? null : self - partner;
    return {
      readOn,
      self,
      partner,
      therapist,
      therapistCarried,
      behaviour,
      composite,
      partial: partner === null,
      gap,
      viewsDiffer: viewsDiffer(gap === null ? null : fractionOfDecimal(gap)),
    };
  },
);

/** The events of a half-year, each kind once or more. */
export const sampleEvents: readonly ChartEvent[] = [
  { kind: 'session', on: '2025-01-27' },
  { kind: 'session', on: '2025-02-10' },
  { kind: 'slip', on: '2025-02-19' },
  { kind: 'disclosure', on: '2025-03-28' },
  { kind: 'letter', on: '2025-04-17' },
  { kind: 'trigger_date', on: '2025-06-14' },
];

export const sampleSpans: readonly ChartSpan[] = [
  { from: '2025-02-20', through: '2025-03-06' },
  { from: '2025-03-28', through: '2025-05-01' },
];

export const sampleWords: DyadicWords = {
  self: 'Rowan',
  partner: 'Sam',
  therapist: 'Therapist',
  composite: 'Composite',
  behaviour: 'Behaviour',
  behaviourNote: 'records, not ratings',
  baseline: 'baseline 41',
  partial: 'partial',
  carried: 'carried',
  none: 'no answer',
  viewsDiffer: 'Views differ, explore together',
  apart: (points) => `${points.toString()} apart`,
  date: 'Reading',
  gap: 'Rowan minus Sam',
  table: 'Show the numbers',
  reading: 'Reading',
  legendBand: 'uncertainty band',
  legendGap: `Views ${gapChipFrom.toString()} apart or more`,
  events: {
    ...{ session: 'Session', slip: 'Slip', disclosure: 'Disclosure session' },
    ...{ letter: 'Letter', trigger_date: 'Marked date' },
  },
  eventsRow: 'Events',
  turbulence: 'scores move more here',
};
