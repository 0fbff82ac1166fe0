import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PackContent } from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ExerciseCatalogue } from '../../platform/exercises/exercise-catalogue.js';
import type { PackRow, PackVersionRow } from './pack-row.js';

/** More than a practice gives; as many are shown where packs are chosen. */
export const mostPacks = 30;
/** Retired ones are listed behind those that are given. */
const mostListed = 200;

const packs = `SELECT p.id, p.retired_at, s.name AS retired_by_name, p.retire_reason, p.version
  FROM pack p LEFT JOIN staff_member s ON s.clinic_id = p.clinic_id AND s.id = p.retired_by`;
const versionColumns = `v.pack_id, v.number, v.name, v.stage, v.exercises, s.name AS saved_by_name, v.saved_at`;

/** The packs of the clinic of whoever asks, and their versions. */
@Injectable()
export class PacksRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** Whether an exercise of that code can be packed: one that can be given now. */
  async knows(code: string): Promise<boolean> {
    return (await this.catalogue.toGive(code)) !== null;
  }

  /** Those that are given first, then newest first. */
  async all(): Promise<PackRow[]> {
    return this.work.rows<PackRow>(
      `${packs} WHERE p.clinic_id = app.clinic()
        ORDER BY (p.retired_at IS NOT NULL), p.created_at DESC, p.id LIMIT $1`,
      [mostListed],
    );
  }

  async one(id: string): Promise<PackRow | null> {
    const [row] = await this.work.rows<PackRow>(`${packs} WHERE p.clinic_id = app.clinic() AND p.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** The newest version of each. */
  async current(ids: readonly string[]): Promise<PackVersionRow[]> {
    return this.work.rows<PackVersionRow>(
      `SELECT DISTINCT ON (v.pack_id) ${versionColumns} FROM pack_version v
          JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.saved_by
        WHERE v.clinic_id = app.clinic() AND v.pack_id = ANY ($1::uuid[])
        ORDER BY v.pack_id, v.number DESC LIMIT $2`,
      [ids, ids.length],
    );
  }

  /** Newest first. */
  async versions(id: string, most: number): Promise<PackVersionRow[]> {
    return this.work.rows<PackVersionRow>(
      `SELECT ${versionColumns} FROM pack_version v
          JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.saved_by
        WHERE v.clinic_id = app.clinic() AND v.pack_id = $1 ORDER BY v.number DESC LIMIT $2`,
      [id, most],
    );
  }

  /** How many are given now. Waits for whoever adds one just now. */
  async counted(): Promise<number> {
    await this.work.rows("SELECT pg_advisory_xact_lock(hashtextextended('packs/' || app.clinic()::text, 0))");
    const [row] = await this.work.rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM pack WHERE clinic_id = app.clinic() AND retired_at IS NULL',
    );
    return row?.count ?? 0;
  }

  async add(clinicId: string, id: string, by: string, at: Date): Promise<void> {
    await this.work.change(
      'INSERT INTO pack (clinic_id, id, created_by, created_at, version) VALUES ($1, $2, $3, $4, 1)',
      [clinicId, id, by, at],
    );
  }

  async addVersion(
    clinicId: string,
    id: string,
    content: PackContent,
    kept: { readonly number: number; readonly by: string; readonly at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO pack_version (clinic_id, id, pack_id, number, name, stage, exercises, saved_by, saved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
      [
        ...[clinicId, randomUUID(), id, kept.number, content.name, content.stage],
        ...[JSON.stringify(content.exercises), kept.by, kept.at],
      ],
    );
  }

  /** Moves a pack on from exactly this version. False when somebody was faster. */
  async move(id: string, version: number): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE pack SET version = version + 1 WHERE clinic_id = app.clinic() AND id = $1 AND version = $2',
      [id, version],
    );
    return changed === 1;
  }

  async retire(id: string, reason: string, by: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE pack SET retired_at = $4, retired_by = $3, retire_reason = $2
        WHERE clinic_id = app.clinic() AND id = $1`,
      [id, reason, by, at],
    );
  }
}
