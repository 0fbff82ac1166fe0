import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { CaseReleasesView, CaseReleaseView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

export type ReleaseAct = 'approval' | 'lift';

/** What the people of one couple share, as far as the viewer holds their sides. Every call rejects with a Problem. */
@Injectable()
export class Releases {
  readonly #http = inject(HttpClient);
  readonly #rows = signal<readonly CaseReleaseView[]>([]);
  readonly #cursor = signal<string | null>(null);
  readonly rows = this.#rows.asReadonly();
  readonly paused = signal(false);
  readonly hasMore = computed(() => this.#cursor() !== null);

  /** The first page, or with `more` the next one. */
  async load(coupleId: string, more = false): Promise<void> {
    const cursor = more ? this.#cursor() : null;
    const params = { coupleId, ...(cursor === null ? {} : { cursor }) };
    const page = await firstValueFrom(
      this.#http.get<CaseReleasesView>(apiUrl(paths.clinic.releases), { params }),
    );
    this.#rows.update((rows) => (more ? [...rows, ...page.releases] : page.releases));
    this.#cursor.set(page.nextCursor);
    this.paused.set(page.paused);
  }

  async act(release: CaseReleaseView, act: ReleaseAct): Promise<void> {
    await this.#send(release, act, {});
  }

  async keep(release: CaseReleaseView, safetyTags: CaseReleaseView['safetyTags']): Promise<void> {
    await this.#send(release, 'safety', { safetyTags });
  }

  async #send(release: CaseReleaseView, act: string, body: object): Promise<void> {
    const url = apiUrl(paths.clinic.releases, release.id, act);
    const headers = { ...oneAct(), ...ifVersion(release.version) };
    const row = await firstValueFrom(this.#http.post<CaseReleaseView>(url, body, { headers }));
    this.#rows.update((rows) => rows.map((one) => (one.id === row.id ? row : one)));
  }
}
