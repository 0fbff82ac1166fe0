import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddCoverRequest, CoverView } from '@trellis/contracts';
import { mayStandIn, safetyRecipients, type CoverEntry, type SafetyRecipients } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CoverRepository, type CoverListRow } from './cover.repository.js';

/** Who stands in for whom. A therapist keeps the own entries, the office everybody's. */
@Injectable()
export class CoverService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rota: CoverRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** What runs and what is planned: of the whole clinic for the office, else what concerns the asker. */
  async list(): Promise<CoverView> {
    const { id } = currentActor();
    const office = isOffice();
    return this.work.run(async () => {
      const rows = await this.rota.ahead(office ? null : id);
      return {
        entries: rows.map((row) => entryView(row, office || row.staff_id === id)),
        colleagues: await this.rota.therapists(),
      };
    });
  }

  /** @throws AppError not_found for a therapist who names somebody else, cover_colleague_unknown, cover_dates_wrong. */
  async add(request: AddCoverRequest): Promise<void> {
    const { clinicId, id: asker } = currentActor();
    const staff = (request.staffId ?? asker).toLowerCase();
    if (!isOffice() && staff !== asker) throw notFound();
    const entry: CoverEntry = {
      staff,
      coveredBy: request.coveredBy.toLowerCase(),
      from: new Date(request.from),
      to: new Date(request.to),
    };
    await this.work.run(async () => {
      const known = (await this.rota.therapists()).map(({ id }) => id);
      if (!known.includes(entry.staff) || !known.includes(entry.coveredBy))
        throw new AppError('cover_colleague_unknown');
      if (!mayStandIn(entry, await this.rota.now())) throw new AppError('cover_dates_wrong');
      const id = randomUUID();
      await this.rota.insert(clinicId, id, entry);
      await this.record('cover.add', id);
    });
  }

  /** Takes an entry back; from now on nobody stands in by it. @throws AppError not_found. */
  async cancel(id: string): Promise<void> {
    await this.work.run(async () => {
      const owner = await this.rota.ownerOf(id);
      if (owner === null || (!isOffice() && owner !== currentActor().id)) throw notFound();
      await this.rota.cancel(id);
      await this.record('cover.cancel', id);
    });
  }

  /** Who hears of a safety alert now: the person's therapists and whoever covers them. Needs an open unit of work. */
  async safetyRecipients(ownTherapists: readonly string[]): Promise<SafetyRecipients> {
    return safetyRecipients(ownTherapists, await this.rota.runningFor(ownTherapists), await this.rota.now());
  }

  private async record(action: string, id: string): Promise<void> {
    await this.audit.record({ action, resource: 'cover', resourceId: id, decision: 'allowed' });
  }
}

function isOffice(): boolean {
  const { role } = currentActor();
  return role === 'clinic_admin' || role === 'owner';
}

function entryView(row: CoverListRow, mine: boolean): CoverView['entries'][number] {
  return {
    id: row.id,
    staffId: row.staff_id,
    staffName: row.staff_name,
    coveredById: row.covered_by,
    coveredByName: row.covered_by_name,
    from: row.from_at.toISOString(),
    to: row.to_at.toISOString(),
    mine,
  };
}
