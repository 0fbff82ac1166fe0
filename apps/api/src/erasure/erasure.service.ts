import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ErasureListView, ErasureView } from '@trellis/contracts';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { erasureListView, erasureView } from './erasure.mapper.js';
import { ErasureRepository, type ErasureRow } from './erasure.repository.js';

const pageSize = 50;

/** What the office does about erasures before one is carried out. No words are shown anywhere here. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: ErasureRepository,
    private readonly audit: AuditWriter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first. @throws AppError invalid_request for a broken cursor. */
  async list(cursor: string | undefined): Promise<ErasureListView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const { rows, nextCursor } = pageOf(await this.rows.page(after, pageSize + 1), pageSize);
      const approvals = await this.rows.approvals(rows.map(({ id }) => id));
      return erasureListView(rows, approvals, nextCursor, currentActor().id);
    });
  }

  /** Asks for a person of this clinic. @throws AppError not_found; erasure_already_asked. */
  async ask(personId: string): Promise<ErasureView> {
    return this.work.run(async () => {
      if (!(await this.rows.personExists(personId))) throw notFound();
      const id = randomUUID();
      if (!(await this.rows.ask(id, personId, this.config.erasureHoldDays))) {
        throw new AppError('erasure_already_asked');
      }
      await this.note('erasure.ask', personId);
      return this.view(id);
    });
  }

  /** Agrees, once for each account. @throws AppError not_found; erasure_already_approved. */
  async approve(id: string): Promise<ErasureView> {
    return this.work.run(async () => {
      const row = await this.standing(id);
      if (!(await this.rows.approve(id))) throw new AppError('erasure_already_approved');
      await this.note('erasure.approve', row.person_id);
      return this.view(id);
    });
  }

  /** Takes the request back; it can be made anew. @throws AppError not_found. */
  async withdraw(id: string): Promise<ErasureView> {
    return this.work.run(async () => {
      const row = await this.standing(id);
      if (!(await this.rows.withdraw(id))) throw notFound();
      await this.note('erasure.withdraw', row.person_id);
      return this.view(id);
    });
  }

  private async standing(id: string): Promise<ErasureRow> {
    const row = await this.rows.find(id);
    if (row === null || row.withdrawn_at !== null || row.erased_at !== null) throw notFound();
    return row;
  }

  private async view(id: string): Promise<ErasureView> {
    const row = await this.rows.find(id);
    if (row === null) throw notFound();
    return erasureView(row, await this.rows.approvals([id]), currentActor().id);
  }

  private note(action: string, personId: string): Promise<void> {
    return this.audit.record({
      action,
      resource: 'person',
      resourceId: personId,
      personId,
      decision: 'allowed',
    });
  }
}
