import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { SupervisionCoupleView, SupervisionView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';

/** One's own couples by name, page by page. */
@Injectable()
export class SupervisedCouples {
  readonly #http = inject(HttpClient);
  readonly #pages = signal<SupervisionView | null>(null);
  readonly attempt = new Attempt();
  readonly couples = computed<readonly SupervisionCoupleView[]>(() => this.#pages()?.couples ?? []);
  readonly more = computed(() => (this.#pages()?.nextCursor ?? null) !== null);
  readonly state = computed(() => {
    if (this.#pages() === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return this.couples().length === 0 ? 'empty' : 'full';
  });

  load(): Promise<unknown> {
    return this.#add([], null);
  }

  loadMore(): Promise<unknown> {
    return this.#add(this.couples(), this.#pages()?.nextCursor ?? null);
  }

  #add(before: readonly SupervisionCoupleView[], cursor: string | null): Promise<unknown> {
    return this.attempt.run(async () => {
      const params = new HttpParams({ fromObject: cursor === null ? {} : { cursor } });
      const url = apiUrl(paths.clinic.supervision);
      const { couples, nextCursor } = await firstValueFrom(this.#http.get<SupervisionView>(url, { params }));
      this.#pages.set({ couples: [...before, ...couples], nextCursor });
    });
  }
}
