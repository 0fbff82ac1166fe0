import { Injectable } from '@nestjs/common';
import type { ReadinessItemId, ReadinessStatus } from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NewMark {
  readonly id: string;
  readonly processId: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly item: ReadinessItemId;
  readonly version: number;
  readonly status: ReadinessStatus;
  readonly markedBy: string;
  readonly markedRole: 'therapist' | 'client' | 'clinic_admin' | 'owner';
  readonly markedAt: Date;
  readonly keyOwnerId: string;
  readonly reason: Buffer | null;
  readonly evidence: Buffer | null;
  readonly coSignerAsked: string | null;
}

export interface MarkRow {
  readonly item: ReadinessItemId;
  readonly status: ReadinessStatus;
  readonly version: number;
  readonly marked_at: Date;
  readonly marked_by: string;
  readonly by_name: string | null;
  readonly co_signer_name: string | null;
  readonly co_signed_at: Date | null;
  readonly co_refused_at: Date | null;
  readonly has_words: boolean;
}

export interface CosignRow {
  readonly id: string;
  readonly couple_name: string;
  readonly item: ReadinessItemId;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly marked_by: string;
  readonly marked_by_name: string;
  readonly marked_at: Date;
}

/** Marks of criteria. They are added one after the other; the asker reads those of their own sides. */
@Injectable()
export class ReadinessMarkRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** False when somebody marked the item since: its next version is taken. */
  async add({ clinicId, coupleId }: DisclosureScope, mark: NewMark): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO readiness_mark (clinic_id, id, process_id, couple_id, side, item, version, status, marked_by, marked_role,
          marked_at, key_owner_id, reason_sealed, evidence_sealed, cosigner_asked)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (clinic_id, process_id, item, version) DO NOTHING`,
      [
        ...[clinicId, mark.id, mark.processId, coupleId, mark.side, mark.item, mark.version, mark.status],
        ...[mark.markedBy, mark.markedRole, mark.markedAt, mark.keyOwnerId, mark.reason, mark.evidence],
        mark.coSignerAsked,
      ],
    );
    return added === 1;
  }

  /** The mark that counts of each item, as far as the reader may see it. */
  async newest({ clinicId }: DisclosureScope, processId: string): Promise<MarkRow[]> {
    return this.work.rows<MarkRow>(
      `SELECT DISTINCT ON (m.item) m.item, m.status, m.version, m.marked_at, m.marked_by, coalesce(s.name, p.name) AS by_name,
          k.name AS co_signer_name, m.co_signed_at, m.co_refused_at,
          (coalesce(length(m.reason_sealed) > 1, false) OR m.evidence_sealed IS NOT NULL) AS has_words
        FROM readiness_mark m
        LEFT JOIN staff_member s ON s.clinic_id = m.clinic_id AND s.id = m.marked_by
        LEFT JOIN person p ON p.clinic_id = m.clinic_id AND p.id = m.marked_by
        LEFT JOIN staff_member k ON k.clinic_id = m.clinic_id AND k.id = m.cosigner_asked
        WHERE m.clinic_id = $1 AND m.process_id = $2 ORDER BY m.item, m.version DESC`,
      [clinicId, processId],
    );
  }

  /**
   * Colleagues who may sign with the asker: therapists and supervisors who are on the couple's team for the sides given
   * or not at all. Somebody of the other side is not asked, because they would read the reason.
   */
  async coSigners(
    { clinicId, coupleId }: DisclosureScope,
    askerId: string,
  ): Promise<{ readonly id: string; readonly name: string; readonly sides: string[] }[]> {
    return this.work.rows(
      `SELECT s.id, s.name, ARRAY(SELECT DISTINCT a.side FROM care_assignment a WHERE a.clinic_id = s.clinic_id
            AND a.couple_id = $2 AND a.staff_id = s.id AND a.from_at <= app.now()
            AND (a.to_at IS NULL OR a.to_at > app.now()) ORDER BY a.side) AS sides
        FROM staff_member s
        WHERE s.clinic_id = $1 AND s.id <> $3 AND s.role IN ('therapist', 'supervisor') AND s.deactivated_at IS NULL
        ORDER BY s.name, s.id LIMIT 200`,
      [clinicId, coupleId, askerId],
    );
  }

  /** What waits for the asker's own second signature. */
  async askedOfMe(): Promise<CosignRow[]> {
    return this.work.rows<CosignRow>('SELECT * FROM app.asked_cosigns()');
  }

  async reasonOf(
    clinicId: string,
    id: string,
  ): Promise<{ readonly key_owner_id: string; readonly reason_sealed: Buffer } | null> {
    const [row] = await this.work.rows<{ key_owner_id: string; reason_sealed: Buffer }>(
      `SELECT key_owner_id, reason_sealed FROM readiness_mark WHERE clinic_id = $1 AND id = $2
        AND cosigner_asked = app.actor() AND length(reason_sealed) > 1`,
      [clinicId, id],
    );
    return row ?? null;
  }

  /** False when it was answered already. */
  async answer(clinicId: string, id: string, staffId: string, agreed: boolean, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE readiness_mark SET co_signer = CASE WHEN $4 THEN $3::uuid END, co_signed_at = CASE WHEN $4 THEN $5::timestamptz END,
          co_refused_at = CASE WHEN NOT $4 THEN $5::timestamptz END
        WHERE clinic_id = $1 AND id = $2 AND cosigner_asked = $3::uuid AND co_signed_at IS NULL AND co_refused_at IS NULL`,
      [clinicId, id, staffId, agreed, at],
    );
    return changed === 1;
  }
}
