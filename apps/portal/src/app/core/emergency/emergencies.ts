import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { LiveEmergencyView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';

const MINUTE_MS = 60_000;

export interface RunningEmergency extends LiveEmergencyView {
  /** Whole minutes that are left, the one that runs counted. */
  readonly minutesLeft: number;
}

/** One's own emergency readings that are open. The server is the judge; here they only count down. */
@Injectable({ providedIn: 'root' })
export class Emergencies {
  readonly #http = inject(HttpClient);
  readonly #live = signal<readonly LiveEmergencyView[]>([]);
  readonly #now = signal(Date.now());

  readonly running = computed<readonly RunningEmergency[]>(() =>
    this.#live()
      .map((one) => ({
        ...one,
        minutesLeft: Math.ceil((Date.parse(one.closesAt) - this.#now()) / MINUTE_MS),
      }))
      .filter(({ minutesLeft }) => minutesLeft > 0),
  );

  /** Asks the server; what was known stays when it cannot be reached. */
  async load(): Promise<void> {
    try {
      const url = apiUrl(paths.clinic.breakGlass, 'live');
      this.#live.set(await firstValueFrom(this.#http.get<LiveEmergencyView[]>(url)));
    } finally {
      this.tick();
    }
  }

  opened(one: LiveEmergencyView): void {
    this.#live.update((known) => [...known.filter(({ id }) => id !== one.id), one]);
    this.tick();
  }

  /** Throws a Problem when it could not be ended. */
  async end(id: string): Promise<void> {
    await firstValueFrom(this.#http.post(apiUrl(paths.clinic.breakGlass, id, 'end'), {}));
    this.#live.update((known) => known.filter((one) => one.id !== id));
  }

  tick(): void {
    this.#now.set(Date.now());
  }
}
