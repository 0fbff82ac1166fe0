import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { InformationReleaseView, LogGroundingRequest, OwnReadinessPartView } from '@trellis/contracts';
import { disclosureConsentText, informationReleaseText, paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ifVersion, oneAct } from '../core/http/idempotency-key';

export type Answer = 'yes' | 'not_now' | 'no';

/** The person's own part of readiness at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnReadiness {
  readonly #http = inject(HttpClient);

  one(): Promise<OwnReadinessPartView> {
    return firstValueFrom(this.#http.get<OwnReadinessPartView>(apiUrl(paths.home.readiness)));
  }

  answer(answer: Answer): Promise<OwnReadinessPartView> {
    return this.#post(['consent'], { answer, textVersion: disclosureConsentText.version });
  }

  withdraw(): Promise<OwnReadinessPartView> {
    return this.#post(['consent', 'withdrawal'], {});
  }

  tick(item: string, version: number, met: boolean): Promise<OwnReadinessPartView> {
    return this.#post(['items', item], { met }, ifVersion(version));
  }

  ground(entry: LogGroundingRequest): Promise<OwnReadinessPartView> {
    return this.#post(['grounding'], entry);
  }

  sign({ id, version }: InformationReleaseView): Promise<OwnReadinessPartView> {
    const body = { textVersion: informationReleaseText.version };
    return this.#post(['releases', id, 'signature'], body, ifVersion(version));
  }

  revoke({ id }: InformationReleaseView): Promise<OwnReadinessPartView> {
    return this.#post(['releases', id, 'revocation'], {});
  }

  #post(
    place: readonly string[],
    body: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<OwnReadinessPartView> {
    const url = apiUrl(paths.home.readiness, ...place);
    return firstValueFrom(
      this.#http.post<OwnReadinessPartView>(url, body, { headers: { ...oneAct(), ...more } }),
    );
  }
}
