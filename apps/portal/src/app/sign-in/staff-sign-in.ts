import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  DemoSignInView,
  PasskeyQuestionView,
  SignInStepView,
  StaffSessionView,
} from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Session } from '../core/session/session';

export type DemoStaff = DemoSignInView['staff'][number];

/** The two steps of a staff sign-in. Failures arrive as Problem; nothing tells which half was wrong. */
@Injectable({ providedIn: 'root' })
export class StaffSignIn {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #passkeys = inject(Passkeys);

  /** First step. True when a code is still needed. @throws Problem sign_in_refused, too_many_attempts. */
  async password(email: string, password: string): Promise<boolean> {
    const url = apiUrl(paths.clinic.session, 'password');
    const { step } = await firstValueFrom(
      this.#http.post<SignInStepView>(url, { email: email.trim(), password }),
    );
    if (step === 'signed_in') await this.#session.load();
    return step === 'second_factor';
  }

  /** Second step, six digits. True when the session stands. @throws Problem second_factor_refused, not_signed_in. */
  async code(code: string): Promise<boolean> {
    const url = apiUrl(paths.clinic.session, 'second-factor');
    await firstValueFrom(this.#http.post<StaffSessionView>(url, { code }));
    return this.#session.load();
  }

  /** Second step without the authenticator: a recovery code, which is used up. */
  async recoveryCode(code: string): Promise<boolean> {
    const url = apiUrl(paths.clinic.session, 'recovery-code');
    await firstValueFrom(this.#http.post<StaffSessionView>(url, { code: code.trim() }));
    return this.#session.load();
  }

  /** Both steps at once. False when the person closed the browser's own dialog. @throws Problem passkey_refused. */
  async passkey(): Promise<boolean> {
    const url = apiUrl(paths.clinic.session, 'passkey');
    const question = await firstValueFrom(this.#http.post<PasskeyQuestionView>(`${url}/question`, {}));
    const proof = await this.#passkeys.sign(question);
    if (proof === null) return false;
    await firstValueFrom(this.#http.post<StaffSessionView>(url, proof));
    return this.#session.load();
  }

  /** Staff of the demo clinic with the code of this moment; empty wherever no demo clinic is served. */
  async demoStaff(): Promise<readonly DemoStaff[]> {
    try {
      const view = await firstValueFrom(this.#http.get<DemoSignInView>(apiUrl(paths.clinic.demo)));
      return view.staff;
    } catch {
      return [];
    }
  }
}
