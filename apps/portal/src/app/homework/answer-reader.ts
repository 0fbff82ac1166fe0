import {
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Card, Icon, Note, ReaderStrip, StatePanel, compartmentOfSide } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { CoupleHomework } from './couple-homework';
import { FeedbackPanel } from './feedback-panel';
import { FollowUpPanel } from './follow-up-panel';
import { readableAnswers } from './readable-answers';

/** One task with what was handed in, read only, and who else can read it. */
@Component({
  selector: 'tr-answer-reader',
  imports: [
    Button,
    Card,
    FeedbackPanel,
    FollowUpPanel,
    Icon,
    Note,
    ProblemNote,
    ReaderStrip,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './answer-reader.html',
  styleUrl: './answer-reader.css',
})
export class AnswerReader {
  readonly taskId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly closed = output();
  /** Something of the task is different now. */
  readonly changed = output();
  readonly #homework = inject(CoupleHomework);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);

  protected readonly answer = resource({
    params: () => this.taskId(),
    loader: ({ params }) => this.#homework.read(params),
  });
  protected readonly busy = signal(false);
  /** Of this task only. */
  protected readonly problem = linkedSignal<string, Problem | null>({
    source: this.taskId,
    computation: () => null,
  });

  protected readonly state = computed(() => {
    if (this.answer.error() !== undefined) return 'error';
    return this.answer.hasValue() ? 'full' : 'loading';
  });
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly loadProblem = computed(() =>
    this.answer.error() === undefined ? null : toProblem(this.answer.error()?.cause ?? this.answer.error()),
  );
  protected readonly template = computed(() => this.view()?.exercise ?? null);
  protected readonly mark = computed(() => compartmentOfSide[this.view()?.task.compartment ?? 'JOINT']);
  protected readonly handedIn = computed(() => {
    const state = this.view()?.task.state;
    return state === 'submitted' || state === 'reviewed';
  });
  /** Words of the author's therapists are for what was handed in or put aside, on the sides the viewer holds. */
  protected readonly answerable = computed(() => this.handedIn() || this.view()?.task.state === 'skipped');
  /** An exercise that is done and has something follow; those of two people have a page of their own. */
  protected readonly followed = computed(() => {
    const template = this.template();
    return this.handedIn() && template?.followUp !== undefined && template.track !== 'C' ? template : null;
  });
  protected readonly answers = computed(() => {
    const [template, view] = [this.template(), this.view()];
    if (template === null || view === null) return [];
    return readableAnswers(template, view.answers, this.words.language(), {
      yes: this.words.say('homework.reader.yes'),
      no: this.words.say('homework.reader.no'),
      minutes: (minutes) => this.words.say('homework.minutes', { minutes }),
    });
  });
  /** Questions whose answers the therapist asked to hear of, such as who looks at a tool. */
  protected readonly noticed = computed(() => {
    const [template, view] = [this.template(), this.view()];
    if (template === null || view === null || !view.task.noticed) return null;
    const asked = template.noticesTherapist?.map(({ field }) => field) ?? [];
    const fields = template.fields.flatMap((field) => [field, ...(field.rows ?? [])]);
    const labels = fields
      .filter(({ key }) => asked.includes(key))
      .map(({ label }) => label[this.words.language()]);
    return this.words.list(labels);
  });
  /** What is still missing for being done, in words; reviewing here is the look that some exercises ask for. */
  protected readonly missing = computed(() => {
    const view = this.view();
    return (
      view?.missing
        ?.filter(({ rule }) => rule !== 'therapist_confirms' || view.task.state !== 'reviewed')
        .map(({ rule, left }) => this.words.say(`homework.reader.missing.${rule}`, { count: left ?? 0 })) ??
      null
    );
  });
  protected readonly readers = computed(() =>
    (this.view()?.readers ?? []).map((who) => ({ label: this.words.say('homework.reader.canRead'), who })),
  );

  constructor() {
    inject(Keys).add(
      [{ key: 'r', words: 'homework.keys.review', press: () => void this.review() }],
      inject(DestroyRef),
    );
  }

  protected follow(): void {
    this.answer.reload();
    this.changed.emit();
  }

  protected async review(): Promise<void> {
    const task = this.view()?.task;
    if (task?.state !== 'submitted' || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const row = await this.#homework.review(task);
      this.answer.update((view) => (view === undefined ? view : { ...view, task: row }));
      this.#announcer.say(this.words.say('homework.reader.reviewed'));
      this.changed.emit();
    } catch (failure) {
      const problem = toProblem(failure);
      this.problem.set(problem);
      if (problem.code === 'version_stale' || problem.code === 'homework_not_open') this.answer.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
