import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { GiveFeedbackRequest, ReviewQueueView, TaskFeedbackView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion } from '../core/http/idempotency-key';
import { IntendedAct } from '../core/http/intended-act';
import { toProblem } from '../core/http/problem';

export const reviewShows = [
  'all',
  'risk',
  'notice',
  'too_hard',
  'handed_in',
  'not_this_week',
  'to_talk_about',
] as const;
export type ReviewShow = (typeof reviewShows)[number];

/** What waits for the therapist, and what they say to it. Throws a Problem. */
@Injectable({ providedIn: 'root' })
export class ReviewQueue {
  readonly #http = inject(HttpClient);
  readonly #act = new IntendedAct();

  async list(show: ReviewShow): Promise<ReviewQueueView> {
    const params: Readonly<Record<string, string>> = show === 'all' ? {} : { show };
    return firstValueFrom(this.#http.get<ReviewQueueView>(apiUrl(paths.clinic.reviewQueue), { params }));
  }

  async one(taskId: string): Promise<TaskFeedbackView> {
    return firstValueFrom(this.#http.get<TaskFeedbackView>(apiUrl(paths.clinic.feedback, taskId)));
  }

  async give(task: TaskFeedbackView, request: GiveFeedbackRequest): Promise<TaskFeedbackView> {
    return this.#send(task, null, request);
  }

  async note(task: TaskFeedbackView, what: 'talked' | 'seen'): Promise<TaskFeedbackView> {
    return this.#send(task, what, {});
  }

  async #send(task: TaskFeedbackView, what: string | null, body: object): Promise<TaskFeedbackView> {
    const url = apiUrl(paths.clinic.feedback, task.taskId, ...(what === null ? [] : [what]));
    const headers = { ...this.#act.headers([url, task.version, body]), ...ifVersion(task.version) };
    try {
      const done = await firstValueFrom(this.#http.post<TaskFeedbackView>(url, body, { headers }));
      this.#act.settle(null);
      return done;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      throw problem;
    }
  }
}
