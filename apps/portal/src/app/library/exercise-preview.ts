import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isAsked, privacyOf, type HomeworkTemplate, type Language } from '@trellis/domain';
import { Button, ChoiceList, Note, type Option } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { PreviewField } from './preview-field';

type Answers = Readonly<Record<string, unknown>>;

/** An exercise as a person sees it, one question after the other at the width of a phone. Nothing is kept or sent. */
@Component({
  selector: 'tr-exercise-preview',
  imports: [Button, ChoiceList, Note, PreviewField, TranslocoPipe],
  templateUrl: './exercise-preview.html',
  styleUrl: './exercise-preview.css',
})
export class ExercisePreview {
  readonly exercise = input.required<HomeworkTemplate>();
  readonly #words = inject(Words);

  protected readonly language = linkedSignal<Language>(() => this.#words.language());
  protected readonly languages = computed((): readonly Option<Language>[] =>
    (['en', 'es'] as const).map((value) => ({ value, label: this.#words.say(`library.preview.${value}`) })),
  );
  readonly #code = computed(() => this.exercise().code);
  /** Begins anew with another exercise; stays where it is while one is being written. */
  protected readonly answers = linkedSignal<string, Answers>({ source: this.#code, computation: () => ({}) });
  protected readonly at = linkedSignal<string, number>({ source: this.#code, computation: () => 0 });
  /** The questions that are asked with these answers. */
  readonly #asked = computed(() => {
    const { fields } = this.exercise();
    return fields.filter((field) => isAsked(field, fields, this.answers()));
  });
  protected readonly field = computed(() => this.#asked()[this.at()] ?? null);
  protected readonly way = computed(() => ({ at: this.at() + 1, of: this.#asked().length }));
  protected readonly alone = computed(() => {
    const field = this.field();
    return field !== null && privacyOf(field, this.exercise().privacy) === 'P0';
  });
  protected readonly notes = computed(() =>
    this.at() === 0 ? (this.exercise().notes ?? []).map((text) => text[this.language()]) : [],
  );

  protected answer(key: string, value: unknown): void {
    this.answers.update((before) => ({ ...before, [key]: value }));
  }

  protected go(by: number): void {
    this.at.update((at) => Math.max(0, Math.min(this.#asked().length, at + by)));
  }

  protected restart(): void {
    this.answers.set({});
    this.at.set(0);
  }

  protected speak(language: Language | null): void {
    if (language !== null) this.language.set(language);
  }
}
