import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnRecordView, OwnTaskView, SavedView, TodayView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { ifVersion, oneAct } from '../http/idempotency-key';
import { toProblem } from '../http/problem';
import { Session } from '../session/session';

export type Answers = Readonly<Record<string, unknown>>;

/** The person's own homework at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnHomework {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  /** What this page has seen, so that a way back to it stays open without a connection. Gone with the page. */
  readonly #seen = new Map<string, unknown>();

  today(): Promise<TodayView> {
    const url = apiUrl(paths.home.homework, 'today');
    return this.#orSeen(url, () => firstValueFrom(this.#http.get<TodayView>(url)));
  }

  /** Without a connection: as this page last saw it. */
  task(id: string): Promise<OwnTaskView> {
    return this.#orSeen(apiUrl(paths.home.homework, id), () => this.freshTask(id));
  }

  /** As the clinic has it now. */
  freshTask(id: string): Promise<OwnTaskView> {
    return firstValueFrom(this.#http.get<OwnTaskView>(apiUrl(paths.home.homework, id)));
  }

  /** What was handed in, newest first; `cursor` is the answer's own. */
  record(cursor: string | null): Promise<OwnRecordView> {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    return firstValueFrom(this.#http.get<OwnRecordView>(apiUrl(paths.home.homework, 'record'), { params }));
  }

  /** `version` is the last one seen here; the clinic refuses with `version_stale` when there is a newer one. */
  saveDraft(id: string, version: number, answers: Answers): Promise<SavedView> {
    const url = apiUrl(paths.home.homework, id, 'draft');
    return firstValueFrom(this.#http.put<SavedView>(url, { answers }, { headers: ifVersion(version) }));
  }

  /** `act` is made once for one intent (see oneAct) and sent again on a retry. */
  submit(
    id: string,
    version: number,
    answers: Answers,
    act: Readonly<Record<string, string>>,
  ): Promise<SavedView> {
    const url = apiUrl(paths.home.homework, id, 'submission');
    const headers = { ...ifVersion(version), ...act };
    return firstValueFrom(this.#http.post<SavedView>(url, { answers }, { headers }));
  }

  /** Hands in a new revision of what was handed in; `act` as for submit. */
  revise(
    id: string,
    version: number,
    answers: Answers,
    act: Readonly<Record<string, string>>,
  ): Promise<SavedView> {
    const url = apiUrl(paths.home.homework, id, 'revision');
    const headers = { ...ifVersion(version), ...act };
    return firstValueFrom(this.#http.post<SavedView>(url, { answers }, { headers }));
  }

  setAside(id: string, tooHard: boolean, act = oneAct()): Promise<SavedView> {
    const url = apiUrl(paths.home.homework, id, 'set-aside');
    return firstValueFrom(this.#http.post<SavedView>(url, { tooHard }, { headers: act }));
  }

  async #orSeen<T>(url: string, ask: () => Promise<T>): Promise<T> {
    const key = `${this.#session.person()?.id ?? ''} ${url}`;
    try {
      const view = await ask();
      this.#seen.set(key, view);
      return view;
    } catch (failure) {
      if (toProblem(failure).code !== 'unreachable' || !this.#seen.has(key)) throw failure;
      return this.#seen.get(key) as T;
    }
  }
}
