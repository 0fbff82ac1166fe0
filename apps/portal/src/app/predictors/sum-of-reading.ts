import { HttpParams, httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import type { PredictorSumView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { toProblem } from '../core/http/problem';

/** Which reading is asked about: the couple, the predictor, and the Sunday that ends the fortnight. */
export interface AskedReading {
  readonly coupleId: string;
  readonly predictor: PredictorSumView['predictor'];
  readonly readOn: string;
}

/** Loads the sum behind one reading and follows what is asked. Call it where things may be injected. */
export function sumOfReading(asked: Signal<AskedReading>) {
  const loaded = httpResource<PredictorSumView>(() => {
    const { coupleId, predictor, readOn } = asked();
    const params = new HttpParams({ fromObject: { predictor, readOn } });
    return { url: apiUrl(paths.clinic.predictors, coupleId, 'sum'), params };
  });
  const sum = computed(() => (loaded.hasValue() ? loaded.value() : null));
  const problem = computed(() => {
    const failure = loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  const state = computed(() => {
    if (problem() !== null) return 'error';
    return sum() === null ? 'loading' : 'full';
  });
  return {
    sum,
    problem,
    state,
    reload: () => {
      loaded.reload();
    },
  };
}
