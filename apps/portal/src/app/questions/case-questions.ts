import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { CaseQuestionsView, CaseQuestionView, CloseQuestionRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** The questions of one couple as the asking therapist may read them, and what they do with them. */
@Injectable()
export class CaseQuestions {
  readonly #http = inject(HttpClient);
  readonly #view = signal<CaseQuestionsView | null>(null);
  readonly #acts = new Map<string, IntendedAct>();
  #coupleId = '';
  readonly loading = new Attempt();
  /** What the last act on a question came to; the page shows it where the question is. */
  readonly acting = new Attempt();
  readonly view = this.#view.asReadonly();
  readonly state = computed(() => {
    if (this.#view() !== null) return 'full' as const;
    return this.loading.problem() === null ? ('loading' as const) : ('error' as const);
  });

  async open(coupleId: string): Promise<void> {
    if (coupleId !== this.#coupleId) this.#view.set(null);
    this.#coupleId = coupleId;
    await this.loading.run(() => this.#load());
  }

  /** Lays down that a question was gone through, with what is said to it. True when the server has it. */
  lookThrough({ id, version }: CaseQuestionView, advice: string): Promise<boolean> {
    return this.#act(`look ${id}`, [version, advice], (headers) =>
      firstValueFrom(
        this.#http.post(
          this.#url(id, 'look'),
          { advice },
          { headers: { ...headers, ...ifVersion(version) } },
        ),
      ),
    );
  }

  openForChange({ id, version }: CaseQuestionView): Promise<boolean> {
    return this.#act(`open ${id}`, version, (headers) =>
      firstValueFrom(
        this.#http.post(this.#url(id, 'opening'), {}, { headers: { ...headers, ...ifVersion(version) } }),
      ),
    );
  }

  close({ id, answerVersion }: CaseQuestionView, request: CloseQuestionRequest): Promise<boolean> {
    return this.#act(`close ${id}`, [answerVersion, request], () =>
      firstValueFrom(this.#http.put(this.#url(id, 'answer'), request, { headers: ifVersion(answerVersion) })),
    );
  }

  passOn(version: number): Promise<boolean> {
    return this.#act('pass on', version, (headers) =>
      firstValueFrom(
        this.#http.post(this.#url('passing-on'), {}, { headers: { ...headers, ...ifVersion(version) } }),
      ),
    );
  }

  /** Does it once; what a colleague did meanwhile is shown afterwards, whether it worked or not. */
  async #act(
    name: string,
    meaning: unknown,
    send: (headers: Readonly<Record<string, string>>) => Promise<unknown>,
  ): Promise<boolean> {
    const act = this.#acts.get(name) ?? new IntendedAct();
    this.#acts.set(name, act);
    await this.acting.run(async () => {
      try {
        await send(act.headers(meaning));
        act.settle(null);
      } catch (failure) {
        act.settle(toProblem(failure));
        throw failure;
      } finally {
        await this.#load().catch(() => undefined);
      }
    });
    return this.acting.problem() === null;
  }

  async #load(): Promise<void> {
    this.#view.set(await firstValueFrom(this.#http.get<CaseQuestionsView>(this.#url())));
  }

  #url(...rest: readonly string[]): string {
    return apiUrl(paths.clinic.questions, this.#coupleId, ...rest);
  }
}
