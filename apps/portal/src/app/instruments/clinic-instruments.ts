import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type {
  ClinicInstrumentView,
  ImportInstrumentRequest,
  InstrumentsView,
  SetThresholdsRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

const all = paths.clinic.instruments;

/** The instruments that the clinic brought, and where it draws its lines. Every act throws a Problem when it fails. */
@Injectable()
export class ClinicInstruments {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly loaded = httpResource<InstrumentsView>(() => apiUrl(all));

  readonly list = computed(() => (this.loaded.hasValue() ? this.loaded.value().instruments : []));
  readonly problem = computed(() => {
    const failure = this.loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() => {
    if (this.problem() !== null) return 'error';
    if (!this.loaded.hasValue()) return 'loading';
    return this.list().length === 0 ? 'empty' : 'full';
  });

  async bring(request: ImportInstrumentRequest): Promise<void> {
    await this.#once(apiUrl(all, 'imports'), request);
  }

  async retire(formId: string, version: number): Promise<void> {
    await this.#once(apiUrl(all, 'forms', formId, 'retire'), {}, version);
  }

  /** Keeps the lines over exactly this version; `version_stale` when somebody was faster. */
  async draw(code: string, version: number, lines: SetThresholdsRequest): Promise<void> {
    const headers = ifVersion(version);
    const url = apiUrl(all, code, 'thresholds');
    this.#put(await firstValueFrom(this.#http.put<ClinicInstrumentView>(url, lines, { headers })));
  }

  async #once(url: string, body: object, version?: number): Promise<void> {
    const headers = {
      ...this.#act.headers([url, body, version]),
      ...(version === undefined ? {} : ifVersion(version)),
    };
    try {
      const view = await firstValueFrom(this.#http.post<ClinicInstrumentView>(url, body, { headers }));
      this.#act.settle(null);
      this.#put(view);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }

  #put(view: ClinicInstrumentView): void {
    const others = this.list().filter(({ code }) => code !== view.code);
    const instruments = [...others, view].sort((one, other) => one.code.localeCompare(other.code));
    this.loaded.set({ instruments });
  }
}
