import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  AskInformationReleaseRequest,
  AssessReadinessRequest,
  MarkReadinessRequest,
  ReadinessOfCoupleView,
  ReadinessWordsView,
  RecordReadinessRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** Readiness of the couple on screen, and what its reader may put on record. */
@Injectable()
export class ReadinessOfCouple {
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #act = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<ReadinessOfCoupleView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.readiness, id);
  });

  readonly attempt = new Attempt();
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly loadProblem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  readonly state = computed(() =>
    this.loadProblem() !== null ? 'error' : this.view() === null ? 'loading' : 'full',
  );
  readonly mayWrite = computed(() => this.view()?.items.some(({ mine }) => mine) ?? false);

  show(coupleId: string): void {
    this.#coupleId.set(coupleId);
  }

  reload(): void {
    this.#loaded.reload();
  }

  /** True when it is on record; a pause that it led to shows in the header of the couple. */
  assess(request: AssessReadinessRequest): Promise<boolean> {
    return this.#post(['assessments'], request);
  }

  record(request: RecordReadinessRequest): Promise<boolean> {
    return this.#post(['records'], request);
  }

  ask(request: AskInformationReleaseRequest): Promise<boolean> {
    return this.#post(['releases'], request);
  }

  mark(item: string, version: number, request: MarkReadinessRequest): Promise<boolean> {
    return this.#post(['items', item], request, ifVersion(version));
  }

  /** Sealed words of one side. The person it is about sees that they were read. */
  words(side: string): Promise<ReadinessWordsView> {
    const url = apiUrl(paths.clinic.readiness, this.#coupleId() ?? '', 'words', side);
    return firstValueFrom(this.#http.get<ReadinessWordsView>(url));
  }

  async #post(
    place: readonly string[],
    request: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<boolean> {
    const url = apiUrl(paths.clinic.readiness, this.#coupleId() ?? '', ...place);
    const headers = { ...this.#act.headers([url, request, more]), ...more };
    const done = await this.attempt.run(async () => {
      await firstValueFrom(this.#http.post(url, request, { headers }));
      this.reload();
      this.#couple.reload();
    });
    this.#act.settle(this.attempt.problem());
    if (this.attempt.problem()?.code === 'version_stale') this.reload();
    return done;
  }
}
