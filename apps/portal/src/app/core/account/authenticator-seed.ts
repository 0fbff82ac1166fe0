import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { Announcer, Button, Icon } from '@trellis/ui';
import { Words } from '../i18n/words';

/** What an authenticator app needs: the secret in groups to type, and the address for apps that take one. */
@Component({
  selector: 'tr-authenticator-seed',
  imports: [Button, Icon, TranslocoPipe],
  template: `
    <p class="small">{{ 'account.authenticator.how' | transloco }}</p>
    <output class="value secret">{{ grouped() }}</output>
    <button trButton small type="button" (click)="copy(seed().secret)">
      <tr-icon name="copy" />{{ 'account.authenticator.copySecret' | transloco }}
    </button>
    <details>
      <summary class="small">{{ 'account.authenticator.address' | transloco }}</summary>
      <output class="value">{{ seed().address }}</output>
      <button trButton small type="button" (click)="copy(seed().address)">
        <tr-icon name="copy" />{{ 'account.authenticator.copyAddress' | transloco }}
      </button>
    </details>
  `,
  styles: `
    :host,
    details[open] {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    .value {
      padding: 8px 12px;
      overflow-wrap: anywhere;
      font-size: 13px;
      background: var(--surface-2);
      border-radius: var(--radius-s);
      user-select: all;
    }
    .secret {
      font-size: 16px;
      font-weight: 600;
      letter-spacing: 0.06em;
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class AuthenticatorSeed {
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly seed = input.required<AuthenticatorSeedView>();
  protected readonly grouped = computed(() => this.seed().secret.replace(/(.{4})(?=.)/g, '$1 '));

  protected async copy(text: string): Promise<void> {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.#announcer.say(this.#words.say(copied ? 'account.copied' : 'account.notCopied'));
  }
}
