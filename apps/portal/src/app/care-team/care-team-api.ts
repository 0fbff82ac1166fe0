import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  EndCareTeamRequest,
  HandOverRequest,
  JoinCareTeamRequest,
  LeadCareTeamRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

type Headers = Readonly<Record<string, string>>;

/** Changes of a couple's care team. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class CareTeamApi {
  readonly #http = inject(HttpClient);

  join(coupleId: string, body: JoinCareTeamRequest, headers: Headers): Promise<void> {
    return this.#post(coupleId, [], body, headers);
  }

  end(coupleId: string, rowId: string, body: EndCareTeamRequest, headers: Headers): Promise<void> {
    return this.#post(coupleId, [rowId, 'end'], body, headers);
  }

  handOver(coupleId: string, rowId: string, body: HandOverRequest, headers: Headers): Promise<void> {
    return this.#post(coupleId, [rowId, 'hand-over'], body, headers);
  }

  lead(coupleId: string, body: LeadCareTeamRequest, headers: Headers): Promise<void> {
    return this.#post(coupleId, ['lead'], body, headers);
  }

  async #post(coupleId: string, rest: readonly string[], body: object, headers: Headers): Promise<void> {
    const url = apiUrl(paths.clinic.couples, coupleId, 'care-team', ...rest);
    await firstValueFrom(this.#http.post(url, body, { headers }));
  }
}
