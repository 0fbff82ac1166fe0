import { Injectable } from '@nestjs/common';
import type { ClinicNotePart } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NoteFormRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly parts: readonly ClinicNotePart[];
  readonly retired_at: Date | null;
}

/** Forms of the clinic, each draft of them. Nothing here is about anybody. */
@Injectable()
export class NoteFormsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The latest draft of each form: those in use first, by name; at most 100. */
  async list(): Promise<NoteFormRow[]> {
    return this.work.rows<NoteFormRow>(
      `SELECT * FROM (SELECT DISTINCT ON (f.id) f.id, f.number, f.name, f.parts, f.retired_at FROM progress_note_form f
          WHERE f.clinic_id = app.clinic() ORDER BY f.id, f.number DESC) latest
        ORDER BY retired_at IS NOT NULL, lower(name), id LIMIT 100`,
    );
  }

  async latest(id: string): Promise<NoteFormRow | null> {
    const [row] = await this.work.rows<NoteFormRow>(
      `SELECT f.id, f.number, f.name, f.parts, f.retired_at FROM progress_note_form f
        WHERE f.clinic_id = app.clinic() AND f.id = $1 ORDER BY f.number DESC LIMIT 1`,
      [id],
    );
    return row ?? null;
  }

  /** False when somebody added that number since. */
  async add(form: Omit<NoteFormRow, 'retired_at'>, at: Date): Promise<boolean> {
    const { clinicId, id: by } = currentActor();
    const added = await this.work.change(
      `INSERT INTO progress_note_form (clinic_id, id, number, name, parts, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [clinicId, form.id, form.number, form.name, JSON.stringify(form.parts), by, at],
    );
    return added === 1;
  }

  /** Takes its latest draft out of use. False when there is a later one, or it is out of use already. */
  async retire(id: string, number: number, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE progress_note_form SET retired_at = $3
        WHERE clinic_id = app.clinic() AND id = $1 AND number = $2 AND retired_at IS NULL
          AND NOT EXISTS (SELECT FROM progress_note_form l
            WHERE l.clinic_id = app.clinic() AND l.id = $1 AND l.number > $2)`,
      [id, number, at],
    );
    return changed === 1;
  }
}
