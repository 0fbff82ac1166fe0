import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  AddRestRequest,
  ReadyPlansView,
  GiveReadyPlanRequest,
  PlanBoardView,
  PlanItemRequest,
  PlanRhythmRequest,
  PlanView,
  RestView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { Attempt } from '../../core/http/attempt';
import { ifVersion } from '../../core/http/idempotency-key';
import { IntendedAct } from '../../core/http/intended-act';
import { toProblem } from '../../core/http/problem';

/** The plan of the couple on screen. Every act answers with the board as it is after it. */
@Injectable()
export class CouplePlans {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<PlanBoardView>(() => {
    const coupleId = this.#coupleId();
    return coupleId === null ? undefined : { url: apiUrl(paths.clinic.homeworkPlans), params: { coupleId } };
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

  assign(items: PlanItemRequest[]): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.homeworkPlans), { coupleId: this.#couple(), items });
  }

  rest(request: Omit<AddRestRequest, 'coupleId'>): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.homeworkPlans, 'rests'), { coupleId: this.#couple(), ...request });
  }

  endRest({ id, version }: RestView): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.homeworkPlans, 'rests', id, 'end'), {}, version);
  }

  end({ id, version }: PlanView): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.homeworkPlans, id, 'end'), {}, version);
  }

  changeRhythm({ id, version }: PlanView, rhythm: PlanRhythmRequest): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.homeworkPlans, id, 'rhythm'), rhythm, version);
  }

  /** Leaves out the next place of a plan. The answer is about the task alone, so the board is read anew. */
  skip({ taskId, version }: NonNullable<PlanView['next']>): Promise<boolean> {
    return this.#run([taskId, version], async (act) => {
      const headers = { ...act, ...ifVersion(version) };
      await firstValueFrom(this.#http.post(apiUrl(paths.clinic.homework, taskId, 'skip'), {}, { headers }));
      this.reload();
    });
  }

  /** What each default plan would give from a day on. Throws a Problem. */
  defaults(startsOn: string, days: number): Promise<ReadyPlansView> {
    const params = { coupleId: this.#couple(), startsOn, days };
    return firstValueFrom(this.#http.get<ReadyPlansView>(apiUrl(paths.clinic.readyPlans), { params }));
  }

  giveReady(request: Omit<GiveReadyPlanRequest, 'coupleId'>): Promise<boolean> {
    return this.#post(apiUrl(paths.clinic.readyPlans), { coupleId: this.#couple(), ...request });
  }

  #couple(): string {
    return this.#coupleId() ?? '';
  }

  #post(url: string, request: object, version?: number): Promise<boolean> {
    return this.#run([url, request, version], async (act) => {
      const headers = version === undefined ? act : { ...act, ...ifVersion(version) };
      this.#loaded.set(await firstValueFrom(this.#http.post<PlanBoardView>(url, request, { headers })));
    });
  }

  async #run(
    meaning: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<void>,
  ): Promise<boolean> {
    const headers = this.#act.headers(meaning);
    const done = await this.attempt.run(() => send(headers));
    this.#act.settle(this.attempt.problem());
    if (this.attempt.problem()?.code === 'version_stale') this.reload();
    return done;
  }
}
