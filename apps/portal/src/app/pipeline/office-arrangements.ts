import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  DisclosurePipelineItemView,
  DisclosurePipelineView,
  OfficeItemsView,
  OfficeItemView,
  OfficeSessionView,
  SessionLogisticsView,
  UnmetGateView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';

const { disclosure, disclosureSessions, readiness } = paths.clinic;

/** What the office arranges for one couple: an ordered date, rooms and contacts, and its lines of the day. No words. */
@Injectable()
export class OfficeArrangements {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  #coupleId = '';
  readonly attempt = new Attempt();
  readonly loaded = signal(false);
  /** Null where no disclosure is under way. */
  readonly item = signal<DisclosurePipelineItemView | null>(null);
  readonly session = signal<OfficeSessionView | null>(null);
  readonly items = signal<readonly OfficeItemView[]>([]);
  /** Everything that is missing for the date entered last. */
  readonly gates = computed(() => gatesOf(this.attempt.problem()));

  async open(coupleId: string): Promise<void> {
    this.#coupleId = coupleId;
    this.loaded.set(false);
    await this.attempt.run(() => this.#load());
    this.loaded.set(true);
  }

  /** Enters the very date that the lead ordered. True when it is entered. */
  async enter(): Promise<boolean> {
    const order = this.item()?.order ?? null;
    if (order === null) return false;
    return this.#once(['enter', order], async () => {
      const url = apiUrl(disclosure, this.#coupleId, 'schedule');
      const body = { startsAt: order.startsAt };
      await firstValueFrom(this.#http.post(url, body, { headers: ifVersion(order.version) }));
      await this.#load();
    });
  }

  /** Confirms a line of the day, or takes it back. */
  async confirm(line: string, confirmed: boolean): Promise<boolean> {
    return this.#once(['line', line, confirmed], async (headers) => {
      const url = apiUrl(disclosureSessions, this.#coupleId, 'logistics');
      const asked = this.#http.put<SessionLogisticsView>(url, { line, confirmed }, { headers });
      const { logistics } = await firstValueFrom(asked);
      this.session.update((view) => (view === null ? null : { ...view, logistics }));
    });
  }

  /** Says whether rooms or contacts are there. */
  async mark({ item, version }: OfficeItemView, met: boolean): Promise<boolean> {
    return this.#once(['item', item, version, met], async (headers) => {
      const url = apiUrl(readiness, this.#coupleId, 'office-items', item);
      const body = { status: met ? 'met' : 'not_met' };
      const asked = this.#http.post<OfficeItemsView>(url, body, {
        headers: { ...headers, ...ifVersion(version) },
      });
      this.items.set((await firstValueFrom(asked)).items);
    });
  }

  async #load(): Promise<void> {
    this.item.set(await this.#find());
    if (this.item() === null) return;
    const at = (path: string, of: string): string => apiUrl(path, this.#coupleId, of);
    this.session.set(
      await firstValueFrom(this.#http.get<OfficeSessionView>(at(disclosureSessions, 'office'))),
    );
    const { items } = await firstValueFrom(this.#http.get<OfficeItemsView>(at(readiness, 'office-items')));
    this.items.set(items);
  }

  /** The couple's line of the list, wherever in it. */
  async #find(cursor: string | null = null): Promise<DisclosurePipelineItemView | null> {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    const page = await firstValueFrom(this.#http.get<DisclosurePipelineView>(apiUrl(disclosure), { params }));
    const found = page.items.find(({ coupleId }) => coupleId === this.#coupleId);
    if (found !== undefined) return found;
    return page.nextCursor === null ? null : this.#find(page.nextCursor);
  }

  /** One act; a retry of the same one is done once. What somebody else did meanwhile is asked for again. */
  async #once(
    meaning: unknown,
    work: (headers: Readonly<Record<string, string>>) => Promise<void>,
  ): Promise<boolean> {
    return this.attempt.run(async () => {
      try {
        await work(this.#act.headers([this.#coupleId, meaning]));
        this.#act.settle(null);
      } catch (failure) {
        const problem = toProblem(failure);
        this.#act.settle(problem);
        if (problem.code === 'version_stale') await this.#load();
        throw problem;
      }
    });
  }
}

/** The gates in the facts of a refusal, as far as the office may see them. Our own server writes the list. */
function gatesOf(problem: Problem | null): readonly UnmetGateView[] {
  if (problem?.code !== 'disclosure_refused') return [];
  const gates = problem.facts['gates'];
  return Array.isArray(gates) ? (gates as readonly UnmetGateView[]) : [];
}
