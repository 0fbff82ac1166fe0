import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExerciseVersionView, OwnExerciseView } from '@trellis/contracts';
import { Announcer, Button, Card, Chip, Field, Note, StatePanel } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ChangeList } from './change-list';
import { ExercisesApi } from './exercises-api';

/** Who published what, when and why; what changed between two versions; and the end of an exercise. */
@Component({
  selector: 'tr-history-page',
  imports: [
    Button,
    Card,
    ChangeList,
    Chip,
    Field,
    Note,
    ProblemNote,
    RouterLink,
    StatePanel,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './history-page.html',
  styleUrl: './history-page.css',
})
export class HistoryPage {
  readonly code = input.required<string>();
  readonly #api = inject(ExercisesApi);
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly mayKeep = inject(Session).may('library.keep');

  protected readonly opening = new Attempt();
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnExerciseView | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonAsked = signal(false);
  protected readonly state = computed(() => {
    if (this.view() !== null) return 'full';
    if (this.opening.problem() !== null) return 'error';
    return this.opening.busy() ? 'loading' : 'empty';
  });
  protected readonly title = computed(() => {
    const title = this.view()?.versions[0]?.content.title;
    return title === undefined ? '' : title[this.words.language()] || title.en;
  });
  protected readonly versions = computed(() => this.view()?.versions ?? []);
  /** Numbers of the two versions that are compared: the newest and the one before it, until others are chosen. */
  protected readonly after = linkedSignal(() => this.versions()[0]?.number ?? 0);
  protected readonly before = linkedSignal(() => this.versions()[1]?.number ?? 0);
  protected readonly pair = computed(() => {
    const find = (number: number) => this.versions().find((version) => version.number === number);
    const [before, after] = [find(this.before()), find(this.after())];
    return before === undefined || after === undefined ? null : { before, after };
  });
  protected readonly reasonError = computed(() =>
    this.reasonAsked() && this.reason().trim() === '' ? this.words.say('library.retire.reasonNeeded') : '',
  );

  constructor() {
    effect(() => {
      const code = this.code();
      untracked(() => void this.open(code));
    });
  }

  protected async open(code: string): Promise<void> {
    await this.opening.run(async () => {
      const { exercises } = await this.#api.list();
      const row = exercises.find((one) => one.code === code);
      this.view.set(row === undefined ? null : await this.#api.one(row.id));
    });
  }

  protected async retire(event: Event): Promise<void> {
    event.preventDefault();
    const view = this.view();
    this.reasonAsked.set(true);
    if (view === null || this.reasonError() !== '') return;
    const done = await this.attempt.run(async () => {
      this.view.set(await this.#api.retire(view.id, view.version, this.reason().trim()));
      this.#announcer.say(this.words.say('library.retire.done'));
    });
    // What somebody else did meanwhile is shown before it is asked again.
    if (!done && this.attempt.problem()?.code === 'version_stale') {
      const stale = this.attempt.problem();
      await this.open(this.code());
      this.attempt.problem.set(stale);
    }
  }

  /** A retired exercise goes on as a new one that begins with its words. */
  protected async copy(): Promise<void> {
    const content = this.versions()[0]?.content;
    if (content === undefined) return;
    await this.attempt.run(async () => {
      const { code } = await this.#api.create(this.code().startsWith('B') ? 'B' : 'R', content);
      void this.#router.navigate(['/library', code, 'write']);
    });
  }

  protected when({ publishedAt, savedAt }: ExerciseVersionView): string {
    return this.words.instant(publishedAt ?? savedAt, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
}
