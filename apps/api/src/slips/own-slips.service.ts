import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  LoggedSlipView,
  LogOwnSlipRequest,
  OwnSlipsView,
  SlipView,
  TellSlipRequest,
} from '@trellis/contracts';
import { isUuid, slipWriting } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pastMoment } from '../platform/past-moment.js';
import { OwnSlipRecords } from './own-slip-records.js';
import { tellingOf, toSlip } from './slip.mapper.js';
import { SlipRepository } from './slip.repository.js';

/** The recovering person says that a slip happened, and how it was told. The partner has no such page. */
@Injectable()
export class OwnSlipsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly slips: SlipRepository,
    private readonly records: OwnSlipRecords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for the partner. */
  async list(): Promise<OwnSlipsView> {
    return this.work.run(async () => {
      const own = await this.recovering();
      const now = this.clock.now();
      const rows = await this.slips.all(own);
      return {
        slips: rows.map((row) => toSlip(row, now)),
        therapistName: own.therapist?.name ?? null,
        timeZone: own.timeZone,
      };
    });
  }

  /**
   * Logs one. Where someone under 18 or a crime could be involved nothing is kept, and the own therapist calls.
   * @throws AppError not_found, slip_time_wrong.
   */
  async log(request: LogOwnSlipRequest): Promise<LoggedSlipView> {
    return this.work.run(async () => {
      const own = await this.recovering();
      const now = this.clock.now();
      if (!slipWriting(request.stopCheck === 'could_be').ok) {
        await this.records.stop(own, now);
        return { stopped: true, slip: null };
      }
      const slipAt = pastMoment(new Date(request.slipAt), now);
      if (slipAt === null) throw new AppError('slip_time_wrong');
      const telling = tellingOf(request, slipAt, now);
      const id = randomUUID();
      const { personId } = own;
      const slip = {
        id,
        personId,
        kind: 'slip',
        level: request.level,
        slipAt,
        loggedBy: personId,
        telling,
      } as const;
      await this.records.add(own, slip, request.words ?? null, now);
      await this.record('slip.log', own, id);
      return { stopped: false, slip: await this.view(own, id, now) };
    });
  }

  /** Says how it was told since. @throws AppError not_found, version_stale, slip_time_wrong. */
  async tell(id: string, version: number, request: TellSlipRequest): Promise<SlipView> {
    return this.work.run(async () => {
      const own = await this.recovering();
      const slip = isUuid(id) ? await this.slips.one(own, id) : null;
      if (slip === null) throw notFound();
      const now = this.clock.now();
      const telling = tellingOf(request, slip.slip_at, now);
      if (!(await this.slips.tell(own, slip.id, version, telling))) throw new AppError('version_stale');
      await this.slips.wind(own, now);
      await this.record('slip.tell', own, slip.id);
      return this.view(own, slip.id, now);
    });
  }

  /** For the partner there is no such address. */
  private async recovering(): Promise<PersonGrant> {
    const own = await this.people.require();
    if (own.side !== 'RP') throw notFound();
    return own;
  }

  private async view(own: PersonGrant, id: string, now: Date): Promise<SlipView> {
    const row = await this.slips.one(own, id);
    if (row === null) throw new Error('a slip that was kept is not there');
    return toSlip(row, now);
  }

  private async record(action: string, { personId }: PersonGrant, resourceId: string): Promise<void> {
    await this.audit.record({ action, resource: 'slip', resourceId, personId, decision: 'allowed' });
  }
}
