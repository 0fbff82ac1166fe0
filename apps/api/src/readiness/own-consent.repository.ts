import { Injectable } from '@nestjs/common';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ConsentRow {
  readonly side: 'RP' | 'BP';
  readonly answer: 'yes' | 'not_now' | 'no';
  readonly text_version: string;
  readonly answered_at: Date;
  readonly revoked_at: Date | null;
  /** Only by the person; what ended the process revokes without it. */
  readonly withdrawn_at: Date | null;
}

export interface NewAnswer {
  readonly id: string;
  readonly processId: string;
  readonly answer: ConsentRow['answer'];
  readonly textVersion: string;
  readonly textHash: string;
  readonly at: Date;
}

/** Answers to a disclosure. A person finds their own, a therapist those of the people on their side. */
@Injectable()
export class OwnConsentRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest answer of each person whom the reader may see. */
  async newest({ clinicId }: DisclosureScope, processId: string): Promise<ConsentRow[]> {
    return this.work.rows<ConsentRow>(
      `SELECT DISTINCT ON (k.side) k.side, k.answer, k.text_version, k.answered_at, k.revoked_at,
          k.withdrawn_at FROM disclosure_consent k
        WHERE k.clinic_id = $1 AND k.process_id = $2 ORDER BY k.side, k.number DESC`,
      [clinicId, processId],
    );
  }

  /** False when the same person answered at the same moment elsewhere. */
  async add({ clinicId, coupleId, personId, side }: PersonGrant, answer: NewAnswer): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_consent (clinic_id, id, process_id, couple_id, person_id, side, number, answer, text_version,
          text_hash, answered_at)
        SELECT $1, $2, $3, $4, $5, $6, coalesce(max(k.number), 0) + 1, $7, $8, $9, $10 FROM disclosure_consent k
          WHERE k.clinic_id = $1 AND k.process_id = $3 AND k.person_id = $5
        ON CONFLICT (clinic_id, process_id, side, number) DO NOTHING`,
      [
        ...[clinicId, answer.id, answer.processId, coupleId, personId, side, answer.answer],
        ...[answer.textVersion, answer.textHash, answer.at],
      ],
    );
    return added === 1;
  }

  /** Takes back whatever the person said yes to in this process. */
  async takeBack({ clinicId, personId }: PersonGrant, processId: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_consent SET revoked_at = coalesce(revoked_at, $4), withdrawn_at = $4
        WHERE clinic_id = $1 AND person_id = $2 AND process_id = $3 AND withdrawn_at IS NULL`,
      [clinicId, personId, processId, at],
    );
  }
}
