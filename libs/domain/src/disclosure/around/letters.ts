import { addDays, daysBetween, type LocalDate } from '../../shared/local-date.js';
import { localDateOf } from '../../shared/zoned-time.js';
import type { GuardId } from '../guard-ids.js';
import { fixedTerms, type DisclosureSettingValues } from '../settings.js';
import type { LetterFacts } from '../snapshot.js';
import type { DisclosureState } from '../states.js';

/** The impact letter is the partner's; the restitution letter answers it and is the recovering person's. */
export const letterKinds = ['impact', 'restitution'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a decision about a letter rests on. `riskOpen` null: nobody has looked. */
export type LetterQuestion = Readonly<{
  state: DisclosureState;
  zone: string;
  letters: LetterFacts;
  sessionEndedAt: Date | null;
  riskOpen: boolean | null;
  settings: Pick<DisclosureSettingValues, 'impactLetterEarliestDays' | 'restitutionEarliestDaysAfterImpact'>;
}>;

export type LetterGap = Extract<
  GuardId,
  | 'state_reached'
  | 'impact_wanted'
  | 'no_hard_risk'
  | 'impact_earliest'
  | 'impact_approved'
  | 'listening_rehearsed'
  | 'opt_out_recorded'
  | 'restitution_earliest'
  | 'restitution_approved'
  | 'restitution_safe'
>;

/**
 * The first local day on which a letter may be read aloud; null while what it counts from has not been (FTD-53).
 * With an opt-out the restitution letter counts from the session.
 */
export function letterEarliest(
  kind: LetterKind,
  { letters, sessionEndedAt, settings, zone }: LetterQuestion,
): LocalDate | null {
  const afterSession = kind === 'impact' || letters.impactOptedOut;
  const from = afterSession ? sessionEndedAt : letters.impactDeliveredAt;
  const days =
    kind === 'impact' ? settings.impactLetterEarliestDays : settings.restitutionEarliestDaysAfterImpact;
  return from && addDays(localDateOf(from, zone), days);
}

/** What is missing before work on a letter may open (FTD-53, clinical brief 1.10). Empty: it may. */
export function letterOpeningGaps(kind: LetterKind, question: LetterQuestion): readonly LetterGap[] {
  const { state, letters, riskOpen } = question;
  if (kind === 'impact') {
    return gapsOf([
      ['state_reached', state === 'AFTERCARE'],
      ['impact_wanted', letters.impactWanted && !letters.impactOptedOut],
      ['no_hard_risk', riskOpen === false],
    ]);
  }
  const optedOut = state === 'AFTERCARE';
  return gapsOf([
    ['state_reached', optedOut || state === 'IMPACT_DELIVERED'],
    ['opt_out_recorded', !optedOut || letters.impactOptedOut],
  ]);
}

/** What is missing before a letter may be read aloud on the day of `now` (FTD-53). Empty: it may. */
export function letterDeliveryGaps(
  kind: LetterKind,
  question: LetterQuestion,
  now: Date,
): readonly LetterGap[] {
  const { state, letters, riskOpen } = question;
  const earliest = letterEarliest(kind, question);
  const timeHasCome = earliest !== null && daysBetween(earliest, localDateOf(now, question.zone)) >= 0;
  if (kind === 'impact') {
    return gapsOf([
      ['state_reached', state === 'IMPACT_PREP'],
      ['impact_earliest', timeHasCome],
      ['impact_approved', letters.impactApprovedByPartnerTherapist],
      ['listening_rehearsed', letters.listeningRehearsed],
      ['no_hard_risk', riskOpen === false],
    ]);
  }
  return gapsOf([
    ['state_reached', state === 'RESTITUTION_PREP'],
    ['restitution_earliest', timeHasCome],
    ['restitution_approved', letters.restitutionApproved],
    ['restitution_safe', letters.restitutionSafeToHear],
  ]);
}

function gapsOf(checks: readonly (readonly [LetterGap, boolean])[]): readonly LetterGap[] {
  return checks.filter(([, met]) => !met).map(([gap]) => gap);
}

/** Times of calm after something hard, in which figures are read with care (FTD-54). Both days belong to it. */
export type DisclosureTurbulence = Readonly<{
  of: 'session' | LetterKind;
  from: LocalDate;
  to: LocalDate;
}>;

/** The window that a moment opens: 21 days for the session, 14 for a letter, on the calendar (FTD-54). */
export function turbulenceWindow(
  of: DisclosureTurbulence['of'],
  at: Date,
  zone: string,
  { turbulenceWindowDays }: Pick<DisclosureSettingValues, 'turbulenceWindowDays'>,
): DisclosureTurbulence {
  const from = localDateOf(at, zone);
  const days = of === 'session' ? turbulenceWindowDays : fixedTerms.letterTurbulenceDays;
  return { of, from, to: addDays(from, days) };
}

/** Whether the day lies in any of the windows. */
export function inTurbulence(day: LocalDate, windows: readonly DisclosureTurbulence[]): boolean {
  return windows.some(({ from, to }) => daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0);
}
