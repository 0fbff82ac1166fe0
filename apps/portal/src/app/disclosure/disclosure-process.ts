import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { DisclosureView, DisclosureWordsView, UnmetGateView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { type Observable, firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';

/** A date that is asked for; both instants are ISO 8601. */
export interface SessionDate {
  readonly startsAt: string;
  readonly recheckAt?: string;
}

/** The disclosure of the couple on screen: its state, the steps one may ask for, and the latest refusal. */
@Injectable()
export class DisclosureProcess {
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #intended = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<DisclosureView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.disclosure, id);
  });

  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly loadProblem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() =>
    this.loadProblem() !== null ? 'error' : this.view() === null ? 'loading' : 'full',
  );
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** Everything that is missing for the step asked last; empty when nothing was refused. */
  readonly gates = computed(() => gatesOf(this.problem()));

  show(coupleId: string): void {
    if (this.#coupleId() !== coupleId) this.problem.set(null);
    this.#coupleId.set(coupleId);
  }

  reload(): void {
    this.#loaded.reload();
  }

  /** Begins a process. True when it is open now. */
  async open(): Promise<boolean> {
    return this.#act([], {});
  }

  /** Asks for a session at an instant (ISO 8601), with a check planned before it where one is needed. True when it is scheduled; else `gates` or `problem` say why not. */
  async schedule(date: SessionDate): Promise<boolean> {
    const url = apiUrl(paths.clinic.disclosure, this.#coupleId() ?? '', 'schedule');
    const headers = ifVersion(this.view()?.version ?? 0);
    return this.#ask(this.#http.post<DisclosureView>(url, date, { headers }));
  }

  /** An act of the process: `to` is its place below the process. True when it was done. */
  async act(to: string, body: object): Promise<boolean> {
    return this.#act(to.split('/'), body);
  }

  /** The words behind a step; null with a problem where they could not be opened. */
  async words(eventId: string): Promise<string | null> {
    const url = apiUrl(paths.clinic.disclosure, this.#coupleId() ?? '', 'steps', eventId, 'words');
    try {
      return (await firstValueFrom(this.#http.get<DisclosureWordsView>(url))).words;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return null;
    }
  }

  async #act(to: readonly string[], body: object): Promise<boolean> {
    const url = apiUrl(paths.clinic.disclosure, this.#coupleId() ?? '', ...to);
    const version = this.view()?.version ?? 0;
    const headers = { ...this.#intended.headers([url, body, version]), ...ifVersion(version) };
    const done = await this.#ask(this.#http.post<DisclosureView>(url, body, { headers }));
    this.#intended.settle(this.problem());
    return done;
  }

  async #ask(request: Observable<DisclosureView>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.#loaded.set(await firstValueFrom(request));
      this.#couple.reload();
      return true;
    } catch (failure) {
      const problem = toProblem(failure);
      this.problem.set(problem);
      if (problem.code === 'version_stale' || problem.code === 'disclosure_already_open') this.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}

/** The gates in the facts of a refusal. The list comes from our own server, which writes it by this contract. */
function gatesOf(problem: Problem | null): readonly UnmetGateView[] {
  if (problem?.code !== 'disclosure_refused') return [];
  const gates = problem.facts['gates'];
  return Array.isArray(gates) ? (gates as readonly UnmetGateView[]) : [];
}
