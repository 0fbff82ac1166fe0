import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { CaseloadPageView, CaseloadRowView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';

export const sorts = ['name', 'stage', 'began'] as const;
export type Sort = (typeof sorts)[number];

/** What the list is asked for; both parts stand in the address. */
export interface CaseloadQuery {
  readonly search: string;
  readonly sort: Sort;
}

/** The couples on screen, page after page. Rows stay where they are while more arrive, and when more fail. */
@Injectable()
export class CaseloadList {
  readonly #http = inject(HttpClient);
  readonly #rows = signal<readonly CaseloadRowView[]>([]);
  readonly #next = signal<string | null>(null);
  readonly #total = signal<number | null>(null);
  readonly #busy = signal(false);
  readonly #problem = signal<Problem | null>(null);
  #query: CaseloadQuery = { search: '', sort: 'name' };
  #asked = 0;

  readonly rows = this.#rows.asReadonly();
  /** Couples that fit in all, not only those shown; null before the first answer. */
  readonly total = this.#total.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly hasMore = computed(() => this.#next() !== null);
  readonly state = computed(() => {
    if (this.#rows().length > 0) return 'full';
    if (this.#problem() !== null) return 'error';
    return this.#total() === null || this.#busy() ? 'loading' : 'empty';
  });

  /** Shows the first page of a query; rows of the query before stay until it arrives. */
  async show(query: CaseloadQuery): Promise<void> {
    this.#query = query;
    await this.#load(null);
  }

  /** Adds the next page below. */
  async more(): Promise<void> {
    const cursor = this.#next();
    if (cursor !== null && !this.#busy()) await this.#load(cursor);
  }

  /** Asks again for what failed. */
  async again(): Promise<void> {
    await (this.#rows().length > 0 && this.hasMore() ? this.more() : this.show(this.#query));
  }

  async #load(cursor: string | null): Promise<void> {
    const ticket = ++this.#asked;
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      const page = await this.#page(cursor);
      if (ticket !== this.#asked) return;
      this.#rows.update((rows) => (cursor === null ? page.couples : [...rows, ...page.couples]));
      this.#next.set(page.nextCursor);
      this.#total.set(page.total);
    } catch (failure) {
      if (ticket !== this.#asked) return;
      // Rows of another query must not pass for an answer to this one.
      if (cursor === null) this.#rows.set([]);
      this.#problem.set(toProblem(failure));
    } finally {
      if (ticket === this.#asked) this.#busy.set(false);
    }
  }

  #page(cursor: string | null): Promise<CaseloadPageView> {
    const { search, sort } = this.#query;
    const params = { sort, ...(search === '' ? {} : { search }), ...(cursor === null ? {} : { cursor }) };
    return firstValueFrom(this.#http.get<CaseloadPageView>(apiUrl(paths.clinic.caseload), { params }));
  }
}
