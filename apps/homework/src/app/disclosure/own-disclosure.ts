import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnDisclosureView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

export type OwnAct = 'decline' | 'stop' | 'pause' | 'no-go';

/** The person's own part in the disclosure at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnDisclosure {
  readonly #http = inject(HttpClient);

  one(): Promise<OwnDisclosureView> {
    return firstValueFrom(this.#http.get<OwnDisclosureView>(apiUrl(paths.home.disclosure)));
  }

  act(act: OwnAct, headers: Readonly<Record<string, string>>): Promise<OwnDisclosureView> {
    return firstValueFrom(
      this.#http.post<OwnDisclosureView>(apiUrl(paths.home.disclosure, act), {}, { headers }),
    );
  }
}
