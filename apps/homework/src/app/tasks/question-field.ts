import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { Field as TemplateField } from '@trellis/domain';
import { Button, ChoiceList, Field, Icon, MultiChips, type Option, ScaleRow, WordSlider } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { AnswerWords } from '../core/homework/answer-words';

/** One answer, in the shape its kind asks for. Gives every change at once; nothing is chosen beforehand. */
@Component({
  selector: 'tr-question-field',
  host: { '[class.bare]': 'bare()' },
  imports: [Button, ChoiceList, Field, Icon, MultiChips, Said, ScaleRow, TranslocoPipe, WordSlider],
  templateUrl: './question-field.html',
  styleUrl: './question-field.css',
})
export class QuestionField {
  readonly field = input.required<TemplateField>();
  readonly value = input.required<unknown>();
  /** Where several questions of one kind stand on a page: what tells this one apart. */
  readonly within = input('');
  /** The question stands in the page's heading already. */
  readonly bare = input(false);
  readonly answered = output<unknown>();
  readonly #words = inject(AnswerWords);
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);
  protected readonly numberError = signal('');

  protected readonly id = computed(() => `answer-${this.within()}${this.field().key}`);
  protected readonly options = computed((): readonly Option[] => {
    const language = this.#languages.active();
    return (this.field().options ?? []).map(({ value, label }) => ({ value, label: label[language] }));
  });
  protected readonly levels = computed(() => this.#words.levels(this.field().key));
  protected readonly steps = computed(() => this.#words.steps());
  protected readonly ends = computed(() => {
    const language = this.#languages.active();
    const ends = this.field().ends;
    return { from: ends?.[0][language] ?? '', to: ends?.[1][language] ?? '' };
  });
  protected readonly yesAndNo = computed((): readonly Option<'yes' | 'no'>[] => {
    this.#languages.active();
    return (['yes', 'no'] as const).map((value) => ({
      value,
      label: this.#transloco.translate(`task.${value}`),
    }));
  });
  protected readonly rangeWords = computed(() => {
    this.#languages.active();
    const range = this.field().range;
    if (range === undefined) return '';
    return this.#transloco.translate<string>('task.range', { from: range[0], to: range[1] });
  });

  protected readonly asList = computed(() => {
    const value = this.value();
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  });
  protected readonly asNumber = computed(() => {
    const value = this.value();
    return typeof value === 'number' ? value : null;
  });
  protected readonly asStep = computed(() => {
    const value = this.value();
    return value === 0 || value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
  });
  protected readonly asYesNo = computed(() => {
    const value = this.value();
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
  });
  protected readonly asText = computed(() => {
    const value = this.value();
    return typeof value === 'string' || typeof value === 'number' ? value.toString() : '';
  });

  /** One step lighter or heavier; the first tap starts in the middle. */
  protected nudge(by: number): void {
    const before = this.asNumber();
    this.answered.emit(before === null ? 5 : Math.min(10, Math.max(0, before + by)));
  }

  /** A comma is as good as a point. What is no number, or outside the range, is said and not taken. */
  protected takeNumber(typed: string): void {
    const text = typed.trim().replace(',', '.');
    const [low, high] = this.field().range ?? [0, 1_000_000];
    const number = Number(text);
    const fits = text === '' || (Number.isFinite(number) && number >= low && number <= high);
    this.numberError.set(fits ? '' : this.#transloco.translate('task.notANumber', { from: low, to: high }));
    if (fits) this.answered.emit(text === '' ? undefined : number);
  }
}
