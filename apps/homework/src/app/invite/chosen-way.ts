import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { EnrolledView, PasskeyOfferView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Passkeys } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** How a person wants to come in from now on. */
export type ChosenWay =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'device'; readonly pin: string }
  | { readonly kind: 'passkey' };

/** What was agreed to before. */
export interface Agreed {
  readonly consents: readonly string[];
  readonly language: 'en' | 'es';
  readonly sharedDevice: boolean;
}

/** Finishes an enrolment by the chosen way. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class Enrolling {
  readonly #http = inject(HttpClient);
  readonly #passkeys = inject(Passkeys);

  /** Null when the person closed the dialog of the browser: nothing was sent. */
  async finish(agreed: Agreed, way: ChosenWay): Promise<EnrolledView | null> {
    if (way.kind === 'passphrase') return this.#send([], { ...agreed, passphrase: way.passphrase });
    if (way.kind === 'device') return this.#send(['device'], { ...agreed, pin: way.pin });
    const url = apiUrl(paths.home.enrolment, 'passkey', 'offer');
    const passkey = await this.#passkeys.make(
      await firstValueFrom(this.#http.post<PasskeyOfferView>(url, {})),
    );
    return passkey === null ? null : this.#send(['passkey'], { ...agreed, passkey });
  }

  #send(path: readonly string[], body: object): Promise<EnrolledView> {
    return firstValueFrom(this.#http.post<EnrolledView>(apiUrl(paths.home.enrolment, ...path), body));
  }
}
