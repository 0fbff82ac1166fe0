import { Injectable } from '@nestjs/common';
import { addDays, asLocalDate, localDateOf, tickDays, type LocalDate } from '@trellis/domain';
import type { OwnTicksView, SetTickRequest } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CountedActsRepository } from './counted-acts.repository.js';

/** Ticks of the recovering person. For the partner there is no such page, whether anything was ticked or not. */
@Injectable()
export class OwnTicksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly acts: CountedActsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** The days that can be ticked, with what stands on them. @throws AppError not_found for anybody else. */
  async own(): Promise<OwnTicksView> {
    return this.work.run(async () => this.view(await this.person()));
  }

  /**
   * Ticks a day or takes the tick back; saying the same twice changes nothing.
   * @throws AppError not_found, invalid_request for a day that is to come or too long ago.
   */
  async set({ kind, on, kept }: SetTickRequest): Promise<OwnTicksView> {
    return this.work.run(async () => {
      const own = await this.person();
      const day = asLocalDate(on);
      const { from, today } = this.reach(own);
      if (day < from || day > today)
        throw new AppError('invalid_request', { fields: [{ field: 'on', rules: ['isWithinAWeek'] }] });
      await (kept ? this.acts.tick(own, kind, day) : this.acts.untick(own, kind, day));
      await this.audit.record({
        ...{ action: 'ticks.set', resource: 'ticks', resourceId: own.personId, personId: own.personId },
        decision: 'allowed',
      });
      return this.view(own);
    });
  }

  private async person(): Promise<PersonGrant> {
    const own = await this.people.require();
    if (own.side !== 'RP') throw notFound();
    return own;
  }

  private reach({ timeZone }: PersonGrant): { readonly from: LocalDate; readonly today: LocalDate } {
    const today = localDateOf(this.clock.now(), timeZone);
    return { from: addDays(today, 1 - tickDays), today };
  }

  private async view(own: PersonGrant): Promise<OwnTicksView> {
    const { from, today } = this.reach(own);
    const days = await this.acts.days(own, from);
    const of = (kind: (typeof days)[number]['kind']): LocalDate[] =>
      days.flatMap((day) => (day.kind === kind && day.on <= today ? [day.on] : []));
    return { today, from, updates: of('update'), activities: of('activity'), planned: of('plan') };
  }
}
