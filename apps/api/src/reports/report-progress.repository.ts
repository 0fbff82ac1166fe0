import { Injectable } from '@nestjs/common';
import type { ClinicId, ExportId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** The steps of making an export, as the worker takes them. */
@Injectable()
export class ReportProgressRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Begins, or begins again after a worker was lost. False when the export is finished or was given up. */
  async begin(clinicId: ClinicId, id: ExportId, rowsTotal: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE report_export SET state = 'running', rows_done = 0, rows_total = $3, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state IN ('queued', 'running')`,
      [clinicId, id, rowsTotal],
    );
    return changed === 1;
  }

  async advance(clinicId: ClinicId, id: ExportId, rowsDone: number): Promise<void> {
    await this.work.change(
      `UPDATE report_export SET rows_done = $3, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state = 'running'`,
      [clinicId, id, rowsDone],
    );
  }

  /** Keeps the sealed file for 24 hours. False for all but the first of two deliveries that ran side by side. */
  async finish(
    clinicId: ClinicId,
    id: ExportId,
    file: { sealed: Buffer; sha256: string; rows: number },
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE report_export SET state = 'done', rows_done = $3, rows_total = $3, sha256 = $4, finished_at = app.now(),
          expires_at = app.now() + interval '24 hours', version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state = 'running'`,
      [clinicId, id, file.rows, file.sha256],
    );
    if (changed === 0) return false;
    await this.work.change('INSERT INTO report_file (clinic_id, export_id, sealed) VALUES ($1, $2, $3)', [
      clinicId,
      id,
      file.sealed,
    ]);
    return true;
  }

  async fail(clinicId: ClinicId, id: ExportId): Promise<void> {
    await this.work.change(
      `UPDATE report_export SET state = 'failed', finished_at = app.now(), version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state IN ('queued', 'running')`,
      [clinicId, id],
    );
  }
}
