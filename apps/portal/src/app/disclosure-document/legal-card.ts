import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentReviewView } from '@trellis/contracts';
import { Announcer, Button, Note } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseDocument } from './case-document';

/** The legal question as it stands. Only the own therapist takes a stop back, after the two have talked. */
@Component({
  selector: 'tr-legal-card',
  imports: [Button, Note, TranslocoPipe],
  template: `
    @if (review().legal.minorOrCrime) {
      <tr-note icon="phone">
        <p>{{ 'disclosureDocument.review.stopped' | transloco }}</p>
        @if (review().open) {
          @if (sure()) {
            <p>{{ 'disclosureDocument.legal.sure' | transloco: { name: review().people.author } }}</p>
            <div class="acts">
              <button trButton type="button" [busy]="document.busy()" (click)="lift()">
                {{ 'disclosureDocument.legal.lift' | transloco }}
              </button>
              <button trButton look="quiet" type="button" (click)="sure.set(false)">
                {{ 'disclosureDocument.cancel' | transloco }}
              </button>
            </div>
          } @else {
            <button trButton type="button" (click)="sure.set(true)">
              {{ 'disclosureDocument.legal.talked' | transloco }}
            </button>
          }
        }
      </tr-note>
    } @else if (review().begun) {
      <p class="small">
        {{ 'disclosureDocument.legal.answers.' + answer() | transloco: { name: review().people.author } }}
      </p>
    }
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    tr-note button {
      margin-top: 8px;
    }
  `,
})
export class LegalCard {
  readonly review = input.required<DocumentReviewView>();
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly document = inject(CaseDocument);
  protected readonly sure = signal(false);

  protected answer(): 'open' | 'yes' | 'no' {
    const { exposurePossible } = this.review().legal;
    return exposurePossible === null ? 'open' : exposurePossible ? 'yes' : 'no';
  }

  /** What was answered on consequences stays as it is. */
  protected async lift(): Promise<void> {
    const { exposurePossible } = this.review().legal;
    if (!(await this.document.answerLegal({ exposurePossible, minorOrCrime: false }))) return;
    this.sure.set(false);
    this.#announcer.say(this.#words.say('disclosureDocument.legal.lifted'));
  }
}
