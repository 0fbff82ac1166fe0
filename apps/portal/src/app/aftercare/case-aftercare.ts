import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type {
  AftercareAnswerView,
  CaseAftercareView,
  CaseSlipsView,
  CorrectionView,
  CorrectionWordsView,
  LogSlipRequest,
  MoveCorrectionRequest,
  RecordContactRequest,
  SlipView,
  SlipWordsView,
  TellSlipRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { ActsInTurn } from '../core/http/acts-in-turn';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

/** The time after a session of one couple, as it stands at the clinic. Every act asks anew afterwards. */
@Injectable()
export class CaseAftercare {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #acts = new ActsInTurn();
  #coupleId = '';
  readonly view = signal<CaseAftercareView | null>(null);
  /** Null where the viewer holds neither the recovering person's side nor the joint work. */
  readonly slips = signal<CaseSlipsView | null>(null);
  readonly problem = this.#acts.problem;
  readonly busy = this.#acts.busy;

  async open(coupleId: string): Promise<void> {
    if (this.#coupleId !== coupleId) {
      this.view.set(null);
      this.slips.set(null);
    }
    this.#coupleId = coupleId;
    await this.#acts.run(['open', coupleId], () => this.#load());
  }

  contact(request: RecordContactRequest): Promise<boolean> {
    return this.#post([paths.clinic.aftercare, this.#coupleId, 'contacts'], request);
  }

  done(taskId: string, version: number): Promise<boolean> {
    return this.#post([paths.clinic.aftercare, this.#coupleId, 'tasks', taskId, 'done'], {}, version);
  }

  takeUp(alertId: string): Promise<boolean> {
    return this.#post([paths.clinic.aftercare, this.#coupleId, 'alerts', alertId, 'acknowledgement'], {});
  }

  moveCorrection({ id, version }: CorrectionView, request: MoveCorrectionRequest): Promise<boolean> {
    return this.#post([paths.clinic.aftercare, this.#coupleId, 'corrections', id, 'steps'], request, version);
  }

  logSlip(request: LogSlipRequest): Promise<boolean> {
    return this.#post([paths.clinic.slips, this.#coupleId], request);
  }

  askedAboutSlips(): Promise<boolean> {
    return this.#post([paths.clinic.slips, this.#coupleId, 'asked'], {});
  }

  tellSlip({ id, version }: SlipView, request: TellSlipRequest): Promise<boolean> {
    return this.#post([paths.clinic.slips, this.#coupleId, id, 'telling'], request, version);
  }

  answer(id: string): Promise<AftercareAnswerView> {
    return this.#get<AftercareAnswerView>([paths.clinic.aftercare, this.#coupleId, 'answers', id]);
  }

  correctionWords(id: string): Promise<CorrectionWordsView> {
    return this.#get<CorrectionWordsView>([paths.clinic.aftercare, this.#coupleId, 'corrections', id]);
  }

  slipWords(id: string): Promise<SlipWordsView> {
    return this.#get<SlipWordsView>([paths.clinic.slips, this.#coupleId, id]);
  }

  async #load(): Promise<void> {
    const view = await this.#get<CaseAftercareView>([paths.clinic.aftercare, this.#coupleId]);
    const knowsSlips = view.sides.includes('RP') || view.sides.includes('JOINT');
    this.slips.set(knowsSlips ? await this.#loadSlips() : null);
    this.view.set(view);
  }

  /** Somebody who reads in an emergency finds no list of slips. */
  async #loadSlips(): Promise<CaseSlipsView | null> {
    try {
      return await this.#get<CaseSlipsView>([paths.clinic.slips, this.#coupleId]);
    } catch (failure) {
      if (['not_found', 'not_allowed'].includes(toProblem(failure).code)) return null;
      throw failure;
    }
  }

  #get<T>([path, ...rest]: readonly [string, ...string[]]): Promise<T> {
    return firstValueFrom(this.#http.get<T>(apiUrl(path, ...rest)));
  }

  /** True when it was done. */
  #post([path, ...rest]: readonly [string, ...string[]], body: object, version?: number): Promise<boolean> {
    const url = apiUrl(path, ...rest);
    return this.#acts.run([url, body, version], async () => {
      const act = this.#act.headers([url, body, version]);
      const headers = version === undefined ? act : { ...act, ...ifVersion(version) };
      try {
        await firstValueFrom(this.#http.post(url, body, { headers }));
        this.#act.settle(null);
      } catch (failure) {
        const problem = toProblem(failure);
        this.#act.settle(problem);
        // What a colleague did meanwhile is shown beside what was chosen here.
        if (problem.code === 'version_stale') await this.#load().catch(() => undefined);
        throw failure;
      }
      await this.#load();
    });
  }
}
