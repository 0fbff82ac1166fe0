import type { AuditActView, OpeningView } from '@trellis/contracts';
import type { ActRow, OpeningRow } from './audit-log.repository.js';

export function actView(row: ActRow): AuditActView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorName: row.actor_name,
    action: row.action,
    resource: row.resource,
    resourceId: row.resource_id,
    personId: row.person_id,
    decision: row.decision,
    reasonCode: row.reason_code,
    correlationId: row.correlation_id,
    seq: row.seq === null ? null : Number(row.seq),
  };
}

export function openingView(row: OpeningRow): OpeningView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    staffName: row.staff_name,
    staffRole: row.staff_role,
    kind: row.resource,
  };
}
