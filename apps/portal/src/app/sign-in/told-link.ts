import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { JoinStaffRequest, OpenStaffInvitationRequest, RecoveryCodesView } from '@trellis/contracts';
import { firstValueFrom } from 'rxjs';
import { LinkToken } from '../core/account/link-token';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { Session } from '../core/session/session';

/** A link of which half was told in person: it is opened with that half, then used once to set up an account. */
@Injectable()
export class ToldLink {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #attempt = new Attempt();
  readonly #token = inject(LinkToken).take();

  readonly hasLink = this.#token !== '';
  readonly problem = this.#attempt.problem;
  readonly busy = this.#attempt.busy;
  readonly told = signal('');
  readonly toldWhole = computed(() => this.told().length === 6);
  readonly password = signal('');
  readonly code = signal('');
  readonly filled = computed(() => this.password() !== '' && this.code().length === 6);
  /** Recovery codes made in the end, to be shown once. */
  readonly codes = signal<readonly string[] | null>(null);

  /** @returns what the link opens; null when it does not, and what was told is to be typed again. */
  async open<View>(path: string): Promise<View | null> {
    if (!this.toldWhole()) return null;
    let view: View | null = null;
    await this.#attempt.run(async () => {
      const body: OpenStaffInvitationRequest = { token: this.#token, code: this.told() };
      view = await firstValueFrom(this.#http.post<View>(apiUrl(path, 'open'), body));
    });
    if (this.problem() !== null) this.told.set('');
    return view;
  }

  /** Uses the link up; whoever gets no new recovery codes goes straight on. */
  async use(path: string): Promise<void> {
    if (!this.filled()) return;
    await this.#attempt.run(async () => {
      const body: JoinStaffRequest = {
        ...{ token: this.#token, code: this.told(), password: this.password() },
        authenticatorCode: this.code(),
      };
      const made = await firstValueFrom(this.#http.post<RecoveryCodesView>(apiUrl(path), body));
      await this.#session.load();
      if (made.codes.length === 0) await this.enter();
      else this.codes.set(made.codes);
    });
    if (this.problem() !== null) this.code.set('');
  }

  async enter(): Promise<void> {
    await this.#router.navigateByUrl('/');
  }
}
