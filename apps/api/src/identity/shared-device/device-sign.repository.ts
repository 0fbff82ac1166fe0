import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** `shared_said` by the person, `shared_seen` by the browser, `link_wanted` from a device with a PIN. */
export type DeviceSignKind = 'shared_said' | 'shared_seen' | 'link_wanted';

/** Queries over device_sign, under role auth but where said otherwise. */
@Injectable()
export class DeviceSignRepository {
  constructor(private readonly work: UnitOfWork) {}

  async has(clinicId: string, personId: string, kind: DeviceSignKind): Promise<boolean> {
    const rows = await this.work.rows(
      'SELECT FROM device_sign WHERE clinic_id = $1 AND person_id = $2 AND kind = $3',
      [clinicId, personId, kind],
    );
    return rows.length === 1;
  }

  /** The first date stays. No person at all costs the same statement. */
  async put(clinicId: string, personIds: readonly string[], kind: DeviceSignKind): Promise<void> {
    await this.work.change(
      `INSERT INTO device_sign (clinic_id, person_id, kind, since)
        SELECT $1, p, $3, app.now() FROM unnest($2::uuid[]) p ON CONFLICT (clinic_id, person_id, kind) DO NOTHING`,
      [clinicId, personIds, kind],
    );
  }

  async take(clinicId: string, personId: string, kinds: readonly DeviceSignKind[]): Promise<void> {
    await this.work.change(
      'DELETE FROM device_sign WHERE clinic_id = $1 AND person_id = $2 AND kind = ANY ($3)',
      [clinicId, personId, kinds],
    );
  }

  /** The others of the asking person's couples, as that person under row-level security. */
  async partners(): Promise<string[]> {
    const rows = await this.work.rows<{ person_id: string }>(
      'SELECT DISTINCT person_id FROM enrolment WHERE clinic_id = app.clinic() AND person_id <> app.actor()',
    );
    return rows.map(({ person_id }) => person_id);
  }
}
