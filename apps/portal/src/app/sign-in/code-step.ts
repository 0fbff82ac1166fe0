import { Component, afterNextRender, computed, input, model, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CodeInput } from '@trellis/ui';
import { TextField } from '../core/forms/text-field';

/** Six digits from the authenticator, or a recovery code. The sixth digit sends by itself; the button always does. */
@Component({
  selector: 'tr-code-step',
  imports: [Button, CodeInput, TextField, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      @if (recovery()) {
        <tr-text-field
          name="recoveryCode"
          [label]="'signIn.code.recoveryLabel' | transloco"
          [hint]="'signIn.code.recoveryHint' | transloco"
          [longest]="24"
          [(value)]="code"
        />
      } @else {
        <p id="code-step-hint">{{ 'signIn.code.hint' | transloco: { email: email() } }}</p>
        <tr-code-input
          describedBy="code-step-hint"
          [label]="'signIn.code.label' | transloco"
          [wrong]="wrong()"
          [(value)]="code"
          (complete)="ready.emit()"
        />
      }
      <button
        trButton
        look="main"
        wide
        type="submit"
        [busy]="busy()"
        [off]="code().trim().length < shortest()"
      >
        {{ 'signIn.code.send' | transloco }}
      </button>
      <button trButton look="quiet" type="button" (click)="other()">
        {{ (recovery() ? 'signIn.code.authenticator' : 'signIn.code.recovery') | transloco }}
      </button>
      <button trButton look="quiet" type="button" (click)="back.emit()">
        {{ 'signIn.code.back' | transloco }}
      </button>
    </form>
  `,
  styles: `
    form {
      --control-height: 44px;
      --control-size: 15px;
      display: grid;
      gap: 16px;
    }
    p {
      color: var(--ink-2);
    }
  `,
})
export class CodeStep {
  readonly email = input.required<string>();
  readonly code = model('');
  /** True while a recovery code is asked for in place of the six digits. */
  readonly recovery = model(false);
  readonly busy = input(false);
  readonly wrong = input(false);
  readonly ready = output();
  readonly back = output();
  protected readonly shortest = computed(() => (this.recovery() ? 12 : 6));
  private readonly digits = viewChild(CodeInput);

  constructor() {
    // The step replaces a form: the focus would be lost with it.
    afterNextRender(() => {
      this.digits()?.focus();
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.code().trim().length >= this.shortest()) this.ready.emit();
  }

  protected other(): void {
    this.code.set('');
    this.recovery.set(!this.recovery());
  }
}
