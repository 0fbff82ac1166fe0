import { Injectable } from '@nestjs/common';
import type { ChangeChoice, CutChoice } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { FormLine, FormRow, NewForm, ThresholdRow } from './instrument-row.js';

const whole = `SELECT f.id, f.code, f.language, f.number, f.resource, f.mapping, f.copyright, f.attested_by, f.attested_at,
    f.licence_reference FROM instrument_form f`;
/** More forms than a clinic has in its years. */
const mostForms = 400;

/** Forms and lines of the clinic of whoever asks. They hold no word of any person. */
@Injectable()
export class InstrumentFormsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. */
  async lines(): Promise<FormLine[]> {
    return this.work.rows<FormLine>(
      `SELECT f.id, f.code, f.language, f.number, f.resource ->> 'title' AS title, f.copyright,
          s.name AS attested_by_name, f.attested_at, f.licence_reference, f.retired_at, f.version
        FROM instrument_form f JOIN staff_member s ON s.clinic_id = f.clinic_id AND s.id = f.attested_by
        WHERE f.clinic_id = app.clinic() ORDER BY f.attested_at DESC, f.id LIMIT $1`,
      [mostForms],
    );
  }

  async thresholds(): Promise<ThresholdRow[]> {
    return this.work.rows<ThresholdRow>(
      `SELECT t.code, t.cut, t.change, s.name AS set_by_name, t.set_at, t.version FROM instrument_threshold t
        JOIN staff_member s ON s.clinic_id = t.clinic_id AND s.id = t.set_by
        WHERE t.clinic_id = app.clinic() ORDER BY t.code LIMIT 100`,
    );
  }

  async one(id: string): Promise<FormRow | null> {
    const [row] = await this.work.rows<FormRow>(`${whole} WHERE f.clinic_id = app.clinic() AND f.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  async some(ids: readonly string[]): Promise<FormRow[]> {
    return this.work.rows<FormRow>(
      `${whole} WHERE f.clinic_id = app.clinic() AND f.id = ANY ($1::uuid[]) LIMIT $2`,
      [ids, mostForms],
    );
  }

  /** The form that is in use, in the person's language where there is one. */
  async inUse(code: string, language: 'en' | 'es'): Promise<FormRow | null> {
    const [row] = await this.work.rows<FormRow>(
      `${whole} WHERE f.clinic_id = app.clinic() AND f.code = $1 AND f.retired_at IS NULL
        ORDER BY f.language = $2 DESC, f.number DESC LIMIT 1`,
      [code, language],
    );
    return row ?? null;
  }

  /** Codes that can be given. */
  async codesInUse(): Promise<string[]> {
    const rows = await this.work.rows<{ code: string }>(
      `SELECT DISTINCT f.code FROM instrument_form f WHERE f.clinic_id = app.clinic() AND f.retired_at IS NULL
        ORDER BY f.code LIMIT 100`,
    );
    return rows.map(({ code }) => code);
  }

  /** The newest form of its language; the one before it is given no more. Waits for whoever adds one just now. */
  async add({ clinicId, ...form }: NewForm): Promise<void> {
    await this.work.rows(
      "SELECT pg_advisory_xact_lock(hashtextextended('instruments/' || app.clinic()::text, 0))",
    );
    await this.work.change(
      `UPDATE instrument_form SET retired_at = $3, retired_by = $4, version = version + 1
        WHERE clinic_id = app.clinic() AND code = $1 AND language = $2 AND retired_at IS NULL`,
      [form.code, form.language, form.attested_at, form.attested_by],
    );
    await this.work.change(
      `INSERT INTO instrument_form (clinic_id, id, code, language, number, resource, mapping, copyright, attested_by,
          attested_at, licence_reference, version)
        SELECT $1, $2, $3, $4, coalesce(max(f.number), 0) + 1, $5, $6, $7, $8, $9, $10, 1
          FROM instrument_form f WHERE f.clinic_id = app.clinic() AND f.code = $3`,
      [
        ...[clinicId, form.id, form.code, form.language, JSON.stringify(form.resource)],
        ...[form.mapping === null ? null : JSON.stringify(form.mapping), form.copyright],
        ...[form.attested_by, form.attested_at, form.licence_reference],
      ],
    );
  }

  /** False when the form has moved on from this version. */
  async retire(id: string, version: number, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE instrument_form SET retired_at = $3, retired_by = $4, version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1 AND version = $2 AND retired_at IS NULL`,
      [id, version, at, by],
    );
    return changed === 1;
  }

  /** False when somebody was faster; version 0 stands for lines that nobody has drawn yet. */
  async setThresholds(
    code: string,
    version: number,
    lines: { cut: CutChoice | null; change: ChangeChoice | null },
    by: string,
    at: Date,
  ): Promise<boolean> {
    const [cut, change] = [lines.cut, lines.change].map((one) => (one === null ? null : JSON.stringify(one)));
    const statement =
      version === 0
        ? `INSERT INTO instrument_threshold (clinic_id, code, cut, change, set_by, set_at, version)
            SELECT app.clinic(), $1, $3::jsonb, $4::jsonb, $5, $6, 1 WHERE $2::integer = 0 ON CONFLICT DO NOTHING`
        : `UPDATE instrument_threshold SET cut = $3::jsonb, change = $4::jsonb, set_by = $5, set_at = $6,
            version = version + 1 WHERE clinic_id = app.clinic() AND code = $1 AND version = $2`;
    return (await this.work.change(statement, [code, version, cut, change, by, at])) === 1;
  }
}
