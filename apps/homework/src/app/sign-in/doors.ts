import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { DeviceView, PasskeyQuestionView, PersonSessionView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Passkeys } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Session } from '../core/session/session';

/** The ways in. Failures arrive as Problem; nothing tells which half was wrong. */
@Injectable({ providedIn: 'root' })
export class Doors {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #passkeys = inject(Passkeys);

  /** Whether this device opens with a PIN; no when the clinic cannot be asked. */
  async hasPin(): Promise<boolean> {
    try {
      const url = apiUrl(paths.home.session, 'device');
      return (await firstValueFrom(this.#http.get<DeviceView>(url))).pin;
    } catch {
      return false;
    }
  }

  async passphrase(signInName: string, passphrase: string): Promise<true> {
    return this.#enter([], { signInName, passphrase });
  }

  async pin(pin: string): Promise<true> {
    return this.#enter(['pin'], { pin });
  }

  /** False when the person closed the dialog of the browser. */
  async passkey(): Promise<boolean> {
    const url = apiUrl(paths.home.session, 'passkey', 'question');
    const question = await firstValueFrom(this.#http.post<PasskeyQuestionView>(url, {}));
    const proof = await this.#passkeys.sign(question);
    if (proof === null) return false;
    return this.#enter(['passkey'], proof);
  }

  async #enter(path: readonly string[], body: object): Promise<true> {
    const url = apiUrl(paths.home.session, ...path);
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, body)));
    return true;
  }
}
