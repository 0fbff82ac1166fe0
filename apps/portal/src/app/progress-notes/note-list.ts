import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressNoteRowView } from '@trellis/contracts';
import { Button, Chip, CompartmentMark, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CoupleNotes } from './couple-notes';

/** Notes by session, latest first. No word of a note stands here. */
@Component({
  selector: 'tr-progress-note-list',
  imports: [Button, Chip, CompartmentMark, TranslocoPipe],
  template: `
    <ul>
      @for (row of lines(); track row.id) {
        <li>
          <button
            type="button"
            [attr.aria-current]="row.id === chosen() ? true : null"
            (click)="choose.emit(row.id)"
          >
            <b><tr-compartment-mark [of]="row.mark" />{{ row.when }}</b>
            <span class="small">{{ row.what }}</span>
            <tr-chip [tone]="row.tone">{{ 'progressNotes.states.' + row.state | transloco }}</tr-chip>
          </button>
        </li>
      } @empty {
        <li class="empty">{{ 'progressNotes.list.none' | transloco }}</li>
      }
    </ul>
    @if (notes.hasMore()) {
      <button trButton small type="button" (click)="notes.more()">
        {{ 'progressNotes.list.more' | transloco }}
      </button>
    }
  `,
  styleUrl: './note-list.css',
})
export class NoteList {
  /** The note on the desk. */
  readonly chosen = input<string | null>(null);
  readonly choose = output<string>();
  protected readonly notes = inject(CoupleNotes);
  readonly #words = inject(Words);

  protected readonly lines = computed(() =>
    this.notes.rows().map((row) => ({
      ...{ id: row.id, state: row.state, tone: toneOf(row) },
      mark: compartmentOfSide[row.side],
      when: this.#words.moment(row.sessionAt, this.notes.zone()),
      what: this.#words.say('progressNotes.list.detail', {
        kind: this.#words.say(`calendar.kinds.${row.sessionKind}`),
        name: row.byName,
      }),
    })),
  );
}

function toneOf({ state }: ProgressNoteRowView): 'leaf' | 'note' | 'line' {
  if (state === 'signed') return 'leaf';
  return state === 'returned' ? 'note' : 'line';
}
