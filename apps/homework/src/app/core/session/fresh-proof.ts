import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { PasskeyQuestionView, PersonSessionView } from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Problem } from '../http/problem';
import { Session } from './session';

/** Says once more who is here; good for five minutes. Every call rejects with a Problem. */
@Injectable({ providedIn: 'root' })
export class FreshProof {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #passkeys = inject(Passkeys);

  async withPassphrase(passphrase: string): Promise<true> {
    const url = apiUrl(paths.home.session, 'step-up');
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, { passphrase })));
    return true;
  }

  /** False when the person closed the dialog of the browser. */
  async withPasskey(): Promise<boolean> {
    const url = apiUrl(paths.home.session, 'step-up', 'passkey');
    const question = await firstValueFrom(this.#http.post<PasskeyQuestionView>(`${url}/question`, {}));
    if (question.allowCredentials.length === 0) throw new Problem('passkey_refused');
    const proof = await this.#passkeys.sign(question);
    if (proof === null) return false;
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, proof)));
    return true;
  }
}
