import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentReviewView, DocumentSectionLetter } from '@trellis/contracts';
import { documentPlan, wordDiff } from '@trellis/domain';
import { Button, Card, Chip, Note } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { CaseDocument } from './case-document';
import { CommentLine } from './comment-line';
import { InventoryCard } from './inventory-card';
import { LegalCard } from './legal-card';

/** The newest version section by section: what changed, what was said, and the therapist's own word. */
@Component({
  selector: 'tr-review-desk',
  imports: [Button, Card, Chip, CommentLine, InventoryCard, LegalCard, Note, TranslocoPipe],
  templateUrl: './review-desk.html',
  styleUrl: './review-desk.css',
})
export class ReviewDesk {
  readonly review = input.required<DocumentReviewView>();
  readonly #languages = inject(Languages);
  protected readonly document = inject(CaseDocument);
  protected readonly comparing = signal(false);
  protected readonly sections = computed(() => {
    const [now, before] = [this.document.version(), this.document.earlier()];
    return this.review().sections.map(({ section, standing }) => {
      const text = now?.sections.find((one) => one.section === section)?.text ?? '';
      const old = before?.sections.find((one) => one.section === section)?.text ?? '';
      return {
        section,
        standing,
        text,
        parts: this.comparing() ? wordDiff(old, text) : [],
        comments: (now?.comments ?? []).filter((one) => one.section === section),
      };
    });
  });

  protected titleOf(section: DocumentSectionLetter): string {
    return documentPlan[section].title[this.#languages.active()];
  }

  /** Anchors the comment to what is marked in the text, or to its whole. */
  protected async comment(
    section: DocumentSectionLetter,
    text: string,
    box: HTMLTextAreaElement,
  ): Promise<void> {
    const number = this.document.version()?.number;
    if (number === undefined || box.value.trim() === '') return;
    const marked = globalThis.getSelection()?.toString().trim() ?? '';
    const start = marked === '' ? -1 : text.indexOf(marked);
    const place = start < 0 ? { start: 0, length: text.length } : { start, length: marked.length };
    const id = crypto.randomUUID();
    if (await this.document.comment({ id, number, section, ...place, text: box.value })) box.value = '';
  }

  protected async decide(
    section: DocumentSectionLetter,
    decision: 'approved' | 'changes_requested',
  ): Promise<void> {
    const number = this.document.version()?.number;
    if (number !== undefined) await this.document.decide({ section, number, decision });
  }
}
