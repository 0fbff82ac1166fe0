import type { AssessmentRowView, ReadinessFactView, ReadinessSideView } from '@trellis/contracts';
import {
  addDays,
  asLocalDate,
  contraindications,
  effectsOfAssessments,
  fixedTerms,
  groundingEvidence,
  hardContraindicationIds,
  localDateOf,
  type DisclosureSnapshot,
  type LocalDate,
} from '@trellis/domain';
import type { ConsentRow } from './own-consent.repository.js';
import type { RecordRow } from './readiness-record.repository.js';

export interface SideSeen {
  readonly side: 'RP' | 'BP';
  readonly snapshot: DisclosureSnapshot;
  readonly records: readonly RecordRow[];
  readonly consent: ConsentRow | null;
  readonly wordsOf: readonly string[];
  readonly zone: string;
  readonly now: Date;
}

/** What is on record about one person, with the last day on which each thing counts. */
export function sideView(seen: SideSeen): ReadinessSideView {
  const { side, snapshot, now, zone } = seen;
  const today = localDateOf(now, zone);
  const effects = effectsOfAssessments(snapshot, now);
  return {
    side,
    consent: seen.consent === null ? null : consentView(seen.consent, zone, today),
    assessments: contraindications.map(({ id, level }) => assessmentView(seen, id, level, today)),
    facts: seen.records
      .filter((record) => record.side === side && record.kind !== 'contraindication')
      .map((record) => factView(record, seen, today)),
    grounding:
      side === 'BP' && snapshot.grounding !== null ? groundingEvidence(snapshot.grounding, today) : null,
    hasWords: seen.wordsOf.includes(side),
    asks: effects.asks
      .filter((ask) => ask.side === side && !ask.by.includes('SYSTEM'))
      .map(({ event, by, contraindication }) => ({ event, by: [...by], condition: contraindication })),
    needs: effects.needs
      .filter((need) => need.side === side)
      .map(({ kind, contraindication }) => ({ kind, condition: contraindication })),
  };
}

/** The answer that counts now; a yes holds 90 calendar days, its own day the first. */
export function consentView(
  { answer, answered_at, text_version, revoked_at }: ConsentRow,
  zone: string,
  today: LocalDate,
): NonNullable<ReadinessSideView['consent']> {
  const until =
    answer === 'yes' ? addDays(localDateOf(answered_at, zone), fixedTerms.consentValidDays - 1) : null;
  return {
    answer,
    at: answered_at.toISOString(),
    textVersion: text_version,
    takenBackAt: revoked_at?.toISOString() ?? null,
    validUntil: until,
    expired: until !== null && until < today,
  };
}

function assessmentView(
  { side, records }: SideSeen,
  condition: string,
  level: string,
  today: LocalDate,
): AssessmentRowView {
  const found = records.find((record) => record.side === side && record.topic === condition);
  const ends = hardContraindicationIds.some((id) => id === condition);
  const until =
    found === undefined || !ends ? null : addDays(asLocalDate(found.on_day), fixedTerms.screeningValidDays);
  return {
    ...{ condition, level },
    present: found === undefined ? null : found.outcome === 'present',
    on: found?.on_day ?? null,
    byName: found?.by_name ?? null,
    validUntil: until,
    expired: until !== null && until < today,
  };
}

function factView(
  { kind, outcome, on_day, by_name, happened_at }: RecordRow,
  { snapshot, zone }: SideSeen,
  today: LocalDate,
): ReadinessFactView {
  const until =
    kind === 'risk_screen'
      ? addDays(localDateOf(happened_at, zone), snapshot.settings.riskScreenValidDays)
      : null;
  return {
    ...{ kind, outcome, on: on_day, byName: by_name },
    validUntil: until,
    expired: until !== null && until < today,
  };
}
