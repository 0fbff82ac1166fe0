import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AnswerGateRequest, IndexAnswersRequest, OwnStageGatesView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';

/** The person's own part in the steps between stages. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnStage {
  readonly #http = inject(HttpClient);

  one(): Promise<OwnStageGatesView> {
    return firstValueFrom(this.#http.get<OwnStageGatesView>(apiUrl(paths.home.stageGates)));
  }

  answer(request: AnswerGateRequest): Promise<OwnStageGatesView> {
    return this.#post('answer', request);
  }

  withdraw(): Promise<OwnStageGatesView> {
    return this.#post('withdrawal', {});
  }

  back(to: 1 | 2): Promise<OwnStageGatesView> {
    return this.#post('back', { to });
  }

  pause(): Promise<OwnStageGatesView> {
    return this.#post('pause', {});
  }

  give(answers: IndexAnswersRequest): Promise<OwnStageGatesView> {
    return this.#post('index', { answers });
  }

  #post(place: string, body: object): Promise<OwnStageGatesView> {
    const url = apiUrl(paths.home.stageGates, place);
    return firstValueFrom(this.#http.post<OwnStageGatesView>(url, body, { headers: oneAct() }));
  }
}
