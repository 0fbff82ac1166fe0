import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClinicTemplate } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ExerciseRow, FormRights, VersionRow } from './exercise-row.js';

export interface NewDraft {
  readonly templateId: string;
  readonly code: string;
  readonly number: number;
  readonly content: ClinicTemplate;
  readonly rights: FormRights;
  readonly by: string;
  readonly at: Date;
}

const templates = `SELECT t.id, t.code, t.retired_at, s.name AS retired_by_name, t.retire_reason, t.version
  FROM exercise_template t LEFT JOIN staff_member s ON s.clinic_id = t.clinic_id AND s.id = t.retired_by`;

/** The exercises of the clinic of whoever asks, and their versions. */
@Injectable()
export class ExerciseRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. */
  async all(most: number): Promise<ExerciseRow[]> {
    return this.work.rows<ExerciseRow>(
      `${templates} WHERE t.clinic_id = app.clinic() ORDER BY t.created_at DESC, t.id LIMIT $1`,
      [most],
    );
  }

  async one(id: string): Promise<ExerciseRow | null> {
    const [row] = await this.work.rows<ExerciseRow>(
      `${templates} WHERE t.clinic_id = app.clinic() AND t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The newest published version and the draft of each. */
  async current(
    templateIds: readonly string[],
  ): Promise<Pick<VersionRow, 'template_id' | 'code' | 'number' | 'state' | 'content'>[]> {
    return this.work.rows(
      `SELECT DISTINCT ON (template_id, state) template_id, code, number, state, content FROM exercise_version
        WHERE clinic_id = app.clinic() AND template_id = ANY ($1::uuid[])
        ORDER BY template_id, state, number DESC LIMIT $2`,
      [templateIds, templateIds.length * 2],
    );
  }

  /** Newest first. */
  async versions(templateId: string, most: number): Promise<VersionRow[]> {
    return this.work.rows<VersionRow>(
      `SELECT v.template_id, v.code, v.number, v.state, v.content, v.saved_at, s.name AS saved_by_name, v.published_at,
          p.name AS published_by_name, v.reason, v.keeps_words, v.copyright, a.name AS attested_by_name,
          v.licence_reference
        FROM exercise_version v
        JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.saved_by
        LEFT JOIN staff_member p ON p.clinic_id = v.clinic_id AND p.id = v.published_by
        LEFT JOIN staff_member a ON a.clinic_id = v.clinic_id AND a.id = v.attested_by
        WHERE v.clinic_id = app.clinic() AND v.template_id = $1 ORDER BY v.number DESC LIMIT $2`,
      [templateId, most],
    );
  }

  /** Numbers that are taken for a track, such as 1 for RX01. Waits for whoever takes one just now. */
  async numbersTaken(track: 'R' | 'B'): Promise<number[]> {
    await this.work.rows(
      "SELECT pg_advisory_xact_lock(hashtextextended('exercises/' || app.clinic()::text, 0))",
    );
    const rows = await this.work.rows<{ number: number }>(
      `SELECT substring(code FROM 3)::integer AS number FROM exercise_template
        WHERE clinic_id = app.clinic() AND code LIKE $1 || 'X%' ORDER BY number LIMIT 1000`,
      [track],
    );
    return rows.map(({ number }) => number);
  }

  async add(clinicId: string, exercise: { id: string; code: string; by: string; at: Date }): Promise<void> {
    await this.work.change(
      'INSERT INTO exercise_template (clinic_id, id, code, created_by, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [clinicId, exercise.id, exercise.code, exercise.by, exercise.at],
    );
  }

  async addDraft(clinicId: string, draft: NewDraft): Promise<void> {
    const { copyright, attestedBy, licenceReference } = draft.rights;
    await this.work.change(
      `INSERT INTO exercise_version (clinic_id, id, template_id, code, number, state, content, saved_by, saved_at,
          keeps_words, copyright, attested_by, attested_at, licence_reference)
        VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, false, $9, $10, CASE WHEN $10::uuid IS NOT NULL THEN $8::timestamptz END, $11)`,
      [
        ...[
          clinicId,
          randomUUID(),
          draft.templateId,
          draft.code,
          draft.number,
          JSON.stringify(draft.content),
        ],
        ...[draft.by, draft.at, copyright, attestedBy, licenceReference],
      ],
    );
  }

  /** The next version of an imported form is still that form. */
  async addNextDraft(clinicId: string, draft: Omit<NewDraft, 'rights'>): Promise<void> {
    await this.work.change(
      `INSERT INTO exercise_version (clinic_id, id, template_id, code, number, state, content, saved_by, saved_at,
          keeps_words, copyright, attested_by, attested_at, licence_reference)
        SELECT $1, $2, $3, $4, $5, 'draft', $6, $7, $8, false, v.copyright, v.attested_by, v.attested_at, v.licence_reference
          FROM exercise_version v WHERE v.clinic_id = $1 AND v.template_id = $3 ORDER BY v.number DESC LIMIT 1`,
      [
        ...[
          clinicId,
          randomUUID(),
          draft.templateId,
          draft.code,
          draft.number,
          JSON.stringify(draft.content),
        ],
        ...[draft.by, draft.at],
      ],
    );
  }

  async saveDraft(templateId: string, content: ClinicTemplate, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE exercise_version SET content = $2, saved_by = $3, saved_at = $4
        WHERE clinic_id = app.clinic() AND template_id = $1 AND state = 'draft'`,
      [templateId, JSON.stringify(content), by, at],
    );
    return changed === 1;
  }

  async publish(
    templateId: string,
    reason: string,
    keepsWords: boolean,
    by: string,
    at: Date,
  ): Promise<void> {
    await this.work.change(
      `UPDATE exercise_version SET state = 'published', published_by = $2, published_at = $3, reason = $4, keeps_words = $5
        WHERE clinic_id = app.clinic() AND template_id = $1 AND state = 'draft'`,
      [templateId, by, at, reason, keepsWords],
    );
  }

  /** Moves an exercise on from exactly this version. False when somebody was faster. */
  async move(id: string, version: number): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE exercise_template SET version = version + 1 WHERE clinic_id = app.clinic() AND id = $1 AND version = $2',
      [id, version],
    );
    return changed === 1;
  }

  async retire(id: string, reason: string, by: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE exercise_template SET retired_at = $4, retired_by = $3, retire_reason = $2
        WHERE clinic_id = app.clinic() AND id = $1`,
      [id, reason, by, at],
    );
  }
}
