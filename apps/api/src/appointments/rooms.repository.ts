import { Injectable } from '@nestjs/common';
import type { RoomView } from '@trellis/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Rooms of the clinic. */
@Injectable()
export class RoomsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Open ones by name, 200 at most. */
  async open(): Promise<RoomView[]> {
    return this.work.rows<RoomView>(
      `SELECT id, name, version FROM room WHERE clinic_id = app.clinic() AND closed_at IS NULL
        ORDER BY lower(name), id LIMIT 200`,
    );
  }

  async isOpen(id: string): Promise<boolean> {
    const [row] = await this.work.rows<{ open: boolean }>(
      `SELECT EXISTS (SELECT FROM room WHERE clinic_id = app.clinic() AND id = $1 AND closed_at IS NULL) AS open`,
      [id],
    );
    return row?.open ?? false;
  }

  /** False where an open room has the name already. */
  async add(clinicId: string, id: string, name: string): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO room (clinic_id, id, name, version) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING`,
      [clinicId, id, name],
    );
    return added === 1;
  }

  /** False where it changed meanwhile, or is closed. */
  async close(id: string, version: number, at: Date): Promise<boolean> {
    const closed = await this.work.change(
      `UPDATE room SET closed_at = $3, version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1 AND version = $2 AND closed_at IS NULL`,
      [id, version, at],
    );
    return closed === 1;
  }
}
