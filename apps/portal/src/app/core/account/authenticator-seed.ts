import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { CopyBox } from '@trellis/ui';

/** What an authenticator app needs: the secret in groups to type, and the address for apps that take one. */
@Component({
  selector: 'tr-authenticator-seed',
  imports: [CopyBox, TranslocoPipe],
  template: `
    <p class="small">{{ 'account.authenticator.how' | transloco }}</p>
    <tr-copy-box
      look="secret"
      [value]="seed().secret"
      [label]="'account.authenticator.copySecret' | transloco"
      [copied]="'account.copied' | transloco"
      [notCopied]="'account.notCopied' | transloco"
      >{{ grouped() }}</tr-copy-box
    >
    <details>
      <summary class="small">{{ 'account.authenticator.address' | transloco }}</summary>
      <tr-copy-box
        [value]="seed().address"
        [label]="'account.authenticator.copyAddress' | transloco"
        [copied]="'account.copied' | transloco"
        [notCopied]="'account.notCopied' | transloco"
      />
    </details>
  `,
  styles: `
    :host,
    details[open] {
      display: grid;
      gap: 8px;
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class AuthenticatorSeed {
  readonly seed = input.required<AuthenticatorSeedView>();
  protected readonly grouped = computed(() => this.seed().secret.replace(/(.{4})(?=.)/g, '$1 '));
}
