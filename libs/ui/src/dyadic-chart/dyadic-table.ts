import { Component, computed, input, output } from '@angular/core';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';
import type { ChartEvent } from './chart-events.js';
import { eventWords, score, shortDate, whyOf } from './reading-sentence.js';

type Row = 'self' | 'partner' | 'therapist' | 'behaviour' | 'composite' | 'gap';
const ROWS: readonly Row[] = ['self', 'partner', 'therapist', 'behaviour', 'composite', 'gap'];

interface Cell {
  readonly readOn: string;
  /** The question for the sum behind it; null where none is answered. */
  readonly why: string | null;
  readonly text: string;
  readonly note: string;
  readonly differ: boolean;
}

/** The numbers behind the chart, folded away until asked for. */
@Component({
  selector: 'tr-dyadic-table',
  template: `
    <details>
      <summary>{{ words().table }}</summary>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="words().table">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ words().date }}</th>
              @for (reading of readings(); track reading.readOn) {
                <th class="number" scope="col">{{ date(reading.readOn) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.of) {
              <tr [class]="row.of">
                <th scope="row">{{ row.name }}</th>
                @for (cell of row.cells; track $index) {
                  <td class="number" [class.differ]="cell.differ">
                    @if (cell.why) {
                      <button type="button" [attr.aria-label]="cell.why" (click)="why.emit(cell.readOn)">
                        {{ cell.text }}
                      </button>
                    } @else {
                      {{ cell.text }}
                    }
                    @if (cell.note) {
                      <span class="small">{{ cell.note }}</span>
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styles: `
    summary {
      min-height: 32px;
      color: var(--leaf);
      font-weight: 600;
      cursor: pointer;
    }
    .scroll {
      overflow-x: auto;
    }
    th,
    td {
      height: 28px;
      padding: 0 6px;
      font-size: 13px;
      white-space: nowrap;
      border-top: 1px solid var(--line);
    }
    th {
      font-weight: 600;
      text-align: left;
    }
    th.number {
      text-align: right;
    }
    .composite td {
      font-weight: 600;
    }
    button {
      padding: 2px 0;
      color: var(--leaf);
      font: inherit;
      text-decoration: underline;
      background: none;
      border: 0;
      cursor: pointer;
    }
    .small {
      display: block;
    }
    .differ {
      color: var(--seam-ink);
      font-weight: 600;
      background: var(--seam-soft);
    }
  `,
})
export class DyadicTable {
  readonly readings = input.required<readonly DyadicReading[]>();
  readonly words = input.required<DyadicWords>();
  readonly language = input.required<string>();
  readonly events = input<readonly ChartEvent[]>([]);
  /** The day of the reading whose sum is asked for. */
  readonly why = output<string>();

  protected readonly rows = computed(() => {
    const numbers = ROWS.map((of) => ({
      of,
      name: this.words()[of],
      cells: this.readings().map((reading) => this.#cell(of, reading)),
    }));
    if (this.events().length === 0) return numbers;
    const cells = this.readings().map(({ readOn }): Cell => {
      const text = eventWords(readOn, this.events(), this.words());
      return { readOn, why: null, text, note: '', differ: false };
    });
    return [...numbers, { of: 'events', name: this.words().eventsRow, cells }];
  });

  protected date(readOn: string): string {
    return shortDate(readOn, this.language());
  }

  #cell(of: Row, reading: DyadicReading): Cell {
    const carried = of === 'therapist' && reading.therapistCarried ? this.words().carried : '';
    const partial = of === 'composite' && reading.partial ? this.words().partial : '';
    return {
      readOn: reading.readOn,
      why: of === 'composite' ? whyOf(reading, this.words(), this.language()) : null,
      text: score(reading[of], this.language(), this.words().none),
      note: carried || partial,
      differ: of === 'gap' && reading.viewsDiffer,
    };
  }
}
