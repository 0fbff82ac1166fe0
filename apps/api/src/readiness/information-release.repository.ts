import { Injectable } from '@nestjs/common';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface InformationReleaseRecord {
  readonly id: string;
  readonly side: 'RP' | 'BP';
  readonly scopes: string[];
  readonly therapists: string[];
  readonly valid_until: string;
  readonly asked_at: Date;
  readonly signed_at: Date | null;
  readonly revoked_at: Date | null;
  readonly version: number;
}

export interface NewInformationRelease {
  readonly id: string;
  readonly personId: string;
  readonly side: 'RP' | 'BP';
  readonly scopes: readonly string[];
  readonly validUntil: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

const columns = `r.id, r.side, r.scopes, r.valid_until::text, r.asked_at, r.signed_at, r.revoked_at, r.version,
  ARRAY(SELECT s.name FROM staff_member s WHERE s.clinic_id = r.clinic_id AND s.id = ANY (r.staff_ids) ORDER BY s.name)
    AS therapists`;

/** Releases of information. A person finds their own; therapists of the couple find those of both. */
@Injectable()
export class InformationReleaseRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest asking first, at most 50. */
  async list({ clinicId, coupleId }: DisclosureScope): Promise<InformationReleaseRecord[]> {
    return this.work.rows<InformationReleaseRecord>(
      `SELECT ${columns} FROM information_release r WHERE r.clinic_id = $1 AND r.couple_id = $2
        ORDER BY r.asked_at DESC, r.id DESC LIMIT 50`,
      [clinicId, coupleId],
    );
  }

  async one({ clinicId, coupleId }: DisclosureScope, id: string): Promise<InformationReleaseRecord | null> {
    const [row] = await this.work.rows<InformationReleaseRecord>(
      `SELECT ${columns} FROM information_release r WHERE r.clinic_id = $1 AND r.couple_id = $2 AND r.id = $3`,
      [clinicId, coupleId, id],
    );
    return row ?? null;
  }

  /** Names every therapist who cares for the couple now. */
  async add({ clinicId, coupleId }: DisclosureScope, release: NewInformationRelease): Promise<void> {
    const { id, personId, side, scopes, validUntil, askedBy, askedAt } = release;
    await this.work.change(
      `INSERT INTO information_release (clinic_id, id, couple_id, person_id, side, scopes, staff_ids, valid_until, asked_by,
          asked_at, version)
        SELECT $1, $2, $3, $4, $5, $6, ARRAY(SELECT DISTINCT a.staff_id FROM care_assignment a
            WHERE a.clinic_id = $1 AND a.couple_id = $3 AND a.from_at <= app.now()
              AND (a.to_at IS NULL OR a.to_at > app.now())), $7, $8, $9, 1`,
      [clinicId, id, coupleId, personId, side, scopes, validUntil, askedBy, askedAt],
    );
  }

  /** False unless it is at `version`, not signed, not taken back, and its last day has not passed. */
  async sign(
    { clinicId }: DisclosureScope,
    id: string,
    version: number,
    text: { readonly version: string; readonly hash: string; readonly at: Date; readonly today: string },
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE information_release SET signed_at = $4, text_version = $5, text_hash = $6, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3 AND signed_at IS NULL AND revoked_at IS NULL
          AND valid_until >= $7::date`,
      [clinicId, id, version, text.at, text.version, text.hash, text.today],
    );
    return changed === 1;
  }

  /** False when it was taken back before. */
  async revoke({ clinicId }: DisclosureScope, id: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE information_release SET revoked_at = $3, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND revoked_at IS NULL`,
      [clinicId, id, at],
    );
    return changed === 1;
  }
}
