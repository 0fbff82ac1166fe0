import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportPreviewView } from '@trellis/contracts';
import { disclosureStates } from '@trellis/domain';
import { Words } from '../core/i18n/words';

const NUMBERS: readonly string[] = ['stage', 'week_in_stage'];

/** The first rows of a report: the columns of the file in their order, with names in the reader's language. */
@Component({
  selector: 'tr-report-preview',
  imports: [TranslocoPipe],
  template: `
    <div class="ledger" tabindex="0" role="region" [attr.aria-label]="'reports.preview.label' | transloco">
      <table>
        <thead>
          <tr>
            @for (column of columns(); track column.key) {
              <th scope="col" [class.number]="column.number">{{ column.name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (cell of row; track $index) {
                <td [class.number]="columns()[$index]?.number">{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="small">
      {{ 'reports.preview.foot' | transloco: { shown: rows().length, total: view().total } }}
    </p>
  `,
  styles: `
    p {
      padding: 8px 12px;
    }
  `,
})
export class ReportPreview {
  readonly view = input.required<ReportPreviewView>();
  readonly #words = inject(Words);

  protected readonly columns = computed(() =>
    this.view().columns.map((key) => ({
      key,
      name: this.#words.say(`reports.columns.${key}`),
      number: NUMBERS.includes(key),
    })),
  );
  protected readonly rows = computed(() => {
    const { columns, rows } = this.view();
    return rows.map((cells) => cells.map((cell, index) => this.#cell(columns[index] ?? '', cell)));
  });

  /** States and yes or no in words; all else as the file has it. */
  #cell(column: string, cell: string): string {
    if (column === 'status') return this.#words.say(`couple.status.${cell}`);
    if (column.endsWith('_enrolled')) return this.#words.say(`reports.cells.${cell}`);
    if (column === 'began_on') return cell === '' ? '' : this.#words.date(`${cell}T00:00:00Z`, 'UTC');
    if (column !== 'disclosure') return cell;
    const state = [...disclosureStates, 'PAUSED'].find((one) => one === cell.toUpperCase());
    return state === undefined ? cell : this.#words.say(`couple.disclosureStates.${state}`);
  }
}
