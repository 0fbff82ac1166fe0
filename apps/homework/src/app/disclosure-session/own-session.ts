import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AddHardDateRequest,
  DayCheckRequest,
  OwnDisclosureSessionView,
  ReadingPlaceView,
  ReadingView,
  SupportPlanLineRequest,
  SupportPlanSavedView,
  SupportPlansView,
} from '@trellis/contracts';
import { headers, paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

/** One's own part of the session at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnSession {
  readonly #http = inject(HttpClient);

  one(): Promise<OwnDisclosureSessionView> {
    return firstValueFrom(this.#http.get<OwnDisclosureSessionView>(url()));
  }

  confirm(line: string, confirmed: boolean): Promise<OwnDisclosureSessionView> {
    return this.#put('logistics', { line, confirmed });
  }

  sayDay(answers: DayCheckRequest, version: number): Promise<OwnDisclosureSessionView> {
    return this.#put('day-check', answers, ifVersion(version));
  }

  pause(): Promise<OwnDisclosureSessionView> {
    return this.#post('pause', {});
  }

  noGo(kind: 'postpone' | 'hold'): Promise<OwnDisclosureSessionView> {
    return this.#post('no-go', { kind });
  }

  addDate(date: AddHardDateRequest): Promise<OwnDisclosureSessionView> {
    return this.#post('dates', date);
  }

  removeDate(id: string): Promise<OwnDisclosureSessionView> {
    return firstValueFrom(
      this.#http.delete<OwnDisclosureSessionView>(url('dates', id), { headers: oneAct() }),
    );
  }

  plans(): Promise<SupportPlansView> {
    return firstValueFrom(this.#http.get<SupportPlansView>(url('plans')));
  }

  savePlan(
    form: string,
    lines: readonly SupportPlanLineRequest[],
    version: number,
  ): Promise<SupportPlanSavedView> {
    return firstValueFrom(
      this.#http.put<SupportPlanSavedView>(
        url('plans', form),
        { lines },
        { headers: { ...oneAct(), ...ifVersion(version) } },
      ),
    );
  }

  openReading(): Promise<ReadingPlaceView> {
    return firstValueFrom(this.#http.post<ReadingPlaceView>(url('reading'), {}, { headers: oneAct() }));
  }

  /** The words, for the place that this page holds; the token is never stored. */
  read(token: string): Promise<ReadingView> {
    return firstValueFrom(
      this.#http.get<ReadingView>(url('reading'), { headers: { [headers.readingToken]: token } }),
    );
  }

  #put(path: string, body: object, more = {}): Promise<OwnDisclosureSessionView> {
    return firstValueFrom(
      this.#http.put<OwnDisclosureSessionView>(url(path), body, { headers: { ...oneAct(), ...more } }),
    );
  }

  #post(path: string, body: object): Promise<OwnDisclosureSessionView> {
    return firstValueFrom(this.#http.post<OwnDisclosureSessionView>(url(path), body, { headers: oneAct() }));
  }
}

function url(...parts: readonly string[]): string {
  return apiUrl(paths.home.disclosureSession, ...parts);
}
