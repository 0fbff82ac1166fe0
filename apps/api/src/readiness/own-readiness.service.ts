import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LogGroundingRequest, OwnReadinessPartView } from '@trellis/contracts';
import { localDateOf, readinessItems } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { MarkKeeper } from './mark-keeper.js';
import { OwnReadinessReading } from './own-readiness-reading.js';
import { OwnReadinessRepository } from './own-readiness.repository.js';

/** The person's own part: what they can meet themself, from their own phone. */
@Injectable()
export class OwnReadinessService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly reading: OwnReadinessReading,
    private readonly log: OwnReadinessRepository,
    private readonly keeper: MarkKeeper,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async one(): Promise<OwnReadinessPartView> {
    return this.work.run(async () => this.reading.view(await this.people.require()));
  }

  /**
   * Ticks a criterion, or takes the tick back. The consent has a place of its own.
   * @throws AppError not_found for one that is not this person's to meet, version_stale, readiness_refused.
   */
  async tick(itemId: string, version: number, met: boolean): Promise<OwnReadinessPartView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const item = readinessItems.find(({ id, actors }) => id === itemId && actors.includes(own.side));
      if (item === undefined || item.id === 'R1' || item.id === 'B1') throw notFound();
      const { processId } = (await this.reading.underWay(own)).standing;
      const mark = {
        ...{ id: randomUUID(), processId, side: own.side, item: item.id, version: version + 1 },
        ...{ status: met ? ('met' as const) : ('not_met' as const), personId: own.personId },
        ...{ evidence: null, reason: null, coSignerAsked: null },
      };
      await this.keeper.keep(own, mark, 'client');
      return this.reading.view(own);
    });
  }

  /** Notes a grounding exercise of today. @throws AppError not_found for the recovering person. */
  async ground({ skill, recoveryNoted }: LogGroundingRequest): Promise<OwnReadinessPartView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      if (own.side !== 'BP') throw notFound();
      await this.reading.underWay(own);
      const now = this.clock.now();
      const on_day = localDateOf(now, own.timeZone);
      await this.log.add(own, { id: randomUUID(), on_day, skill, recovery_noted: recoveryNoted, at: now });
      return this.reading.view(own);
    });
  }
}
