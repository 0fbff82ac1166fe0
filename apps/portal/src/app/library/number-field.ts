import { Component, inject, input, output } from '@angular/core';
import { Field } from '@trellis/ui';
import { Findings } from './findings';

/** A number with its bounds. What is no number is kept as typed and said to be wrong at its place. */
@Component({
  selector: 'tr-number-field',
  imports: [Field],
  template: `
    <tr-field #field [label]="label()" [hint]="hint()" [error]="findings.at(path())">
      <input
        #count
        type="number"
        [attr.data-place]="path()"
        [min]="bounds()[0]"
        [max]="bounds()[1]"
        [id]="field.id"
        [attr.aria-describedby]="field.describedBy"
        [attr.aria-invalid]="findings.at(path()) === '' ? null : true"
        [value]="value() ?? ''"
        (input)="changed.emit(count.value === '' ? null : count.valueAsNumber)"
      />
    </tr-field>
  `,
  styles: `
    input {
      max-width: 9rem;
    }
  `,
})
export class NumberField {
  readonly label = input.required<string>();
  readonly path = input.required<string>();
  readonly value = input.required<number | null>();
  readonly bounds = input.required<readonly [number, number]>();
  readonly hint = input('');
  /** Null for an empty field. */
  readonly changed = output<number | null>();
  protected readonly findings = inject(Findings);
}
