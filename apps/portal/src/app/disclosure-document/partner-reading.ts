import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseQuestionsView, DocumentReadingView, DocumentSectionLetter } from '@trellis/contracts';
import { documentPlan } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { Button, Card, Note } from '@trellis/ui';
import { apiUrl } from '../core/http/api-url';
import { Languages } from '../core/i18n/languages';
import { CaseDocument } from './case-document';

/** The partner's therapist reads for a time, and names the questions that stay open. Nothing can be printed. */
@Component({
  selector: 'tr-partner-reading',
  imports: [Button, Card, Note, TranslocoPipe],
  template: `
    <tr-note tone="calm" icon="clock">
      {{ 'disclosureDocument.reading.until' | transloco: { when: moment(reading().until) } }}
      {{ 'disclosureDocument.reading.mark' | transloco: { name: reading().watermark.reader } }}
    </tr-note>
    @for (one of reading().sections; track one.section) {
      <tr-card [heading]="titleOf(one.section)">
        <p class="words">{{ one.text }}</p>
      </tr-card>
    }
    @if (reading().mode === 'review' && questions().length > 0) {
      <tr-card [heading]="'disclosureDocument.reading.gaps' | transloco">
        <p>{{ 'disclosureDocument.reading.which' | transloco }}</p>
        @for (question of questions(); track question.id) {
          <label class="tick">
            <input
              #box
              type="checkbox"
              [checked]="open().has(question.id)"
              (change)="toggle(question.id, box.checked)"
            />
            <span class="words">{{ question.question }}</span>
          </label>
        }
        <button
          trButton
          type="button"
          [busy]="document.busy()"
          [disabled]="open().size === 0"
          (click)="send()"
        >
          {{ 'disclosureDocument.reading.send' | transloco }}
        </button>
      </tr-card>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      user-select: none;
    }
    .words {
      font-family: var(--serif);
      line-height: 1.6;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .tick {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 44px;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class PartnerReading {
  readonly reading = input.required<DocumentReadingView>();
  readonly coupleId = input.required<string>();
  readonly #languages = inject(Languages);
  protected readonly document = inject(CaseDocument);
  protected readonly open = signal<ReadonlySet<string>>(new Set());
  readonly #asked = httpResource<CaseQuestionsView>(() => apiUrl(paths.clinic.questions, this.coupleId()));
  protected readonly questions = computed(() =>
    (this.#asked.hasValue() ? this.#asked.value().questions : []).filter(
      ({ status }) => status === 'released',
    ),
  );

  protected titleOf(section: DocumentSectionLetter): string {
    return documentPlan[section].title[this.#languages.active()];
  }

  protected moment(instant: string): string {
    const style = { dateStyle: 'long', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }

  protected toggle(id: string, on: boolean): void {
    const open = new Set(this.open());
    if (on) open.add(id);
    else open.delete(id);
    this.open.set(open);
  }

  protected async send(): Promise<void> {
    if (await this.document.raiseGaps([...this.open()])) this.open.set(new Set());
  }
}
