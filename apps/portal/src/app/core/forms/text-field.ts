import { Component, computed, input, model, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, Icon } from '@trellis/ui';

/** Label and one line of text; a password can be shown. What is typed belongs to the page. */
@Component({
  selector: 'tr-text-field',
  imports: [Field, Icon, TranslocoPipe],
  template: `
    <tr-field #field [label]="label()" [hint]="hint()" [error]="error()">
      <div class="line">
        <input
          #line
          [name]="name()"
          [type]="shownType()"
          [autocomplete]="autocomplete()"
          [attr.maxlength]="longest()"
          [attr.autocapitalize]="type() === 'text' ? null : 'none'"
          [attr.spellcheck]="type() === 'text' ? null : false"
          [id]="field.id"
          [attr.aria-describedby]="field.describedBy"
          [attr.aria-invalid]="error() === '' ? null : true"
          [value]="value()"
          (input)="value.set(line.value)"
        />
        @if (type() === 'password') {
          <button
            type="button"
            [attr.aria-label]="'signIn.showPassword' | transloco"
            [attr.aria-pressed]="shown()"
            (click)="shown.set(!shown())"
          >
            <tr-icon [name]="shown() ? 'eye-off' : 'eye'" />
          </button>
        }
      </div>
    </tr-field>
  `,
  styles: `
    .line {
      position: relative;
    }
    button {
      position: absolute;
      inset: 0 0 0 auto;
      display: grid;
      place-items: center;
      width: 44px;
      color: var(--ink-2);
      background: none;
      border: 0;
      cursor: pointer;
    }
    .line:has(button) input {
      padding-right: 48px;
    }
  `,
})
export class TextField {
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'tel'>('text');
  readonly hint = input('');
  /** The sentence of what to do; empty when all is well. */
  readonly error = input('');
  readonly autocomplete = input<HTMLInputElement['autocomplete']>('off');
  readonly longest = input(60);
  protected readonly shown = signal(false);
  protected readonly shownType = computed(() =>
    this.type() === 'password' && this.shown() ? 'text' : this.type(),
  );
}
