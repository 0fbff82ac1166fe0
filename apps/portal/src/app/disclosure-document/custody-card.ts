import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentCustodyView } from '@trellis/contracts';
import { Button, Card } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { CaseDocument } from './case-document';

/** How long the document is kept, and its end by the word of both therapists. */
@Component({
  selector: 'tr-custody-card',
  imports: [Button, Card, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureDocument.custody.heading' | transloco">
      @if (custody().destroyedAt; as gone) {
        <p>
          {{
            'disclosureDocument.custody.gone' | transloco: { day: day(gone), versions: custody().versions }
          }}
        </p>
      } @else {
        <p>{{ 'disclosureDocument.custody.sentence' | transloco }}</p>
        @for (gap of custody().missing; track gap) {
          <p class="small">{{ 'disclosureDocument.custody.missing.' + gap | transloco }}</p>
        }
      }
      @for (signature of custody().signatures; track signature.side) {
        <p class="small">
          {{
            'disclosureDocument.custody.signed' | transloco: { name: signature.name, day: day(signature.at) }
          }}
        </p>
      }
      @if (mayGo()) {
        @if (sure()) {
          <p>{{ 'disclosureDocument.custody.sure' | transloco }}</p>
          <button trButton type="button" [busy]="document.busy()" (click)="document.sign()">
            {{ 'disclosureDocument.custody.yes' | transloco }}
          </button>
        } @else {
          <button trButton type="button" (click)="sure.set(true)">
            {{ 'disclosureDocument.custody.sign' | transloco }}
          </button>
        }
      }
    </tr-card>
  `,
})
export class CustodyCard {
  readonly custody = input.required<DocumentCustodyView>();
  readonly #languages = inject(Languages);
  protected readonly document = inject(CaseDocument);
  protected readonly sure = signal(false);

  /** Nothing but signatures is missing. */
  protected mayGo(): boolean {
    const { destroyedAt, missing } = this.custody();
    return destroyedAt === null && missing.every((gap) => gap.endsWith('_signature'));
  }

  protected day(instant: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long' }).format(new Date(instant));
  }
}
