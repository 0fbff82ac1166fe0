import { Injectable } from '@nestjs/common';
import { exerciseOf, isUuid, preferenceDomains, type TaskId } from '@trellis/domain';
import type { OwnMapView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { Halves } from '../joint/halves.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { MapReader } from './map-reader.js';
import { toMutualRow } from './map.mapper.js';

/** Two maps as one of their people sees them: rows that both left open, and nothing about any other. */
@Injectable()
export class OwnMapService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly halves: Halves,
    private readonly maps: MapReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for a task that is not the person's, or of another exercise. */
  async one(id: string): Promise<OwnMapView> {
    return this.work.run(async () => this.view(id, await this.found(id)));
  }

  /**
   * Takes a row back at once, at any time, also while everything rests. For the other it is as if it had never been there.
   * @throws AppError not_found, invalid_request for an unknown topic.
   */
  async takeBack(id: string, domain: string): Promise<OwnMapView> {
    return this.work.run(async () => {
      const found = await this.found(id);
      if (!preferenceDomains.some(({ value }) => value === domain))
        throw new AppError('invalid_request', { fields: [{ field: 'domain', rules: ['isDomain'] }] });
      await this.maps.rows.takeBack(found.own, found.row.id, domain, this.clock.now());
      await this.record('preference_map.take_back', found.own, id);
      return this.view(id, found);
    });
  }

  private async found(id: string): Promise<{ own: PersonGrant; row: JointWorkRow }> {
    const own = await this.people.require();
    const row = isUuid(id) ? await this.halves.rows.ofTask(own, id as TaskId) : null;
    const mine = own.side === 'RP' ? row?.rp_task_id : row?.bp_task_id;
    if (row?.template_code !== 'C14' || mine !== id) throw notFound();
    return { own, row };
  }

  private async view(id: string, { own, row }: { own: PersonGrant; row: JointWorkRow }): Promise<OwnMapView> {
    const template = exerciseOf(row.template_code, row.template_version);
    const rests = await this.halves.rests(own, template, null);
    const { rows } = rests === null ? await this.maps.mutual(own, row.id) : { rows: [] };
    if (rows.length > 0) await this.record('preference_map.read', own, id);
    return { rests, rows: rows.map(toMutualRow), taken: await this.maps.rows.taken(own, row.id) };
  }

  private async record(action: string, { personId }: PersonGrant, id: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'homework_task', resourceId: id, personId, decision: 'allowed' },
    });
  }
}
