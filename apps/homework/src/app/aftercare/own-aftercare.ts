import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AftercareAnsweredView,
  AnswerAftercareRequest,
  LoggedSlipView,
  LogOwnSlipRequest,
  OpenCorrectionRequest,
  OwnAftercareView,
  OwnDepartureView,
  OwnSlipsView,
  SlipView,
  TapDepartureRequest,
  TellSlipRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';

type Act = Readonly<Record<string, string>>;

/** The time after a session at the clinic, the person's own part. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnAftercare {
  readonly #http = inject(HttpClient);

  one(): Promise<OwnAftercareView> {
    return firstValueFrom(this.#http.get<OwnAftercareView>(apiUrl(paths.home.aftercare)));
  }

  departure(): Promise<OwnDepartureView> {
    return firstValueFrom(this.#http.get<OwnDepartureView>(apiUrl(paths.home.aftercare, 'departure')));
  }

  tap(tap: TapDepartureRequest['tap'], act: Act): Promise<OwnDepartureView> {
    const url = apiUrl(paths.home.aftercare, 'departure');
    return firstValueFrom(this.#http.post<OwnDepartureView>(url, { tap }, { headers: act }));
  }

  answer(taskId: string, request: AnswerAftercareRequest, act: Act): Promise<AftercareAnsweredView> {
    const url = apiUrl(paths.home.aftercare, 'tasks', taskId, 'answer');
    return firstValueFrom(this.#http.post<AftercareAnsweredView>(url, request, { headers: act }));
  }

  leftOut(request: OpenCorrectionRequest, act: Act): Promise<OwnAftercareView> {
    const url = apiUrl(paths.home.aftercare, 'corrections');
    return firstValueFrom(this.#http.post<OwnAftercareView>(url, request, { headers: act }));
  }

  slips(): Promise<OwnSlipsView> {
    return firstValueFrom(this.#http.get<OwnSlipsView>(apiUrl(paths.home.slips)));
  }

  logSlip(request: LogOwnSlipRequest, act: Act): Promise<LoggedSlipView> {
    return firstValueFrom(
      this.#http.post<LoggedSlipView>(apiUrl(paths.home.slips), request, { headers: act }),
    );
  }

  tellSlip({ id, version }: SlipView, request: TellSlipRequest, act: Act): Promise<SlipView> {
    const url = apiUrl(paths.home.slips, id, 'telling');
    return firstValueFrom(
      this.#http.post<SlipView>(url, request, { headers: { ...act, ...ifVersion(version) } }),
    );
  }
}
