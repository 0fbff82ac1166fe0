import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { LetterRowView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { ProofForm } from '../core/session/proof-form';
import { ProvedAct } from '../core/session/proved-act';
import { Session } from '../core/session/session';
import { OwnLetters } from './own-letters';

/** The end of a letter that was read: each person says alone that it may go; what stays says when, and no word. */
@Component({
  selector: 'tr-agree-panel',
  imports: [Button, ProblemNote, ProofForm, TranslocoPipe],
  template: `
    @if (letter().destroyedAt; as gone) {
      <p class="small">{{ 'letters.end.certificate' | transloco: { day: day(gone), partner: partner() } }}</p>
    } @else {
      <details>
        <summary>{{ 'letters.end.heading' | transloco }}</summary>
        <p>{{ 'letters.end.sentence' | transloco: { partner: partner() } }}</p>
        @if (letter().retentionOn; as on) {
          <p class="small">{{ 'letters.end.retention' | transloco: { day: localDay(on) } }}</p>
        }
        @if (mine()) {
          <p>{{ 'letters.end.mine' | transloco: { partner: partner() } }}</p>
          <button trButton type="button" [busy]="act.attempt.busy()" (click)="say(false)">
            {{ 'letters.end.again' | transloco }}
          </button>
        } @else {
          @if (theirs()) {
            <p>{{ 'letters.end.theirs' | transloco: { partner: partner() } }}</p>
          }
          @if (sure()) {
            <p>{{ 'letters.end.sure' | transloco }}</p>
            <button trButton type="button" [busy]="act.attempt.busy()" (click)="say(true)">
              {{ 'letters.end.yes' | transloco }}
            </button>
            <button trButton type="button" (click)="sure.set(false)">
              {{ 'letters.notNow' | transloco }}
            </button>
          } @else {
            <button trButton type="button" (click)="sure.set(true)">
              {{ 'letters.end.go' | transloco }}
            </button>
          }
        }
        @if (act.proving()) {
          <tr-proof-form
            [sentence]="'letters.prove' | transloco"
            [busy]="act.attempt.busy()"
            (ready)="act.goOnAfter($event)"
          />
        }
        <tr-problem-note [problem]="act.attempt.problem()" />
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-bottom: 12px;
    }
    details {
      display: grid;
      gap: 10px;
    }
    summary {
      min-height: 44px;
      color: var(--ink-2);
      line-height: 44px;
      cursor: pointer;
    }
    p {
      margin-bottom: 10px;
    }
    button {
      margin: 0 8px 8px 0;
    }
  `,
})
export class AgreePanel {
  readonly letter = input.required<LetterRowView>();
  readonly changed = output();
  readonly #letters = inject(OwnLetters);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly act = new ProvedAct();
  protected readonly sure = signal(false);
  protected readonly partner = this.#session.partnerName;
  protected readonly mine = computed(() => {
    const side = this.#session.person()?.side;
    return side !== undefined && this.letter().agreedAt[side] !== null;
  });
  protected readonly theirs = computed(() => {
    const side = this.#session.person()?.side === 'RP' ? 'BP' : 'RP';
    return this.letter().agreedAt[side] !== null;
  });

  protected async say(agree: boolean): Promise<void> {
    await this.act.run(async () => {
      await this.#letters.agree(this.letter().id, agree);
      this.sure.set(false);
      this.#announcer.say(this.#words.translate('letters.end.said'));
      this.changed.emit();
    });
  }

  protected day(instant: string): string {
    const timeZone = this.#session.clinic()?.timeZone;
    return this.#format(instant, timeZone === undefined ? {} : { timeZone });
  }

  protected localDay(on: string): string {
    return this.#format(`${on}T00:00:00Z`, { timeZone: 'UTC' });
  }

  #format(instant: string, options: Intl.DateTimeFormatOptions): string {
    const style = { dateStyle: 'long', ...options } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }
}
