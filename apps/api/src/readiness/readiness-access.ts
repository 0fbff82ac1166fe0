import { Injectable } from '@nestjs/common';
import { isTerminal, type Compartment, type Permission } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { AppError, notFound } from '../platform/http/app-error.js';

/** Opens readiness of a couple to a member of staff, side by side. */
@Injectable()
export class ReadinessAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly steps: DisclosureSteps,
  ) {}

  /** Needs an open unit of work. @throws AppError not_found. */
  async require(action: Permission, coupleId: string): Promise<CaseGrant> {
    return this.cases.require(action, coupleId);
  }

  /** As require, for somebody who cares for the side. What is joint is open to the whole team. @throws AppError not_found. */
  async requireSide(action: Permission, coupleId: string, side: Compartment): Promise<CaseGrant> {
    const grant = await this.cases.require(action, coupleId);
    const held = side === 'JOINT' ? grant.mySides.length > 0 : grant.mySides.includes(side);
    if (!held) throw notFound();
    return grant;
  }

  /** The process that is under way. @throws AppError readiness_refused where there is none. */
  async underWay(grant: Parameters<DisclosureSteps['standing']>[0]): Promise<DisclosureStanding> {
    const standing = await this.steps.standing(grant);
    if (standing === null || isTerminal(standing.state))
      throw new AppError('readiness_refused', { reason: 'no_process' });
    return standing;
  }
}
