import { Injectable } from '@nestjs/common';
import type { DisclosureSessionView, EndSessionRequest, SessionNoGoRequest } from '@trellis/contracts';
import { sessionSteps, type DisclosureRequest } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { RunRepository } from './run.repository.js';
import { SessionViewService } from './session-view.service.js';

/** The steps of the process that are taken on the day, by a therapist. The domain decides each of them. */
@Injectable()
export class SessionStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly steps: DisclosureSteps,
    private readonly runs: RunRepository,
    private readonly views: SessionViewService,
  ) {}

  /** Begins the session and its first part. @throws AppError not_found, version_stale, disclosure_refused. */
  go(coupleId: string, version: number): Promise<DisclosureSessionView> {
    return this.step(coupleId, version, { event: 'go' }, async (grant, id) => {
      await this.runs.begin(grant, id, sessionSteps[0], this.clock.now());
      await this.runs.touch(grant, id);
    });
  }

  /** Not today. The class of the reason stays with the side of whoever says it. @throws AppError as go. */
  noGo(coupleId: string, version: number, request: SessionNoGoRequest): Promise<DisclosureSessionView> {
    const event = request.kind === 'postpone' ? 'no_go_postpone' : 'no_go_hold';
    return this.step(coupleId, version, { event, holdReason: request.reason ?? 'other' });
  }

  /** Anyone may pause at any moment; a pause that has begun already is answered as one. @throws AppError not_found. */
  async pause(coupleId: string): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      const standing = await this.steps.standing(grant);
      if (standing?.state !== 'SESSION_PAUSED')
        await this.steps.byStaff(coupleId, { event: 'pause' }, standing?.version ?? 0);
      return this.views.of(grant);
    });
  }

  /** @throws AppError as go. */
  goOn(coupleId: string, version: number): Promise<DisclosureSessionView> {
    return this.step(coupleId, version, { event: 'continue_session' });
  }

  /** Ends the session, early or as planned; the ways home have to be confirmed before. @throws AppError as go. */
  end(coupleId: string, version: number, { early }: EndSessionRequest): Promise<DisclosureSessionView> {
    return this.step(coupleId, version, { event: early ? 'end_early' : 'end' }, async (grant, id) => {
      const now = this.clock.now();
      await this.runs.finish(grant, id, now);
      await this.runs.end(grant, id, now);
      await this.runs.touch(grant, id);
    });
  }

  private step(
    coupleId: string,
    version: number,
    request: DisclosureRequest,
    then?: (grant: CaseGrant, appointmentId: string) => Promise<void>,
  ): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.transition', coupleId);
      await this.steps.byStaff(coupleId, request, version);
      const appointmentId = await this.views.bookedId(grant);
      if (appointmentId !== null) await then?.(grant, appointmentId);
      return this.views.of(grant);
    });
  }
}
