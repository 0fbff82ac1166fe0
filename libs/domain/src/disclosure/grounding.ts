import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { fixedTerms } from './settings.js';

/** One grounding exercise in the partner's log; `skill` names the exercise, not what was felt. */
export type GroundingEntry = Readonly<{ on: LocalDate; skill: string; recoveryNoted: boolean }>;

export type GroundingEvidence = Readonly<{ entries: number; skills: number; enough: boolean }>;

/**
 * What the log shows for B5 (FTD-25): entries of the last 14 days, today included, in which recovery from the peak
 * was noted, and how many skills they name. Six entries of two skills are enough.
 */
export function groundingEvidence(log: readonly GroundingEntry[], today: LocalDate): GroundingEvidence {
  const counted = log.filter(({ on, recoveryNoted }) => {
    const age = daysBetween(on, today);
    return recoveryNoted && age >= 0 && age < fixedTerms.groundingDays;
  });
  const skills = new Set(counted.map(({ skill }) => skill)).size;
  const enough = counted.length >= fixedTerms.groundingEntries && skills >= fixedTerms.groundingSkills;
  return { entries: counted.length, skills, enough };
}
