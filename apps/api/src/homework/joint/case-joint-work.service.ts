import { Injectable } from '@nestjs/common';
import { endsFrom, exerciseOf, isUuid, localDateOf, type Permission } from '@trellis/domain';
import type {
  JointHalfView,
  JointWorkEndingView,
  JointWorkPageView,
  JointWorkRowView,
  JointWorkWordsView,
} from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { pageOf, placeOf } from '../page-place.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CaseJointWorkRepository } from './case-joint-work.repository.js';
import { Halves } from './halves.js';
import type { JointWorkRow } from './joint-work-row.js';
import { toSideTask, toWorkRow } from './joint-work.mapper.js';

const pageSize = 50;

/** Joint exercises as the therapists of a couple see them: closed before both are open, whole afterwards. */
@Injectable()
export class CaseJointWorkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly rows: CaseJointWorkRepository,
    private readonly halves: Halves,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** At most 50, the latest due day first. @throws AppError not_found, invalid_request for a broken cursor. */
  async list(coupleId: string, cursor: string | undefined): Promise<JointWorkPageView> {
    const after = placeOf(cursor);
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.read', coupleId);
      const page = pageOf(await this.rows.page(grant, after, pageSize), pageSize);
      return { work: page.rows.map(toWorkRow), nextCursor: page.nextCursor };
    });
  }

  /** Both halves once they are open, each opening on record. @throws AppError not_found. */
  async read(workId: string): Promise<JointWorkWordsView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.read', workId);
      return this.words(grant, row);
    });
  }

  /**
   * Opens the halves while the couple is in a session. @throws AppError not_found, joint_work_refused with the reason:
   * closed by a hold, a flag or a pause of touch, already_revealed, not_both_in, not_in_session.
   */
  async open(workId: string, inSession: boolean): Promise<JointWorkWordsView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.review', workId);
      if (await this.isClosed(grant, row)) throw new AppError('joint_work_refused', { reason: 'closed' });
      const done = inSession ? await this.rows.open(grant, row.id, this.clock.now()) : null;
      if (done !== 'opened') throw new AppError('joint_work_refused', { reason: done ?? 'not_in_session' });
      await this.record('joint_work.open', row.id, null);
      const [opened] = await this.rows.byIds(grant, [row.id]);
      return this.words(grant, opened ?? row);
    });
  }

  /**
   * Ends the exercise for both: what opens on later days is taken back, what is open stays to its due day.
   * @throws AppError not_found.
   */
  async end(workId: string): Promise<JointWorkEndingView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.assign', workId);
      const from = endsFrom(localDateOf(this.clock.now(), grant.timeZone));
      const takenBack = await this.rows.end(grant, row.template_code, from);
      await this.record('joint_work.end', row.id, null);
      return { takenBack };
    });
  }

  /** Notes that it was talked about. @throws AppError not_found, joint_work_refused before it is open, version_stale. */
  async talked(workId: string, version: number): Promise<JointWorkRowView> {
    return this.work.run(async () => {
      const { grant, row } = await this.found('homework.review', workId);
      if (row.revealed_at === null) throw new AppError('joint_work_refused', { reason: 'not_revealed' });
      const now = this.clock.now();
      if (!(await this.rows.talked(grant, row.id, version, currentActor().id, now)))
        throw new AppError('version_stale');
      await this.record('joint_work.talked', row.id, null);
      return toWorkRow({ ...row, talked_at: now, version: version + 1 });
    });
  }

  private async found(action: Permission, workId: string): Promise<{ grant: CaseGrant; row: JointWorkRow }> {
    const coupleId = isUuid(workId) ? await this.rows.coupleOf(workId) : null;
    if (coupleId === null) throw notFound();
    const grant = await this.cases.require(action, coupleId);
    const [row] = await this.rows.byIds(grant, [workId]);
    if (row === undefined || grant.emergency !== null) throw notFound();
    return { grant, row };
  }

  private async words(grant: CaseGrant, row: JointWorkRow): Promise<JointWorkWordsView> {
    const found = await this.rows.halves(grant, row);
    const halves: JointHalfView[] = [];
    for (const half of found) {
      await this.record('joint_work.read', row.id, half.person_id);
      const answers = await this.halves.open(grant.clinicId, half);
      halves.push({ personId: half.person_id, personName: half.person_name, side: half.side, answers });
    }
    const template = exerciseOf(row.template_code, row.template_version);
    return {
      ...{ work: toWorkRow(row), template, closed: await this.isClosed(grant, row) },
      tasks: (await this.rows.tasks(grant, row)).map(toSideTask),
      halves: halves.sort((a, b) => (a.side < b.side ? 1 : -1)),
    };
  }

  private async isClosed(grant: CaseGrant, row: JointWorkRow): Promise<boolean> {
    return this.halves.closed(grant, exerciseOf(row.template_code, row.template_version), 'RP');
  }

  private async record(action: string, workId: string, personId: string | null): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'joint_work', resourceId: workId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
  }
}
