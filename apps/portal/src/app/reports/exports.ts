import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ExportLedgerView, ExportView, OrderExportRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { isUnderWay, watchExport } from './export-watch';

const ORDER: OrderExportRequest = { report: 'caseload', format: 'csv' };

/** Orders, watches and fetches exports, and keeps the ledger on screen. */
@Injectable()
export class Exports {
  readonly #http = inject(HttpClient);
  readonly #ordering = new IntendedAct();
  readonly #ledger = signal<readonly ExportView[]>([]);
  readonly #nextCursor = signal<string | null>(null);
  #left = false;
  #watched = new Set<string>();

  readonly ledger = this.#ledger.asReadonly();
  readonly hasMore = computed(() => this.#nextCursor() !== null);
  readonly state = signal<'loading' | 'empty' | 'full' | 'error'>('loading');
  readonly problem = signal<Problem | null>(null);
  /** Files finished while this page was open. */
  readonly finished = signal(0);
  /** The newest export that is still being made. */
  readonly underWay = computed(() => this.#ledger().find(isUnderWay) ?? null);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#left = true;
    });
  }

  /** Loads the ledger from its newest line and goes on watching what is still being made. */
  async load(): Promise<void> {
    this.state.set('loading');
    await this.#page(null);
    for (const one of this.#ledger().filter(isUnderWay)) void this.#watch(one.id);
  }

  async more(): Promise<void> {
    await this.#page(this.#nextCursor());
  }

  /** Orders a file and watches it. Throws a Problem, `step_up_needed` among them. */
  async order(): Promise<void> {
    const headers = this.#ordering.headers(ORDER);
    try {
      const made = await firstValueFrom(
        this.#http.post<ExportView>(apiUrl(paths.clinic.reports, 'exports'), ORDER, { headers }),
      );
      this.#ordering.settle(null);
      this.#ledger.update((ledger) => [made, ...ledger.filter(({ id }) => id !== made.id)]);
      this.state.set('full');
      void this.#watch(made.id);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#ordering.settle(problem);
      throw problem;
    }
  }

  /** The bytes of a finished file, unchanged, so that the checksum holds. Counts as a download. Throws a Problem. */
  async file(exportId: string): Promise<ArrayBuffer> {
    const url = apiUrl(paths.clinic.reports, 'exports', exportId, 'file');
    try {
      return await firstValueFrom(this.#http.get(url, { responseType: 'arraybuffer' }));
    } finally {
      await this.#refresh(exportId);
    }
  }

  async #watch(id: string): Promise<void> {
    if (this.#watched.has(id)) return;
    this.#watched.add(id);
    try {
      await watchExport({
        ask: () => this.#one(id),
        show: (view) => {
          this.#put(view);
          if (view.state === 'done') this.finished.update((count) => count + 1);
        },
        wait: (ms) => new Promise((go) => setTimeout(go, ms)),
        stopped: () => this.#left,
      });
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.#watched.delete(id);
    }
  }

  /** How many downloads are left is worth a look after each; when it cannot be had, the old line stays. */
  async #refresh(id: string): Promise<void> {
    try {
      this.#put(await this.#one(id));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  #one(id: string): Promise<ExportView> {
    return firstValueFrom(this.#http.get<ExportView>(apiUrl(paths.clinic.reports, 'exports', id)));
  }

  #put(view: ExportView): void {
    this.#ledger.update((ledger) => ledger.map((one) => (one.id === view.id ? view : one)));
  }

  async #page(cursor: string | null): Promise<void> {
    const params: Readonly<Record<string, string>> = cursor === null ? {} : { cursor };
    try {
      const page = await firstValueFrom(
        this.#http.get<ExportLedgerView>(apiUrl(paths.clinic.reports, 'exports'), { params }),
      );
      const lines = cursor === null ? page.exports : [...this.#ledger(), ...page.exports];
      this.#ledger.set(lines);
      this.#nextCursor.set(page.nextCursor);
      this.state.set(lines.length === 0 ? 'empty' : 'full');
      this.problem.set(null);
    } catch (failure) {
      this.problem.set(toProblem(failure));
      if (cursor === null) this.state.set('error');
    }
  }
}
