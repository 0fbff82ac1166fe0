import { daysInWeek } from '../shared/durations.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import { groundingEvidence } from './grounding.js';
import { isExcused, type ReadinessItemId } from './readiness-item.js';
import type { DisclosureSnapshot } from './snapshot.js';

type Fact = (snapshot: DisclosureSnapshot, today: LocalDate) => boolean | null;

/** Items that facts on record decide; null where the fact is not on record (FTD-25). */
const facts: Readonly<Partial<Record<ReadinessItemId, Fact>>> = {
  R1: ({ consents }) => consents.RP?.given ?? null,
  B1: ({ consents }) => consents.BP?.given ?? null,
  R2: ({ treatmentSince, settings }, today) =>
    treatmentSince === null
      ? null
      : daysBetween(treatmentSince, today) >= settings.minRpTreatmentWeeks * daysInWeek,
  R3: ({ lastSlipAt, slipTold, settings, zone }, today) => {
    if (lastSlipAt === undefined) return null;
    if (lastSlipAt === null || slipTold === true) return true;
    return daysBetween(localDateOf(lastSlipAt, zone), today) >= settings.minDaysSinceLastSlip;
  },
  S1: ({ releasesSigned }) => releasesSigned,
  B5: ({ grounding }, today) => (grounding === null ? null : groundingEvidence(grounding, today).enough),
};

/** Weeks of treatment, days since a slip, consents, releases and log as they are; null where the item rests on its mark alone. */
export function factOf(id: ReadinessItemId, snapshot: DisclosureSnapshot, now: Date): boolean | null {
  return facts[id]?.(snapshot, localDateOf(now, snapshot.zone)) ?? null;
}

/**
 * Whether a readiness item is met (FTD-03). A fact that speaks against it is stronger than a mark "met"; only a
 * valid exception stands above the fact. Where facts are enough by themselves (weeks and days), no mark is needed.
 */
export function itemIsMet(id: ReadinessItemId, snapshot: DisclosureSnapshot, now: Date): boolean {
  const mark = snapshot.readiness[id];
  if (isExcused(id, mark)) return true;
  const fact = factOf(id, snapshot, now);
  if (fact === false) return false;
  const marked = mark?.status === 'met';
  return marked || (fact === true && (id === 'R2' || id === 'R3') && mark === undefined);
}
