import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { SharedAnswerView, SharedPageView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';

/** What was shared with the person. Nothing of it is kept in the browser. */
@Injectable({ providedIn: 'root' })
export class SharedItems {
  readonly #http = inject(HttpClient);

  page(cursor: string | null): Promise<SharedPageView> {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    return firstValueFrom(this.#http.get<SharedPageView>(apiUrl(paths.home.shared), { params }));
  }

  one(id: string): Promise<SharedAnswerView> {
    return firstValueFrom(this.#http.get<SharedAnswerView>(apiUrl(paths.home.shared, id)));
  }
}
