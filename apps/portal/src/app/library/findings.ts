import { Injectable, computed, inject, signal } from '@angular/core';
import {
  hurtfulWords,
  publishProblems,
  templateHints,
  type Language,
  type TemplateProblem,
} from '@trellis/domain';
import { Words } from '../core/i18n/words';
import { ExerciseDraft } from './exercise-draft';

/**
 * What the rules say about the exercise on the desk, at the place it is about: what cannot be saved, what it lacks
 * before it can be given (once somebody asked), and advice about words, which never blocks.
 */
@Injectable()
export class Findings {
  readonly #draft = inject(ExerciseDraft);
  readonly #words = inject(Words);
  /** Beside an empty page nobody wants to read what is missing; it is said once it was asked. */
  readonly asked = signal(false);

  readonly lacking = computed(() => publishProblems(this.#draft.content()));
  readonly #hints = computed(() => templateHints(this.#draft.content()));
  readonly hurtful = computed(() => hurtfulWords(this.#draft.content()));
  readonly untranslated = computed(
    () => this.#hints().filter(({ kind }) => kind === 'not_translated').length,
  );
  /** Languages in which the text asks for more than the grade that everybody reads. */
  readonly hardToRead = computed(() =>
    this.#hints().flatMap((hint) => (hint.kind === 'hard_to_read' ? [hint] : [])),
  );
  readonly #shown = computed((): readonly TemplateProblem[] => [
    ...this.#draft.formProblems(),
    ...(this.asked() ? this.lacking() : []),
  ]);

  /** The sentence about exactly this place; '' when all is well. */
  at(path: string): string {
    const found = this.#shown().find((problem) => problem.path === path);
    return found === undefined ? '' : this.#words.say(`library.build.problem.${found.code}`);
  }

  /** The same for a place or any place within it. */
  within(path: string): boolean {
    return this.#shown().some((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  }

  /** Words of this sentence that can hurt, each once. */
  wordsAt(path: string, language: Language, text: string): readonly string[] {
    const found = this.#hints().flatMap((hint) =>
      hint.kind === 'wording' && hint.path === path && hint.language === language
        ? [text.slice(hint.start, hint.start + hint.length)]
        : [],
    );
    return [...new Set(found)];
  }
}
