import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentCommentView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { Words } from '../core/i18n/words';
import { CaseDocument } from './case-document';

/** One comment. Whoever wrote it may put it in other words or take it back while the document can change. */
@Component({
  selector: 'tr-comment-line',
  imports: [Button, MeanwhileNote, TranslocoPipe],
  template: `
    @if (mode() === 'edit') {
      @if (meanwhile() !== null) {
        <tr-meanwhile-note [text]="meanwhile()!" />
      }
      <label>
        <span class="small">{{ 'disclosureDocument.comment.edit' | transloco }}</span>
        <textarea
          #box
          rows="3"
          maxlength="4000"
          spellcheck="false"
          [value]="words()"
          (input)="words.set(box.value)"
        ></textarea>
      </label>
    } @else {
      <p>{{ comment().text }}</p>
      <p class="small">
        {{ comment().authorName }}
        @if (comment().settledAt) {
          · {{ 'disclosureDocument.review.settled' | transloco }}
        }
      </p>
    }
    @if (mine()) {
      <div class="acts">
        @switch (mode()) {
          @case ('edit') {
            <button
              trButton
              small
              type="button"
              [busy]="document.busy()"
              [off]="words().trim() === ''"
              (click)="save()"
            >
              {{ 'disclosureDocument.comment.save' | transloco }}
            </button>
          }
          @case ('remove') {
            <button trButton small type="button" [busy]="document.busy()" (click)="remove()">
              {{ 'disclosureDocument.comment.sure' | transloco }}
            </button>
          }
          @default {
            <button trButton small look="quiet" type="button" (click)="edit()">
              {{ 'disclosureDocument.comment.change' | transloco }}
            </button>
            <button trButton small look="quiet" type="button" (click)="mode.set('remove')">
              {{ 'disclosureDocument.comment.remove' | transloco }}
            </button>
          }
        }
        @if (mode() !== 'read') {
          <button trButton small look="quiet" type="button" (click)="mode.set('read')">
            {{ 'disclosureDocument.cancel' | transloco }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 10px 14px;
      background: var(--leaf-soft);
      border-radius: var(--radius);
    }
    p {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    textarea {
      width: 100%;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      margin-top: 6px;
    }
  `,
})
export class CommentLine {
  readonly comment = input.required<DocumentCommentView>();
  /** The document can change now. */
  readonly open = input.required<boolean>();
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly document = inject(CaseDocument);
  protected readonly mode = signal<'read' | 'edit' | 'remove'>('read');
  /** Stays as typed until it is saved, also when a colleague's change was faster. */
  protected readonly words = signal('');
  readonly #began = signal('');
  /** What stands there now, where it is no longer what the change began with. */
  protected readonly meanwhile = computed(() =>
    this.comment().text === this.#began() ? null : this.comment().text,
  );
  protected readonly mine = computed(() => this.open() && this.comment().mine);

  protected edit(): void {
    this.words.set(this.comment().text);
    this.#began.set(this.comment().text);
    this.mode.set('edit');
  }

  protected async save(): Promise<void> {
    if (!(await this.document.reword(this.comment(), this.words()))) return;
    this.mode.set('read');
    this.#announcer.say(this.#words.say('disclosureDocument.comment.saved'));
  }

  protected async remove(): Promise<void> {
    if (await this.document.takeBack(this.comment()))
      this.#announcer.say(this.#words.say('disclosureDocument.comment.removed'));
  }
}
