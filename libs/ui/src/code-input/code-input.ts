import { Component, ElementRef, booleanAttribute, input, model, output, viewChild } from '@angular/core';

/**
 * Six digits in one native field, so that paste, screen readers and one-time-code filling work. Everything
 * but digits is dropped; `complete` fires once when the sixth digit arrives.
 */
@Component({
  selector: 'tr-code-input',
  template: `
    <label [for]="inputId()">{{ label() }}</label>
    <div class="box" [class.wrong]="describedBy() !== null && wrong()">
      <input
        #digits
        [id]="inputId()"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="12"
        spellcheck="false"
        [value]="value()"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="wrong() ? true : null"
        (input)="take(digits.value)"
      />
    </div>
  `,
  styleUrl: './code-input.css',
})
export class CodeInput {
  readonly label = input.required<string>();
  readonly inputId = input('tr-code');
  readonly describedBy = input<string | null>(null);
  readonly wrong = input(false, { transform: booleanAttribute });
  /** The digits so far, 0 to 6 of them. */
  readonly value = model('');
  readonly complete = output<string>();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('digits');

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected take(typed: string): void {
    const before = this.value();
    const digits = typed.replace(/\D/g, '').slice(0, 6);
    this.field().nativeElement.value = digits;
    this.value.set(digits);
    if (digits.length === 6 && digits !== before) this.complete.emit(digits);
  }
}
