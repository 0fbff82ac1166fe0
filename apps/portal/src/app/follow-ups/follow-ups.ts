import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { RaisedItemView, RaisedListView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** What was raised with the therapist over all couples. Throws a Problem. */
@Injectable({ providedIn: 'root' })
export class FollowUps {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();

  list(): Promise<RaisedListView> {
    return firstValueFrom(this.#http.get<RaisedListView>(apiUrl(paths.clinic.raised)));
  }

  /** Says that one has taken it up. */
  async takeUp({ coupleId, alertId }: RaisedItemView): Promise<void> {
    const url = apiUrl(paths.clinic.aftercare, coupleId, 'alerts', alertId, 'acknowledgement');
    try {
      await firstValueFrom(this.#http.post(url, {}, { headers: this.#act.headers([url]) }));
      this.#act.settle(null);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }
}
