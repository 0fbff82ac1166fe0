import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnPasskeysView, PasskeyOfferView } from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** The acts on one's own passkeys. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class PasskeysApi {
  readonly #http = inject(HttpClient);
  readonly #passkeys = inject(Passkeys);

  /** The new list; null when the person closed the browser's own dialog. */
  async add(label: string): Promise<OwnPasskeysView | null> {
    const offer = await firstValueFrom(
      this.#http.post<PasskeyOfferView>(apiUrl(paths.clinic.account, 'passkeys', 'offer'), {}),
    );
    const made = await this.#passkeys.make(offer);
    if (made === null) return null;
    const url = apiUrl(paths.clinic.account, 'passkeys');
    return firstValueFrom(this.#http.post<OwnPasskeysView>(url, { ...made, label }));
  }

  async rename(id: string, label: string): Promise<OwnPasskeysView> {
    const url = apiUrl(paths.clinic.account, 'passkeys', id);
    return firstValueFrom(this.#http.put<OwnPasskeysView>(url, { label }));
  }

  async remove(id: string): Promise<OwnPasskeysView> {
    return firstValueFrom(this.#http.delete<OwnPasskeysView>(apiUrl(paths.clinic.account, 'passkeys', id)));
  }
}
