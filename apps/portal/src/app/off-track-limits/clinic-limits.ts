import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { ChangeLimitsRequest, OffTrackLimitsView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** The clinic's limits of the off-track rules, and changing them. */
@Injectable()
export class ClinicLimits {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #loaded = httpResource<OffTrackLimitsView>(() => apiUrl(paths.clinic.offTrackLimits));
  readonly attempt = new Attempt();
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly failed = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() => {
    if (this.failed() !== null) return 'error';
    return this.view() === null ? 'loading' : 'full';
  });

  reload(): void {
    this.#loaded.reload();
  }

  /** Makes the next version. True when it holds. */
  change(own: Readonly<Record<string, number>>): Promise<boolean> {
    return this.attempt.run(async () => {
      const version = this.view()?.version ?? 0;
      const body: ChangeLimitsRequest = { own };
      const headers = { ...this.#act.headers([body, version]), ...ifVersion(version) };
      const url = apiUrl(paths.clinic.offTrackLimits);
      try {
        this.#loaded.set(await firstValueFrom(this.#http.post<OffTrackLimitsView>(url, body, { headers })));
        this.#act.settle(null);
      } catch (failure) {
        this.#act.settle(toProblem(failure));
        throw failure;
      }
    });
  }
}
