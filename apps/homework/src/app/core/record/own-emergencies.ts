import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { OwnEmergenciesView, OwnEmergencyView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';

/** Emergency openings of the couple's record, as Today and the record page tell of them. */
@Injectable({ providedIn: 'root' })
export class OwnEmergencies {
  readonly #http = inject(HttpClient);
  readonly #lines = signal<readonly OwnEmergencyView[]>([]);
  /** Newest first. */
  readonly lines = this.#lines.asReadonly();
  readonly hasNew = computed(() => this.#lines().some(({ isNew }) => isNew));

  /** Without an answer nothing is told: it is told with the next visit. */
  async load(): Promise<void> {
    try {
      const url = apiUrl(paths.home.record, 'emergencies');
      this.#lines.set((await firstValueFrom(this.#http.get<OwnEmergenciesView>(url))).emergencies);
    } catch {
      this.#lines.set([]);
    }
  }

  /** Says that the person has read of them. @throws Problem as the API refuses. */
  async markSeen(): Promise<void> {
    await firstValueFrom(this.#http.post(apiUrl(paths.home.record, 'emergencies', 'seen'), null));
    this.#lines.update((lines) => lines.map((line) => ({ ...line, isNew: false })));
  }
}
