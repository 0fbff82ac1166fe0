import { Injectable } from '@nestjs/common';
import { isTerminal, type DisclosureSnapshot, type DisclosureState } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ProcessRow } from './core-facts.js';
import type { DisclosureScope } from './disclosure-parts.service.js';

/** Writes the process and its facts; as the system alone. */
@Injectable()
export class ProcessRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** False when a process is already under way, also when two ask at the same moment. */
  async open(
    { clinicId, coupleId }: DisclosureScope,
    id: string,
    state: DisclosureState,
    openedBy: string | null,
    at: Date,
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_process (clinic_id, id, couple_id, state, opened_at, opened_by, version, state_since,
          closed_at) VALUES ($1, $2, $3, $4, $5, $6, 1, $5, $7)
        ON CONFLICT (clinic_id, couple_id) WHERE closed_at IS NULL DO NOTHING`,
      [clinicId, id, coupleId, state, at, openedBy, isTerminal(state) ? at : null],
    );
    return added === 1;
  }

  /** Moves the process to the state and the session date of `after`; false when it is no longer at its version. */
  async move(
    { clinicId, coupleId }: DisclosureScope,
    process: ProcessRow,
    after: DisclosureSnapshot,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_process SET state = $5, session_at = $6, version = version + 1,
          state_since = CASE WHEN state = $5 THEN state_since ELSE $7 END,
          closed_at = CASE WHEN $8 THEN coalesce(closed_at, $7) ELSE NULL END
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4`,
      [
        ...[
          clinicId,
          coupleId,
          process.id,
          process.version,
          after.state,
          after.session?.startsAt ?? null,
          at,
        ],
        isTerminal(after.state),
      ],
    );
    return changed === 1;
  }

  /** Keeps what the snapshot says of the process itself; `end` is named once, when the process ends early. */
  async saveFacts(
    { clinicId, coupleId }: DisclosureScope,
    processId: string,
    after: DisclosureSnapshot,
    end: { from: string; sessionAt: Date | null } | null,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_fact AS f (clinic_id, process_id, couple_id, ready_until, recheck_at, recheck_done_at,
          session_ended_at, verification_enabled, verification_agreed, turbulence_until, completion, joint_work_frozen,
          sharing_frozen, ended_from, ended_session_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (clinic_id, process_id) DO UPDATE SET ready_until = $4, recheck_at = $5, recheck_done_at = $6,
          session_ended_at = $7, verification_enabled = $8, verification_agreed = $9, turbulence_until = $10,
          completion = $11, joint_work_frozen = $12, sharing_frozen = $13,
          ended_from = coalesce(f.ended_from, $14), ended_session_at = coalesce(f.ended_session_at, $15)`,
      [
        ...[clinicId, processId, coupleId, after.readyUntil, after.recheckAt, after.recheckDoneAt],
        after.session?.endedAt ?? null,
        after.session?.verificationEnabled ?? false,
        after.session?.verificationAgreed ?? false,
        ...[after.turbulenceUntil, after.completion, after.jointWorkFrozen, after.sharingFrozen],
        ...[end?.from ?? null, end?.sessionAt ?? null],
      ],
    );
  }
}
