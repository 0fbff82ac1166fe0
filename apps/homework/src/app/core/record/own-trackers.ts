import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AttachmentDueView, PersonTrackersView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { oneAct } from '../http/idempotency-key';

type Answers = Readonly<Record<string, number | 'cannot_say'>>;

/** The questions about closeness and distance, and what one's own answers came to. */
@Injectable({ providedIn: 'root' })
export class OwnTrackers {
  readonly #http = inject(HttpClient);
  #act: { readonly answers: Answers; readonly headers: Readonly<Record<string, string>> } | null = null;

  due(): Promise<AttachmentDueView> {
    return firstValueFrom(this.#http.get<AttachmentDueView>(apiUrl(paths.home.trackers, 'attachment')));
  }

  own(): Promise<PersonTrackersView> {
    return firstValueFrom(this.#http.get<PersonTrackersView>(apiUrl(paths.home.trackers)));
  }

  /** The same sheet sent again is the same act, so that it is kept once. */
  give(answers: Answers): Promise<AttachmentDueView> {
    if (this.#act?.answers !== answers) this.#act = { answers, headers: oneAct() };
    const url = apiUrl(paths.home.trackers, 'attachment');
    return firstValueFrom(
      this.#http.post<AttachmentDueView>(url, { answers }, { headers: this.#act.headers }),
    );
  }
}
