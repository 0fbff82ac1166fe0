import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  CoupleEpisodesView,
  EpisodePlanView,
  EpisodeView,
  PlanEpisodeRequest,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem, type Problem } from '../core/http/problem';

/** What the off-track rules found for one couple, and the steps of its therapists. */
@Injectable()
export class CoupleEpisodes {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();
  readonly #coupleId = signal<string | null>(null);
  readonly #loaded = httpResource<CoupleEpisodesView>(() => {
    const id = this.#coupleId();
    return id === null ? undefined : apiUrl(paths.clinic.offTrack, id);
  });
  readonly episodes = computed(() => (this.#loaded.hasValue() ? this.#loaded.value().episodes : []));
  readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);

  show(coupleId: string): void {
    this.#coupleId.set(coupleId);
  }

  acknowledge(episode: EpisodeView): Promise<boolean> {
    return this.#post(episode, 'acknowledgement', {});
  }

  plan(episode: EpisodeView, request: PlanEpisodeRequest): Promise<boolean> {
    return this.#post(episode, 'plan', request);
  }

  close(episode: EpisodeView, as: string): Promise<boolean> {
    return this.#post(episode, 'closing', { as });
  }

  /** The words of the plan; opening them is on record. Null when they could not be opened. */
  async words({ coupleId, id }: EpisodeView): Promise<string | null> {
    const url = apiUrl(paths.clinic.offTrack, coupleId, 'episodes', id, 'plan');
    try {
      return (await firstValueFrom(this.#http.get<EpisodePlanView>(url))).words;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return null;
    }
  }

  /** True when it was done. */
  async #post({ coupleId, id, version }: EpisodeView, step: string, body: object): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    const url = apiUrl(paths.clinic.offTrack, coupleId, 'episodes', id, step);
    try {
      const headers = { ...this.#act.headers([url, body, version]), ...ifVersion(version) };
      await firstValueFrom(this.#http.post(url, body, { headers }));
      this.#act.settle(null);
      return true;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      this.problem.set(problem);
      return false;
    } finally {
      this.busy.set(false);
      this.#loaded.reload();
    }
  }
}
