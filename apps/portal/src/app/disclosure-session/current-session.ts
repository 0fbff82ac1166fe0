import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { DisclosureSessionView, SessionLogisticsView, UnmetGateView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { ActsInTurn } from '../core/http/acts-in-turn';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';

/** Which version an act is based on: of the run, of the process, of nothing, or one that is given. */
export type Basis = 'run' | 'process' | 'none' | number;
type Method = 'put' | 'post' | 'delete';

/** The session of the couple on screen, and every act on it; each answer is the session as it stands then. */
@Injectable()
export class CurrentSession {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #acts = new ActsInTurn();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<DisclosureSessionView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.disclosureSessions, id);
  });

  readonly busy = this.#acts.busy;
  readonly problem = this.#acts.problem;
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly loadProblem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() =>
    this.loadProblem() !== null ? 'error' : this.view() === null ? 'loading' : 'full',
  );
  readonly running = computed(() => ['IN_SESSION', 'SESSION_PAUSED'].includes(this.view()?.state ?? ''));
  readonly gates = computed(() => gatesOf(this.problem()));

  show(coupleId: string): void {
    if (this.#coupleId() !== coupleId) this.problem.set(null);
    this.#coupleId.set(coupleId);
  }

  /** Asks again, so that what a colleague did is seen; never over an act that is under way. */
  reload(): void {
    if (!this.busy()) this.#loaded.reload();
  }

  /** Sends one act. True when it is done; else `problem` says why not, and the page shows what stands now. */
  async send(
    method: Method,
    path: string,
    body: object | null = null,
    basis: Basis = 'none',
  ): Promise<boolean> {
    return this.#once([method, path, body, basis], async (headers) => {
      const answer = await firstValueFrom(
        this.#http.request<DisclosureSessionView>(method, this.#url(path), {
          ...(method === 'delete' ? {} : { body: body ?? {} }),
          headers: { ...headers, ...this.#versionOf(basis) },
        }),
      );
      this.#loaded.set(answer);
    });
  }

  /** Confirms a line of the arrangements, or takes it back. */
  async confirm(line: string, confirmed: boolean): Promise<boolean> {
    return this.#once([line, confirmed], async (headers) => {
      const url = this.#url('logistics');
      const body = { line, confirmed };
      const { logistics } = await firstValueFrom(
        this.#http.put<SessionLogisticsView>(url, body, { headers }),
      );
      const view = this.view();
      if (view !== null) this.#loaded.set({ ...view, logistics });
    });
  }

  #url(path: string): string {
    return apiUrl(paths.clinic.disclosureSessions, this.#coupleId() ?? '', ...path.split('/'));
  }

  #versionOf(basis: Basis): Readonly<Record<string, string>> {
    if (basis === 'none') return {};
    if (typeof basis === 'number') return ifVersion(basis);
    const view = this.view();
    return ifVersion(basis === 'run' ? (view?.run?.version ?? 0) : (view?.processVersion ?? 0));
  }

  #once(
    meaning: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<void>,
  ): Promise<boolean> {
    return this.#acts.run(meaning, async () => {
      try {
        await send(this.#act.headers([this.#coupleId(), meaning, this.view()?.run?.version]));
        this.#act.settle(null);
      } catch (failure) {
        const problem = toProblem(failure);
        this.#act.settle(problem);
        if (problem.code === 'version_stale') this.#loaded.reload();
        throw failure;
      }
    });
  }
}

/** The gates in the facts of a refusal. The list comes from our own server, which writes it by this contract. */
function gatesOf(problem: Problem | null): readonly UnmetGateView[] {
  if (problem?.code !== 'disclosure_refused') return [];
  const gates = problem.facts['gates'];
  return Array.isArray(gates) ? (gates as readonly UnmetGateView[]) : [];
}
