import type { Compartment } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import type { StageThreeFacts, StageTwoFacts } from './gate-facts.js';
import type { GateContext, GateCriterion, GateFinding } from './gate-criterion.js';
import type { GateSettingValues } from './gate-settings.js';
import { stageThreeCriteria } from './gate-three-advice.js';
import { stageTwoCriteria } from './gate-two-criteria.js';

/** The two steps ahead that a gate guards. */
export type GateStep = Readonly<{ from: 1; to: 2 } | { from: 2; to: 3 }>;

/**
 * What is in place on a day. It recommends or blocks for review; only people open a gate (GATE-05). `softNeeded`
 * is 0 where SOFT items advise only.
 */
export type GateEvaluation = Readonly<{
  step: GateStep;
  on: LocalDate;
  findings: readonly GateFinding[];
  softMet: number;
  softNeeded: number;
  recommended: boolean;
}>;

export type GateQuestion = Readonly<
  { from: 1; to: 2; facts: StageTwoFacts } | { from: 2; to: 3; facts: StageThreeFacts }
>;

function judgeAll<Facts>(
  criteria: readonly GateCriterion<Facts>[],
  facts: Facts,
  context: GateContext,
): readonly GateFinding[] {
  return criteria.map(({ id, item, level, side, who, whatWouldMeetIt, judge }) => {
    const { met, evidence } = judge(facts, context);
    return { criterion: id, item, level, met, evidence, side, whatWouldMeetIt, who };
  });
}

/** SOFT items that are met. An item that asks about each person counts once, when both meet it (GATE-06). */
function softItemsMet(findings: readonly GateFinding[]): number {
  const soft = findings.filter(({ level }) => level === 'soft');
  const items = [...new Set(soft.map(({ item }) => item))];
  return items.filter((item) => soft.every((finding) => finding.item !== item || finding.met)).length;
}

/** Judges every criterion of a gate on a calendar day of the couple's zone. */
export function evaluateGate(
  question: GateQuestion,
  today: LocalDate,
  settings: GateSettingValues,
): GateEvaluation {
  const context = { today, settings };
  const findings =
    question.from === 1
      ? judgeAll(stageTwoCriteria, question.facts, context)
      : judgeAll(stageThreeCriteria, question.facts, context);
  const step: GateStep = question.from === 1 ? { from: 1, to: 2 } : { from: 2, to: 3 };
  const softMet = softItemsMet(findings);
  const softNeeded = question.from === 1 ? settings.softNeeded : 0;
  const hardMet = findings.every(({ level, met }) => level === 'soft' || met);
  return { step, on: today, findings, softMet, softNeeded, recommended: hardMet && softMet >= softNeeded };
}

/**
 * The evaluation as one reader may see it (GATE-14): people in treatment and admins see no criterion; a therapist
 * sees every title, and evidence only of the sides on which they are assigned.
 */
export function evaluationFor(
  evaluation: GateEvaluation,
  reader: 'person' | 'admin' | readonly Compartment[],
): GateEvaluation {
  if (typeof reader === 'string' || reader.length === 0)
    return { ...evaluation, findings: [], softMet: 0, recommended: false };
  const findings = evaluation.findings.map((finding) =>
    isFor(finding, reader) ? finding : { ...finding, evidence: {} },
  );
  return { ...evaluation, findings };
}

function isFor({ side }: Readonly<{ side: Compartment }>, reader: readonly Compartment[]): boolean {
  return side === 'JOINT' || reader.includes(side);
}
