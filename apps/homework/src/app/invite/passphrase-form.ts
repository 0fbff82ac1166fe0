import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Button, Field } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import type { Problem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { lengthOf, passphraseState } from './passphrase-state';

/** Choosing a passphrase: how long it is so far is said in words, it can be shown, pasted and kept by the browser. */
@Component({
  selector: 'tr-passphrase-form',
  imports: [Button, Field, ProblemNote, TranslocoPipe],
  template: `
    <form class="stack" (submit)="choose($event)">
      <tr-field
        [label]="'invite.passphrase.label' | transloco"
        [hint]="'invite.passphrase.hint' | transloco"
        [error]="asked() && tooShort() ? ('invite.passphrase.tooShort' | transloco) : ''"
        #f
      >
        <input
          #field
          [id]="f.id"
          [type]="shown() ? 'text' : 'password'"
          [attr.aria-describedby]="f.describedBy + ' passphrase-state'"
          autocomplete="new-password"
          autocapitalize="none"
          spellcheck="false"
          maxlength="200"
          (input)="typed.set(field.value)"
        />
      </tr-field>
      <p class="small" id="passphrase-state" role="status">{{ words() }}</p>
      <button class="text-link" type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
        {{ (shown() ? 'invite.passphrase.hide' : 'invite.passphrase.show') | transloco }}
      </button>
      <tr-problem-note [problem]="problem()" />
      <button trButton look="main" wide type="submit" [busy]="busy()">
        {{ 'invite.passphrase.go' | transloco }}
      </button>
    </form>
  `,
})
export class PassphraseForm {
  readonly problem = input.required<Problem | null>();
  readonly busy = input(false);
  readonly chosen = output<string>();
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);
  protected readonly typed = signal('');
  protected readonly shown = signal(false);
  protected readonly asked = signal(false);
  readonly #state = computed(() => passphraseState(this.typed()));
  protected readonly tooShort = computed(() => this.#state() === 'empty' || this.#state() === 'short');
  protected readonly words = computed(() => {
    this.#languages.active();
    const more = 15 - lengthOf(this.typed());
    return this.#transloco.translate<string>(`invite.passphrase.state.${this.#state()}`, { more });
  });

  protected choose(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (!this.tooShort()) this.chosen.emit(this.typed());
  }
}
