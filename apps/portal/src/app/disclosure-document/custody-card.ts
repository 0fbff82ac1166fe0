import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentCustodyView } from '@trellis/contracts';
import { Announcer, Button, Card } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { Words } from '../core/i18n/words';
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
        @if (custody().holdCheckedAt; as at) {
          <p class="small">
            {{
              (custody().hold ? 'disclosureDocument.custody.held' : 'disclosureDocument.custody.free')
                | transloco: { day: day(at) }
            }}
          </p>
        }
        @if (custody().mySides.includes('RP')) {
          <div class="acts">
            @for (hold of [false, true]; track hold) {
              <button
                trButton
                small
                type="button"
                [busy]="document.busy()"
                [attr.aria-pressed]="custody().hold === hold"
                (click)="lookUp(hold)"
              >
                {{
                  (hold ? 'disclosureDocument.custody.isHeld' : 'disclosureDocument.custody.isFree')
                    | transloco
                }}
              </button>
            }
          </div>
        }
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
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 8px 0;
    }
  `,
})
export class CustodyCard {
  readonly custody = input.required<DocumentCustodyView>();
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly document = inject(CaseDocument);
  protected readonly sure = signal(false);

  /** Nothing but signatures is missing, one's own among them. */
  protected mayGo(): boolean {
    const { destroyedAt, missing, mySides } = this.custody();
    const mine = mySides.some((side) => missing.includes(`T_${side}_signature`));
    return destroyedAt === null && mine && missing.every((gap) => gap.endsWith('_signature'));
  }

  /** Looked up anew each time: the same answer on a later day counts from then. */
  protected async lookUp(hold: boolean): Promise<void> {
    if (await this.document.lookUpHold(hold))
      this.#announcer.say(this.#words.say('disclosureDocument.custody.lookedUp'));
  }

  protected day(instant: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long' }).format(new Date(instant));
  }
}
