import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { isEmpty, type Field } from '@trellis/domain';
import { wordFor } from '@trellis/ui';
import { Languages } from '../i18n/languages';

const LEVELS = 6;
/** Scales with words of their own; all others share one set. */
const OWN_LEVELS: readonly string[] = ['distress', 'steadiness'];

/** An answer as a person would say it, never as a number where the scale has words. */
@Injectable({ providedIn: 'root' })
export class AnswerWords {
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  /** Words for stretches of a scale of 0 to 10. */
  levels(key: string): readonly string[] {
    const set = OWN_LEVELS.includes(key) ? key : 'any';
    return this.#row(`task.levels.${set}`, LEVELS);
  }

  /** Words for the five steps of a scale of 0 to 4. */
  steps(): readonly [string, string, string, string, string] {
    const [a = '', b = '', c = '', d = '', e = ''] = this.#row('task.steps', 5);
    return [a, b, c, d, e];
  }

  /** The answer in the language on screen, or an empty text when there is none. */
  said(field: Field, value: unknown): string {
    const language = this.#languages.active();
    if (isEmpty(value)) return '';
    const option = (chosen: unknown) =>
      field.options?.find((one) => one.value === chosen)?.label[language] ?? '';
    if (field.kind === 's10' && typeof value === 'number') return wordFor(value, this.levels(field.key));
    if (field.kind === 's04' && typeof value === 'number') return this.steps()[value] ?? '';
    if (typeof value === 'boolean') return this.#transloco.translate(value ? 'task.yes' : 'task.no');
    if (field.rows !== undefined && Array.isArray(value)) return this.#rows(field.rows, value, language);
    if (Array.isArray(value)) return value.map(option).join(', ');
    if (field.kind === 'dt' && typeof value === 'string') return this.#dateTime(value, language);
    if (field.kind === 'day' && typeof value === 'string') return this.#day(value, language);
    if (field.options !== undefined) return option(value);
    return typeof value === 'string' || typeof value === 'number' ? value.toLocaleString(language) : '';
  }

  /** One row a line: each column with its answer. */
  #rows(columns: readonly Field[], rows: readonly unknown[], language: 'en' | 'es'): string {
    const line = (row: unknown): string =>
      columns
        .map((column) => [column.label[language], this.said(column, cellOf(row, column.key))] as const)
        .filter(([, said]) => said !== '')
        .map(([label, said]) => `${label}: ${said}`)
        .join('; ');
    return rows.map(line).filter(Boolean).join('\n');
  }

  /** A local date and time without zone: shown as it was entered. */
  #dateTime(value: string, language: string): string {
    const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(language, style).format(new Date(`${value}:00Z`));
  }

  /** A day of the calendar, the same in every time zone. */
  #day(value: string, language: string): string {
    const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(language, style).format(new Date(`${value}T00:00:00Z`));
  }

  #row(key: string, length: number): readonly string[] {
    this.#languages.active();
    return Array.from({ length }, (_, at) => this.#transloco.translate<string>(`${key}.${at.toString()}`));
  }
}

function cellOf(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, key)
    ? (row as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
