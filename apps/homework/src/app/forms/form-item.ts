import { Component, computed, input, output } from '@angular/core';
import type { FormPart } from '@trellis/domain';
import { ChoiceList, Field, type Option } from '@trellis/ui';

export type ItemAnswer = string | number | boolean | null;

/** One item of a form: its options, yes and no, or a number. Nothing is chosen beforehand. */
@Component({
  selector: 'tr-form-item',
  imports: [ChoiceList, Field],
  host: { '[attr.lang]': 'lang()' },
  template: `
    @switch (part().kind) {
      @case ('words') {
        <p class="said">{{ label() }}</p>
      }
      @case ('choice') {
        <tr-choice-list
          [legend]="label()"
          [options]="options()"
          [value]="chosen()"
          (valueChange)="answered.emit($event)"
        />
      }
      @case ('boolean') {
        <tr-choice-list
          [legend]="label()"
          [options]="yesNo()"
          [value]="said()"
          (valueChange)="answered.emit($event === 'yes')"
        />
      }
      @default {
        <tr-field #field [label]="label()">
          <input
            #line
            type="number"
            step="any"
            [id]="field.id"
            [value]="answer() ?? ''"
            (input)="type(line.value)"
          />
        </tr-field>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .said {
      font-weight: 600;
    }
  `,
})
export class FormItem {
  readonly part = input.required<FormPart>();
  readonly lang = input.required<'en' | 'es'>();
  /** The answer so far; null while there is none. */
  readonly answer = input.required<ItemAnswer>();
  readonly yes = input.required<string>();
  readonly no = input.required<string>();
  readonly answered = output<ItemAnswer>();

  protected readonly label = computed(() => this.part().text[this.lang()]);
  protected readonly options = computed((): readonly Option[] =>
    this.part().options.map(({ value, label }) => ({ value, label: label[this.lang()] })),
  );
  protected readonly yesNo = computed((): readonly Option[] => [
    { value: 'yes', label: this.yes() },
    { value: 'no', label: this.no() },
  ]);
  protected readonly chosen = computed(() => {
    const answer = this.answer();
    return typeof answer === 'string' ? answer : null;
  });
  protected readonly said = computed(() => {
    const answer = this.answer();
    if (typeof answer !== 'boolean') return null;
    return answer ? 'yes' : 'no';
  });

  protected type(text: string): void {
    const value = Number(text);
    this.answered.emit(text === '' || !Number.isFinite(value) ? null : value);
  }
}
