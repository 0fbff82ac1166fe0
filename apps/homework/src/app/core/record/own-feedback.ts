import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnFeedbackListView, OwnFeedbackView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';

/** What the own therapist wrote about what was handed in. Rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnFeedback {
  readonly #http = inject(HttpClient);

  list(): Promise<OwnFeedbackListView> {
    return firstValueFrom(this.#http.get<OwnFeedbackListView>(apiUrl(paths.home.feedback)));
  }

  one(taskId: string): Promise<OwnFeedbackView> {
    return firstValueFrom(this.#http.get<OwnFeedbackView>(apiUrl(paths.home.feedback, taskId)));
  }
}
