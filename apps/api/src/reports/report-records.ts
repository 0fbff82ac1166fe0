import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ExportId } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { Vault } from '../platform/sealing/vault.js';
import { exportReadyKind } from './export-ready.job.js';
import { filePlace } from './exports.mapper.js';
import { ReportProgressRepository } from './report-progress.repository.js';

/** The end of an export in one transaction: sealed file, ledger, audit row, and the letter still to be sent. */
@Injectable()
export class ReportRecords {
  constructor(
    private readonly progress: ReportProgressRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  /** False when another delivery finished first. */
  async keep(id: ExportId, text: string, rows: number): Promise<boolean> {
    const { clinicId } = currentActor();
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    const sealed = await this.vault.seal('export', filePlace(clinicId, id), text);
    if (!(await this.progress.finish(clinicId, id, { sealed, sha256, rows }))) return false;
    await this.audit.record({
      action: 'report.make',
      resource: 'report_export',
      resourceId: id,
      decision: 'allowed',
    });
    await this.outbox.add(exportReadyKind, id);
    return true;
  }
}
