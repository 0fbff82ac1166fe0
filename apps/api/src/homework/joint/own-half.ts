import { Injectable } from '@nestjs/common';
import type { Answers } from '@trellis/domain';
import type { SavedView } from '@trellis/contracts';
import type { PersonGrant } from '../../access/person-access.js';
import { personViewer } from '../../access/viewers.js';
import { AnswerWords } from '../answer-words.js';
import { OwnTaskRepository } from '../own-task.repository.js';
import { OwnWritingService } from '../own-writing.service.js';
import { taskIdOf } from '../side-access.js';
import type { TaskRow } from '../task-row.js';

export type HalfTask = TaskRow;

/** Handed in, whether or not a therapist has looked at it. */
export function isIn({ state }: HalfTask): boolean {
  return state === 'submitted' || state === 'reviewed';
}

/** The own half as the homework area keeps it. */
@Injectable()
export class OwnHalf {
  constructor(
    private readonly tasks: OwnTaskRepository,
    private readonly words: AnswerWords,
    private readonly writing: OwnWritingService,
  ) {}

  async task(own: PersonGrant, id: string): Promise<HalfTask | null> {
    return this.tasks.byId(own, taskIdOf(id));
  }

  async handedIn(own: PersonGrant, task: HalfTask): Promise<Answers> {
    return (await this.words.openSubmitted(personViewer(own), own.clinicId, task)).answers;
  }

  async draft(own: PersonGrant, task: HalfTask): Promise<Answers> {
    return (await this.words.openDraft(own.clinicId, task))?.answers ?? {};
  }

  /** Keeps a draft as if it had been typed. @throws AppError as OwnWritingService.saveDraft. */
  async goOn(id: string, version: number, answers: Answers): Promise<SavedView> {
    return this.writing.saveDraft(id, version, answers);
  }
}
