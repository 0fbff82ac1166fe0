import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AskReleaseRequest, OwnReleaseView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { ifVersion, oneAct } from '../../core/http/idempotency-key';

/** Sharing of one's own handed-in tasks at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnReleases {
  readonly #http = inject(HttpClient);

  one(taskId: string): Promise<OwnReleaseView> {
    return firstValueFrom(this.#http.get<OwnReleaseView>(apiUrl(paths.home.releases, taskId)));
  }

  ask({ taskId, version }: OwnReleaseView, request: AskReleaseRequest): Promise<OwnReleaseView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    const url = apiUrl(paths.home.releases, taskId, 'ask');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, request, { headers }));
  }

  confirm({ taskId, version }: OwnReleaseView): Promise<OwnReleaseView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    const url = apiUrl(paths.home.releases, taskId, 'confirm');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, {}, { headers }));
  }

  revoke({ taskId }: OwnReleaseView): Promise<OwnReleaseView> {
    const url = apiUrl(paths.home.releases, taskId, 'revoke');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, {}, { headers: oneAct() }));
  }
}
