import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { KeepPackRequest, PacksView, PackView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

const all = paths.clinic.packs;

/** The clinic's own packs at the server. Every call throws a Problem when it does not go through. */
@Injectable({ providedIn: 'root' })
export class PacksApi {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();

  list(): Promise<PacksView> {
    return firstValueFrom(this.#http.get<PacksView>(apiUrl(all)));
  }

  one(id: string): Promise<PackView> {
    return firstValueFrom(this.#http.get<PackView>(apiUrl(all, id)));
  }

  create(request: KeepPackRequest): Promise<PackView> {
    return this.#once(apiUrl(all), request);
  }

  /** Keeps the pack over exactly this version; `version_stale` when somebody was faster. */
  save(id: string, version: number, request: KeepPackRequest): Promise<PackView> {
    const headers = ifVersion(version);
    return firstValueFrom(this.#http.put<PackView>(apiUrl(all, id), request, { headers }));
  }

  retire(id: string, version: number, reason: string): Promise<PackView> {
    return this.#once(apiUrl(all, id, 'retire'), { reason }, version);
  }

  async #once(url: string, body: object, version?: number): Promise<PackView> {
    const headers = {
      ...this.#act.headers([url, version, body]),
      ...(version === undefined ? {} : ifVersion(version)),
    };
    try {
      const done = await firstValueFrom(this.#http.post<PackView>(url, body, { headers }));
      this.#act.settle(null);
      return done;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }
}
