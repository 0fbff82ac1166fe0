import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnTurnsView, TurnActRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

/** Turns with the clinic's clock. Rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnTurns {
  readonly #http = inject(HttpClient);

  one(taskId: string): Promise<OwnTurnsView> {
    return firstValueFrom(this.#http.get<OwnTurnsView>(apiUrl(paths.home.turns, taskId)));
  }

  act({ taskId, version }: OwnTurnsView, request: TurnActRequest): Promise<OwnTurnsView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    return firstValueFrom(
      this.#http.post<OwnTurnsView>(apiUrl(paths.home.turns, taskId), request, { headers }),
    );
  }
}
