import { fraction, type Fraction } from '../shared/fraction.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import type { StageThreeFacts, StageTwoFacts } from './gate-facts.js';
import type { IndexWeek } from './index-course.js';

/** A day in the week of Monday 9 June 2025, on which the sample facts meet both gates. For proofs and tests. */
export const sampleDay: LocalDate = asLocalDate('2025-06-13');

/** Index weeks that end with the week of the sample day. Scores oldest first. */
export function sampleWeeks(scores: readonly (Fraction | null)[]): readonly IndexWeek[] {
  const newest = asLocalDate('2025-06-09');
  return scores.map((score, n) => ({ week: addDays(newest, (n + 1 - scores.length) * 7), score }));
}

const safety = { concernOpen: false, statedOn: addDays(sampleDay, -28), screen: 'negative' } as const;
const risk = { on: addDays(sampleDay, -28), acute: false };

export const sampleStageTwo: StageTwoFacts = {
  safety: { RP: safety, BP: safety },
  lastSlip: { on: addDays(sampleDay, -28), toldInTime: false },
  undisclosedMaterial: false,
  risk: { RP: risk, BP: risk },
  disclosure: {
    at: 'aftercare_or_later',
    sessionEndedOn: addDays(sampleDay, -14),
    clinicalNote: false,
  },
  accountabilitySince: addDays(sampleDay, -28),
  timeOutTests: 1,
  partnerOwnSupport: true,
  checkIns: { done: fraction(196, 10), expected: 28 },
  groundingDrops: [0, 2, 2, 2, 2, 2, 2],
  partnerTransparency: fraction(40),
  sleepNights: { RP: 5, BP: 5 },
  agreesOnPurpose: { RP: true, BP: true },
};

const calmWeeks = sampleWeeks([fraction(100), fraction(60), fraction(60), fraction(60)]);

export const sampleStageThree: StageThreeFacts = {
  safety: { RP: safety, BP: safety },
  lastSlip: { on: addDays(sampleDay, -60), toldInTime: true },
  undisclosedMaterial: false,
  earlierGate: { open: true, reviewDate: sampleDay },
  holdOpen: false,
  fearAnswers: { RP: [], BP: [{ on: addDays(sampleDay, -181), resolvedOn: null }] },
  index: { RP: calmWeeks, BP: calmWeeks },
  disclosureSequence: 'finished',
  symptoms: {
    measuredOn: addDays(sampleDay, -28),
    comparedWith: addDays(sampleDay, -84),
    reliablyWorse: false,
  },
  lastTouchDistress: addDays(sampleDay, -28),
  stopRehearsals: { RP: 1, BP: 1 },
  honoredNos: { RP: 2, BP: 2 },
  dialogues: {
    completed: 3,
    heard: [
      { RP: 0, BP: 0 },
      { RP: 3, BP: 4 },
      { RP: 4, BP: 3 },
    ],
  },
  healthInformation: 'not_relevant',
  painReferral: 'none_known',
  talkedAlone: { RP: true, BP: true },
  freeOfSubstances: { RP: true, BP: true },
  touchAgreementSigned: { RP: true, BP: true },
  affectionComfortable: { RP: true, BP: true },
  dailyConnections: 8,
  empathyRatings: { RP: fraction(55), BP: fraction(55) },
  differencesTalked: true,
};
