import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CaseSlipsView,
  LogSlipRequest,
  SlipView,
  SlipWordsView,
  TellSlipRequest,
} from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pastMoment } from '../platform/past-moment.js';
import { SlipLog } from './slip-log.js';
import { SlipOpening } from './slip-opening.js';
import { tellingOf, toSlip } from './slip.mapper.js';
import { SlipRepository, type SlipRow } from './slip.repository.js';

/** Slips for the therapists of the recovering person's side; for the partner's side the address does not exist. */
@Injectable()
export class CaseSlipsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: SlipOpening,
    private readonly slips: SlipRepository,
    private readonly keeping: SlipLog,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found. */
  async list(coupleId: string): Promise<CaseSlipsView> {
    return this.work.run(async () => {
      const grant = await this.opening.require(coupleId);
      const now = this.clock.now();
      const rows = await this.slips.all(grant);
      const askedAt = await this.slips.askedAt(grant);
      return {
        slips: rows.map((row) => toSlip(row, now)),
        askedAt: askedAt?.toISOString() ?? null,
        mayLog: grant.mySides.includes('RP'),
      };
    });
  }

  /** Details of one. Opened for one reader, and on record. @throws AppError not_found. */
  async words(coupleId: string, id: string): Promise<SlipWordsView> {
    return this.work.run(async () => {
      const grant = await this.opening.requireOwn(coupleId);
      const row = await this.opening.one(grant, id);
      const words = await this.opening.words(grant, row);
      await this.record('slip.read', row);
      return { words };
    });
  }

  /** @throws AppError not_found, slip_time_wrong for a moment ahead of now, invalid_request for a slip without its level. */
  async log(coupleId: string, request: LogSlipRequest): Promise<SlipView> {
    return this.work.run(async () => {
      const grant = await this.opening.requireOwn(coupleId);
      const now = this.clock.now();
      const slipAt = pastMoment(new Date(request.slipAt), now);
      if (slipAt === null) throw new AppError('slip_time_wrong');
      const level = levelOf(request);
      const personId = await this.slips.recoveringPerson(grant);
      if (personId === null) throw notFound();
      const id = randomUUID();
      // Whoever logs it here knows of it by now.
      const telling = { therapistToldAt: now, partner: 'not_yet', partnerAt: null } as const;
      const loggedBy = currentActor().id;
      const slip = { id, personId, kind: request.kind, level, slipAt, loggedBy, telling };
      await this.keeping.add(grant, slip, request.words ?? null, now);
      await this.record('slip.log', { id, person_id: personId });
      return this.view(grant, id, now);
    });
  }

  /** That the therapist asked about slips; without it "none on record" says nothing. @throws AppError not_found. */
  async asked(coupleId: string): Promise<void> {
    await this.work.run(async () => {
      const grant = await this.opening.requireOwn(coupleId);
      const now = this.clock.now();
      await this.slips.addAsked(grant, randomUUID(), currentActor().id, now);
      await this.audit.record({
        ...{ action: 'slip.asked', resource: 'couple', resourceId: grant.coupleId, decision: 'allowed' },
      });
    });
  }

  /** How the telling stands. @throws AppError not_found, version_stale, slip_time_wrong. */
  async tell(coupleId: string, id: string, version: number, request: TellSlipRequest): Promise<SlipView> {
    return this.work.run(async () => {
      const grant = await this.opening.require(coupleId);
      const row = await this.opening.one(grant, id);
      const now = this.clock.now();
      const told = tellingOf(request, row.slip_at, now);
      const telling = { ...told, therapistToldAt: told.therapistToldAt ?? row.therapist_told_at };
      if (!(await this.slips.tell(grant, row.id, version, telling))) throw new AppError('version_stale');
      await this.slips.wind(grant, now);
      await this.record('slip.tell', row);
      return this.view(grant, row.id, now);
    });
  }

  private async view(grant: CaseGrant, id: string, now: Date): Promise<SlipView> {
    return toSlip(await this.opening.one(grant, id), now);
  }

  private async record(action: string, { id, person_id }: Pick<SlipRow, 'id' | 'person_id'>): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'slip', resourceId: id, personId: person_id, decision: 'allowed' },
    });
  }
}

function levelOf({ kind, level }: LogSlipRequest): SlipRow['level'] {
  if (kind === 'new_material') return null;
  if (level == null)
    throw new AppError('invalid_request', { fields: [{ field: 'level', rules: ['isNotEmpty'] }] });
  return level;
}
