import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';

export interface ActRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_role: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner' | 'client' | 'system';
  readonly actor_name: string | null;
  readonly action: string;
  readonly resource: string;
  readonly resource_id: string | null;
  readonly person_id: string | null;
  readonly decision: 'allowed' | 'refused';
  readonly reason_code: string | null;
  readonly correlation_id: string;
  readonly seq: string | null;
}

export interface OpeningRow {
  readonly id: string;
  readonly at: Date;
  readonly staff_name: string;
  readonly staff_role: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner';
  readonly resource: string;
}

/** What a page is narrowed to; null for everything. `from` is included, `until` is not. */
export interface ActFilter {
  readonly actorId: string | null;
  readonly action: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** Queries over the audit record. The functions they call ask once more who is asking. */
@Injectable()
export class AuditLogRepository {
  constructor(private readonly work: UnitOfWork) {}

  acts(filter: ActFilter, after: TimePosition | null, most: number): Promise<ActRow[]> {
    return this.work.rows<ActRow>(
      `SELECT id, at, actor_id, actor_role, actor_name, action, resource, resource_id, person_id, decision, reason_code,
          correlation_id, seq
        FROM app.audit_page($1, $2, $3, $4, $5, $6, $7)`,
      [filter.actorId, filter.action, filter.from, filter.until, after?.at ?? null, after?.id ?? null, most],
    );
  }

  openings(after: TimePosition | null, most: number): Promise<OpeningRow[]> {
    return this.work.rows<OpeningRow>(
      'SELECT id, at, staff_name, staff_role, resource FROM app.record_openings($1, $2, $3)',
      [after?.at ?? null, after?.id ?? null, most],
    );
  }

  async actions(): Promise<string[]> {
    const rows = await this.work.rows<{ action: string }>(
      'SELECT action FROM app.audit_actions() AS found(action) ORDER BY action',
    );
    return rows.map(({ action }) => action);
  }

  staff(clinicId: string): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.work.rows<{ id: string; name: string }>(
      'SELECT id, name FROM staff_member WHERE clinic_id = $1 ORDER BY lower(name), id',
      [clinicId],
    );
  }

  async timeZone(clinicId: string): Promise<string> {
    const rows = await this.work.rows<{ time_zone: string }>(
      'SELECT time_zone FROM clinic WHERE clinic_id = $1',
      [clinicId],
    );
    return rows[0]?.time_zone ?? 'UTC';
  }
}
