import { Injectable } from '@nestjs/common';
import { nextTask } from '@trellis/domain';
import type { OwnTaskView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { personViewer } from '../access/viewers.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { AnswerWords } from './answer-words.js';
import { toCard } from './homework.mapper.js';
import { OwnTaskDesk } from './own-task-desk.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { progressOf, type TaskRow } from './task-row.js';

/** A person opens a task of their own, and with it what they wrote. */
@Injectable()
export class OwnReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: OwnTaskDesk,
    private readonly tasks: OwnTaskRepository,
    private readonly words: AnswerWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * The person's own task with their words. A task seen for the first time becomes `opened`. Opening one's own words
   * leaves an audit row too: somebody else may hold the phone. @throws AppError not_found.
   */
  async task(id: string): Promise<OwnTaskView> {
    return this.work.run(async () => {
      const { own, task: found, template } = await this.desk.require(id);
      const task = await this.opened(own, found);
      const draft = await this.words.openDraft(own.clinicId, task);
      const submitted =
        draft === null ? await this.words.openSubmitted(personViewer(own), own.clinicId, task) : null;
      if (draft !== null || submitted?.opened === true) await this.record(task);
      return {
        ...toCard(task),
        template,
        answers: draft?.answers ?? submitted?.answers ?? {},
        savedAt: (draft?.savedAt ?? task.submitted_at)?.toISOString() ?? null,
        tooHard: task.too_hard_at !== null,
      };
    });
  }

  private async opened(own: PersonGrant, task: TaskRow): Promise<TaskRow> {
    if (task.state !== 'assigned') return task;
    const next = nextTask(progressOf(task), 'open');
    if (!next.ok) return task;
    const { state } = next.value;
    const change = {
      state,
      openedAt: this.clock.now(),
      submittedAt: null,
      tooHardAt: null,
      riskRaised: false,
      noticed: false,
    };
    const changed = await this.tasks.change(own, task.id, task.version, change);
    // Opened on two devices at once: what the other one did is the truth now.
    const now = changed ? { ...task, state, version: task.version + 1 } : await this.tasks.byId(own, task.id);
    if (now === null) throw new AppError('not_found');
    return now;
  }

  private async record(task: TaskRow): Promise<void> {
    await this.audit.record({
      action: 'homework.read_own',
      resource: 'homework_task',
      resourceId: task.id,
      personId: task.person_id,
      decision: 'allowed',
    });
  }
}
