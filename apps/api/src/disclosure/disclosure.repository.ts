import { Injectable } from '@nestjs/common';
import type {
  ActorRole,
  Compartment,
  DisclosureEvent,
  DisclosureState,
  ReasonClass,
  TransitionRecord,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DisclosureScope } from './disclosure-parts.service.js';

/** A step as read; the class of a reason only where row-level security opens it to the asker. */
export interface TakenStep {
  readonly id: string;
  readonly event: DisclosureEvent;
  readonly from_state: DisclosureState;
  readonly to_state: DisclosureState;
  readonly at: Date;
  readonly actor_id: string;
  readonly acting_role: ActorRole;
  readonly co_signer: string | null;
  readonly table_row: number;
  readonly met_guards: readonly string[];
  readonly zone: string;
  readonly consent_version_rp: string | null;
  readonly consent_version_bp: string | null;
  readonly draft_version: number | null;
  readonly reason_class: ReasonClass | null;
  readonly reason_side: Compartment | null;
  /** Null for a step of the system. */
  readonly by_name: string | null;
  /** Whether words lie behind it that the asker may open. */
  readonly has_words: boolean;
}

/** A step to be put on record: by whom as the server knows them, and what was taken or what stood in its way. */
export interface StepRow {
  readonly id: string;
  readonly processId: string | null;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  /** Guard and item, joined by a space; empty for a step that was taken. */
  readonly refusedGuards: readonly string[];
  readonly actorId: string;
  readonly actorRole: string;
  readonly at: Date;
  /** What the domain writes down of a step that was taken; null for one that was refused. */
  readonly record: TransitionRecord | null;
}

/** More steps than a process can have: those on record stay far below it. */
const mostSteps = 500;

/** The steps of a process. Nothing here is a person's word. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Steps that were taken, oldest first. */
  async takenSteps(grant: CaseGrant, processId: string): Promise<TakenStep[]> {
    return this.work.rows<TakenStep>(
      `SELECT v.id, v.event, v.from_state, v.to_state, v.at, v.actor_id, v.acting_role, v.co_signer, v.table_row,
          v.met_guards, v.zone, v.consent_version_rp, v.consent_version_bp, v.draft_version, r.reason_class,
          r.side AS reason_side, coalesce(s.name, p.name) AS by_name, w.event_id IS NOT NULL AS has_words
        FROM disclosure_event v
        LEFT JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.actor_id
        LEFT JOIN person p ON p.clinic_id = v.clinic_id AND p.id = v.actor_id
        LEFT JOIN disclosure_reason r ON r.clinic_id = v.clinic_id AND r.event_id = v.id
        LEFT JOIN disclosure_words w ON w.clinic_id = v.clinic_id AND w.event_id = v.id
        WHERE v.clinic_id = $1 AND v.couple_id = $2 AND v.process_id = $3 AND cardinality(v.refused_guards) = 0
        ORDER BY v.at, v.id LIMIT $4`,
      [grant.clinicId, grant.coupleId, processId, mostSteps],
    );
  }

  /** Puts a step on record, taken or refused, as the system; the class of a reason behind the wall of its side. */
  async addStep({ clinicId, coupleId }: DisclosureScope, step: StepRow): Promise<void> {
    const { record } = step;
    await this.work.change(
      `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
          actor_id, actor_role, at, acting_role, co_signer, table_row, met_guards, zone, consent_version_rp,
          consent_version_bp, draft_version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12, $13, $14, $15::text[], $16, $17, $18, $19)`,
      [
        ...[clinicId, step.id, step.processId, coupleId, step.event, step.from, step.to, step.refusedGuards],
        ...[step.actorId, step.actorRole, step.at],
        ...columnsOf(record),
      ],
    );
    if (record?.reasonClass == null) return;
    await this.work.change(
      `INSERT INTO disclosure_reason (clinic_id, event_id, couple_id, side, reason_class) VALUES ($1, $2, $3, $4, $5)`,
      [clinicId, step.id, coupleId, record.reasonSide, record.reasonClass],
    );
  }
}

/** From `acting_role` to `draft_version`, in the order of the statement. */
function columnsOf(record: TransitionRecord | null): readonly unknown[] {
  if (record === null) return Array.from({ length: 8 }, () => null);
  const { consentRP, consentBP, draft } = record.versions;
  const met = Object.keys(record.guardSnapshot);
  // Before the first version there is none that the step could rest on.
  return [record.role, record.coSigner, record.row, met, record.zone, consentRP, consentBP, draft || null];
}
