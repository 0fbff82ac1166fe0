import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ChangeQuestionRequest,
  InformationWishView,
  OwnQuestionsView,
  QuestionSavedView,
  QuestionsReleasedView,
  ReceivedQuestionsView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

/** The partner's questions at the clinic, and what the recovering person was given of them. Rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnQuestions {
  readonly #http = inject(HttpClient);

  all(): Promise<OwnQuestionsView> {
    return firstValueFrom(this.#http.get<OwnQuestionsView>(apiUrl(paths.home.questions)));
  }

  received(): Promise<ReceivedQuestionsView> {
    return firstValueFrom(this.#http.get<ReceivedQuestionsView>(apiUrl(paths.home.questions, 'received')));
  }

  /** Version 0 writes a new question under its id; any other changes the one that is at this version. */
  save(id: string, version: number, words: ChangeQuestionRequest): Promise<QuestionSavedView> {
    if (version === 0) {
      const body = { id, ...words };
      return firstValueFrom(
        this.#http.post<QuestionSavedView>(apiUrl(paths.home.questions), body, { headers: oneAct() }),
      );
    }
    const url = apiUrl(paths.home.questions, id);
    return firstValueFrom(this.#http.put<QuestionSavedView>(url, words, { headers: ifVersion(version) }));
  }

  withdraw(id: string, version: number): Promise<QuestionSavedView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    const url = apiUrl(paths.home.questions, id, 'withdrawal');
    return firstValueFrom(this.#http.post<QuestionSavedView>(url, {}, { headers }));
  }

  release(): Promise<QuestionsReleasedView> {
    const url = apiUrl(paths.home.questions, 'release');
    return firstValueFrom(this.#http.post<QuestionsReleasedView>(url, {}, { headers: oneAct() }));
  }

  wish(category: string, version: number, wish: InformationWishView['wish']): Promise<InformationWishView> {
    const url = apiUrl(paths.home.questions, 'wishes', category);
    return firstValueFrom(
      this.#http.put<InformationWishView>(url, { wish }, { headers: ifVersion(version) }),
    );
  }
}
