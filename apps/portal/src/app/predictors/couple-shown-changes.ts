import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { ShowChangeRequest, ShownChangesView, ShownChangeView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem, type Problem } from '../core/http/problem';

/** What stands on the phones of a couple, and who sits in the therapist's session right now. */
@Injectable()
export class CoupleShownChanges {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<ShownChangesView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.shownChanges, id);
  });
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly failed = signal<Problem | null>(null);
  readonly problem = computed(() => {
    const failure = this.#loaded.error();
    return this.failed() ?? (failure === undefined ? null : toProblem(failure));
  });
  readonly busy = signal(false);

  show(coupleId: string): void {
    this.#coupleId.set(coupleId);
  }

  /** Asks again who is in session: the hour may have come meanwhile. */
  reload(): void {
    this.#loaded.reload();
  }

  /** True when it stands on their phones. */
  put(request: ShowChangeRequest): Promise<boolean> {
    const url = apiUrl(paths.clinic.shownChanges, this.#coupleId() ?? '');
    return this.#post(url, request, {});
  }

  /** True when it is gone from the phone. */
  takeBack({ id, version }: ShownChangeView): Promise<boolean> {
    const url = apiUrl(paths.clinic.shownChanges, this.#coupleId() ?? '', id, 'taking-back');
    return this.#post(url, {}, ifVersion(version));
  }

  async #post(url: string, body: object, more: Readonly<Record<string, string>>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const headers = { ...this.#act.headers([url, body, more]), ...more };
      this.#loaded.set(await firstValueFrom(this.#http.post<ShownChangesView>(url, body, { headers })));
      this.#act.settle(null);
      return true;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      this.failed.set(problem);
      this.#loaded.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
