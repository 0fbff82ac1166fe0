import { Injectable } from '@nestjs/common';
import type {
  DisclosureVerificationRequest,
  DisclosureView,
  DisclosureWordsView,
  OrderDisclosureDateRequest,
  TakeDisclosureStepRequest,
} from '@trellis/contracts';
import { isUuid, type DisclosureEvent, type DisclosureRequest } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import type { ProcessRow } from './core-facts.js';
import { DisclosureReading } from './disclosure-reading.js';
import { DisclosureSteps } from './disclosure-steps.service.js';
import { OfficeRecords } from './office-records.js';
import { StandingReader, type Standing } from './standing.js';

type Found = Readonly<{ grant: CaseGrant; standing: Standing; process: ProcessRow }>;

/** What a therapist does with a process: its steps, and the facts that are theirs to enter. */
@Injectable()
export class DisclosureActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly steps: DisclosureSteps,
    private readonly standings: StandingReader,
    private readonly office: OfficeRecords,
    private readonly reading: DisclosureReading,
  ) {}

  /** @throws AppError not_found, version_stale, disclosure_refused with every unmet gate the asker may see. */
  async step(coupleId: string, request: TakeDisclosureStepRequest, version: number): Promise<DisclosureView> {
    return this.work.run(async () => {
      await this.steps.byStaff(coupleId, requestOf(request), version, request.reason ?? null);
      return this.reading.view(await this.access.require('disclosure.transition', coupleId));
    });
  }

  /**
   * The lead orders a date, which the office may then enter; a new order replaces the old one.
   * @throws AppError not_found, version_stale, not_allowed for anybody but the lead.
   */
  async order(
    coupleId: string,
    request: OrderDisclosureDateRequest,
    version: number,
  ): Promise<DisclosureView> {
    return this.asLead(coupleId, version, async ({ grant, process }) =>
      this.office.order(grant, process, {
        sessionAt: new Date(request.startsAt),
        recheckAt: request.recheckAt === undefined ? null : new Date(request.recheckAt),
      }),
    );
  }

  /** Whether a verification is arranged and agreed to. @throws as order. */
  async verification(
    coupleId: string,
    request: DisclosureVerificationRequest,
    version: number,
  ): Promise<DisclosureView> {
    return this.asLead(coupleId, version, async ({ grant, process }) =>
      this.office.verification(grant, process, request),
    );
  }

  /** The re-check that carries a date beyond readiness was made, now. @throws as order. */
  async recheck(coupleId: string, version: number): Promise<DisclosureView> {
    return this.asLead(coupleId, version, async ({ grant, process }) => this.office.recheck(grant, process));
  }

  /** Tells a person of one's own side what was held back for a talk. @throws AppError not_found. */
  async releaseNotice(coupleId: string, noticeId: string): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      if (!isUuid(noticeId) || !(await this.office.releaseNotice(grant, noticeId))) throw notFound();
      return this.reading.view(grant);
    });
  }

  /** Why a step was taken. The reading goes on record for the people of that side. @throws AppError not_found. */
  async words(coupleId: string, eventId: string): Promise<DisclosureWordsView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.read', coupleId);
      const found = isUuid(eventId) ? await this.office.words(grant, eventId) : null;
      if (found === null) throw notFound();
      return found;
    });
  }

  private async asLead(
    coupleId: string,
    version: number,
    act: (found: Found) => Promise<void>,
  ): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.record', coupleId);
      const standing = await this.standings.hold(grant);
      const { process } = standing;
      if (process === null || process.closedAt !== null) throw notFound();
      if (process.version !== version) throw new AppError('version_stale');
      if (standing.leadId !== currentActor().id) throw new AppError('not_allowed');
      await act({ grant, standing, process });
      return this.reading.view(grant);
    });
  }
}

function requestOf({ event, holdReason, waiverReason, side }: TakeDisclosureStepRequest): DisclosureRequest {
  return {
    event: event as DisclosureEvent,
    ...(holdReason === undefined ? {} : { holdReason }),
    ...(waiverReason === undefined ? {} : { waiverReason }),
    ...(side === undefined ? {} : { side }),
  };
}
