import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentCommentView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnDocument } from './own-document';

/** What the own therapist said of one section, each with the place it speaks of. */
@Component({
  selector: 'tr-section-comments',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (comments().length > 0) {
      <h2>{{ 'document.said.heading' | transloco }}</h2>
      <ul>
        @for (comment of comments(); track comment.id) {
          <li [class.done]="comment.settledAt !== null">
            <p class="words">{{ comment.text }}</p>
            <p class="small">{{ comment.authorName }}</p>
            @if (comment.settledAt !== null) {
              <p class="small">{{ 'document.said.done' | transloco }}</p>
            } @else if (!readOnly()) {
              <button trButton small type="button" [busy]="attempt.busy()" (click)="settle(comment)">
                {{ 'document.said.settle' | transloco }}
              </button>
            }
          </li>
        }
      </ul>
      <tr-problem-note [problem]="attempt.problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    ul {
      display: grid;
      gap: 12px;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 6px;
      justify-items: start;
      padding: 12px 16px;
      background: var(--leaf-soft);
      border-radius: var(--radius);
    }
    .done {
      background: var(--surface);
      border: 1px solid var(--line);
    }
    .words {
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class SectionComments {
  readonly comments = input.required<readonly DocumentCommentView[]>();
  readonly readOnly = input(false);
  readonly settled = output();
  readonly #document = inject(OwnDocument);
  protected readonly attempt = new Attempt();

  protected async settle({ id, version }: DocumentCommentView): Promise<void> {
    await this.attempt.run(async () => {
      await this.#document.settle(id, version);
      this.settled.emit();
    });
  }
}
