import { Component, computed, input, model } from '@angular/core';
import type { FormPart } from '@trellis/domain';
import { ChoiceList, Field, type Option } from '@trellis/ui';

export type PartAnswer = string | number | boolean;

/** One item of a form while a therapist asks it: its options, yes and no, or a number. Nothing is chosen beforehand. */
@Component({
  selector: 'tr-form-part-field',
  imports: [ChoiceList, Field],
  template: `
    @switch (part().kind) {
      @case ('words') {
        <p class="said" [attr.lang]="lang()">{{ label() }}</p>
      }
      @case ('choice') {
        <tr-choice-list
          [attr.lang]="lang()"
          [legend]="label()"
          [options]="options()"
          [value]="chosen()"
          (valueChange)="answer.set($event)"
        />
      }
      @case ('boolean') {
        <tr-choice-list
          [attr.lang]="lang()"
          [legend]="label()"
          [options]="yesNo()"
          [value]="said()"
          (valueChange)="answer.set($event === 'yes')"
        />
      }
      @default {
        <tr-field #field [label]="label()" [attr.lang]="lang()">
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
    .said {
      font-weight: 600;
    }
    input {
      max-width: 12rem;
    }
  `,
})
export class FormPartField {
  readonly part = input.required<FormPart>();
  /** The language in which the form is shown, and whose words are taken. */
  readonly lang = input.required<'en' | 'es'>();
  readonly yes = input.required<string>();
  readonly no = input.required<string>();
  readonly answer = model<PartAnswer | null>(null);

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
    this.answer.set(text === '' || !Number.isFinite(value) ? null : value);
  }
}
