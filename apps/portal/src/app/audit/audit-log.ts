import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { AuditActView, AuditLogView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';

/** What the record is narrowed to; an empty text narrows nothing. Days are the clinic's. */
export interface AuditQuery {
  readonly from: string;
  readonly until: string;
  readonly actorId: string;
  readonly action: string;
}

export const everything: AuditQuery = { from: '', until: '', actorId: '', action: '' };

/** The acts on screen, page after page. Rows stay where they are while older ones arrive, and when they fail. */
@Injectable()
export class AuditLog {
  readonly #http = inject(HttpClient);
  readonly #acts = signal<readonly AuditActView[] | null>(null);
  readonly #next = signal<string | null>(null);
  readonly #busy = signal(false);
  readonly #problem = signal<Problem | null>(null);
  readonly #query = signal<AuditQuery>(everything);
  #asked = 0;

  readonly acts = computed(() => this.#acts() ?? []);
  readonly query = this.#query.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly hasMore = computed(() => this.#next() !== null);
  readonly isNarrowed = computed(() => Object.values(this.#query()).some((value) => value !== ''));
  readonly state = computed(() => {
    const acts = this.#acts();
    if (acts !== null && acts.length > 0) return 'full';
    if (this.#problem() !== null) return 'error';
    return acts === null || this.#busy() ? 'loading' : 'empty';
  });

  /** Shows the newest acts that fit. */
  async show(query: AuditQuery): Promise<void> {
    this.#query.set(query);
    await this.#load(null);
  }

  /** Adds the next page below. */
  async more(): Promise<void> {
    const cursor = this.#next();
    if (cursor !== null && !this.#busy()) await this.#load(cursor);
  }

  async #load(cursor: string | null): Promise<void> {
    const ticket = ++this.#asked;
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      const page = await this.#page(cursor);
      if (ticket !== this.#asked) return;
      this.#acts.update((acts) => (cursor === null ? page.acts : [...(acts ?? []), ...page.acts]));
      this.#next.set(page.nextCursor);
    } catch (failure) {
      if (ticket !== this.#asked) return;
      // Rows of another query must not pass for an answer to this one.
      if (cursor === null) this.#acts.set(null);
      this.#problem.set(toProblem(failure));
    } finally {
      if (ticket === this.#asked) this.#busy.set(false);
    }
  }

  #page(cursor: string | null): Promise<AuditLogView> {
    const asked = { ...this.#query(), cursor: cursor ?? '' };
    const params = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
    return firstValueFrom(this.#http.get<AuditLogView>(apiUrl(paths.clinic.audit), { params }));
  }
}
