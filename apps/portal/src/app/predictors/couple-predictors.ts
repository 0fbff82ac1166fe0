import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { CouplePredictorsView, GiveRatingRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** The five charts of the couple on screen, and the therapist's own rating. */
@Injectable()
export class CouplePredictors {
  readonly #http = inject(HttpClient);
  readonly #rating = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<CouplePredictorsView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.predictors, id);
  });

  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly problem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() => {
    if (this.problem() !== null) return 'error';
    const view = this.view();
    if (view === null) return 'loading';
    return view.predictors.every(({ readings }) => readings.length === 0) ? 'empty' : 'full';
  });

  show(coupleId: string): void {
    this.#coupleId.set(coupleId);
  }

  reload(): void {
    this.#loaded.reload();
  }

  /** Sends the rating; the charts follow from the answer. Throws a Problem. */
  async rate(request: GiveRatingRequest): Promise<void> {
    const url = apiUrl(paths.clinic.predictors, this.#coupleId() ?? '', 'ratings');
    try {
      const headers = this.#rating.headers(request);
      this.#loaded.set(
        await firstValueFrom(this.#http.post<CouplePredictorsView>(url, request, { headers })),
      );
      this.#rating.settle(null);
    } catch (failure) {
      const problem = toProblem(failure);
      this.#rating.settle(problem);
      throw problem;
    }
  }
}
