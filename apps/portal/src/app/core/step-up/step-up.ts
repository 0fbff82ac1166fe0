import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { PasskeyQuestionView } from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Problem, toProblem } from '../http/problem';
import { Session } from '../session/session';

/**
 * Does an act that may need a fresh code: when the server asks for one, the dialog opens, and the act is done
 * again after the code was taken. Giving up leaves the act undone without an error.
 */
@Injectable()
export class StepUp {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #passkeys = inject(Passkeys);
  #answer: ((confirmed: boolean) => void) | null = null;
  readonly open = signal(false);

  /** True when the act was done, false when the person gave up. Throws what the act throws. */
  async run(act: () => Promise<void>): Promise<boolean> {
    for (;;) {
      try {
        await act();
        return true;
      } catch (failure) {
        if (toProblem(failure).code !== 'step_up_needed') throw failure;
        if (!(await this.#confirmed())) return false;
      }
    }
  }

  /** Sends the six digits. Throws a Problem when they do not match. */
  async confirm(code: string): Promise<void> {
    await firstValueFrom(this.#http.post(apiUrl(paths.clinic.session, 'step-up'), { code }));
    await this.#session.load();
    this.#settle(true);
  }

  /**
   * Confirms with a passkey. Nothing happens when the person closes the browser's own dialog.
   * @throws Problem passkey_refused, for an account without one too.
   */
  async confirmWithPasskey(): Promise<void> {
    const url = apiUrl(paths.clinic.session, 'step-up', 'passkey');
    const question = await firstValueFrom(this.#http.post<PasskeyQuestionView>(`${url}/question`, {}));
    if (question.allowCredentials.length === 0) throw new Problem('passkey_refused');
    const proof = await this.#passkeys.sign(question);
    if (proof === null) return;
    await firstValueFrom(this.#http.post(url, proof));
    await this.#session.load();
    this.#settle(true);
  }

  giveUp(): void {
    this.#settle(false);
  }

  #confirmed(): Promise<boolean> {
    this.open.set(true);
    return new Promise((answer) => {
      this.#answer = answer;
    });
  }

  #settle(confirmed: boolean): void {
    const answer = this.#answer;
    this.#answer = null;
    this.open.set(false);
    answer?.(confirmed);
  }
}
