import type { LocalDate } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { closeGate, gateHolds, type Gate } from './gate.js';
import type { GateActor } from './gate-criterion.js';
import type { Stage } from './stage.js';

export type StagePlacement = Readonly<{ stage: Stage; gates: readonly Gate[] }>;
export type MoveGap = 'not_the_next_stage' | 'gate_not_open';

/** One stage ahead, and only through a gate that is open and not due for review (STAGE-03). */
export function stepAhead(
  placement: StagePlacement,
  to: Stage,
  today: LocalDate,
): Result<StagePlacement, readonly MoveGap[]> {
  if (to !== placement.stage + 1) return refuse(['not_the_next_stage']);
  const opened = [2, 3]
    .filter((stage) => stage <= to)
    .every((stage) => placement.gates.some((gate) => gate.to === stage && gateHolds(gate, today)));
  return opened ? ok({ ...placement, stage: to }) : refuse(['gate_not_open']);
}

/**
 * Back to an earlier stage, at once and without a reason, by one therapist or either person (STAGE-04). The gates
 * above that stage close with it, so that going ahead again asks for a new decision.
 */
export function stepBack(
  placement: StagePlacement,
  to: Stage,
  by: GateActor,
  now: Date,
): Result<StagePlacement, readonly ['not_an_earlier_stage']> {
  if (to >= placement.stage) return refuse(['not_an_earlier_stage']);
  const gates = placement.gates.map((gate) => (gate.to > to ? closeGate(gate, by, now) : gate));
  return ok({ stage: to, gates });
}
