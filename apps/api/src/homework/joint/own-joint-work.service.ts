import { Injectable } from '@nestjs/common';
import {
  exerciseOf,
  exercisesInTurns,
  pageOf,
  samePage,
  type Answers,
  type HomeworkTemplate,
  type TaskId,
} from '@trellis/domain';
import type { OwnJointWorkView, SavedView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../../access/person-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { Halves } from './halves.js';
import { isIn, OwnHalf, type HalfTask } from './own-half.js';
import type { JointWorkRow } from './joint-work-row.js';

interface Found {
  readonly own: PersonGrant;
  readonly row: JointWorkRow;
  readonly task: HalfTask;
  readonly template: HomeworkTemplate;
}

/** A joint exercise for one of its two people. */
@Injectable()
export class OwnJointWorkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly halves: Halves,
    private readonly mine: OwnHalf,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** The exercise with the own half, and with the other one as soon as it is open. @throws AppError not_found. */
  async one(id: string): Promise<OwnJointWorkView> {
    return this.work.run(async () => {
      const { own, task, template } = await this.found(id);
      const mine = isIn(task) ? await this.mine.handedIn(own, task) : null;
      // What a pause kept closed opens with the next look after it.
      if (mine !== null) await this.halves.handedIn(own, task.id, template, mine, this.clock.now());
      const { row } = await this.found(id);
      const theirs = await this.theirs(own, row, template);
      if (mine !== null || theirs !== null) await this.record('joint_work.read', own, task.id);
      return {
        ...{ taskId: task.id, templateCode: template.code, title: template.title },
        ...{ purpose: template.purpose, template, state: task.state, version: task.version },
        ...{ opens: row.reveal, revealed: row.revealed_at !== null, mine, theirs },
        rests: row.revealed_at === null ? await this.halves.rests(own, template, mine) : null,
        inTurns: exercisesInTurns.includes(template.code),
        differs:
          row.revealed_at === null && mine !== null && theirs !== null && !samePage(template, mine, theirs),
      };
    });
  }

  /**
   * Takes the own half up again while it is not open: what was handed in becomes a draft. On one page the draft goes on
   * from what the other has handed in. @throws AppError not_found, joint_work_refused once both are open, version_stale.
   */
  async takeUp(id: string, version: number): Promise<SavedView> {
    return this.work.run(async () => {
      const { own, row, task, template } = await this.found(id);
      if (row.revealed_at !== null) throw new AppError('joint_work_refused', { reason: 'already_revealed' });
      const said = isIn(task) ? await this.mine.handedIn(own, task) : await this.mine.draft(own, task);
      const theirs = row.reveal === 'together' ? await this.theirs(own, row, template) : null;
      const seen = isIn(task) ? version + 1 : version;
      if (isIn(task) && !(await this.halves.rows.takeBack(task.id, version)))
        throw new AppError('version_stale');
      const page = theirs === null ? {} : pageOf(template, theirs);
      const saved = await this.mine.goOn(task.id, seen, { ...said, ...page });
      await this.record('joint_work.take_up', own, task.id);
      return saved;
    });
  }

  /** What the other has handed in and is open; on one page that is not done, only what stands on the page. */
  private async theirs(
    own: PersonGrant,
    row: JointWorkRow,
    template: HomeworkTemplate,
  ): Promise<Answers | null> {
    const half = await this.halves.rows.theirs(own, row);
    if (half === null) return null;
    const answers = await this.halves.open(own.clinicId, half);
    return row.revealed_at === null ? pageOf(template, answers) : answers;
  }

  private async found(id: string): Promise<Found> {
    const own = await this.people.require();
    const task = await this.mine.task(own, id);
    const row = task === null ? null : await this.halves.rows.ofTask(own, task.id);
    if (task === null || row === null) throw notFound();
    return { own, row, task, template: exerciseOf(row.template_code, row.template_version) };
  }

  private async record(action: string, own: PersonGrant, taskId: TaskId): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'homework_task', resourceId: taskId, personId: own.personId },
      decision: 'allowed',
    });
  }
}
