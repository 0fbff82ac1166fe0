import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentLaterReadingView } from '@trellis/contracts';
import { Announcer, Button, Card } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { Words } from '../core/i18n/words';
import { CaseDocument } from './case-document';

/** A reading after the session: asked for by the partner's therapist, agreed to by the author's. */
@Component({
  selector: 'tr-later-reading',
  imports: [Button, Card, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureDocument.later.heading' | transloco">
      <p class="small">{{ 'disclosureDocument.later.what' | transloco }}</p>
      @if (asked(); as asked) {
        <p>
          @if (asked.until; as until) {
            {{ 'disclosureDocument.later.until' | transloco: { when: moment(until) } }}
          } @else {
            {{ 'disclosureDocument.later.asked' | transloco: { when: moment(asked.askedAt) } }}
          }
        </p>
      }
      @if (waiting(); as id) {
        @if (agrees()) {
          <button trButton type="button" [busy]="document.busy()" (click)="agree(id)">
            {{ 'disclosureDocument.later.agree' | transloco }}
          </button>
        }
      } @else if (asks()) {
        <button trButton type="button" [busy]="document.busy()" (click)="ask()">
          {{ 'disclosureDocument.later.ask' | transloco }}
        </button>
      }
    </tr-card>
  `,
})
export class LaterReading {
  /** The one asked for last. */
  readonly asked = input.required<DocumentLaterReadingView | null>();
  /** The reader is the partner's therapist and may ask now. */
  readonly asks = input.required<boolean>();
  /** The reader is the author's therapist. */
  readonly agrees = input.required<boolean>();
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly document = inject(CaseDocument);

  /** The id of what waits for a word; null when nothing does. */
  protected waiting(): string | null {
    const asked = this.asked();
    return asked !== null && asked.until === null ? asked.id : null;
  }

  protected async ask(): Promise<void> {
    if (await this.document.askLater()) this.#announcer.say(this.#words.say('disclosureDocument.later.done'));
  }

  protected async agree(id: string): Promise<void> {
    if (await this.document.agreeLater(id))
      this.#announcer.say(this.#words.say('disclosureDocument.later.agreed'));
  }

  protected moment(instant: string): string {
    const style = { dateStyle: 'long', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }
}
