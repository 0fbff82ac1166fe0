import type { ExportView } from '@trellis/contracts';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import type { ExportRow } from './exports.repository.js';

/** One ledger line as the portal sees it. */
export function exportView(row: ExportRow): ExportView {
  return {
    id: row.id,
    report: row.report,
    format: row.format,
    state: row.state,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    sha256: row.sha256,
    requestedByName: row.requested_by_name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    downloads: row.downloads,
  };
}

/** Where an export's file is sealed: under a key that belongs to this export alone. */
export function filePlace(clinicId: string, exportId: string): SealedPlace {
  return { table: 'report_file', column: 'sealed', rowId: exportId, clinicId, ownerId: exportId };
}
