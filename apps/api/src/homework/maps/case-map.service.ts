import { Injectable } from '@nestjs/common';
import { isUuid, type Permission, type PersonId, type Track } from '@trellis/domain';
import type { CaseMapView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CaseJointWorkRepository } from '../joint/case-joint-work.repository.js';
import type { JointWorkRow } from '../joint/joint-work-row.js';
import { MapReader } from './map-reader.js';
import { toMutualRow } from './map.mapper.js';

/** Two maps as the couple's therapists see them: their own side's approval, and the rows that both left open. */
@Injectable()
export class CaseMapService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly works: CaseJointWorkRepository,
    private readonly maps: MapReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, also for another exercise. */
  async one(workId: string): Promise<CaseMapView> {
    return this.work.run(async () => this.view(await this.found('homework.read', workId)));
  }

  /**
   * A therapist of the side agrees that its map may meet the other. @throws AppError not_found for a side that is not
   * theirs, map_refused before that map is in.
   */
  async approve(workId: string, side: Track): Promise<CaseMapView> {
    return this.work.run(async () => {
      const found = await this.found('homework.review', workId);
      const { grant, row } = found;
      if (!grant.mySides.includes(side)) throw notFound();
      const task = (await this.works.tasks(grant, row)).find((one) => one.side === side);
      if (task?.handed_in !== true) throw new AppError('map_refused');
      await this.maps.rows.approve(grant, row.id, side, currentActor().id, this.clock.now());
      await this.record('preference_map.approve', row.id);
      return this.view(found);
    });
  }

  private async found(action: Permission, workId: string): Promise<{ grant: CaseGrant; row: JointWorkRow }> {
    const coupleId = isUuid(workId) ? await this.works.coupleOf(workId) : null;
    if (coupleId === null) throw notFound();
    const grant = await this.cases.require(action, coupleId);
    const [row] = await this.works.byIds(grant, [workId]);
    if (row?.template_code !== 'C14' || grant.emergency !== null) throw notFound();
    return { grant, row };
  }

  private async view({ grant, row }: { grant: CaseGrant; row: JointWorkRow }): Promise<CaseMapView> {
    const approved = await this.maps.rows.approved(grant, row.id);
    const tasks = await this.works.tasks(grant, row);
    const { rows, owners } = await this.maps.mutual(grant, row.id);
    for (const owner of rows.length > 0 ? owners : [])
      await this.record('preference_map.read', row.id, owner);
    return {
      sides: tasks.map(({ side, person_name: personName, handed_in: handedIn }) => ({
        ...{ side, personName, handedIn, approved: approved.includes(side) },
      })),
      rows: rows.map(toMutualRow),
    };
  }

  private async record(action: string, workId: string, personId?: PersonId): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'joint_work', resourceId: workId, decision: 'allowed' },
      ...(personId === undefined ? {} : { personId }),
    });
  }
}
