import { Injectable, inject } from '@angular/core';
import { Languages } from '../core/i18n/languages';

/** Moments and days as the person reads them, on the couple's clock. */
@Injectable({ providedIn: 'root' })
export class Moments {
  readonly #languages = inject(Languages);

  time(at: string, timeZone: string): string {
    return this.#format(at, { timeStyle: 'short', timeZone });
  }

  moment(at: string, timeZone: string): string {
    return this.#format(at, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
      timeZone,
    });
  }

  day(on: string): string {
    const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return this.#format(`${on}T00:00:00Z`, style);
  }

  #format(at: string, style: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(at));
  }
}

/** An instant for a field of date and time, on the device's own clock. */
export function fieldOf(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** What a field of date and time holds, as an instant; null while it is empty. */
export function instantOfField(value: string): string | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
