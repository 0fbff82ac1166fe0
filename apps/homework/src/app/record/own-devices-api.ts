import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { OwnDevicesView, WayInView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** Where I am signed in, at the clinic. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class OwnDevicesApi {
  readonly #http = inject(HttpClient);

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

  async changePassphrase(passphrase: string): Promise<void> {
    await firstValueFrom(this.#http.put(apiUrl(paths.home.devices, 'passphrase'), { passphrase }));
  }

  async #delete(...parts: readonly string[]): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.home.devices, ...parts)));
  }
}
