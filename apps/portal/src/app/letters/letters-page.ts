import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Note, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { CaseLetters } from './case-letters';
import { LetterCard } from './letter-card';

/** Both letters of a couple: where each stands, what is missing, what the reader may open and lay down. */
@Component({
  selector: 'tr-letters-page',
  imports: [Button, LetterCard, Note, ProblemNote, StatePanel, TranslocoPipe],
  providers: [CaseLetters],
  template: `
    <tr-state-panel
      [state]="letters.state()"
      [heading]="(letters.state() === 'error' ? 'letters.failed' : 'letters.loading') | transloco"
      [rows]="6"
    >
      <tr-problem-note [problem]="letters.loading.problem()" />
      <button trButton type="button" (click)="letters.open(coupleId())">
        {{ 'letters.again' | transloco }}
      </button>
      @if (letters.view(); as view) {
        <div panelContent class="stack">
          @if (view.stands.length === 0) {
            <p class="empty">{{ 'letters.notYet' | transloco }}</p>
          }
          @if (view.reading; as reading) {
            <tr-note tone="calm" icon="speech">{{
              'letters.reading.now.' + reading.kind | transloco: names()
            }}</tr-note>
          }
          <tr-problem-note [problem]="letters.acting.problem()" />
          <div class="columns">
            @for (stand of view.stands; track stand.kind) {
              <tr-letter-card [stand]="stand" />
            }
          </div>
        </div>
      }
    </tr-state-panel>
  `,
  styles: `
    .stack {
      display: grid;
      gap: 16px;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 16px;
      align-items: start;
    }
    .empty {
      padding: 24px;
      color: var(--ink-2);
      border: 1px dashed var(--edge-soft);
      border-radius: var(--radius);
    }
    @media (max-width: 900px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class LettersPage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  protected readonly letters = inject(CaseLetters);
  protected readonly names = computed(() => ({
    partner: this.#couple.person('BP')?.name ?? '',
    recovering: this.#couple.person('RP')?.name ?? '',
  }));

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.letters.open(coupleId));
    });
  }
}
