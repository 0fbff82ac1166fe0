import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ExportLedgerView, ExportView, OrderExportRequest } from '@trellis/contracts';
import { asExportId, asStaffId, type ExportId } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { cursorOf, positionOf } from '../platform/http/time-cursor.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { Vault } from '../platform/sealing/vault.js';
import { exportView, filePlace } from './exports.mapper.js';
import { ExportsRepository, maxDownloads, type ExportRow } from './exports.repository.js';
import { makeReportKind } from './make-report.job.js';

const pageSize = 25;

type DownloadRefusal = 'report_not_ready' | 'report_expired' | 'report_download_limit';

/** Orders exports, shows the ledger, and hands out files: counted, expiring, and every fetch on record. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: ExportsRepository,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
  ) {}

  async order(request: OrderExportRequest): Promise<ExportView> {
    const { clinicId, id: staffId } = currentActor();
    const id = asExportId(randomUUID());
    return this.work.run(async () => {
      await this.exports.insert(clinicId, id, request.report, request.format, asStaffId(staffId));
      await this.outbox.add(makeReportKind, id);
      await this.audit.record({
        action: 'report.order',
        resource: 'report_export',
        resourceId: id,
        decision: 'allowed',
      });
      return exportView(await this.required(id));
    });
  }

  async one(id: ExportId): Promise<ExportView> {
    return this.work.run(async () => exportView(await this.required(id)));
  }

  async ledger(cursor: string | undefined): Promise<ExportLedgerView> {
    const after = positionOf(cursor);
    const rows = await this.work.run(() => this.exports.page(currentActor().clinicId, after, pageSize + 1));
    const shown = rows.slice(0, pageSize).map(exportView);
    const last = shown.at(-1);
    const more = rows.length > pageSize && last !== undefined;
    return { exports: shown, nextCursor: more ? cursorOf({ at: last.createdAt, id: last.id }) : null };
  }

  /** The file's text. Refusals are audited in a transaction that is kept, hence the error after it. */
  async download(id: ExportId): Promise<string> {
    const outcome = await this.work.run(async () => {
      const row = await this.required(id);
      const refusal = (await this.exports.countDownload(currentActor().clinicId, id)) ? null : refusalOf(row);
      await this.audit.record({
        action: 'report.download',
        resource: 'report_export',
        resourceId: id,
        decision: refusal === null ? 'allowed' : 'refused',
        ...(refusal === null ? {} : { reasonCode: refusal }),
      });
      return refusal === null ? { text: await this.fileText(id) } : { refusal };
    });
    if (outcome.refusal !== undefined) throw new AppError(outcome.refusal);
    return outcome.text;
  }

  private async fileText(id: ExportId): Promise<string> {
    const { clinicId } = currentActor();
    const sealed = await this.exports.file(clinicId, id);
    if (sealed === null) throw notFound();
    return this.vault.open(filePlace(clinicId, id), sealed);
  }

  private async required(id: ExportId): Promise<ExportRow> {
    const row = await this.exports.find(currentActor().clinicId, id);
    if (row === null) throw notFound();
    return row;
  }
}

function refusalOf(row: ExportRow): DownloadRefusal {
  if (row.state === 'expired') return 'report_expired';
  // A fetch that ran beside this one may have used the last download after the row was read.
  return row.state === 'done' || row.downloads >= maxDownloads ? 'report_download_limit' : 'report_not_ready';
}
