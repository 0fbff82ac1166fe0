import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnLetterView } from '@trellis/contracts';
import { Announcer, Button, Icon } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { ProofForm } from '../core/session/proof-form';
import { ProvedAct } from '../core/session/proved-act';
import { Session } from '../core/session/session';
import { OwnLetters } from './own-letters';

type Keeping = 'release' | 'revocation' | 'seal';

/** Whom a letter is open to: the other therapist when its author says so, and nobody any more once it is sealed. */
@Component({
  selector: 'tr-letter-keeping',
  imports: [Button, Icon, ProblemNote, ProofForm, TranslocoPipe],
  template: `
    @if (letter().sealedAt) {
      <p class="row"><tr-icon name="lock" />{{ 'letters.keep.sealed' | transloco }}</p>
    } @else if (letter().revision > 0) {
      <h2>{{ 'letters.keep.heading' | transloco }}</h2>
      <p>{{ (letter().released ? 'letters.keep.isOpen' : 'letters.keep.isNot') | transloco: names() }}</p>
      @if (letter().released) {
        <button trButton type="button" [busy]="act.attempt.busy()" (click)="keep('revocation', said.back)">
          {{ 'letters.keep.takeBack' | transloco }}
        </button>
      } @else {
        <button trButton type="button" [busy]="act.attempt.busy()" (click)="keep('release', said.given)">
          {{ 'letters.keep.release' | transloco: names() }}
        </button>
      }
      <h3>{{ 'letters.keep.sealHeading' | transloco }}</h3>
      <p>{{ 'letters.keep.sealSentence' | transloco: names() }}</p>
      @if (sure()) {
        <p>{{ 'letters.keep.sealSure' | transloco }}</p>
        <div class="pair">
          <button trButton type="button" [busy]="act.attempt.busy()" (click)="keep('seal', said.sealed)">
            {{ 'letters.keep.sealGo' | transloco }}
          </button>
          <button trButton type="button" (click)="sure.set(false)">{{ 'letters.notNow' | transloco }}</button>
        </div>
      } @else {
        <button trButton type="button" (click)="sure.set(true)">
          {{ 'letters.keep.seal' | transloco }}
        </button>
      }
      @if (act.proving()) {
        <tr-proof-form
          [sentence]="'letters.prove' | transloco"
          [busy]="act.attempt.busy()"
          (ready)="act.goOnAfter($event)"
        />
      }
      <tr-problem-note [problem]="act.attempt.problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    .row {
      grid-template-columns: 24px 1fr;
    }
    tr-proof-form,
    tr-problem-note {
      width: 100%;
    }
  `,
})
export class LetterKeeping {
  readonly letter = input.required<OwnLetterView>();
  readonly changed = output();
  readonly #letters = inject(OwnLetters);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  protected readonly act = new ProvedAct();
  protected readonly sure = signal(false);
  protected readonly names = computed(() => ({ partner: this.#session.partnerName() }));
  protected readonly said = {
    back: 'letters.keep.said.back',
    given: 'letters.keep.said.given',
    sealed: 'letters.keep.said.sealed',
  };
  readonly #words = inject(TranslocoService);

  protected async keep(how: Keeping, announce: string): Promise<void> {
    const { id, version } = this.letter();
    await this.act.run(async () => {
      await this.#letters.keep(how, id, version);
      this.sure.set(false);
      this.#announcer.say(this.#words.translate(announce));
      this.changed.emit();
    });
  }
}
