import { Injectable } from '@nestjs/common';
import { asTaskId, isUuid, type TaskId } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { FeedbackRepository } from './feedback.repository.js';
import type { FollowRow } from './feedback-row.js';

/** Turns the text of a path into a task id. @throws AppError not_found for text that is none. */
export function followedId(text: string): TaskId {
  if (!isUuid(text)) throw notFound();
  return asTaskId(text);
}

/** The inner wall: what follows a handing in is for therapists of its author's side. */
@Injectable()
export class FeedbackAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly work: UnitOfWork,
    private readonly audit: AuditWriter,
    private readonly feedback: FeedbackRepository,
  ) {}

  /** The task, which nobody else changes until this transaction ends. @throws AppError not_found without its side. */
  async require(text: string): Promise<{ grant: CaseGrant; task: FollowRow }> {
    const taskId = followedId(text);
    const coupleId = await this.feedback.coupleOf(taskId);
    if (coupleId === null) return this.refuse(taskId);
    const grant = await this.cases.require('homework.review', coupleId);
    const task = await this.feedback.ofCase(grant, taskId);
    return task === null ? this.refuse(taskId) : { grant, task };
  }

  private refuse(resourceId: TaskId): never {
    this.work.afterwards(async () =>
      this.audit.record({
        ...{ action: 'homework.review', resource: 'homework_task', resourceId },
        ...{ decision: 'refused', reasonCode: 'not_found' },
      }),
    );
    throw notFound();
  }
}
