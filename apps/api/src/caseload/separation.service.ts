import { Injectable } from '@nestjs/common';
import type { SeparationView } from '@trellis/contracts';
import { tracks, type Permission } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { SeparationRepository, type SeparationRow } from './separation.repository.js';

/**
 * Safe separation: nothing travels between the two people any more, at once and both ways. Each keeps their own
 * record, and each therapist their side's. Nobody is told who asked for it.
 */
@Injectable()
export class SeparationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly couples: SeparationRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async one(coupleId: string): Promise<SeparationView> {
    return this.work.run(async () => this.view(await this.cases.require('couples.separate', coupleId)));
  }

  /** @throws AppError not_found, version_stale, separation_refused when it is separated already. */
  async separate(coupleId: string, version: number): Promise<SeparationView> {
    return this.work.run(async () => {
      const { grant, row } = await this.load('couples.separate', coupleId, version);
      if (row.status === 'separated') throw new AppError('separation_refused', { status: row.status });
      if (!(await this.couples.setStatus(grant, version, 'separated'))) throw new AppError('version_stale');
      await this.couples.freeze(grant);
      await this.record('couples.separate', grant);
      return this.view(grant);
    });
  }

  /**
   * Agrees, for the sides the asker holds, that sharing may begin again. It does once both sides have agreed. What
   * was shared before stays held until each author's therapist has talked with them.
   * @throws AppError not_found, version_stale, separation_refused unless it is separated.
   */
  async reunite(coupleId: string, version: number): Promise<SeparationView> {
    return this.work.run(async () => {
      const { grant, row } = await this.load('couples.reunite', coupleId, version);
      const sides = tracks.filter((side) => grant.mySides.includes(side));
      if (row.status !== 'separated' || sides.length === 0)
        throw new AppError('separation_refused', { status: row.status });
      await this.couples.agree(grant, sides, currentActor().id, this.clock.now());
      const both = tracks.every((side) => row.agreed.includes(side) || sides.includes(side));
      if (!(await this.couples.setStatus(grant, version, both ? 'active' : 'separated')))
        throw new AppError('version_stale');
      await this.record('couples.reunite', grant);
      return this.view(grant);
    });
  }

  private async load(
    permission: Permission,
    coupleId: string,
    version: number,
  ): Promise<{ grant: CaseGrant; row: SeparationRow }> {
    const grant = await this.cases.require(permission, coupleId);
    await this.couples.alone(grant);
    const row = await this.couples.one(grant);
    if (row === null) throw notFound();
    if (row.version !== version) throw new AppError('version_stale');
    return { grant, row };
  }

  private async view(grant: CaseGrant): Promise<SeparationView> {
    const row = await this.couples.one(grant);
    if (row === null) throw notFound();
    return {
      coupleId: grant.coupleId,
      separated: row.status === 'separated',
      version: row.version,
      agreed: row.status === 'separated' ? row.agreed : [],
      mySides: tracks.filter((side) => grant.mySides.includes(side)),
    };
  }

  private async record(action: string, grant: CaseGrant): Promise<void> {
    await this.audit.record({ action, resource: 'couple', resourceId: grant.coupleId, decision: 'allowed' });
  }
}
