import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  DeviceView,
  PasskeyOfferView,
  PasskeyQuestionView,
  PersonSessionView,
} from '@trellis/contracts';
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

  /** On a second device: the code that the first one shows lets it make a passkey, and nothing else. */
  async openWithCode(code: string): Promise<void> {
    await firstValueFrom(this.#http.post(apiUrl(paths.home.deviceLink, 'open'), { code }));
    await this.#session.load();
  }

  /** The passkey of the second device, which is signed in with it. False when the person closed the dialog. */
  async addHere(): Promise<boolean> {
    const url = apiUrl(paths.home.deviceLink, 'there');
    const offer = await firstValueFrom(this.#http.post<PasskeyOfferView>(`${url}/offer`, {}));
    const passkey = await this.#passkeys.make(offer);
    if (passkey === null) return false;
    await firstValueFrom(this.#http.post(url, passkey));
    await this.#session.load();
    return true;
  }

  async #enter(path: readonly string[], body: object): Promise<true> {
    const url = apiUrl(paths.home.session, ...path);
    await this.#session.take(await firstValueFrom(this.#http.post<PersonSessionView>(url, body)));
    return true;
  }
}
