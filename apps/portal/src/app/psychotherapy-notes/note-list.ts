import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PsychotherapyNoteRowView } from '@trellis/contracts';
import { Button, Chip } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { CoupleNotes } from './couple-notes';
import { placeOf } from './unsaved-note';

/** Notes by date, newest first. No word of a note stands here: the list may be open while somebody looks on. */
@Component({
  selector: 'tr-note-list',
  imports: [Button, Chip, TranslocoPipe],
  template: `
    <ul>
      @for (row of notes.rows(); track row.id) {
        <li>
          <button
            type="button"
            [attr.aria-current]="row.id === chosen() ? true : null"
            (click)="choose.emit(row)"
          >
            <b>{{ heading(row) }}</b>
            <span class="small">{{ detail(row) }}</span>
            @if (unsaved().has(row.id)) {
              <tr-chip tone="note">{{ 'psychotherapyNotes.list.unsaved' | transloco }}</tr-chip>
            }
          </button>
        </li>
      } @empty {
        <li class="empty">
          {{
            (notes.removed() ? 'psychotherapyNotes.list.noneRemoved' : 'psychotherapyNotes.list.none')
              | transloco
          }}
        </li>
      }
    </ul>
    @if (notes.hasMore()) {
      <button trButton small type="button" (click)="notes.more()">
        {{ 'psychotherapyNotes.list.more' | transloco }}
      </button>
    }
    <button trButton look="quiet" small type="button" (click)="notes.showRemoved(!notes.removed())">
      {{
        (notes.removed() ? 'psychotherapyNotes.list.toKept' : 'psychotherapyNotes.list.toRemoved') | transloco
      }}
    </button>
  `,
  styleUrl: './note-list.css',
})
export class NoteList {
  readonly coupleId = input.required<string>();
  /** The note on the desk. */
  readonly chosen = input<string | null>(null);
  readonly choose = output<PsychotherapyNoteRowView>();
  protected readonly notes = inject(CoupleNotes);
  readonly #words = inject(Words);
  readonly #unsent = inject(UnsentText);

  protected readonly unsaved = computed(() => {
    const rows = this.notes
      .rows()
      .filter(({ id }) => this.#unsent.recall(placeOf(this.coupleId(), id)) !== '');
    return new Set(rows.map(({ id }) => id));
  });

  protected heading({ sessionOn, writtenAt }: PsychotherapyNoteRowView): string {
    if (sessionOn !== null)
      return this.#words.say('psychotherapyNotes.list.session', { day: this.#words.day(sessionOn) });
    const day = this.#words.moment(writtenAt, here());
    return this.#words.say('psychotherapyNotes.list.written', { day });
  }

  protected detail({ characters, changedAt, goneAt }: PsychotherapyNoteRowView): string {
    if (goneAt !== null)
      return this.#words.say('psychotherapyNotes.list.gone', { day: this.#words.date(goneAt, here()) });
    const when = this.#words.moment(changedAt, here());
    return this.#words.say('psychotherapyNotes.list.detail', { when, count: characters });
  }
}

/** The zone of the writer's own clock. */
function here(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
