import { Component, computed, inject, input, output } from '@angular/core';
import type { Field as TemplateField, Language } from '@trellis/domain';
import { ChoiceList, MultiChips, type Option, ScaleRow, WordSlider } from '@trellis/ui';
import { Words } from '../core/i18n/words';

/** One question with the same fields as in the homework app; a list shows one of its rows. */
@Component({
  selector: 'tr-preview-field',
  imports: [ChoiceList, MultiChips, ScaleRow, WordSlider],
  templateUrl: './preview-field.html',
  styleUrl: './preview-field.css',
})
export class PreviewField {
  readonly field = input.required<TemplateField>();
  readonly language = input.required<Language>();
  readonly value = input.required<unknown>();
  readonly answered = output<unknown>();
  readonly #words = inject(Words);

  protected readonly id = computed(() => `preview-${this.field().key}`);
  protected readonly label = computed(() => this.field().label[this.language()]);
  protected readonly options = computed((): readonly Option[] =>
    (this.field().options ?? []).map(({ value, label }) => ({ value, label: label[this.language()] })),
  );
  protected readonly yesAndNo = computed((): readonly Option[] =>
    ['yes', 'no'].map((value) => ({ value, label: this.say(value) })),
  );
  protected readonly ends = computed(
    () => this.field().ends?.map((text) => text[this.language()]) ?? ['', ''],
  );
  protected readonly steps = computed((): readonly [string, string, string, string, string] => {
    const word = (step: number): string => this.say(`steps.${step.toString()}`);
    return [word(0), word(1), word(2), word(3), word(4)];
  });
  protected readonly levels = computed(() =>
    [0, 1, 2, 3, 4, 5].map((level) => this.say(`levels.${level.toString()}`)),
  );
  protected readonly range = computed(() => {
    const range = this.field().range;
    return range === undefined ? '' : this.say('range', { from: range[0], to: range[1] });
  });
  protected readonly list = computed(() => {
    const value = this.value();
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  });
  protected readonly number = computed(() => {
    const value = this.value();
    return typeof value === 'number' ? value : null;
  });
  protected readonly step = computed(() => {
    const value = this.value();
    return value === 0 || value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
  });
  protected readonly yesNo = computed(() => {
    const value = this.value();
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
  });
  protected readonly text = computed(() => {
    const value = this.value();
    return typeof value === 'string' ? value : '';
  });

  protected say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    return this.#words.say(`library.preview.${key}`, params);
  }
}
