import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** How long a code for a second device is good, in minutes. */
export const deviceLinkMinutes = 10;

/** Queries over device_link, under role auth and by database time. */
@Injectable()
export class DeviceLinkRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Ends the person's code before. Answers until when this one is good. */
  async put(clinicId: string, personId: string, codeMac: Buffer): Promise<Date | null> {
    await this.end(clinicId, personId);
    const rows = await this.work.rows<{ expires_at: Date }>(
      `INSERT INTO device_link (clinic_id, person_id, code_mac, created_at, expires_at)
        VALUES ($1, $2, $3, app.now(), app.now() + make_interval(mins => $4)) RETURNING expires_at`,
      [clinicId, personId, codeMac, deviceLinkMinutes],
    );
    return rows[0]?.expires_at ?? null;
  }

  /** Whose code it is, for the one call that uses it up; null for none, and for one that ran out. */
  async use(codeMac: Buffer): Promise<{ clinicId: string; personId: string } | null> {
    const rows = await this.work.rows<{ clinic_id: string; person_id: string; good: boolean }>(
      'DELETE FROM device_link WHERE code_mac = $1 RETURNING clinic_id, person_id, expires_at > app.now() AS good',
      [codeMac],
    );
    const [row] = rows;
    return row?.good === true ? { clinicId: row.clinic_id, personId: row.person_id } : null;
  }

  async end(clinicId: string, personId: string): Promise<void> {
    await this.work.change('DELETE FROM device_link WHERE clinic_id = $1 AND person_id = $2', [
      clinicId,
      personId,
    ]);
  }
}
