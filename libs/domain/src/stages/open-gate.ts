import type { Compartment, Track } from '../access/roles.js';
import { hourMs } from '../shared/durations.js';
import { addDays, daysBetween } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { localDateOf } from '../shared/zoned-time.js';
import type { GateEvaluation } from './evaluate-gate.js';
import type { GateFinding } from './gate-criterion.js';
import type { GateSettingValues } from './gate-settings.js';
import type { Gate, GateAgreement, GateSignature, GateSigner } from './gate.js';

/** One thing that keeps a gate from opening. */
export type GateGap = Readonly<
  | { kind: 'criterion'; finding: GateFinding }
  | { kind: 'soft_items'; met: number; needed: number }
  | { kind: 'evaluation_of_another_day' }
  | {
      kind: 'agreement';
      side: Track;
      problem: 'missing' | 'not_free' | 'not_alone' | 'withdrawn' | 'too_old';
    }
  | { kind: 'signature'; role: GateSigner; problem: 'missing' | 'too_old' }
>;

export type GateOpening = Readonly<{
  evaluation: GateEvaluation;
  agreements: readonly GateAgreement[];
  signatures: readonly GateSignature[];
  requiredSigners: readonly GateSigner[];
  settings: GateSettingValues;
}>;

/**
 * Opens a gate when every HARD criterion is met, enough SOFT items are, each person has agreed alone and lately,
 * and every signer has signed (GATE-08). The refusal lists everything that is missing at once. Days are days of
 * the couple's zone, the age of an agreement is counted in elapsed hours.
 */
export function openGate(opening: GateOpening, now: Date, zone: string): Result<Gate, readonly GateGap[]> {
  const { evaluation, signatures, settings } = opening;
  const gaps = [
    ...criterionGaps(evaluation),
    ...(evaluation.on === localDateOf(now, zone) ? [] : [{ kind: 'evaluation_of_another_day' } as const]),
    ...(['RP', 'BP'] as const).flatMap((track) => agreementGaps(opening, track, now)),
    ...opening.requiredSigners.flatMap((role) => signatureGaps(opening, role, now, zone)),
  ];
  if (gaps.length > 0) return refuse(gaps);
  const validDays = evaluation.step.from === 1 ? settings.validDaysStage2 : settings.validDaysStage3;
  return ok({
    ...evaluation.step,
    criteria: evaluation.findings,
    requiredSigners: opening.requiredSigners,
    signedBy: signatures.filter(({ role }) => opening.requiredSigners.includes(role)),
    validDays,
    decision: 'open',
    decidedAt: now,
    reason: null,
    reviewDate: addDays(evaluation.on, validDays),
  });
}

function criterionGaps({ findings, softMet, softNeeded }: GateEvaluation): readonly GateGap[] {
  const unmet = findings.filter(({ level, met }) => level === 'hard' && !met);
  return [
    ...unmet.map((finding) => ({ kind: 'criterion', finding }) as const),
    ...(softMet < softNeeded ? [{ kind: 'soft_items', met: softMet, needed: softNeeded } as const] : []),
  ];
}

/** The latest answer of the person counts; one given later than now does not. */
function agreementGaps(opening: GateOpening, side: Track, now: Date): readonly GateGap[] {
  const [latest] = opening.agreements
    .filter(({ track, givenAt }) => track === side && givenAt <= now)
    .sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime());
  const { settings, evaluation } = opening;
  const hours = evaluation.step.from === 1 ? settings.agreementHoursStage2 : settings.agreementHoursStage3;
  const problem = agreementProblem(latest, hours, now);
  return problem ? [{ kind: 'agreement', side, problem }] : [];
}

function agreementProblem(
  agreement: GateAgreement | undefined,
  hours: number,
  now: Date,
): Extract<GateGap, { kind: 'agreement' }>['problem'] | null {
  if (!agreement) return 'missing';
  if (agreement.withdrawnAt) return 'withdrawn';
  if (!agreement.wantsThis || !agreement.canSayNo) return 'not_free';
  if (!agreement.givenAlone) return 'not_alone';
  return now.getTime() - agreement.givenAt.getTime() > hours * hourMs ? 'too_old' : null;
}

function signatureGaps(opening: GateOpening, role: GateSigner, now: Date, zone: string): readonly GateGap[] {
  const ages = opening.signatures
    .filter((signature) => signature.role === role && signature.signedAt <= now)
    .map(({ signedAt }) => daysBetween(localDateOf(signedAt, zone), localDateOf(now, zone)));
  if (ages.length === 0) return [{ kind: 'signature', role, problem: 'missing' }];
  const recent = Math.min(...ages) <= opening.settings.signatureDays;
  return recent ? [] : [{ kind: 'signature', role, problem: 'too_old' }];
}

/**
 * The gaps as one therapist may see them (GATE-14): of the other side's agreement only that it is missing, of the
 * other side's criteria no evidence. A person in treatment or an admin sees none.
 */
export function gapsFor(
  gaps: readonly GateGap[],
  reader: 'person' | 'admin' | readonly Compartment[],
): readonly GateGap[] {
  if (typeof reader === 'string' || reader.length === 0) return [];
  return gaps.map((gap) => {
    if (gap.kind === 'agreement' && !reader.includes(gap.side)) return { ...gap, problem: 'missing' };
    if (gap.kind !== 'criterion' || gap.finding.side === 'JOINT' || reader.includes(gap.finding.side))
      return gap;
    return { ...gap, finding: { ...gap.finding, evidence: {} } };
  });
}
