import type { Track } from '../access/roles.js';
import type { CalendarException } from '../homework/adherence.js';
import type { Lateness } from '../homework/lateness.js';
import type { PredictorCode } from '../homework/template.js';
import type { SourceScores } from '../predictors/composite.js';
import type { SourceWeights } from '../predictors/definition.js';
import { predictors } from '../predictors/predictors.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import type { InstrumentSeries } from './instrument-series.js';
import type { SafetySignal } from './safety-signal.js';

/** Scores of one reading, by the Sunday that closed its window. A predictor that was not asked is absent. */
export type PredictorReading = Readonly<{
  on: LocalDate;
  scores: Readonly<Partial<Record<PredictorCode, SourceScores>>>;
}>;

/** One expected daily check-in of the recovering person. */
export type ExpectedCheckIn = Readonly<{ on: LocalDate; outcome: Lateness | 'skipped' }>;

/** A session that did not take place, and whose absence it was; null when it was the clinic's or a pause. */
export type LostSession = Readonly<{
  on: LocalDate;
  reason: 'late_cancel' | 'no_show' | 'moved' | 'clinic' | 'elected_pause';
  by: Track | null;
}>;

/** A slip on record. `agreedHours` is null while no telling time was agreed; `outcomeAt` while none is recorded. */
export type LoggedSlip = Readonly<{
  at: Date;
  loggedAt: Date;
  agreedHours: number | null;
  toldOn: LocalDate | null;
  outcomeAt: Date | null;
}>;

/** Days of events around which scores move more than they mean (ALERT-13). */
export type TurbulentEvents = Readonly<{
  disclosureOn: LocalDate | null;
  lettersOn: readonly LocalDate[];
  triggerDates: readonly LocalDate[];
}>;

/**
 * Everything the rules look at, for one couple. Scores are those that each person's measurement consent allows:
 * a source that was withdrawn is null, which makes its readings partial (ALERT-11).
 */
export type OffTrackHistory = Readonly<{
  zone: string;
  now: Date;
  /** Monday of week 1. */
  anchor: LocalDate;
  /** Day from which each person is enrolled; null while an invitation was not accepted. */
  enrolledOn: Readonly<Record<Track, LocalDate | null>>;
  weights: Readonly<Record<PredictorCode, SourceWeights>>;
  readings: readonly PredictorReading[];
  /** Sundays of the windows in which a sheet came in, whatever was answered on it. */
  sheetsOn: Readonly<Record<Track, readonly LocalDate[]>>;
  checkIns: readonly ExpectedCheckIn[];
  lostSessions: readonly LostSession[];
  /** Days of the recovering person's calendar that count against nobody. */
  exceptions: readonly CalendarException[];
  slips: readonly LoggedSlip[];
  events: TurbulentEvents;
  addendaOn: readonly LocalDate[];
  foundOutOn: readonly LocalDate[];
  instruments: readonly InstrumentSeries[];
  safety: readonly SafetySignal[];
}>;

const standardWeights = {
  CT: predictors.CT.weights,
  PI: predictors.PI.weights,
  ED: predictors.ED.weights,
  CG: predictors.CG.weights,
  TS: predictors.TS.weights,
} as const;

/** A couple of whom nothing is recorded but enrolment, with the standard weights. */
export function bareHistory(
  start: Pick<OffTrackHistory, 'zone' | 'now' | 'anchor' | 'enrolledOn'>,
): OffTrackHistory {
  return {
    ...start,
    weights: standardWeights,
    readings: [],
    sheetsOn: { RP: [], BP: [] },
    checkIns: [],
    lostSessions: [],
    exceptions: [],
    slips: [],
    events: { disclosureOn: null, lettersOn: [], triggerDates: [] },
    addendaOn: [],
    foundOutOn: [],
    instruments: [],
    safety: [],
  };
}

/** The last local day that is over: what counts whole days is asked up to here, so that nobody is early. */
export function lastWholeDay({ now, zone }: Pick<OffTrackHistory, 'now' | 'zone'>): LocalDate {
  return addDays(localDateOf(now, zone), -1);
}
