import { Component, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CodeInput, Dialog, Passkeys } from '@trellis/ui';
import { Attempt } from '../http/attempt';
import { ProblemNote } from '../http/problem-note';
import { StepUp } from './step-up';

/** Asks for six digits before an act that needs a fresh second factor. */
@Component({
  selector: 'tr-step-up-dialog',
  imports: [Button, CodeInput, Dialog, ProblemNote, TranslocoPipe],
  template: `
    <tr-dialog
      [heading]="'shell.stepUp.heading' | transloco"
      [open]="stepUp.open()"
      (openChange)="changed($event)"
    >
      <p id="step-up-hint">{{ why() }}</p>
      <tr-code-input
        inputId="step-up-code"
        describedBy="step-up-hint"
        [label]="'shell.stepUp.label' | transloco"
        [wrong]="problem() !== null"
        [(value)]="code"
        (complete)="send()"
      />
      <tr-problem-note [problem]="problem()" />
      @if (passkeys.work) {
        <button trButton type="button" [busy]="busy()" (click)="usePasskey()">
          {{ 'shell.stepUp.passkey' | transloco }}
        </button>
      }
      <button dialogEnd trButton type="button" (click)="stepUp.giveUp()">
        {{ 'shell.stepUp.cancel' | transloco }}
      </button>
      <button
        dialogEnd
        trButton
        look="main"
        type="button"
        [busy]="busy()"
        [off]="code().length < 6"
        (click)="send()"
      >
        {{ 'shell.stepUp.send' | transloco }}
      </button>
    </tr-dialog>
  `,
})
export class StepUpDialog {
  /** Why it is asked for, as a whole sentence. */
  readonly why = input.required<string>();
  protected readonly stepUp = inject(StepUp);
  protected readonly passkeys = inject(Passkeys);
  protected readonly code = signal('');
  readonly #attempt = new Attempt();
  protected readonly busy = this.#attempt.busy;
  protected readonly problem = this.#attempt.problem;
  private readonly digits = viewChild(CodeInput);

  constructor() {
    effect(() => {
      if (!this.stepUp.open()) return;
      untracked(() => {
        this.code.set('');
        this.problem.set(null);
      });
    });
  }

  /** Escape closes the native dialog: that is giving up. */
  protected changed(open: boolean): void {
    if (!open && this.stepUp.open()) this.stepUp.giveUp();
  }

  protected async send(): Promise<void> {
    if (this.code().length < 6 || this.busy()) return;
    if (await this.#attempt.run(async () => this.stepUp.confirm(this.code()))) return;
    this.code.set('');
    this.digits()?.focus();
  }

  protected async usePasskey(): Promise<void> {
    await this.#attempt.run(async () => this.stepUp.confirmWithPasskey());
  }
}
