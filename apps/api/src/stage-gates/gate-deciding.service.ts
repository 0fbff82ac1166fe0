import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseStageGatesView } from '@trellis/contracts';
import { gapsFor, type Compartment, type GateFinding, type GateGap } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { GateStandingService } from './gate-standing.service.js';
import { StageGatesRepository } from './stage-gates.repository.js';
import { StageGatesService } from './stage-gates.service.js';

/** Signing and opening gates. People decide; the judgement of the criteria only blocks. */
@Injectable()
export class GateDecidingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly standings: GateStandingService,
    private readonly rows: StageGatesRepository,
    private readonly reading: StageGatesService,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError not_found for a gate that there is not, or a side that the asker does not hold. */
  async sign(coupleId: string, gate: string, side: Compartment): Promise<CaseStageGatesView> {
    const toStage = stageNamed(gate);
    return this.work.run(async () => {
      const grant = await this.require(coupleId);
      if (!grant.mySides.includes(side)) throw notFound();
      const { calendar, gates } = await this.standings.of(grant);
      if (side === 'JOINT' && gates[0]?.signers.includes('T_C') !== true) throw notFound();
      const id = randomUUID();
      await this.rows.sign(grant, { id, toStage, side, by: currentActor().id, at: calendar.now });
      await this.record(grant, 'stage_gate.sign');
      return this.reading.view(grant);
    });
  }

  /**
   * Opens the gate, and takes the couple one stage ahead. For a stage that was reached before it is the new look that
   * is due for review, and the stage stays.
   * @throws AppError not_found, version_stale, gate_refused with everything that is missing, as the asker may know it.
   */
  async open(coupleId: string, gate: string, version: number): Promise<CaseStageGatesView> {
    const toStage = stageNamed(gate);
    return this.work.run(async () => {
      const grant = await this.require(coupleId);
      const { couple, calendar, gates } = await this.standings.of(grant);
      const standing = gates.find(({ to }) => to === toStage);
      if (standing === undefined) throw notFound();
      const { opening } = standing;
      if (!opening.ok) throw refused(gapsFor(opening.refusal, grant.mySides));
      if (couple.stage < toStage - 1) throw new AppError('gate_refused', { missing: ['not_the_next_stage'] });
      const stage = Math.max(couple.stage, toStage);
      if (!(await this.rows.place(grant, stage, calendar.today, version)))
        throw new AppError('version_stale');
      if (standing.row !== null) await this.rows.end(grant, toStage, calendar.now);
      const { criteria, validDays, reviewDate } = opening.value;
      const opened = { id: randomUUID(), toStage, openedBy: currentActor().id, validDays };
      await this.rows.open(grant, { ...opened, reviewOn: reviewDate }, calendar.now, bySide(criteria));
      await this.record(grant, 'stage_gate.open');
      return this.reading.view(grant);
    });
  }

  private async require(coupleId: string): Promise<CaseGrant> {
    return this.cases.require('stages.decide', coupleId);
  }

  private async record(grant: CaseGrant, action: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'couple', resourceId: grant.coupleId, decision: 'allowed' },
    });
  }
}

/** The stage that a gate leads to, as it stands in an address. @throws AppError not_found. */
export function stageNamed(text: string): 2 | 3 {
  if (text === '2') return 2;
  if (text === '3') return 3;
  throw notFound();
}

function bySide(criteria: readonly GateFinding[]) {
  return (['RP', 'BP', 'JOINT'] as const).map((side) => ({
    side,
    findings: criteria
      .filter((one) => one.side === side)
      .map(({ criterion, met, evidence }) => ({ criterion, met, evidence })),
  }));
}

function refused(gaps: readonly GateGap[]): AppError {
  return new AppError('gate_refused', { missing: gaps.map(nameOf) });
}

function nameOf(gap: GateGap): string {
  switch (gap.kind) {
    case 'criterion':
      return gap.finding.criterion;
    case 'agreement':
      return `agreement.${gap.side}.${gap.problem}`;
    case 'signature':
      return `signature.${gap.role}.${gap.problem}`;
    default:
      return gap.kind;
  }
}
