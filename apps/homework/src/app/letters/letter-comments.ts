import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LetterCommentView } from '@trellis/contracts';
import { Languages } from '../core/i18n/languages';

/** What the own therapist says to a letter, oldest first. */
@Component({
  selector: 'tr-letter-comments',
  imports: [TranslocoPipe],
  template: `
    @if (comments().length > 0) {
      <h2>{{ 'letters.comments' | transloco }}</h2>
      <ul>
        @for (comment of comments(); track comment.id) {
          <li>
            <p class="words">{{ comment.text }}</p>
            <p class="small">{{ comment.byName }}, {{ day(comment.writtenAt) }}</p>
          </li>
        }
      </ul>
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
      padding: 12px 16px;
      background: var(--leaf-soft);
      border-radius: var(--radius);
    }
    .words {
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class LetterComments {
  readonly comments = input.required<readonly LetterCommentView[]>();
  readonly #languages = inject(Languages);

  protected day(instant: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'medium' }).format(
      new Date(instant),
    );
  }
}
