import {
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asExercise } from '@trellis/domain';
import { Button, Card, Chip, Note, SaveLine, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { AboutEditor } from './about-editor';
import { ChangeList } from './change-list';
import { ExerciseDraft } from './exercise-draft';
import { ExercisePreview } from './exercise-preview';
import { Findings } from './findings';
import { PublishCard } from './publish-card';
import { QuestionList } from './question-list';
import { SentencesEditor } from './sentences-editor';
import { WhenEditor } from './when-editor';

/** Writes an exercise of the clinic. It saves itself, and shows beside it how a person will see it. */
@Component({
  selector: 'tr-builder-page',
  imports: [
    AboutEditor,
    Button,
    Card,
    ChangeList,
    Chip,
    ExercisePreview,
    Note,
    ProblemNote,
    PublishCard,
    QuestionList,
    RouterLink,
    SaveLine,
    SentencesEditor,
    StatePanel,
    TranslocoPipe,
    WhenEditor,
  ],
  providers: [ExerciseDraft, Findings],
  templateUrl: './builder-page.html',
  styleUrl: './builder-page.css',
})
export class BuilderPage {
  readonly code = input.required<string>();
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  protected readonly words = inject(Words);
  protected readonly draft = inject(ExerciseDraft);
  protected readonly findings = inject(Findings);
  private readonly questions = viewChild(QuestionList);

  readonly #found = signal<boolean | null>(null);
  protected readonly state = computed(() => {
    if (this.draft.view() !== null) return this.draft.view()?.state === 'retired' ? 'empty' : 'full';
    if (this.draft.opening.problem() !== null) return 'error';
    return this.#found() === null ? 'loading' : 'empty';
  });
  protected readonly heading = computed(() => {
    if (this.draft.view()?.state === 'retired') return 'library.build.retired';
    return { full: '', loading: 'library.loading', error: 'library.failed', empty: 'library.unknown' }[
      this.state()
    ];
  });
  protected readonly title = computed(() => {
    const { title } = this.draft.content();
    return title[this.words.language()] || title.en || this.words.say('library.build.untitled');
  });
  protected readonly preview = computed(() =>
    asExercise({ code: this.code(), version: 1 }, this.draft.content()),
  );
  /** Text of the draft as somebody else left it. */
  protected readonly theirs = computed(() => this.draft.other()?.versions[0] ?? null);

  constructor() {
    effect(() => {
      const code = this.code();
      untracked(() => void this.open(code));
    });
  }

  protected async open(code: string): Promise<void> {
    this.#found.set(null);
    this.#found.set(await this.draft.open(code));
  }

  /** Goes to what a finding is about: opens its question and puts the focus there, or as near as there is a place. */
  protected show(path: string): void {
    const [part, at] = path.split('.');
    this.findings.asked.set(true);
    if (part === 'fields' && at !== undefined) this.questions()?.show(Number(at));
    afterNextRender(() => this.#nearest(path)?.focus(), { injector: this.#injector });
  }

  protected leave(): void {
    void this.#router.navigate(['/library', this.code()]);
  }

  #nearest(path: string): HTMLElement | null {
    const parts = path.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const place = parts.slice(0, length).join('.');
      const found = this.#document.querySelector<HTMLElement>(`[data-place="${place}"]`);
      if (found !== null) return found.matches('tr-multi-chips') ? found.querySelector('input') : found;
    }
    return null;
  }
}
