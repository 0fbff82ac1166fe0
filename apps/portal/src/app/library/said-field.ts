import { Component, booleanAttribute, computed, inject, input, output } from '@angular/core';
import type { Language, LocalizedText } from '@trellis/domain';
import { Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Findings } from './findings';

/** One sentence in English and in Spanish, side by side. Spanish may wait, and is marked as waiting. */
@Component({
  selector: 'tr-said-field',
  imports: [Field],
  templateUrl: './said-field.html',
  styleUrl: './said-field.css',
})
export class SaidField {
  readonly label = input.required<string>();
  /** Where the sentence stands in the exercise, such as 'fields.2.label'. */
  readonly path = input.required<string>();
  readonly value = input.required<LocalizedText>();
  /** Characters. */
  readonly longest = input.required<number>();
  readonly long = input(false, { transform: booleanAttribute });
  readonly changed = output<LocalizedText>();
  readonly #findings = inject(Findings);
  readonly #words = inject(Words);

  protected readonly sides = computed(() =>
    (['en', 'es'] as const).map((language) => {
      const text = this.value()[language];
      const waits = language === 'es' && text.trim() === '' && this.value().en.trim() !== '';
      const hints = this.#findings
        .wordsAt(this.path(), language, text)
        .map((word) => this.#words.say('library.build.canHurt', { word }));
      return {
        language,
        text,
        label: this.#words.say(`library.build.label.${language}`, { label: this.label() }),
        hint: [...(waits ? [this.#words.say('library.build.spanishWaits')] : []), ...hints].join(' '),
        error: this.#findings.at(`${this.path()}.${language}`),
      };
    }),
  );

  protected write(language: Language, text: string): void {
    this.changed.emit({ ...this.value(), [language]: text });
  }
}
