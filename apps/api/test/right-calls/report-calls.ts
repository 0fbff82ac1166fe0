import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** What an administrator counts and reads of the record. */
export function reportCalls(admin: TestClient, exportId: string): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(admin);
  return {
    'ReportsController.ledger': { as, query: '' },
    'ReportsController.order': { as, body: { report: 'caseload', format: 'csv' }, keyed: true },
    'ReportsController.one': { as, ids: { exportId } },
    'ReportsController.file': { as, ids: { exportId } },
    'ReportsController.preview': { as, ids: { report: 'caseload' } },
    'AuditLogController.page': { as, query: 'from=2025-01-06&until=2025-01-12&action=homework.read' },
    'AuditLogController.filters': { as },
  };
}
