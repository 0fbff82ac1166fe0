import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { LiveEmergencyView, OpenInEmergencyRequest, ReviewEmergencyRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';

type Headers = Readonly<Record<string, string>>;

/** Opening in an emergency, and the review. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class EmergencyApi {
  readonly #http = inject(HttpClient);

  async open(body: OpenInEmergencyRequest, headers: Headers): Promise<LiveEmergencyView> {
    const url = apiUrl(paths.clinic.breakGlass);
    return firstValueFrom(this.#http.post<LiveEmergencyView>(url, body, { headers }));
  }

  async review(id: string, body: ReviewEmergencyRequest): Promise<void> {
    const url = apiUrl(paths.clinic.breakGlass, id, 'review');
    await firstValueFrom(this.#http.post(url, body, { headers: oneAct() }));
  }
}
