import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { DeviceLinkView, OwnDevicesView, PasskeyOfferView, WayInView } from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** Where I am signed in, at the clinic. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class OwnDevicesApi {
  readonly #http = inject(HttpClient);
  readonly #passkeys = inject(Passkeys);

  view(): Promise<OwnDevicesView> {
    return firstValueFrom(this.#http.get<OwnDevicesView>(apiUrl(paths.home.devices)));
  }

  async end(ref: string): Promise<void> {
    await this.#delete('sessions', ref);
  }

  async endOthers(): Promise<void> {
    await this.#delete('sessions');
  }

  async remove({ kind, id }: WayInView): Promise<void> {
    await this.#delete(kind === 'passkey' ? 'passkeys' : 'pins', id);
  }

  /** This browser forgets its PIN; the session ends with it. */
  async forgetHere(): Promise<void> {
    await this.#delete('pin');
  }

  /** Whether somebody else uses the device; a device with a PIN can only say yes. */
  async sayShared(shared: boolean, full: boolean): Promise<void> {
    const url = apiUrl(paths.home.devices, 'shared');
    await firstValueFrom(full ? this.#http.put(url, { shared }) : this.#http.put(`${url}/here`, null));
  }

  /** False when the person closed the dialog of the browser. */
  async addPasskey(): Promise<boolean> {
    const url = apiUrl(paths.home.deviceLink, 'here');
    const offer = await firstValueFrom(this.#http.post<PasskeyOfferView>(`${url}/offer`, {}));
    const passkey = await this.#passkeys.make(offer);
    if (passkey === null) return false;
    await firstValueFrom(this.#http.post(url, passkey));
    return true;
  }

  /** A code for another device; the one before opens nothing any more. */
  newDeviceCode(): Promise<DeviceLinkView> {
    return firstValueFrom(this.#http.post<DeviceLinkView>(apiUrl(paths.home.deviceLink), {}));
  }

  async changePassphrase(passphrase: string): Promise<void> {
    await firstValueFrom(this.#http.put(apiUrl(paths.home.devices, 'passphrase'), { passphrase }));
  }

  async #delete(...parts: readonly string[]): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.home.devices, ...parts)));
  }
}
