import { Component, afterNextRender, input, model, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CodeInput } from '@trellis/ui';

/** Six digits from the authenticator. Sent by itself when the sixth arrives, and by the button. */
@Component({
  selector: 'tr-code-step',
  imports: [Button, CodeInput, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <p id="code-step-hint">{{ 'signIn.code.hint' | transloco: { email: email() } }}</p>
      <tr-code-input
        describedBy="code-step-hint"
        [label]="'signIn.code.label' | transloco"
        [wrong]="wrong()"
        [(value)]="code"
        (complete)="ready.emit()"
      />
      <button trButton look="main" wide type="submit" [busy]="busy()" [off]="code().length < 6">
        {{ 'signIn.code.send' | transloco }}
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
  readonly busy = input(false);
  readonly wrong = input(false);
  readonly ready = output();
  readonly back = output();
  private readonly digits = viewChild.required(CodeInput);

  constructor() {
    // The step replaces a form: the focus would be lost with it.
    afterNextRender(() => {
      this.digits().focus();
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.code().length === 6) this.ready.emit();
  }
}
