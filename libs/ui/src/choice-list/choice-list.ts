import { Component, booleanAttribute, input, model } from '@angular/core';
import type { Option } from './option.js';

let lists = 0;

/** One answer of several, each of the same weight, nothing chosen beforehand. Native radios underneath. */
@Component({
  selector: 'tr-choice-list',
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend>{{ legend() }}</legend>
      <div class="options" [class.two]="twoColumns()">
        @for (option of options(); track option.value) {
          <label>
            <input
              type="radio"
              [name]="name"
              [value]="option.value"
              [checked]="value() === option.value"
              (change)="value.set(option.value)"
            />
            <span
              >{{ option.label }}
              @if (option.note) {
                <span class="small">{{ option.note }}</span>
              }
            </span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './choice-list.css',
})
export class ChoiceList<T extends string | number = string> {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly twoColumns = input(false, { transform: booleanAttribute });
  readonly describedBy = input<string | null>(null);
  readonly value = model<T | null>(null);
  protected readonly name = `tr-choice-${(++lists).toString()}`;
}
