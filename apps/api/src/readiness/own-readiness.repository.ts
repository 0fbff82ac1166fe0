import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface GroundingRow {
  readonly on_day: string;
  readonly skill: string;
  readonly recovery_noted: boolean;
}

/** The partner's own grounding log. */
@Injectable()
export class OwnReadinessRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first; `from` is a local day. */
  async log({ clinicId, personId }: PersonGrant, from: string): Promise<GroundingRow[]> {
    return this.work.rows<GroundingRow>(
      `SELECT on_day::text, skill, recovery_noted FROM grounding_entry
        WHERE clinic_id = $1 AND person_id = $2 AND on_day >= $3::date ORDER BY on_day DESC, id DESC LIMIT 100`,
      [clinicId, personId, from],
    );
  }

  async add(
    { clinicId, coupleId, personId }: PersonGrant,
    entry: GroundingRow & { readonly id: string; readonly at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO grounding_entry (clinic_id, id, couple_id, person_id, side, on_day, skill, recovery_noted, entered_at)
        VALUES ($1, $2, $3, $4, 'BP', $5, $6, $7, $8)`,
      [clinicId, entry.id, coupleId, personId, entry.on_day, entry.skill, entry.recovery_noted, entry.at],
    );
  }
}
