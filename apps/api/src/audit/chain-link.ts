import { framedHash } from './framing.js';

/** One audit row as Postgres writes it out in text. What is hashed is what is stored, never what was meant to be. */
export interface StoredAct {
  readonly clinic_id: string;
  readonly id: string;
  /** Microseconds since 1970: all that the type can hold, in every time zone and date style. */
  readonly at_us: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly action: string;
  readonly resource: string;
  readonly resource_id: string | null;
  readonly person_id: string | null;
  readonly decision: string;
  readonly reason_code: string | null;
  readonly correlation_id: string;
}

/** Columns of StoredAct, for a query over `audit_event e`. */
export const actColumns = `e.clinic_id::text, e.id::text, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_us,
  e.actor_id::text, e.actor_role, e.action, e.resource, e.resource_id::text, e.person_id::text, e.decision,
  e.reason_code, e.correlation_id::text`;

/** What the first link of a clinic's chain follows. */
export function beginningOf(clinicId: string): Buffer {
  return framedHash('trellis/audit/beginning/1', [clinicId]);
}

/** Hash of one link. `seq` counts from 1 in each clinic; `previous` is the hash of the link before it. */
export function linkHash(act: StoredAct, seq: number, previous: Buffer): Buffer {
  return framedHash('trellis/audit/link/1', [
    act.clinic_id,
    String(seq),
    previous,
    act.id,
    act.at_us,
    act.actor_id,
    act.actor_role,
    act.action,
    act.resource,
    act.resource_id,
    act.person_id,
    act.decision,
    act.reason_code,
    act.correlation_id,
  ]);
}
