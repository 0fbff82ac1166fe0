import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LetterMarkView } from '@trellis/contracts';
import { letterChecks } from '@trellis/domain';
import { Announcer, Button, Chip } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';
import { CaseLetters, type LetterKind } from './case-letters';

const ofKind: Readonly<Record<LetterKind, readonly string[]>> = {
  impact: ['impact_wanted', 'impact_opted_out', 'impact_approved', 'listening_rehearsed'],
  restitution: ['restitution_approved', 'restitution_safe'],
};
const ofOneText: readonly string[] = ofKind.restitution;

/** What the reader lays down for a letter: wishes, approvals, rehearsals. The checklist advises and blocks nothing. */
@Component({
  selector: 'tr-letter-marks',
  imports: [Button, Chip, TranslocoPipe],
  template: `
    @if (marks().length > 0) {
      <details>
        <summary>{{ 'letters.checks' | transloco }}</summary>
        <ul class="checks">
          @for (check of checks(); track check.id) {
            <li>{{ check.ask }}</li>
          }
        </ul>
        <p class="small">{{ 'letters.checksAdvise' | transloco }}</p>
      </details>
      <ul class="marks">
        @for (mark of marks(); track mark.mark) {
          <li>
            <div class="what">
              <b>{{ 'letters.mark.' + mark.mark | transloco: names() }}</b>
              @if (holds(mark)) {
                <tr-chip tone="leaf" icon="check">{{ 'letters.marked' | transloco }}</tr-chip>
              } @else if (mark.given) {
                <tr-chip tone="note">{{ 'letters.older' | transloco: { revision: mark.revision } }}</tr-chip>
              }
              @if (mark.setAt; as at) {
                <p class="small">{{ mark.byName }}, {{ words.date(at, timeZone()) }}</p>
              }
            </div>
            <button
              trButton
              small
              type="button"
              [busy]="letters.acting.busy()"
              [disabled]="!holds(mark) && aboutText(mark) && revision() === 0"
              (click)="toggle(mark)"
            >
              {{ (holds(mark) ? 'letters.unmark' : 'letters.doMark') | transloco }}
            </button>
          </li>
        }
      </ul>
      @if (revision() === 0 && kind() === 'restitution') {
        <p class="small">{{ 'letters.readFirst' | transloco }}</p>
      }
    }
  `,
  styles: `
    details {
      padding-top: 12px;
      border-top: 1px solid var(--line);
    }
    summary {
      color: var(--leaf);
      font-weight: 600;
      cursor: pointer;
    }
    .checks {
      display: grid;
      gap: 4px;
      padding: 8px 0 8px 18px;
      list-style: disc;
    }
    .marks {
      display: grid;
      margin-top: 8px;
    }
    .marks li {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
    .what {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
    }
    .what p {
      width: 100%;
    }
    .marks button {
      flex: none;
    }
  `,
})
export class LetterMarks {
  readonly kind = input.required<LetterKind>();
  /** The newest text that the reader may open; 0 when there is none. */
  readonly revision = input.required<number>();
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly letters = inject(CaseLetters);
  protected readonly names = computed(() => ({
    partner: this.#couple.person('BP')?.name ?? '',
    recovering: this.#couple.person('RP')?.name ?? '',
  }));
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly marks = computed(() =>
    (this.letters.view()?.marks ?? []).filter(({ mark }) => ofKind[this.kind()].includes(mark)),
  );
  protected readonly checks = computed(() =>
    letterChecks(this.kind()).map(({ id, ask }) => ({ id, ask: ask[this.words.language()] })),
  );

  protected aboutText({ mark }: LetterMarkView): boolean {
    return ofOneText.includes(mark);
  }

  /** An approval of a text says nothing of a newer one. */
  protected holds(mark: LetterMarkView): boolean {
    if (!mark.given) return false;
    return !this.aboutText(mark) || this.revision() === 0 || mark.revision === this.revision();
  }

  protected async toggle(mark: LetterMarkView): Promise<void> {
    const given = !this.holds(mark);
    const revision = given && this.aboutText(mark) ? this.revision() : null;
    const checks = given ? this.checks().map(({ id }) => id) : [];
    if (await this.letters.mark(mark, { given, revision, checks }))
      this.#announcer.say(this.words.say(given ? 'letters.markDone' : 'letters.unmarkDone'));
  }
}
