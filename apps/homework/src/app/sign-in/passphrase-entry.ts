import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { Problem } from '../core/http/problem';

export interface NameAndPassphrase {
  readonly signInName: string;
  readonly passphrase: string;
}

/** The three-word name and the passphrase, however the name was spaced. */
@Component({
  selector: 'tr-passphrase-entry',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <form class="stack" (submit)="send($event, name.value, passphrase.value)">
      <tr-field [label]="'signIn.name' | transloco" [hint]="'signIn.nameHint' | transloco" #n>
        <input
          #name
          [id]="n.id"
          [attr.aria-describedby]="n.describedBy"
          name="name"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
        />
      </tr-field>
      <tr-field [label]="'signIn.passphrase' | transloco" #p>
        <input
          #passphrase
          [id]="p.id"
          [type]="shown() ? 'text' : 'password'"
          name="passphrase"
          autocomplete="current-password"
          required
        />
      </tr-field>
      <button class="text-link" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
        {{ (shown() ? 'signIn.hide' : 'signIn.show') | transloco }}
      </button>
      <tr-problem-note [problem]="problem()" />
      <button trButton look="main" wide type="submit" [busy]="busy()">{{ 'signIn.go' | transloco }}</button>
    </form>
  `,
})
export class PassphraseEntry {
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  readonly ready = output<NameAndPassphrase>();
  protected readonly shown = signal(false);

  protected send(event: Event, name: string, passphrase: string): void {
    event.preventDefault();
    const signInName = name
      .trim()
      .toLowerCase()
      .replace(/[\s.]+/g, '-');
    if (signInName !== '' && passphrase !== '') this.ready.emit({ signInName, passphrase });
  }
}
