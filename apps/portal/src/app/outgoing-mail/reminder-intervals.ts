import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { ChangeReminderSettingsRequest, ReminderSettingsView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** When the clinic reminds, and changing it. */
@Injectable()
export class ReminderIntervals {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #url = apiUrl(paths.clinic.reminderSettings);
  readonly #loaded = httpResource<ReminderSettingsView>(() => this.#url);
  readonly attempt = new Attempt();
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly failed = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });

  /** Makes the next version. True when it holds. */
  change(own: Readonly<Record<string, number>>): Promise<boolean> {
    return this.attempt.run(async () => {
      const version = this.view()?.version ?? 0;
      const body: ChangeReminderSettingsRequest = { own };
      const headers = { ...this.#act.headers([body, version]), ...ifVersion(version) };
      try {
        this.#loaded.set(
          await firstValueFrom(this.#http.post<ReminderSettingsView>(this.#url, body, { headers })),
        );
        this.#act.settle(null);
      } catch (failure) {
        this.#act.settle(toProblem(failure));
        throw failure;
      }
    });
  }
}
