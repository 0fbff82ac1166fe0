import { Injectable } from '@nestjs/common';
import type { DisclosureState } from '@trellis/domain';
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
  readonly coupleTherapistAssigned: boolean;
  readonly people: readonly {
    readonly side: 'RP' | 'BP';
    readonly enrolled: boolean;
    readonly policySigned: boolean;
  }[];
  readonly iLead: boolean;
}

export interface TakenStep {
  readonly event: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly at: Date;
  readonly by_name: string;
}

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
        'coupleTherapistAssigned', EXISTS (SELECT FROM team t WHERE t.side = 'JOINT'),
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
      `SELECT v.event, v.from_state, v.to_state, v.at, s.name AS by_name
        FROM disclosure_event v JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.actor_id
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

  /** Moves the process to a state with a session date; false when it is no longer at `version`. */
  async schedule(
    grant: CaseGrant,
    process: ProcessFacts,
    state: DisclosureState,
    sessionAt: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_process SET state = $5, session_at = $6, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4`,
      [grant.clinicId, grant.coupleId, process.id, process.version, state, sessionAt],
    );
    return changed === 1;
  }

  /** Puts a step on record, taken or refused. */
  async addStep(grant: CaseGrant, step: StepRow): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
          actor_id, actor_role, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11)`,
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
      ],
    );
  }
}
