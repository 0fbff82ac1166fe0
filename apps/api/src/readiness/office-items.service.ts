import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MarkOfficeItemRequest, OfficeItemsView, OfficeItemView } from '@trellis/contracts';
import { isTerminal, readinessItems, type ReadinessItem } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { MarkKeeper } from './mark-keeper.js';
import { ReadinessAccess } from './readiness-access.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';

/** What the office brings to readiness: rooms and contacts. It learns nothing else of it. */
@Injectable()
export class OfficeItemsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ReadinessAccess,
    private readonly steps: DisclosureSteps,
    private readonly marks: ReadinessMarkRepository,
    private readonly keeper: MarkKeeper,
  ) {}

  /** Empty where no disclosure is under way. @throws AppError not_found. */
  async list(coupleId: string): Promise<OfficeItemsView> {
    return this.work.run(async () => this.view(await this.required(coupleId)));
  }

  /** @throws AppError not_found, version_stale, readiness_refused where no disclosure is under way. */
  async mark(
    coupleId: string,
    itemId: string,
    version: number,
    { status }: MarkOfficeItemRequest,
  ): Promise<OfficeItemsView> {
    const item = officeItems.find(({ id }) => id === itemId);
    return this.work.run(async () => {
      const grant = await this.required(coupleId);
      if (item === undefined) throw notFound();
      const { processId } = await this.access.underWay(grant);
      const mark = {
        ...{
          id: randomUUID(),
          processId,
          side: 'JOINT' as const,
          item: item.id,
          version: version + 1,
          status,
        },
        ...{ personId: null, evidence: null, reason: null, coSignerAsked: null },
      };
      await this.keeper.keep(grant, mark, currentActor().role === 'owner' ? 'owner' : 'clinic_admin');
      return this.view(grant);
    });
  }

  /** Therapists have their own list, with everything else on it. */
  private async required(coupleId: string): Promise<CaseGrant> {
    const grant = await this.access.require('disclosure.schedule', coupleId);
    const { role } = currentActor();
    if (role !== 'clinic_admin' && role !== 'owner') throw notFound();
    return grant;
  }

  private async view(grant: CaseGrant): Promise<OfficeItemsView> {
    const standing = await this.steps.standing(grant);
    if (standing === null || isTerminal(standing.state)) return { items: [] };
    const marks = await this.marks.newest(grant, standing.processId);
    return {
      items: officeItems.map(({ id }): OfficeItemView => {
        const mark = marks.find(({ item }) => item === id);
        return {
          item: id,
          status: mark?.status === 'met' ? 'met' : 'not_met',
          version: mark?.version ?? 0,
          markedAt: mark?.marked_at.toISOString() ?? null,
        };
      }),
    };
  }
}

const officeItems: readonly ReadinessItem[] = readinessItems.filter(({ actors }) => actors.includes('ADMIN'));
