import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AskReleaseRequest,
  OwnReleaseView,
  PasskeyQuestionView,
  PersonSessionView,
} from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { ifVersion, oneAct } from '../../core/http/idempotency-key';
import { Problem } from '../../core/http/problem';
import { Session } from '../../core/session/session';

/** Sharing of one's own handed-in tasks at the clinic. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class OwnReleases {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #passkeys = inject(Passkeys);

  one(taskId: string): Promise<OwnReleaseView> {
    return firstValueFrom(this.#http.get<OwnReleaseView>(apiUrl(paths.home.releases, taskId)));
  }

  ask({ taskId, version }: OwnReleaseView, request: AskReleaseRequest): Promise<OwnReleaseView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    const url = apiUrl(paths.home.releases, taskId, 'ask');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, request, { headers }));
  }

  confirm({ taskId, version }: OwnReleaseView): Promise<OwnReleaseView> {
    const headers = { ...oneAct(), ...ifVersion(version) };
    const url = apiUrl(paths.home.releases, taskId, 'confirm');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, {}, { headers }));
  }

  revoke({ taskId }: OwnReleaseView): Promise<OwnReleaseView> {
    const url = apiUrl(paths.home.releases, taskId, 'revoke');
    return firstValueFrom(this.#http.post<OwnReleaseView>(url, {}, { headers: oneAct() }));
  }

  /** As prove, with a passkey. False when the person closed the dialog of the browser. */
  async proveWithPasskey(): Promise<boolean> {
    const url = apiUrl(paths.home.session, 'step-up', 'passkey');
    const question = await firstValueFrom(this.#http.post<PasskeyQuestionView>(`${url}/question`, {}));
    if (question.allowCredentials.length === 0) throw new Problem('passkey_refused');
    const proof = await this.#passkeys.sign(question);
    if (proof === null) return false;
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, proof)));
    return true;
  }

  /** Says once more who is here; good for five minutes. */
  async prove(passphrase: string): Promise<void> {
    const url = apiUrl(paths.home.session, 'step-up');
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, { passphrase })));
  }
}
