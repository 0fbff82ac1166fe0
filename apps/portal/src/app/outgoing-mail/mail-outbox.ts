import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { OutgoingMailView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** The clinic's letters in numbers, and having one tried again. */
@Injectable()
export class MailOutbox {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #loaded = httpResource<OutgoingMailView>(() => apiUrl(paths.clinic.outgoingMail));
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

  /** True once the letter waits to be sent again. */
  retry(id: string): Promise<boolean> {
    return this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.outgoingMail, id, 'retry');
      const headers = this.#act.headers(id);
      try {
        this.#loaded.set(await firstValueFrom(this.#http.post<OutgoingMailView>(url, null, { headers })));
        this.#act.settle(null);
      } catch (failure) {
        this.#act.settle(toProblem(failure));
        throw failure;
      }
    });
  }
}
