import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from './languages';

/** Sentences and dates in the active language. Read inside a computed or a template, they follow a switch. */
@Injectable({ providedIn: 'root' })
export class Words {
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);

  readonly language = this.#languages.active;

  /** `key` is the full key, for example `homework.toRead`. */
  say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    this.#languages.active();
    return this.#transloco.translate(key, params);
  }

  /** As say for a code that may have no words: then `otherwise`. */
  sayOr(key: string, otherwise: string): string {
    return key in this.#transloco.getTranslation(this.#languages.active())
      ? this.#transloco.translate(key)
      : otherwise;
  }

  /** A local date YYYY-MM-DD as "Mon, Jun 24". */
  day(localDate: string): string {
    return this.#format(`${localDate}T00:00:00Z`, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  }

  /** A local date that may lie in another year: "June 24, 2025". */
  fullDay(localDate: string): string {
    return this.date(`${localDate}T00:00:00Z`, 'UTC');
  }

  /** The day of an instant in a zone, as "June 24, 2025". */
  date(instant: string, timeZone: string): string {
    return this.#format(instant, { dateStyle: 'long', timeZone });
  }

  /** An instant as the wall clock of a zone shows it: "Mon, Jun 24, 6:00 PM". */
  moment(instant: string, timeZone: string): string {
    const clock = { hour: 'numeric', minute: '2-digit' } as const;
    return this.#format(instant, { weekday: 'short', day: 'numeric', month: 'short', ...clock, timeZone });
  }

  /** An instant to the second, with its year: "Jun 24, 2025, 6:00:12 PM". */
  instant(instant: string, timeZone: string): string {
    return this.#format(instant, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  }

  /** "Rowan, Sam and Jo". */
  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.#languages.active(), { type: 'conjunction' }).format(names);
  }

  #format(instant: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#languages.active(), options).format(new Date(instant));
  }
}
