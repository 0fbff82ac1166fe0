import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What a person chose, as it is stored. */
export interface WishRow {
  readonly id: string;
  readonly version: number;
  readonly given: boolean;
  readonly address_sealed: Buffer | null;
  readonly quiet_from: string;
  readonly quiet_until: string;
  readonly quiet_days: number[];
  readonly zone: string;
  readonly discreet: boolean;
  readonly made_at: Date;
}

const columns =
  'id, version, given, address_sealed, quiet_from, quiet_until, quiet_days, zone, discreet, made_at';

/** A person's own wishes about reminders. */
@Injectable()
export class ReminderWishRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The newest version; null while the person chose nothing. */
  async newest(personId: string): Promise<WishRow | null> {
    const [row] = await this.work.rows<WishRow>(
      `SELECT ${columns} FROM reminder_wish WHERE clinic_id = app.clinic() AND person_id = $1 AND newest`,
      [personId],
    );
    return row ?? null;
  }

  /** Puts a version in the place of the one before, whose address goes. False when another has taken the number. */
  async replace({ clinicId, personId }: PersonGrant, row: WishRow): Promise<boolean> {
    await this.work.change(
      `UPDATE reminder_wish SET newest = false, address_sealed = NULL
        WHERE clinic_id = $1 AND person_id = $2 AND newest AND version = $3`,
      [clinicId, personId, row.version - 1],
    );
    const added = await this.work.change(
      `INSERT INTO reminder_wish (clinic_id, id, person_id, version, newest, given, address_sealed, quiet_from,
          quiet_until, quiet_days, zone, discreet, made_at, look_at)
        VALUES ($1, $2, $3, $4, true, $5, $6, $7, $8, $9, $10, $11, $12, $12) ON CONFLICT DO NOTHING`,
      [
        ...[clinicId, row.id, personId, row.version, row.given, row.address_sealed],
        ...[row.quiet_from, row.quiet_until, row.quiet_days, row.zone, row.discreet, row.made_at],
      ],
    );
    return added === 1;
  }
}
