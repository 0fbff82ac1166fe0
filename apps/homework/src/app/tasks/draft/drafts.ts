import { Injectable, inject } from '@angular/core';
import type { OwnTaskView } from '@trellis/contracts';
import { type Draft, KeptDrafts } from '../../core/draft/kept-drafts';
import { OwnHomework } from '../../core/homework/own-homework';

/** The drafts of tasks. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #homework = inject(OwnHomework);
  readonly #kept = inject(KeptDrafts);

  /** The draft of a task as the clinic has just shown it, or the one in hand brought up to date with it. */
  open({ id, answers, version, savedAt }: OwnTaskView): Draft {
    return this.#kept.open(
      id,
      { answers, version, savedAt },
      {
        save: (words, at) => this.#homework.saveDraft(id, at, words),
        newest: async () => {
          const task = await this.#homework.task(id);
          return { answers: task.answers, version: task.version, savedAt: task.savedAt };
        },
      },
    );
  }

  /** The task is handed in: there is no draft any more. */
  close(taskId: string): void {
    this.#kept.close(taskId);
  }
}
