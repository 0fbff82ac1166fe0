import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, CopyBox, Note } from '@trellis/ui';

/** Ten codes, shown this once. Going on needs the word that they are kept. */
@Component({
  selector: 'tr-recovery-codes',
  imports: [Button, CopyBox, Note, TranslocoPipe],
  template: `
    <p>{{ 'account.codes.what' | transloco }}</p>
    <tr-copy-box
      [value]="
        codes().join(
          '
'
        )
      "
      [label]="'account.codes.copy' | transloco"
      [copied]="'account.copied' | transloco"
      [notCopied]="'account.notCopied' | transloco"
    >
      <ul>
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ul>
    </tr-copy-box>
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
      padding: 4px;
      font-size: 15px;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.04em;
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
  readonly codes = input.required<readonly string[]>();
  readonly done = output();
  protected readonly kept = signal(false);
}
