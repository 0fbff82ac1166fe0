import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskFeedbackView } from '@trellis/contracts';
import { Announcer, Button, Field, Note } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { ReviewQueue } from './review-queue';

/** A therapist's words to the author, and what became of a task. Opened on demand: each opening is on record. */
@Component({
  selector: 'tr-feedback-panel',
  imports: [Button, Field, Note, ProblemNote, TranslocoPipe],
  templateUrl: './feedback-panel.html',
  styleUrl: './feedback-panel.css',
})
export class FeedbackPanel {
  readonly taskId = input.required<string>();
  readonly name = input.required<string>();
  readonly timeZone = input.required<string>();
  /** Something of the task is different now. */
  readonly changed = output();
  readonly #queue = inject(ReviewQueue);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly attempt = new Attempt();
  /** Of this task only, as the text is. */
  protected readonly view = linkedSignal<string, TaskFeedbackView | null>({
    source: this.taskId,
    computation: () => null,
  });
  protected readonly text = linkedSignal({ source: this.taskId, computation: () => '' });
  protected readonly askAgain = signal(false);
  protected readonly tried = signal(false);

  protected async open(): Promise<void> {
    const taskId = this.taskId();
    await this.attempt.run(async () => {
      const view = await this.#queue.one(taskId);
      if (taskId === this.taskId()) this.view.set(view);
    });
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    const words = this.text().trim();
    if (words === '') return;
    await this.#change(async (view) => this.#queue.give(view, { words, askAgain: this.askAgain() }), 'sent');
    if (this.attempt.problem() !== null) return;
    this.text.set('');
    this.askAgain.set(false);
    this.tried.set(false);
  }

  protected async note(what: 'talked' | 'seen'): Promise<void> {
    await this.#change(async (view) => this.#queue.note(view, what), what === 'seen' ? 'seen' : 'talk');
  }

  /** What changed meanwhile is shown as it stands; the text in the field stays. */
  async #change(act: (view: TaskFeedbackView) => Promise<TaskFeedbackView>, said: string): Promise<void> {
    const view = this.view();
    if (view === null) return;
    const done = await this.attempt.run(async () => {
      this.view.set(await act(view));
    });
    if (done) {
      this.#announcer.say(this.words.say(`review.answer.${said}`, { name: this.name() }));
      this.changed.emit();
    } else if (this.attempt.problem()?.code === 'version_stale') {
      this.view.set(await this.#queue.one(view.taskId));
    }
  }
}
