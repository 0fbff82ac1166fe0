import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Icon, Note } from '@trellis/ui';
import { Words } from '../i18n/words';

/** Ten codes, shown this once. Going on needs the word that they are kept. */
@Component({
  selector: 'tr-recovery-codes',
  imports: [Button, Icon, Note, TranslocoPipe],
  template: `
    <p>{{ 'account.codes.what' | transloco }}</p>
    <ul>
      @for (code of codes(); track code) {
        <li>{{ code }}</li>
      }
    </ul>
    <button trButton small type="button" (click)="copy()">
      <tr-icon name="copy" />{{ 'account.codes.copy' | transloco }}
    </button>
    <tr-note icon="key">{{ 'account.codes.once' | transloco }}</tr-note>
    <label>
      <input type="checkbox" name="kept" [checked]="kept()" (change)="kept.set(!kept())" />
      {{ 'account.codes.kept' | transloco }}
    </label>
    <button trButton look="main" type="button" [off]="!kept()" (click)="done.emit()">
      {{ 'account.codes.done' | transloco }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(2, auto);
      gap: 6px 24px;
      padding: 12px 16px;
      font-size: 15px;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.04em;
      background: var(--surface-2);
      border-radius: var(--radius-s);
      user-select: all;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 24px;
    }
  `,
})
export class RecoveryCodes {
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly codes = input.required<readonly string[]>();
  readonly done = output();
  protected readonly kept = signal(false);

  protected async copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.codes().join('\n')).then(
      () => true,
      () => false,
    );
    this.#announcer.say(this.#words.say(copied ? 'account.copied' : 'account.notCopied'));
  }
}
