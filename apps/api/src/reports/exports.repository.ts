import { Injectable } from '@nestjs/common';
import type { ClinicId, ExportId, StaffId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ExportRow {
  readonly id: string;
  readonly report: 'caseload';
  readonly format: 'csv';
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'expired';
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly sha256: string | null;
  readonly requested_by_name: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly downloads: number;
}

/** A finished file may be fetched this often, each time after a fresh second factor. */
export const maxDownloads = 3;

const columns = `x.id, x.report, x.format, x.rows_done, x.rows_total, x.sha256, s.name AS requested_by_name,
  x.created_at, x.expires_at, x.downloads,
  CASE WHEN x.state = 'done' AND x.expires_at <= app.now() THEN 'expired' ELSE x.state END AS state`;

const fromLedger = `FROM report_export x
  JOIN staff_member s ON s.clinic_id = x.clinic_id AND s.id = x.requested_by`;

/** Queries of the ledger; row-level security shows it to the clinic's administrators alone. */
@Injectable()
export class ExportsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(
    clinicId: ClinicId,
    id: ExportId,
    report: string,
    format: string,
    orderedBy: StaffId,
  ): Promise<void> {
    // Milliseconds, so that the ledger's cursor holds the whole value.
    await this.work.change(
      `INSERT INTO report_export (clinic_id, id, report, format, state, rows_done, requested_by, created_at, downloads, version)
        VALUES ($1, $2, $3, $4, 'queued', 0, $5, date_trunc('milliseconds', app.now()), 0, 1)`,
      [clinicId, id, report, format, orderedBy],
    );
  }

  async find(clinicId: ClinicId, id: ExportId): Promise<ExportRow | null> {
    const rows = await this.work.rows<ExportRow>(
      `SELECT ${columns} ${fromLedger} WHERE x.clinic_id = $1 AND x.id = $2`,
      [clinicId, id],
    );
    return rows[0] ?? null;
  }

  /** Newest first, after the row given. */
  page(
    clinicId: ClinicId,
    after: { readonly at: string; readonly id: string } | null,
    limit: number,
  ): Promise<ExportRow[]> {
    return this.work.rows<ExportRow>(
      `SELECT ${columns} ${fromLedger}
        WHERE x.clinic_id = $1 AND ($2::timestamptz IS NULL OR (x.created_at, x.id) < ($2::timestamptz, $3::uuid))
        ORDER BY x.created_at DESC, x.id DESC LIMIT $4`,
      [clinicId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** Counts one download. False when the file is not there, has expired, or was fetched often enough. */
  async countDownload(clinicId: ClinicId, id: ExportId): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE report_export SET downloads = downloads + 1, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state = 'done' AND expires_at > app.now() AND downloads < $3`,
      [clinicId, id, maxDownloads],
    );
    return changed === 1;
  }

  async file(clinicId: ClinicId, id: ExportId): Promise<Buffer | null> {
    const rows = await this.work.rows<{ sealed: Buffer }>(
      'SELECT sealed FROM report_file WHERE clinic_id = $1 AND export_id = $2',
      [clinicId, id],
    );
    return rows[0]?.sealed ?? null;
  }
}
