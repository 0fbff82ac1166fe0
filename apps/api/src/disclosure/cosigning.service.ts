import { Injectable } from '@nestjs/common';
import type { AskCoSignatureRequest, CoSignatureView, DisclosureView } from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CosigningRepository } from './cosigning.repository.js';
import { DisclosureReading } from './disclosure-reading.js';
import { StandingReader } from './standing.js';

/** A second clinician signs with the first: asked by name, and given in a sign-in of their own. */
@Injectable()
export class CosigningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly standings: StandingReader,
    private readonly cosigns: CosigningRepository,
    private readonly reading: DisclosureReading,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Asks a colleague; whom the asker had asked for the same before is asked no more.
   * @throws AppError not_found, version_stale, co_signer_unknown unless it is another clinician of the practice.
   */
  async ask(coupleId: string, request: AskCoSignatureRequest, version: number): Promise<DisclosureView> {
    return this.work.run(async () => {
      const grant = await this.access.require('disclosure.transition', coupleId);
      const { process } = await this.standings.hold(grant);
      if (process === null || process.closedAt !== null) throw notFound();
      if (process.version !== version) throw new AppError('version_stale');
      const { id } = currentActor();
      if (request.coSignerId === id || !(await this.cosigns.isClinician(request.coSignerId)))
        throw new AppError('co_signer_unknown');
      await this.cosigns.ask(grant, process.id, { ...request, askedBy: id });
      await this.record(process.id, request.event);
      return this.reading.view(grant);
    });
  }

  /** What waits for the asker's own signature, newest first. */
  async waiting(): Promise<CoSignatureView[]> {
    return this.work.run(async () => this.cosigns.waiting());
  }

  /** The asker signs what a colleague asked of them. @throws AppError not_found. */
  async confirm(id: string): Promise<CoSignatureView[]> {
    return this.work.run(async () => {
      if (!isUuid(id) || !(await this.cosigns.confirm(id))) throw notFound();
      await this.record(id, 'confirmed');
      return this.cosigns.waiting();
    });
  }

  private async record(resourceId: string, reasonCode: string): Promise<void> {
    await this.audit.record({
      ...{ action: 'disclosure.cosign', resource: 'disclosure_cosign', resourceId },
      ...{ decision: 'allowed', reasonCode },
    });
  }
}
