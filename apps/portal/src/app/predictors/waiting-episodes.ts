import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { EpisodeListView, EpisodeView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';

/** Episodes of all one's couples that nobody has closed, page by page in the order of the clinic. */
@Injectable()
export class WaitingEpisodes {
  readonly #http = inject(HttpClient);
  readonly #pages = signal<EpisodeListView | null>(null);
  readonly attempt = new Attempt();
  readonly episodes = computed<readonly EpisodeView[]>(() => this.#pages()?.episodes ?? []);
  readonly more = computed(() => (this.#pages()?.nextCursor ?? null) !== null);
  readonly state = computed(() => {
    if (this.#pages() === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return this.episodes().length === 0 ? 'empty' : 'full';
  });

  /** The first page, in place of what stands there. */
  load(): Promise<unknown> {
    return this.#add([], null);
  }

  /** The next page, behind what stands there. */
  loadMore(): Promise<unknown> {
    return this.#add(this.episodes(), this.#pages()?.nextCursor ?? null);
  }

  #add(before: readonly EpisodeView[], cursor: string | null): Promise<unknown> {
    return this.attempt.run(async () => {
      const params = new HttpParams({ fromObject: cursor === null ? {} : { cursor } });
      const url = apiUrl(paths.clinic.offTrack);
      const { episodes, nextCursor } = await firstValueFrom(this.#http.get<EpisodeListView>(url, { params }));
      this.#pages.set({ episodes: [...before, ...episodes], nextCursor });
    });
  }
}
