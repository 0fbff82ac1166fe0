import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { isAsked, rowsNeeded, type Field } from '@trellis/domain';
import { Announcer, Button, Icon } from '@trellis/ui';
import { Said } from '../core/i18n/said';
import { QuestionField } from './question-field';

type Row = Readonly<Record<string, unknown>>;
const MOST_ROWS = 100;

/** A list as sheets of paper, one a row: as many as the exercise needs stand ready, and more can be taken. */
@Component({
  selector: 'tr-rows-field',
  imports: [Button, Icon, QuestionField, Said, TranslocoPipe],
  template: `
    @for (row of rows(); track $index) {
      <fieldset class="sheet">
        <legend>{{ 'task.rows.one' | transloco: { at: $index + 1 } }}</legend>
        @for (field of askedIn(row); track field.key) {
          @if (field.hint; as hint) {
            <p class="small">{{ hint | said }}</p>
          }
          <tr-question-field
            [field]="field"
            [within]="within($index)"
            [value]="row[field.key]"
            (answered)="answer($index, field.key, $event)"
          />
        }
        @if (written() > 0) {
          <button trButton look="quiet" type="button" (click)="takeOut($index)">
            {{ 'task.rows.takeOut' | transloco: { at: $index + 1 } }}
          </button>
        }
      </fieldset>
    }
    @if (rows().length < most) {
      <button trButton wide type="button" (click)="another()">
        <tr-icon name="plus" />{{ 'task.rows.another' | transloco }}
      </button>
    }
  `,
  styleUrl: './rows-field.css',
})
export class RowsField {
  readonly field = input.required<Field>();
  readonly value = input.required<unknown>();
  readonly answered = output<readonly Row[] | undefined>();
  readonly #announcer = inject(Announcer);
  readonly #transloco = inject(TranslocoService);
  protected readonly most = MOST_ROWS;

  readonly #written = computed((): readonly Row[] => {
    const value = this.value();
    return Array.isArray(value) ? value.filter(isRow) : [];
  });
  protected readonly written = computed(() => this.#written().length);
  /** What is written, and empty sheets up to the number that is asked for; one at least. */
  protected readonly rows = computed((): readonly Row[] => {
    const written = this.#written();
    const bare = Math.max(0, Math.max(1, rowsNeeded(this.field())) - written.length);
    return [...written, ...Array.from({ length: bare }, () => ({}))];
  });

  protected askedIn(row: Row): readonly Field[] {
    const columns = this.field().rows ?? [];
    return columns.filter((field) => isAsked(field, columns, row));
  }

  protected within(at: number): string {
    return `${this.field().key}-${String(at)}-`;
  }

  protected answer(at: number, key: string, value: unknown): void {
    const rows = this.rows().map((row, place) => (place === at ? changed(row, key, value) : row));
    const last = rows.findLastIndex((row) => Object.keys(row).length > 0);
    this.answered.emit(last < 0 ? undefined : rows.slice(0, Math.max(last + 1, this.written())));
  }

  protected another(): void {
    this.answered.emit([...this.rows(), {}]);
  }

  protected takeOut(at: number): void {
    const rows = this.#written().filter((_, place) => place !== at);
    this.answered.emit(rows.length === 0 ? undefined : rows);
    this.#announcer.say(this.#transloco.translate('task.rows.takenOut', { at: at + 1 }));
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changed(row: Row, key: string, value: unknown): Row {
  const { [key]: _before, ...rest } = row;
  return value === undefined || value === null || value === '' ? rest : { ...rest, [key]: value };
}
