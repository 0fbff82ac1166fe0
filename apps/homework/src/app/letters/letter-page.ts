import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnLetterView } from '@trellis/contracts';
import { letterExercise } from '@trellis/domain';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import { TwoTexts } from '../core/draft/two-texts';
import type { Answers } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { LetterComments } from './letter-comments';
import { LetterKeeping } from './letter-keeping';
import { OwnLetters } from './own-letters';

/** One letter: written section by section, none of them asked for, and what the own therapist says to it. */
@Component({
  selector: 'tr-letter-page',
  imports: [
    Button,
    LetterComments,
    LetterKeeping,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    SaveBar,
    StatePanel,
    TranslocoPipe,
    TwoTexts,
  ],
  templateUrl: './letter-page.html',
  styleUrl: './letter-page.css',
})
export class LetterPage {
  readonly letterId = input.required<string>();
  readonly #letters = inject(OwnLetters);
  readonly #drafts = inject(KeptDrafts);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly loading = new Attempt();
  protected readonly laying = new Attempt();
  protected readonly letter = signal<OwnLetterView | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly two = signal(false);
  protected readonly exercise = computed(() => letterExercise(this.letter()?.kind ?? 'impact'));
  /** Who reads what stands here: what is being written, its author alone. */
  protected readonly strip = computed(() => {
    const letter = this.letter();
    if (letter === null || letter.sealedAt !== null) return 'only';
    if (letter.released) return 'released';
    return letter.revision > 0 ? 'shown' : 'draft';
  });
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));

  constructor() {
    effect(() => {
      const id = this.letterId();
      untracked(() => void this.load(id));
    });
  }

  protected text(key: string): string {
    const value = this.draft()?.state().answers[key] ?? this.letter()?.sections[key];
    return typeof value === 'string' ? value : '';
  }

  protected take(key: string, value: string): void {
    const draft = this.draft();
    draft?.engine.change({ ...draft.state().answers, [key]: value });
  }

  protected settle(answers: Answers): void {
    this.draft()?.engine.settle(answers);
    this.two.set(false);
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate(['/disclosure/letters']);
  }

  /** What stands here goes to the own therapist as one text that does not change any more. */
  protected async layDown(): Promise<void> {
    const draft = this.draft();
    if (draft === null) return;
    await this.laying.run(async () => {
      if (!(await draft.engine.flush())) return;
      const { answers, version } = draft.state();
      await this.#letters.layDown(this.letterId(), version, answers);
      this.#announcer.say(this.#words.translate('letters.layDown.said', this.names()));
      await this.#show(this.letterId());
    });
  }

  protected async load(id: string): Promise<void> {
    this.letter.set(null);
    this.draft.set(null);
    await this.loading.run(() => this.#show(id));
  }

  async #show(id: string): Promise<void> {
    const letter = await this.#letters.one(id);
    const place = `letter:${id}`;
    if (!letter.mayWrite) this.#drafts.close(place);
    // The draft first: what is typed must have a place from the beginning.
    this.draft.set(
      letter.mayWrite
        ? await this.#drafts.open(place, copyOf(letter), {
            save: (answers, version) => this.#letters.save(id, version, answers),
            newest: async () => copyOf(await this.#letters.one(id)),
          })
        : null,
    );
    this.letter.set(letter);
  }
}

function copyOf(letter: OwnLetterView): { answers: Answers; version: number; savedAt: string | null } {
  return { answers: letter.sections, version: letter.version, savedAt: letter.changedAt };
}
