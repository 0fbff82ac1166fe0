import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '../core/i18n/languages';
import { Session } from '../core/session/session';

/** Days and names as this person reads them. Read inside a computed, they follow a switch of language. */
@Injectable({ providedIn: 'root' })
export class OwnDays {
  readonly #languages = inject(Languages);
  readonly #transloco = inject(TranslocoService);
  readonly #session = inject(Session);

  /** A local date YYYY-MM-DD. */
  day(localDate: string): string {
    return this.#format(`${localDate}T00:00:00Z`, 'UTC');
  }

  /** The day of an instant, in the zone of the clinic. */
  date(instant: string): string {
    return this.#format(instant, this.#session.clinic()?.timeZone);
  }

  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.#languages.active(), { type: 'conjunction' }).format(names);
  }

  say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    this.#languages.active();
    return this.#transloco.translate(key, params);
  }

  #format(instant: string, timeZone: string | undefined): string {
    const style = { dateStyle: 'long', ...(timeZone === undefined ? {} : { timeZone }) } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }
}
