import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AuthenticatorSeedView,
  ChangeMembershipRequest,
  ChangePasswordRequest,
  RecoveryCodesView,
} from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';

/** The acts on one's own account. Failures arrive as Problem. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  readonly #http = inject(HttpClient);

  async changePassword(body: ChangePasswordRequest): Promise<void> {
    await firstValueFrom(this.#http.put(apiUrl(paths.clinic.account, 'password'), body));
  }

  async newAuthenticator(): Promise<AuthenticatorSeedView> {
    const url = apiUrl(paths.clinic.account, 'authenticator');
    return firstValueFrom(this.#http.post<AuthenticatorSeedView>(url, {}));
  }

  async changeAuthenticator(code: string): Promise<void> {
    await firstValueFrom(this.#http.put(apiUrl(paths.clinic.account, 'authenticator'), { code }));
  }

  async newRecoveryCodes(): Promise<readonly string[]> {
    const url = apiUrl(paths.clinic.account, 'recovery-codes');
    return (await firstValueFrom(this.#http.post<RecoveryCodesView>(url, {}))).codes;
  }

  async endDevice(ref: string): Promise<void> {
    await firstValueFrom(this.#http.delete(apiUrl(paths.clinic.account, 'sessions', ref)));
  }

  async changeOver(body: ChangeMembershipRequest): Promise<void> {
    await firstValueFrom(this.#http.post(apiUrl(paths.clinic.session, 'membership'), body));
  }
}
