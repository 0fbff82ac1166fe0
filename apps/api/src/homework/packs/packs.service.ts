import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUuid, samePack, type PackContent } from '@trellis/domain';
import type { KeepPackRequest, PacksView, PackView } from '@trellis/contracts';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { PackRow } from './pack-row.js';
import { stateOf, toPack, toPackVersion } from './pack.mapper.js';
import { mostPacks, PacksRepository } from './packs.repository.js';

const versionsShown = 30;

/** The clinic's own packs: made, changed, retired. They name exercises and no person. */
@Injectable()
export class PacksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly packs: PacksRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<PacksView> {
    return this.work.run(async () => {
      const rows = await this.packs.all();
      const current = await this.packs.current(rows.map(({ id }) => id));
      const shown = rows.flatMap((row) => {
        const version = current.find(({ pack_id: id }) => id === row.id);
        return version === undefined
          ? []
          : [{ id: row.id, state: stateOf(row), current: toPackVersion(version) }];
      });
      return { packs: shown, most: mostPacks };
    });
  }

  /** @throws AppError not_found. */
  async one(id: string): Promise<PackView> {
    return this.work.run(async () => this.view(await this.found(id)));
  }

  /** @throws AppError homework_template_unknown, pack_limit. */
  async create(request: KeepPackRequest): Promise<PackView> {
    return this.work.run(async () => {
      const content = await this.read(request, []);
      if ((await this.packs.counted()) >= mostPacks) throw new AppError('pack_limit');
      const { id: by, clinicId } = currentActor();
      const [id, at] = [randomUUID(), this.clock.now()];
      await this.packs.add(clinicId, id, by, at);
      await this.packs.addVersion(clinicId, id, content, { number: 1, by, at });
      await this.record('pack.create', id);
      return this.view(await this.found(id));
    });
  }

  /**
   * Keeps the pack as it is from now on, as a new version; where nothing changed there is none.
   * @throws AppError not_found, pack_retired, version_stale, homework_template_unknown.
   */
  async save(id: string, version: number, request: KeepPackRequest): Promise<PackView> {
    return this.work.run(async () => {
      const row = await this.open(id);
      const [newest] = await this.packs.versions(row.id, 1);
      const packed = newest?.exercises.map(({ code }) => code) ?? [];
      const content = await this.read(request, packed);
      if (row.version !== version) throw new AppError('version_stale');
      if (newest !== undefined && samePack(content, newest)) return this.view(row);
      await this.move(row, version);
      const { id: by, clinicId } = currentActor();
      const kept = { number: (newest?.number ?? 0) + 1, by, at: this.clock.now() };
      await this.packs.addVersion(clinicId, row.id, content, kept);
      await this.record('pack.new_version', row.id);
      return this.view(await this.found(id));
    });
  }

  /** Not given any more. What was given stays. @throws AppError not_found, pack_retired, version_stale. */
  async retire(id: string, version: number, reason: string): Promise<PackView> {
    return this.work.run(async () => {
      const row = await this.open(id);
      await this.move(row, version);
      await this.packs.retire(row.id, reason.trim(), currentActor().id, this.clock.now());
      await this.record('pack.retire', row.id);
      return this.view(await this.found(id));
    });
  }

  /** An exercise that is packed already may stay also when it was retired since. */
  private async read(request: KeepPackRequest, packed: readonly string[]): Promise<PackContent> {
    for (const { code } of request.exercises)
      if (!packed.includes(code) && !(await this.packs.knows(code)))
        throw new AppError('homework_template_unknown', { templateCode: code });
    return {
      name: request.name.trim(),
      stage: request.stage ?? null,
      exercises: request.exercises.map(({ code, then }) => (then === true ? { code, then } : { code })),
    };
  }

  private async found(id: string): Promise<PackRow> {
    const row = isUuid(id) ? await this.packs.one(id) : null;
    if (row === null) throw notFound();
    return row;
  }

  private async open(id: string): Promise<PackRow> {
    const row = await this.found(id);
    if (row.retired_at !== null) throw new AppError('pack_retired');
    return row;
  }

  private async move(row: PackRow, version: number): Promise<void> {
    if (!(await this.packs.move(row.id, version))) throw new AppError('version_stale');
  }

  private async view(row: PackRow): Promise<PackView> {
    return toPack(row, await this.packs.versions(row.id, versionsShown));
  }

  private async record(action: string, id: string): Promise<void> {
    await this.audit.record({ action, resource: 'pack', resourceId: id, decision: 'allowed' });
  }
}
