import { Injectable } from '@nestjs/common';
import type {
  ActorRole,
  Compartment,
  DisclosureEvent,
  DisclosureSnapshot,
  DisclosureState,
  ReasonClass,
  TransitionRecord,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ProcessFacts {
  readonly id: string;
  readonly state: DisclosureState;
  readonly version: number;
  readonly openedAt: string;
  readonly sessionAt: string | null;
}

export interface DisclosureFacts {
  /** The process that is under way, or null. */
  readonly process: ProcessFacts | null;
  readonly leadId: string | null;
  readonly policy: DisclosureSnapshot['policy'];
  /** Who cares for which side now. */
  readonly team: readonly { readonly staffId: string; readonly side: Compartment }[];
  /** When the last step of the process was taken, as far as the asker may know. */
  readonly lastEventAt: string | null;
  readonly people: readonly {
    readonly side: 'RP' | 'BP';
    readonly enrolled: boolean;
    readonly policySigned: boolean;
  }[];
  readonly iLead: boolean;
}

/** A step as read; the class of a reason only where row-level security opens it to the asker. */
export interface TakenStep {
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
  readonly by_name: string;
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

/** Processes and their steps. Nothing here is a person's word. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** All facts about the couple that are on record so far, in one statement. */
  async facts(grant: CaseGrant): Promise<DisclosureFacts> {
    const [row] = await this.work.rows<{ facts: DisclosureFacts }>(
      `WITH team AS (
        SELECT a.staff_id, a.side, a.lead FROM care_assignment a
          WHERE a.clinic_id = $1 AND a.couple_id = $2
            AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
      )
      SELECT json_build_object(
        'process', (SELECT json_build_object('id', d.id, 'state', d.state, 'version', d.version,
            'openedAt', d.opened_at, 'sessionAt', d.session_at)
          FROM disclosure_process d WHERE d.clinic_id = $1 AND d.couple_id = $2 AND d.closed_at IS NULL),
        'leadId', (SELECT t.staff_id FROM team t WHERE t.lead LIMIT 1),
        'iLead', EXISTS (SELECT FROM team t WHERE t.lead AND t.staff_id = app.actor()),
        'team', (SELECT coalesce(json_agg(json_build_object('staffId', t.staff_id, 'side', t.side)), '[]') FROM team t),
        'policy', (SELECT c.secrets_policy FROM couple c WHERE c.clinic_id = $1 AND c.id = $2),
        'lastEventAt', (SELECT max(v.at) FROM disclosure_event v
          JOIN disclosure_process d ON d.clinic_id = v.clinic_id AND d.id = v.process_id AND d.closed_at IS NULL
          WHERE v.clinic_id = $1 AND v.couple_id = $2 AND cardinality(v.refused_guards) = 0),
        'people', (SELECT coalesce(json_agg(json_build_object('side', e.side, 'enrolled', e.enrolled_at IS NOT NULL,
            'policySigned', EXISTS (SELECT FROM consent k WHERE k.clinic_id = e.clinic_id AND k.person_id = e.person_id
              AND k.kind = 'secrets_policy' AND k.withdrawn_at IS NULL))), '[]')
          FROM enrolment e WHERE e.clinic_id = $1 AND e.couple_id = $2)) AS facts`,
      [grant.clinicId, grant.coupleId],
    );
    if (row === undefined) throw new Error('a statement without a table to be empty gave no row');
    return row.facts;
  }

  /** Steps that were taken, oldest first. */
  async takenSteps(grant: CaseGrant, processId: string): Promise<TakenStep[]> {
    return this.work.rows<TakenStep>(
      `SELECT v.event, v.from_state, v.to_state, v.at, v.actor_id, v.acting_role, v.co_signer, v.table_row, v.met_guards,
          v.zone, v.consent_version_rp, v.consent_version_bp, v.draft_version, r.reason_class, r.side AS reason_side,
          s.name AS by_name
        FROM disclosure_event v JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.actor_id
        LEFT JOIN disclosure_reason r ON r.clinic_id = v.clinic_id AND r.event_id = v.id
        WHERE v.clinic_id = $1 AND v.couple_id = $2 AND v.process_id = $3 AND cardinality(v.refused_guards) = 0
        ORDER BY v.at, v.id`,
      [grant.clinicId, grant.coupleId, processId],
    );
  }

  /** False when a process is already under way, also when two ask at the same moment. */
  async open(
    grant: CaseGrant,
    id: string,
    state: DisclosureState,
    openedBy: string,
    at: Date,
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, version)
        VALUES ($1, $2, $3, $4, $5, $6, 1)
        ON CONFLICT (clinic_id, couple_id) WHERE closed_at IS NULL DO NOTHING`,
      [grant.clinicId, id, grant.coupleId, state, at, openedBy],
    );
    return added === 1;
  }

  /** Moves the process to the state and the session date of `after`; false when it is no longer at its version. */
  async move(
    grant: CaseGrant,
    process: ProcessFacts,
    after: Pick<DisclosureSnapshot, 'state' | 'session'>,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_process SET state = $5, session_at = $6, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4`,
      [
        grant.clinicId,
        grant.coupleId,
        process.id,
        process.version,
        after.state,
        after.session?.startsAt ?? null,
      ],
    );
    return changed === 1;
  }

  /** Puts a step on record, taken or refused; the class of a reason behind the wall of its side. */
  async addStep(grant: CaseGrant, step: StepRow): Promise<void> {
    const { record } = step;
    await this.work.change(
      `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
          actor_id, actor_role, at, acting_role, co_signer, table_row, met_guards, zone, consent_version_rp,
          consent_version_bp, draft_version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12, $13, $14, $15::text[], $16, $17, $18, $19)`,
      [
        grant.clinicId,
        step.id,
        step.processId,
        grant.coupleId,
        step.event,
        step.from,
        step.to,
        step.refusedGuards,
        step.actorId,
        step.actorRole,
        step.at,
        ...columnsOf(record),
      ],
    );
    if (record?.reasonClass == null) return;
    await this.work.change(
      `INSERT INTO disclosure_reason (clinic_id, event_id, couple_id, side, reason_class) VALUES ($1, $2, $3, $4, $5)`,
      [grant.clinicId, step.id, grant.coupleId, record.reasonSide, record.reasonClass],
    );
  }
}

/** From `acting_role` to `draft_version`, in the order of the statement. */
function columnsOf(record: TransitionRecord | null): readonly unknown[] {
  if (record === null) return Array.from({ length: 8 }, () => null);
  const { consentRP, consentBP, draft } = record.versions;
  const met = Object.keys(record.guardSnapshot);
  return [record.role, record.coSigner, record.row, met, record.zone, consentRP, consentBP, draft];
}
