import {
  alertLimits,
  bareHistory,
  countsForBehaviour,
  latenessOf,
  localDateOf,
  lostPlaces,
  partnerTellingHours,
  predictorCodes,
  type LocalDate,
  type LoggedSlip,
  type OffTrackHistory,
  type PredictorReading,
} from '@trellis/domain';
import type { SlipFact } from '../predictors.repository.js';
import { scoredReading, windowsOf, type MeasuredFacts, type ScoredReading } from '../scored-readings.js';
import type { CoupleMeasures, MeasuredSlip } from './couple-measures.js';

/** The readings of all five predictors, by fortnight. */
export interface ScoredFortnight {
  readonly on: LocalDate;
  readonly readings: Readonly<Record<(typeof predictorCodes)[number], ScoredReading>>;
}

/** Every fortnight that has ended by `now`, oldest first. */
export function scoredFortnights(measures: CoupleMeasures, now: Date): readonly ScoredFortnight[] {
  const facts: MeasuredFacts = { ...measures, slips: measures.slips.flatMap(known) };
  return windowsOf(measures, measures.ratings, now).map((window) => {
    const read = (code: (typeof predictorCodes)[number]): ScoredReading =>
      scoredReading(code, window, measures.timeZone, facts, now);
    return {
      on: window.reading,
      readings: { CT: read('CT'), PI: read('PI'), ED: read('ED'), CG: read('CG'), TS: read('TS') },
    };
  });
}

/** What the off-track rules are asked about. */
export function historyOf(
  measures: CoupleMeasures,
  fortnights: readonly ScoredFortnight[],
  now: Date,
): OffTrackHistory {
  const zone = measures.timeZone;
  const dayOf = (at: string): LocalDate => localDateOf(new Date(at), zone);
  const enrolledOn = { RP: measures.enrolledOn.RP ?? null, BP: measures.enrolledOn.BP ?? null };
  const sheets = (source: 'R' | 'B'): LocalDate[] =>
    measures.sheets.filter((sheet) => sheet.source === source).map(({ on }) => on);
  return {
    ...bareHistory({ zone, now, anchor: measures.anchorOn, enrolledOn }),
    readings: fortnights.map(readingOf),
    sheetsOn: { RP: sheets('R'), BP: sheets('B') },
    checkIns: measures.homework
      .filter(({ code }) => code === 'R01')
      .map(({ on, dueAt, submittedAt, skipped }) => ({
        on,
        outcome: skipped
          ? 'skipped'
          : latenessOf(submittedAt === null ? null : new Date(submittedAt), new Date(dueAt), now),
      })),
    lostSessions: measures.sessions
      .filter(({ kind }) => countsForBehaviour(kind))
      .flatMap(({ places, on }) => lostPlaces(places, on)),
    slips: measures.slips.map((slip) => loggedSlip(slip, dayOf)),
    events: {
      disclosureOn: measures.disclosureAt === null ? null : dayOf(measures.disclosureAt),
      lettersOn: measures.lettersAt.map(dayOf),
      triggerDates: [],
    },
    addendaOn: measures.addendaAt.map(dayOf),
    foundOutOn: measures.slips.flatMap(({ partner, partnerAt }) =>
      partner === 'partner_found_out' && partnerAt !== null ? [dayOf(partnerAt)] : [],
    ),
    safety: measures.risks.map(({ side, at }) => ({ kind: 'risk_item', track: side, at: new Date(at) })),
  };
}

function readingOf({ on, readings }: ScoredFortnight): PredictorReading {
  return {
    on,
    scores: Object.fromEntries(predictorCodes.map((code) => [code, readings[code].scores])),
  };
}

function known({ at, partner, partnerAt, agreed }: MeasuredSlip): SlipFact[] {
  return partner === 'told' || partner === 'partner_found_out' ? [{ at, partner, partnerAt, agreed }] : [];
}

/** Where the couple agreed to leave it untold, that is its outcome. */
function loggedSlip(slip: MeasuredSlip, dayOf: (at: string) => LocalDate): LoggedSlip {
  const { at, loggedAt, partner, partnerAt, agreed } = slip;
  const agreedHours = partnerTellingHours(agreed, alertLimits().tellingHours);
  const settled =
    agreedHours === null || ['told', 'partner_found_out', 'agreement_says_not_this_level'].includes(partner);
  const outcomeAt = settled ? new Date(partnerAt ?? loggedAt) : null;
  return {
    at: new Date(at),
    loggedAt: new Date(loggedAt),
    agreedHours,
    toldOn: partner === 'told' && partnerAt !== null ? dayOf(partnerAt) : null,
    outcomeAt,
  };
}
