import { Injectable } from '@nestjs/common';
import type { ReportPreviewView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { caseloadCells, caseloadColumns } from './caseload-report.js';
import { CaseloadReportRepository } from './caseload-report.repository.js';

const previewRows = 50;

/** The first rows of a report, the same cells the file would hold. */
@Injectable()
export class ReportPreviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly caseload: CaseloadReportRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async caseloadPreview(): Promise<ReportPreviewView> {
    const { clinicId } = currentActor();
    return this.work.run(async () => {
      const rows = await this.caseload.page(clinicId, null, previewRows);
      const total = await this.caseload.total(clinicId);
      await this.audit.record({ action: 'report.preview', resource: 'report', decision: 'allowed' });
      const now = this.clock.now();
      return { columns: [...caseloadColumns], rows: rows.map((row) => caseloadCells(row, now)), total };
    });
  }
}
