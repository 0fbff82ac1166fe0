import { Injectable } from '@nestjs/common';
import type { SlipAgreement, Stage } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface AgreementRow {
  readonly id: string;
  readonly number: number;
  readonly stage: Stage;
  readonly signed_at: Date;
  readonly ended_at: Date | null;
  readonly version: number;
  readonly signed_by_name: string;
}

export interface NewAgreement {
  readonly id: string;
  readonly workId: string;
  readonly signedBy: string;
  readonly slips: SlipAgreement | null;
}

/** Agreements of a couple, each by the exercise that it was written in. */
@Injectable()
export class AgreementRepository {
  constructor(private readonly work: UnitOfWork) {}

  async of(grant: CaseGrant | PersonGrant, workId: string): Promise<AgreementRow | null> {
    const [row] = await this.work.rows<AgreementRow>(
      `SELECT g.id, g.number, g.stage, g.signed_at, g.ended_at, g.version, s.name AS signed_by_name
        FROM information_agreement g JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.signed_by
        WHERE g.couple_id = $1 AND g.work_id = $2`,
      [grant.coupleId, workId],
    );
    return row ?? null;
  }

  /** Whether the couple has a couple therapist now, whose signature it then is. */
  async hasCoupleTherapist({ coupleId }: CaseGrant): Promise<boolean> {
    const [row] = await this.work.rows<{ has: boolean }>(
      `SELECT EXISTS (SELECT FROM care_assignment a
        WHERE a.couple_id = $1 AND a.side = 'JOINT' AND a.from_at <= app.now()
          AND (a.to_at IS NULL OR a.to_at > app.now())) AS has`,
      [coupleId],
    );
    return row?.has === true;
  }

  /** Puts it in force, and ends the one before it at the same moment. False when it is in force already. */
  async sign(grant: CaseGrant, { id, workId, signedBy, slips }: NewAgreement, at: Date): Promise<boolean> {
    await this.work.change(
      `UPDATE information_agreement SET ended_at = $2, version = version + 1
        WHERE couple_id = $1 AND ended_at IS NULL AND work_id <> $3`,
      [grant.coupleId, at, workId],
    );
    const added = await this.work.change(
      `INSERT INTO information_agreement (clinic_id, id, couple_id, work_id, number, stage, signed_by, signed_at, slip_told,
          slip_hours, version)
        SELECT $1, $2, $3, $4, 1 + coalesce(max(g.number), 0), $5, $6, $7, $8, $9, 1
          FROM information_agreement g WHERE g.couple_id = $3
        ON CONFLICT DO NOTHING`,
      [
        ...[grant.clinicId, id, grant.coupleId, workId, grant.stage, signedBy, at],
        ...[slips?.tellPartner ?? null, slips?.partnerHours ?? null],
      ],
    );
    return added === 1;
  }

  /** False when it ended meanwhile. */
  async end(
    grant: CaseGrant | PersonGrant,
    agreementId: string,
    version: number,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE information_agreement SET ended_at = $4, version = version + 1
        WHERE couple_id = $1 AND id = $2 AND version = $3 AND ended_at IS NULL`,
      [grant.coupleId, agreementId, version, at],
    );
    return changed === 1;
  }
}
