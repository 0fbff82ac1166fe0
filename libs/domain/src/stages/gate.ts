import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { GateStep } from './evaluate-gate.js';
import type { GateActor, GateFinding } from './gate-criterion.js';

/** Roles of therapists that sign a gate. */
export type GateSigner = Extract<GateActor, 'T_RP' | 'T_BP' | 'T_C'>;

/** Who signs a gate: each person's own therapist, and the couple therapist where there is one (GATE-08). */
export function requiredSigners(hasCoupleTherapist: boolean): readonly GateSigner[] {
  return hasCoupleTherapist ? ['T_RP', 'T_BP', 'T_C'] : ['T_RP', 'T_BP'];
}

/** One therapist's signature for one role. In a solo practice one person signs each role in turn. */
export type GateSignature = Readonly<{ role: GateSigner; staffId: string; signedAt: Date }>;

/**
 * One person's answer to "I want this and can say no", asked alone (GATE-08). It is for the person and their own
 * therapist; `withdrawnAt` is set the moment they change their mind.
 */
export type GateAgreement = Readonly<{
  track: Track;
  wantsThis: boolean;
  canSayNo: boolean;
  givenAlone: boolean;
  givenAt: Date;
  withdrawnAt: Date | null;
}>;

/**
 * A decision about a step ahead. `reason` refers to sealed words of a clinician and is null where nobody had to
 * give one; `reviewDate` is the last day on which an open gate holds without a new look.
 */
export type Gate = GateStep & GateDecision;
export type GateDecision = Readonly<{
  criteria: readonly GateFinding[];
  requiredSigners: readonly GateSigner[];
  signedBy: readonly GateSignature[];
  validDays: number;
  decision: 'open' | 'closed';
  decidedAt: Date;
  reason: string | null;
  reviewDate: LocalDate;
}>;

/** What the couple reads when a gate has closed, whoever closed it (GATE-09). */
export const steppedBackNotice: LocalizedText = say(
  'Your plan goes back a step for now. Moving back is an ordinary part of the way.',
  'Por ahora el plan vuelve un paso atrás. Volver atrás es una parte normal del camino.',
);

/** True when the gate is open and its review day, included, has not passed. */
export function gateHolds(gate: Gate, today: LocalDate): boolean {
  return gate.decision === 'open' && today <= gate.reviewDate;
}

/** Closing asks for no reason and takes effect at once (GATE-09). A gate that is closed already stays as it is. */
export function closeGate(gate: Gate, _by: GateActor, now: Date): Gate {
  return gate.decision === 'closed' ? gate : { ...gate, decision: 'closed', decidedAt: now, reason: null };
}
