import { asExportId, isUuid, type ExportId } from '@trellis/domain';
import { notFound } from '../platform/http/app-error.js';

/** The id in a path. Text that is no id names nothing: the same answer as an unknown id. */
export function exportIdOf(text: string): ExportId {
  if (!isUuid(text)) throw notFound();
  return asExportId(text);
}

/** Reports there are. @throws AppError not_found for any other name. */
export function requireReport(name: string): asserts name is 'caseload' {
  if (name !== 'caseload') throw notFound();
}
