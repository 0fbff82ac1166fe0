import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field, Passkeys } from '@trellis/ui';
import { FreshProof } from './fresh-proof';

/** Asks who is here once more, by passphrase or passkey; says how, and leaves the doing to the page around it. */
@Component({
  selector: 'tr-proof-form',
  imports: [Button, Field, TranslocoPipe],
  template: `
    <form class="stack-s" (submit)="send($event, passphrase.value)">
      <p>{{ sentence() }}</p>
      <tr-field [label]="'signIn.passphrase' | transloco" #p>
        <input #passphrase [id]="p.id" type="password" autocomplete="current-password" required />
      </tr-field>
      <button trButton look="main" type="submit" [busy]="busy()">{{ 'signIn.proofGo' | transloco }}</button>
      @if (passkeys.work) {
        <button trButton type="button" [busy]="busy()" (click)="usePasskey()">
          {{ 'signIn.passkey' | transloco }}
        </button>
      }
    </form>
  `,
})
export class ProofForm {
  readonly sentence = input.required<string>();
  readonly busy = input(false);
  /** Gives the proof when called; false when the person stopped. */
  readonly ready = output<() => Promise<boolean>>();
  readonly #proof = inject(FreshProof);
  protected readonly passkeys = inject(Passkeys);

  protected send(event: Event, passphrase: string): void {
    event.preventDefault();
    this.ready.emit(async () => this.#proof.withPassphrase(passphrase));
  }

  protected usePasskey(): void {
    this.ready.emit(async () => this.#proof.withPasskey());
  }
}
