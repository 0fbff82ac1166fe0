import { Injectable } from '@nestjs/common';
import type { PartnerTelling } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

interface CoupleGrant {
  readonly clinicId: string;
  readonly coupleId: string;
}

export interface SlipRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: 'slip' | 'new_material';
  readonly level: 'near_slip' | 'slip' | 'longer_episode' | null;
  readonly slip_at: Date;
  readonly logged_at: Date;
  readonly therapist_told_at: Date | null;
  readonly partner: PartnerTelling;
  readonly partner_at: Date | null;
  readonly has_words: boolean;
  readonly version: number;
  /** What the agreement in force at the slip said of slips; null where there was none, or it said nothing of them. */
  readonly agreed: { readonly tellPartner: boolean; readonly partnerHours: number | null } | null;
}

export interface NewSlip {
  readonly id: string;
  readonly personId: string;
  readonly kind: SlipRow['kind'];
  readonly level: SlipRow['level'];
  readonly slipAt: Date;
  readonly loggedBy: string;
  readonly telling: Telling;
  readonly sealed: Buffer | null;
}

export interface Telling {
  readonly therapistToldAt: Date | null;
  readonly partner: PartnerTelling;
  readonly partnerAt: Date | null;
}

const columns = `id, person_id, kind, level, slip_at, logged_at, therapist_told_at, partner, partner_at,
  details_sealed IS NOT NULL AS has_words, version,
  (SELECT jsonb_build_object('tellPartner', g.slip_told, 'partnerHours', g.slip_hours) FROM information_agreement g
    WHERE g.clinic_id = slip.clinic_id AND g.couple_id = slip.couple_id AND g.slip_told IS NOT NULL
      AND g.signed_at <= slip.slip_at AND (g.ended_at IS NULL OR g.ended_at > slip.slip_at) LIMIT 1) AS agreed`;

/** Slips and material that was not in the document. The partner and that side's therapists find none. */
@Injectable()
export class SlipRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first, 50 at most. */
  async all(grant: CoupleGrant): Promise<SlipRow[]> {
    return this.work.rows<SlipRow>(
      `SELECT ${columns} FROM slip WHERE clinic_id = $1 AND couple_id = $2 ORDER BY slip_at DESC, id DESC LIMIT 50`,
      [grant.clinicId, grant.coupleId],
    );
  }

  async one(grant: CoupleGrant, id: string): Promise<SlipRow | null> {
    const [row] = await this.work.rows<SlipRow>(
      `SELECT ${columns} FROM slip WHERE clinic_id = $1 AND couple_id = $2 AND id = $3`,
      [grant.clinicId, grant.coupleId, id],
    );
    return row ?? null;
  }

  async sealed(grant: CoupleGrant, id: string): Promise<Buffer | null> {
    const [row] = await this.work.rows<{ details_sealed: Buffer | null }>(
      'SELECT details_sealed FROM slip WHERE clinic_id = $1 AND couple_id = $2 AND id = $3',
      [grant.clinicId, grant.coupleId, id],
    );
    return row?.details_sealed ?? null;
  }

  async add(grant: CoupleGrant, slip: NewSlip, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO slip (clinic_id, id, couple_id, person_id, kind, level, slip_at, logged_at, logged_by,
          therapist_told_at, partner, partner_at, details_sealed, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)`,
      [
        ...[grant.clinicId, slip.id, grant.coupleId, slip.personId, slip.kind, slip.level, slip.slipAt, at],
        ...[
          slip.loggedBy,
          slip.telling.therapistToldAt,
          slip.telling.partner,
          slip.telling.partnerAt,
          slip.sealed,
        ],
      ],
    );
  }

  async tell(grant: CoupleGrant, id: string, version: number, telling: Telling): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE slip SET therapist_told_at = $4, partner = $5, partner_at = $6, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [grant.clinicId, id, version, telling.therapistToldAt, telling.partner, telling.partnerAt],
    );
    return changed === 1;
  }

  async recoveringPerson(grant: CoupleGrant): Promise<string | null> {
    const [row] = await this.work.rows<{ person_id: string }>(
      `SELECT person_id FROM enrolment WHERE clinic_id = $1 AND couple_id = $2 AND side = 'RP' ORDER BY id LIMIT 1`,
      [grant.clinicId, grant.coupleId],
    );
    return row?.person_id ?? null;
  }

  async askedAt(grant: CoupleGrant): Promise<Date | null> {
    const [row] = await this.work.rows<{ at: Date | null }>(
      'SELECT max(asked_at) AS at FROM slip_inquiry WHERE clinic_id = $1 AND couple_id = $2',
      [grant.clinicId, grant.coupleId],
    );
    return row?.at ?? null;
  }

  async addAsked(grant: CoupleGrant, id: string, by: string, at: Date): Promise<void> {
    await this.work.change(
      'INSERT INTO slip_inquiry (clinic_id, id, couple_id, asked_at, asked_by) VALUES ($1, $2, $3, $4, $5)',
      [grant.clinicId, id, grant.coupleId, at, by],
    );
  }

  async wind(grant: CoupleGrant, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [grant.coupleId, at]);
  }
}
