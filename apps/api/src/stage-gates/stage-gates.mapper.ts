import type {
  CaseStageGatesView,
  GateAgreementView,
  GateCriterionView,
  GateEventView,
  GateSignatureView,
  GateView,
} from '@trellis/contracts';
import {
  evaluationFor,
  gapsFor,
  roundHalfAway,
  tracks,
  type Compartment,
  type GateFinding,
  type GateGap,
} from '@trellis/domain';
import type { FactsOnRecord } from './gate-facts.repository.js';
import { indexScore } from './gate-facts.js';
import type { FactRow, IndexRow } from './gate-records.repository.js';
import { signerOf, type GatesStanding, type StandingGate } from './gate-standing.service.js';
import type { GateRow } from './stage-gates.repository.js';

type Sides = readonly Compartment[];

/** One gate as a therapist of these sides may see it (GATE-14). */
export function toGate(
  gate: StandingGate,
  { couple, found, calendar }: GatesStanding,
  sides: Sides,
): GateView {
  const { to, row, evaluation, opening } = gate;
  const shown = evaluationFor(evaluation, sides);
  const gaps = gapsFor(opening.ok ? [] : opening.refusal, sides);
  return {
    to,
    standing: row === null ? 'closed' : calendar.today <= row.review_on ? 'open' : 'due_for_review',
    openedAt: row?.opened_at.toISOString() ?? null,
    reviewOn: row?.review_on ?? null,
    recommended: shown.recommended,
    softMet: shown.softMet,
    softNeeded: shown.softNeeded,
    criteria: shown.findings.map(toCriterion),
    agreements: tracks.map((side) => toAgreement(side, to, gaps, found, sides)),
    signatures: (['RP', 'BP', 'JOINT'] as const)
      .filter((side) => gate.signers.includes(signerOf[side]))
      .map((side) => toSignature(side, gate, gaps, sides)),
    mayOpen: opening.ok && couple.stage >= to - 1,
  };
}

function toCriterion(finding: GateFinding): GateCriterionView {
  const { criterion, item, level, side, met, whatWouldMeetIt, who, evidence } = finding;
  return {
    ...{ criterion, item, level, side, met, who },
    title: whatWouldMeetIt,
    evidence: Object.entries(evidence).map(([name, value]) => ({ name, value: String(value) })),
  };
}

/** Of the other side no more than whether the answer is there. */
function toAgreement(
  side: 'RP' | 'BP',
  to: number,
  gaps: readonly GateGap[],
  { agreements }: FactsOnRecord,
  sides: Sides,
): GateAgreementView {
  const gap = gaps.find((one) => one.kind === 'agreement' && one.side === side);
  const given = agreements.find((one) => one.side === side && one.to === to);
  return {
    side,
    standing: gap?.kind === 'agreement' ? gap.problem : 'given',
    answeredAt: sides.includes(side) && given !== undefined ? new Date(given.at).toISOString() : null,
  };
}

function toSignature(
  side: Compartment,
  gate: StandingGate,
  gaps: readonly GateGap[],
  sides: Sides,
): GateSignatureView {
  const gap = gaps.find((one) => one.kind === 'signature' && one.role === signerOf[side]);
  const signed = gate.signatures.find((one) => one.side === side);
  return {
    side,
    standing: gap?.kind === 'signature' ? gap.problem : 'signed',
    name: signed?.name ?? null,
    signedAt: signed?.signed_at.toISOString() ?? null,
    maySign: sides.includes(side),
  };
}

/** The office reads days, the team names; who closed it is told on the side that it came from. */
export function toEvent(row: GateRow, forOffice: boolean): GateEventView {
  return {
    id: row.id,
    to: row.to_stage,
    openedAt: row.opened_at.toISOString(),
    openedBy: forOffice ? null : row.opened_by_name,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedFrom: row.closed_from,
    hasReason: row.has_reason,
    reviewOn: row.review_on,
  };
}

export function toFact(row: FactRow): CaseStageGatesView['facts'][number] {
  const { id, kind, side, outcome, by_name, has_note } = row;
  return {
    ...{ id, kind, side, outcome, amounts: [...row.amounts], on: row.on_day },
    ...{ comparedWith: row.compared_with, byName: by_name, hasNote: has_note },
  };
}

export function toIndexWeek(row: IndexRow): CaseStageGatesView['index'][number] {
  const score = indexScore(row);
  const { id, side, week, alarm } = row;
  return { id, side, week, alarm, score: score === null ? null : roundHalfAway(score) };
}
