import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  CaseStageGatesView,
  GateWordsView,
  IndexAnswersView,
  RecordGateFactRequest,
  StepBackRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** Stages and gates of the couple on screen. Every act answers with the whole page. */
@Injectable()
export class CoupleStages {
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #act = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<CaseStageGatesView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.stageGates, id);
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

  show(coupleId: string): void {
    this.#coupleId.set(coupleId);
  }

  reload(): void {
    this.#loaded.reload();
  }

  record(request: RecordGateFactRequest): Promise<boolean> {
    return this.#post(['facts'], request);
  }

  sign(to: number, side: string): Promise<boolean> {
    return this.#post(['gates', String(to), 'signature'], { side });
  }

  open(to: number): Promise<boolean> {
    return this.#post(['gates', String(to), 'opening'], {}, ifVersion(this.view()?.version ?? 0));
  }

  back(request: StepBackRequest): Promise<boolean> {
    return this.#post(['back'], request);
  }

  lift(): Promise<boolean> {
    return this.#post(['touch', 'lifting'], {});
  }

  /** Sealed words. Whoever they are about sees that they were read. */
  words(place: 'facts' | 'reasons', id: string): Promise<GateWordsView> {
    return firstValueFrom(this.#http.get<GateWordsView>(this.#url(place, id)));
  }

  indexAnswers(id: string): Promise<IndexAnswersView> {
    return firstValueFrom(this.#http.get<IndexAnswersView>(this.#url('index', id)));
  }

  #url(...place: readonly string[]): string {
    return apiUrl(paths.clinic.stageGates, this.#coupleId() ?? '', ...place);
  }

  async #post(
    place: readonly string[],
    request: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<boolean> {
    const url = this.#url(...place);
    const headers = { ...this.#act.headers([url, request, more]), ...more };
    const done = await this.attempt.run(async () => {
      this.#loaded.set(await firstValueFrom(this.#http.post<CaseStageGatesView>(url, request, { headers })));
      this.#couple.reload();
    });
    this.#act.settle(this.attempt.problem());
    if (this.attempt.problem()?.code === 'version_stale') this.reload();
    return done;
  }
}
