import { Injectable } from '@nestjs/common';
import { asLocalDate, missingAsRead, type Answers, type MissingForDone } from '@trellis/domain';
import type { MissingForDoneView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { staffViewer } from '../access/viewers.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { AnswerWords, type OpenedAnswers } from './answer-words.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { mondayOf } from './plan-load.js';
import type { StaffTaskRow } from './task-row.js';

export interface SubmittedReading extends OpenedAnswers {
  /** Null before it is handed in, for words that were given, and for an exercise of two people. */
  readonly missing: MissingForDoneView[] | null;
}

/** What was handed in as a therapist may read it, with what it still lacks for being done. */
@Injectable()
export class SubmittedReader {
  constructor(
    private readonly words: AnswerWords,
    private readonly homework: CaseHomeworkRepository,
  ) {}

  async open(grant: CaseGrant, task: StaffTaskRow): Promise<SubmittedReading> {
    const found = await this.words.openSubmitted(staffViewer(grant), grant.clinicId, task);
    const own = grant.mySides.includes(task.compartment);
    return { ...found, missing: own ? await this.missing(task, found.answers) : null };
  }

  /** Notes that a released part is read now. False when it is released no longer. */
  async noteRead(releaseId: string, at: Date): Promise<boolean> {
    return this.words.noteRead(releaseId, at);
  }

  private async missing(task: StaffTaskRow, answers: Answers): Promise<MissingForDoneView[] | null> {
    const exercise = exerciseIn(task);
    const reviewed = task.state === 'reviewed';
    if (exercise.track === 'C' || (task.state !== 'submitted' && !reviewed)) return null;
    const { week, all } = await this.homework.handedIn(task, mondayOf(asLocalDate(task.due_on)));
    const read = { answers, reviewed, doneThisWeek: week, doneInAll: all };
    return missingAsRead(exercise, read).map(toMissing);
  }
}

function toMissing(missing: MissingForDone): MissingForDoneView {
  switch (missing.rule) {
    case 'rows':
    case 'rows_with':
    case 'per_week':
    case 'rounds':
      return { rule: missing.rule, left: missing.left };
    case 'rows_all':
    case 'therapist_confirms':
      return { rule: missing.rule, left: null };
    default:
      return { rule: 'other', left: null };
  }
}
