import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { CaseDocument } from './case-document';
import { CustodyCard } from './custody-card';
import { LaterReading } from './later-reading';
import { PartnerReading } from './partner-reading';
import { ReviewDesk } from './review-desk';

/** The disclosure document: rounds for the author's therapist, a time of reading for the partner's. */
@Component({
  selector: 'tr-document-page',
  imports: [
    Button,
    CustodyCard,
    LaterReading,
    PartnerReading,
    ProblemNote,
    ReviewDesk,
    StatePanel,
    TranslocoPipe,
  ],
  providers: [CaseDocument],
  template: `
    <tr-state-panel
      [state]="state()"
      [heading]="'disclosureDocument.states.' + state() | transloco"
      [sentence]="'disclosureDocument.emptySentence' | transloco"
      icon="document"
      [rows]="6"
    >
      @if (state() === 'error') {
        <tr-problem-note [problem]="document.problem()" />
        <button trButton type="button" (click)="document.open(coupleId())">
          {{ 'disclosureDocument.again' | transloco }}
        </button>
      }
      <div panelContent class="stack">
        <tr-problem-note [problem]="document.problem()" />
        @if (document.review(); as review) {
          <tr-review-desk [review]="review" />
        }
        @if (document.reading(); as reading) {
          <tr-partner-reading [reading]="reading" [coupleId]="coupleId()" />
        }
        @if (document.custody(); as custody) {
          @if (asksLater() || custody.laterReading !== null) {
            <tr-later-reading
              [asked]="custody.laterReading"
              [asks]="asksLater()"
              [agrees]="custody.mySides.includes('RP')"
            />
          }
          <tr-custody-card [custody]="custody" />
        }
      </div>
    </tr-state-panel>
  `,
  styles: `
    .stack {
      display: grid;
      gap: 16px;
      min-width: 0;
    }
  `,
})
export class DocumentPage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  protected readonly document = inject(CaseDocument);
  protected readonly state = computed(() => {
    const { review, reading, custody, loaded, problem } = this.document;
    if (!loaded()) return 'loading';
    if (review() !== null || reading() !== null || custody() !== null) return 'full';
    return problem() === null ? 'empty' : 'error';
  });

  /** The partner's therapist asks once the session has begun, while nothing stands open to them. */
  protected readonly asksLater = computed(
    () => this.document.custody()?.mayAskLater === true && this.document.reading() === null,
  );

  constructor() {
    effect(() => {
      const [coupleId, couple] = [this.coupleId(), this.#couple.view()];
      // Which sides the reader holds decides what is asked for.
      if (couple?.id === coupleId) untracked(() => void this.document.open(coupleId));
    });
  }
}
