import { Component, computed, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { CodeInput } from '@trellis/ui';
import type { Problem } from '../http/problem';
import { AuthenticatorSeed } from './authenticator-seed';

/** The six digits of an authenticator, after what a new one has to be told. */
@Component({
  selector: 'tr-authenticator-code',
  imports: [AuthenticatorSeed, CodeInput, TranslocoPipe],
  template: `
    @if (seed(); as told) {
      <tr-authenticator-seed [seed]="told" />
    }
    <p id="authenticator-hint" class="small">{{ 'account.authenticator.code' | transloco }}</p>
    <tr-code-input
      inputId="authenticator-code"
      describedBy="authenticator-hint"
      [label]="'signIn.code.label' | transloco"
      [wrong]="wrong()"
      [(value)]="code"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
  `,
})
export class AuthenticatorCode {
  /** What the app is told; null where it knows already. */
  readonly seed = input.required<AuthenticatorSeedView | null>();
  readonly problem = input<Problem | null>(null);
  readonly code = model('');
  protected readonly wrong = computed(() => this.problem()?.code === 'second_factor_refused');
}
