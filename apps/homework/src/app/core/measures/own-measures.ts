import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnMeasureSavedView, OwnMeasuresView, OwnMeasureView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import type { Answers } from '../homework/own-homework';
import { apiUrl } from '../http/api-url';
import { ifVersion, oneAct } from '../http/idempotency-key';

/** Forms that wait for the person who is signed in. Every call throws a Problem when it does not go through. */
@Injectable({ providedIn: 'root' })
export class OwnMeasures {
  readonly #http = inject(HttpClient);
  #act: { readonly meaning: string; readonly headers: Readonly<Record<string, string>> } | null = null;

  waiting(): Promise<OwnMeasuresView> {
    return firstValueFrom(this.#http.get<OwnMeasuresView>(apiUrl(paths.home.measures)));
  }

  one(id: string): Promise<OwnMeasureView> {
    return firstValueFrom(this.#http.get<OwnMeasureView>(apiUrl(paths.home.measures, id)));
  }

  save(id: string, answers: Answers, version: number): Promise<OwnMeasureSavedView> {
    const headers = ifVersion(version);
    const url = apiUrl(paths.home.measures, id, 'draft');
    return firstValueFrom(this.#http.put<OwnMeasureSavedView>(url, { answers }, { headers }));
  }

  /** The same answers sent again are the same act, so that they are kept once. */
  handIn(id: string, answers: Answers, version: number): Promise<OwnMeasureSavedView> {
    const meaning = JSON.stringify([id, answers, version]);
    if (this.#act?.meaning !== meaning) this.#act = { meaning, headers: oneAct() };
    const headers = { ...this.#act.headers, ...ifVersion(version) };
    const url = apiUrl(paths.home.measures, id, 'answers');
    return firstValueFrom(this.#http.post<OwnMeasureSavedView>(url, { answers }, { headers }));
  }
}
