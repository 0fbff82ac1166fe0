import { Component, input } from '@angular/core';

let fields = 0;

/**
 * Label, hint and error around one native control: `<tr-field label="Name" [error]="..." #f>` with
 * `<input [id]="f.id" [attr.aria-describedby]="f.describedBy" [attr.aria-invalid]="...">` inside.
 * A field may be left empty unless its words say otherwise; `optionalWord` is shown after the label.
 */
@Component({
  selector: 'tr-field',
  host: { '[class.wrong]': "error() !== ''" },
  template: `
    <label [for]="id"
      >{{ label() }}
      @if (optionalWord()) {
        <span class="small">{{ optionalWord() }}</span>
      }
    </label>
    @if (hint()) {
      <p class="small" [id]="id + '-hint'">{{ hint() }}</p>
    }
    <ng-content />
    <p class="error" [id]="id + '-error'" aria-live="polite">{{ error() }}</p>
  `,
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** The sentence of what to do; empty when all is well. */
  readonly error = input('');
  readonly optionalWord = input('');
  /** Id for the control inside. */
  readonly id = `tr-field-${(++fields).toString()}`;
  /** Ids of hint and error, for `aria-describedby`. */
  readonly describedBy = `${this.id}-hint ${this.id}-error`;
}
