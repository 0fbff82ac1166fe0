import { Injectable } from '@nestjs/common';
import { isUuid, asTaskId, type Permission, type PersonId, type TaskId, type Track } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import type { StaffTaskRow } from './task-row.js';

/** Turns the text of a path into a task id. What has no form of an id is as unknown as an id that does not exist. */
export function taskIdOf(text: string): TaskId {
  if (!isUuid(text)) throw notFound();
  return asTaskId(text);
}

/** The inner wall: homework is read by therapists of the author's own side, not by all who care for the couple. */
@Injectable()
export class SideAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly work: UnitOfWork,
    private readonly audit: AuditWriter,
    private readonly homework: CaseHomeworkRepository,
  ) {}

  /**
   * The task and the case it belongs to. @throws AppError not_found unless the viewer holds the task's side, or wants
   * to read and was given a part of it.
   */
  async requireTask(action: Permission, id: string): Promise<{ grant: CaseGrant; task: StaffTaskRow }> {
    const taskId = taskIdOf(id);
    const coupleId = await this.homework.coupleOfTask(taskId);
    if (coupleId === null) return this.refuse(action, 'homework_task', taskId);
    const grant = await this.cases.require(action, coupleId);
    const [task] = await this.homework.byIds(grant, [taskId]);
    const theirs =
      task !== undefined && (action === 'homework.read' || grant.mySides.includes(task.compartment));
    if (!theirs) return this.refuse(action, 'homework_task', taskId);
    return { grant, task };
  }

  /** The case of a person on one side. @throws AppError not_found unless the viewer holds that side. */
  async requirePerson(action: Permission, personId: PersonId, side: Track): Promise<CaseGrant> {
    const coupleId = await this.homework.coupleOfPerson(personId, side);
    if (coupleId === null) return this.refuse(action, 'person', personId);
    const grant = await this.cases.require(action, coupleId);
    return grant.mySides.includes(side) ? grant : this.refuse(action, 'person', personId);
  }

  private refuse(action: Permission, resource: string, resourceId: string): never {
    this.work.afterwards(async () =>
      this.audit.record({ action, resource, resourceId, decision: 'refused', reasonCode: 'not_found' }),
    );
    throw notFound();
  }
}
