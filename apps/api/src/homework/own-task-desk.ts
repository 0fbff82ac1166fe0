import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDateOf, type CleanAnswers, type HomeworkTemplate } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { notFound } from '../platform/http/app-error.js';
import { CountedActs } from '../predictors/acts/counted-acts.service.js';
import { Halves } from './joint/halves.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { taskIdOf } from './side-access.js';
import type { TaskRow } from './task-row.js';

/** A task of the signed-in person with the exercise as they fill it in. */
export interface OwnTask {
  readonly own: PersonGrant;
  readonly task: TaskRow;
  readonly template: HomeworkTemplate;
}

/** Finds a person's own task, and sees to what follows once it is in. */
@Injectable()
export class OwnTaskDesk {
  constructor(
    private readonly people: PersonAccess,
    private readonly tasks: OwnTaskRepository,
    private readonly halves: Halves,
    private readonly acts: CountedActs,
  ) {}

  /** Of an exercise of two people, the person's own half. @throws AppError not_found. */
  async require(id: string): Promise<OwnTask> {
    const own = await this.people.require();
    const task = await this.tasks.byId(own, taskIdOf(id));
    if (task === null) throw notFound();
    const template = exerciseIn(task);
    return { own, task, template: await this.halves.asked(own, task.id, template) };
  }

  /** Opens joint work when both halves are in; gives what is done when it is needed its next place. */
  async handedIn({ own, task, template }: OwnTask, answers: CleanAnswers, at: Date): Promise<void> {
    await this.acts.answered(own, task, answers);
    if (template.track === 'C') await this.halves.heed(own, template, answers, at);
    await this.halves.handedIn(own, task.id, template, answers, at);
    if (template.cadence.kind === 'on_event' && template.track !== 'C')
      await this.tasks.repeat(task.id, randomUUID(), localDateOf(at, own.timeZone));
  }

  /** What was counted of the answers before goes for what is counted of the new ones. */
  async revised({ own, task }: OwnTask, answers: CleanAnswers): Promise<void> {
    await this.acts.answered(own, task, answers);
  }
}
