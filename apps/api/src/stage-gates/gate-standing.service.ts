import { Injectable } from '@nestjs/common';
import {
  asLocalDate,
  evaluateGate,
  gateSettingValues,
  localDateOf,
  openGate,
  requiredSigners,
  type Compartment,
  type Gate,
  type GateAgreement,
  type GateEvaluation,
  type GateGap,
  type GateSigner,
  type Result,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import type { GateCalendar } from './gate-facts.js';
import { GateFactsRepository, type FactsOnRecord } from './gate-facts.repository.js';
import { stageThreeFacts } from './stage-three-facts.js';
import { stageTwoFacts } from './stage-two-facts.js';
import {
  StageGatesRepository,
  type CoupleRow,
  type GateRow,
  type SignatureRow,
} from './stage-gates.repository.js';

export const gateTerms = gateSettingValues();
export const signerOf: Readonly<Record<Compartment, GateSigner>> = { RP: 'T_RP', BP: 'T_BP', JOINT: 'T_C' };

/** One gate as it stands now: what is in place, and whether it would open. */
export interface StandingGate {
  readonly to: 2 | 3;
  readonly row: GateRow | null;
  readonly evaluation: GateEvaluation;
  readonly opening: Result<Gate, readonly GateGap[]>;
  readonly signers: readonly GateSigner[];
  readonly signatures: readonly SignatureRow[];
}

export interface GatesStanding {
  readonly couple: CoupleRow;
  readonly rows: readonly GateRow[];
  readonly found: FactsOnRecord;
  readonly calendar: GateCalendar;
  readonly gates: readonly StandingGate[];
}

/** Judges both gates of a couple by what is on record at this moment. Needs an open unit of work of a therapist. */
@Injectable()
export class GateStandingService {
  constructor(
    private readonly rows: StageGatesRepository,
    private readonly facts: GateFactsRepository,
    private readonly clock: Clock,
  ) {}

  async of(grant: CaseGrant): Promise<GatesStanding> {
    const now = this.clock.now();
    const calendar = { now, timeZone: grant.timeZone, today: localDateOf(now, grant.timeZone) };
    const [couple, rows] = [await this.rows.couple(grant), await this.rows.gates(grant)];
    const [found, signatures] = [await this.facts.of(grant), await this.rows.signatures(grant)];
    const gates = ([2, 3] as const).map((to) => standing({ to, rows, found, signatures, calendar }));
    return { couple, rows, found, calendar, gates };
  }
}

interface Judged {
  readonly to: 2 | 3;
  readonly rows: readonly GateRow[];
  readonly found: FactsOnRecord;
  readonly signatures: readonly SignatureRow[];
  readonly calendar: GateCalendar;
}

function standing({ to, rows, found, signatures, calendar }: Judged): StandingGate {
  const evaluation = evaluateGate(
    to === 2
      ? { from: 1, to: 2, facts: stageTwoFacts(found, calendar) }
      : { from: 2, to: 3, facts: stageThreeFacts(found, earlierGate(rows), calendar) },
    calendar.today,
    gateTerms,
  );
  const signers = requiredSigners(found.jointTherapist);
  const since = lastClosed(rows, to);
  const counted = signatures.filter(
    (one) => one.to_stage === to && (since === null || one.signed_at > since),
  );
  const opening = openGate(
    {
      evaluation,
      agreements: agreementsTo(found, to, since),
      signatures: counted.map(({ side, staff_id, signed_at }) => ({
        ...{ role: signerOf[side], staffId: staff_id, signedAt: signed_at },
      })),
      requiredSigners: signers,
      settings: gateTerms,
    },
    calendar.now,
    calendar.timeZone,
  );
  const row = rows.find((one) => one.to_stage === to && one.closed_at === null) ?? null;
  return { to, row, evaluation, opening, signers, signatures: counted };
}

/** Undefined where gate 1 to 2 was never opened here. */
function earlierGate(
  rows: readonly GateRow[],
): { open: boolean; reviewDate: ReturnType<typeof asLocalDate> } | undefined {
  const newest = rows.find(({ to_stage }) => to_stage === 2);
  if (newest === undefined) return undefined;
  return { open: newest.closed_at === null, reviewDate: asLocalDate(newest.review_on) };
}

/** Going ahead again after a way back asks for new answers and signatures (STAGE-04). */
export function lastClosed(
  rows: readonly { readonly to_stage: number; readonly closed_at: Date | null }[],
  to: number,
): Date | null {
  const moments = rows.flatMap((one) => (one.to_stage === to && one.closed_at ? [one.closed_at] : []));
  return moments.length === 0 ? null : new Date(Math.max(...moments.map((at) => at.getTime())));
}

function agreementsTo(
  { agreements }: FactsOnRecord,
  to: number,
  since: Date | null,
): readonly GateAgreement[] {
  return agreements
    .filter((one) => one.to === to && (since === null || new Date(one.at) > since))
    .map(({ side, answer, canSayNo, alone, at, withdrawnAt }) => ({
      ...{ track: side, wantsThis: answer === 'yes', canSayNo, givenAlone: alone, givenAt: new Date(at) },
      withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
    }));
}
