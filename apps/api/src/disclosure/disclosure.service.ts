import { Injectable } from '@nestjs/common';
import type { DisclosureView, ScheduleDisclosureRequest } from '@trellis/contracts';
import { CaseAccess } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { DisclosureSteps } from './disclosure-steps.service.js';
import { DisclosureReading } from './disclosure-reading.js';
import { StandingReader } from './standing.js';

/** The first and the dated step of a disclosure, and its page. What follows from them the domain decides. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly standings: StandingReader,
    private readonly steps: DisclosureSteps,
    private readonly reading: DisclosureReading,
  ) {}

  /** The process of a couple, or the place where one would begin. @throws AppError not_found. */
  async one(coupleId: string): Promise<DisclosureView> {
    return this.work.run(async () =>
      this.reading.view(await this.access.require('disclosure.read', coupleId)),
    );
  }

  /**
   * Opens the process (table row 1). One that has ended may be followed by a new one.
   * @throws AppError not_found, disclosure_already_open, disclosure_refused with every unmet gate.
   */
  async open(coupleId: string): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.transition', coupleId);
      const standing = await this.standings.holdForOpening(grant);
      if (standing.process !== null && standing.process.state !== 'NOT_STARTED')
        throw new AppError('disclosure_already_open');
      await this.steps.forStaff(grant, standing, { event: 'open_ftd' });
      return this.reading.view(grant);
    });
  }

  /**
   * Asks for a session date (table row 11). `version` is that of the process the asker saw, 0 before there is one; for an
   * admin, who sees no process, it is that of the lead's order.
   * @throws AppError not_found, version_stale, disclosure_refused with every unmet gate on the way.
   */
  async schedule(
    coupleId: string,
    request: ScheduleDisclosureRequest,
    version: number,
  ): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.schedule', coupleId);
      const standing = await this.standings.hold(grant);
      const isAdmin = grant.mySides.length === 0;
      const current = isAdmin ? (standing.order?.version ?? version) : (standing.process?.version ?? 0);
      if (current !== version) throw new AppError('version_stale');
      await this.steps.forStaff(grant, standing, {
        event: 'schedule',
        sessionAt: new Date(request.startsAt),
        ...(request.recheckAt === undefined ? {} : { recheckAt: new Date(request.recheckAt) }),
      });
      return this.reading.view(grant);
    });
  }
}
