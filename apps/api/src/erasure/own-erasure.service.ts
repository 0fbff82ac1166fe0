import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OwnErasureView } from '@trellis/contracts';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { ErasureRepository } from './erasure.repository.js';

/** A person's own wish to be erased. It says nothing about the other person of the couple. */
@Injectable()
export class OwnErasureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: ErasureRepository,
    private readonly audit: AuditWriter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(): Promise<OwnErasureView> {
    return this.work.run(() => this.current());
  }

  /** @throws AppError erasure_already_asked. */
  async ask(): Promise<OwnErasureView> {
    return this.work.run(async () => {
      const { id: personId } = currentActor();
      if (!(await this.rows.ask(randomUUID(), personId, this.config.erasureHoldDays))) {
        throw new AppError('erasure_already_asked');
      }
      await this.note('erasure.ask');
      return this.current();
    });
  }

  /** @throws AppError not_found when nothing stands, or it is done. */
  async withdraw(): Promise<OwnErasureView> {
    return this.work.run(async () => {
      const standing = await this.rows.standing(currentActor().id);
      if (standing === null || !(await this.rows.withdraw(standing.id))) throw notFound();
      await this.note('erasure.withdraw');
      return this.current();
    });
  }

  private async current(): Promise<OwnErasureView> {
    const standing = await this.rows.standing(currentActor().id);
    if (standing === null) return { request: null };
    const { asked_at, hold_until } = standing;
    return { request: { askedAt: asked_at.toISOString(), holdUntil: hold_until.toISOString() } };
  }

  private note(action: string): Promise<void> {
    const { id: personId } = currentActor();
    return this.audit.record({
      action,
      resource: 'person',
      resourceId: personId,
      personId,
      decision: 'allowed',
    });
  }
}
