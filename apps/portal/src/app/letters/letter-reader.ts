import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseLetterRowView, CaseLetterView } from '@trellis/contracts';
import { letterExercise } from '@trellis/domain';
import { Announcer, Button, Field, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { CaseLetters } from './case-letters';

/** The words of a letter that the reader may open, and what their own side's therapist says to it. */
@Component({
  selector: 'tr-letter-reader',
  imports: [Button, Field, ProblemNote, StatePanel, TranslocoPipe],
  templateUrl: './letter-reader.html',
  styleUrl: './letter-reader.css',
})
export class LetterReader {
  readonly letter = input.required<CaseLetterRowView>();
  readonly #letters = inject(CaseLetters);
  readonly #couple = inject(CurrentCouple);
  readonly #unsent = inject(UnsentText);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly loading = new Attempt();
  protected readonly saying = new Attempt();
  protected readonly copy = signal<CaseLetterView | null>(null);
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  readonly #place = computed(() => `letter-comment:${this.letter().id}`);
  protected readonly comment = linkedSignal(() => this.#unsent.recall(this.#place()));
  protected readonly sections = computed(() => {
    const copy = this.copy();
    if (copy === null) return [];
    const language = this.words.language();
    return letterExercise(copy.kind)
      .fields.map(({ key, label }) => ({ key, label: label[language], text: copy.sections[key] ?? '' }))
      .filter(({ text }) => text.trim() !== '');
  });

  constructor() {
    effect(() => {
      const { id, revision } = this.letter();
      untracked(() => void this.show(id, revision));
    });
  }

  protected async show(id: string, revision: number): Promise<void> {
    await this.loading.run(async () => {
      this.copy.set(await this.#letters.read(id, revision));
    });
  }

  protected take(text: string): void {
    this.comment.set(text);
    this.#unsent.keep(this.#place(), text);
  }

  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    const [copy, text] = [this.copy(), this.comment()];
    if (copy === null || text.trim() === '') return;
    await this.saying.run(async () => {
      await this.#letters.comment(copy.id, { id: crypto.randomUUID(), revision: copy.revision, text });
      this.take('');
      this.#announcer.say(this.words.say('letters.reader.said'));
      this.copy.set(await this.#letters.read(copy.id, copy.revision));
    });
  }
}
