import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  JoinStaffRequest,
  JoinView,
  OpenStaffInvitationRequest,
  RecoveryCodesView,
} from '@trellis/contracts';
import { Button, Card, CodeInput, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { AuthenticatorCode } from '../core/account/authenticator-code';
import { LinkToken } from '../core/account/link-token';
import { RecoveryCodes } from '../core/account/recovery-codes';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { Entrance } from './entrance';

/** An invited colleague: the code first, then the account, new or the one they have. */
@Component({
  selector: 'tr-join-page',
  imports: [
    AuthenticatorCode,
    Button,
    Card,
    CodeInput,
    Entrance,
    Note,
    ProblemNote,
    RecoveryCodes,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './join-page.html',
  styleUrl: './enrolment.css',
})
export class JoinPage {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #attempt = new Attempt();
  readonly #token = inject(LinkToken).take();

  protected readonly hasLink = this.#token !== '';
  protected readonly invitation = signal<JoinView | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly problem = this.#attempt.problem;
  protected readonly busy = this.#attempt.busy;
  protected readonly told = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly isNew = computed(() => this.invitation()?.authenticator !== null);

  protected async open(): Promise<void> {
    if (this.told().length < 6) return;
    await this.#attempt.run(async () => {
      const body: OpenStaffInvitationRequest = { token: this.#token, code: this.told() };
      const url = apiUrl(paths.clinic.join, 'open');
      this.invitation.set(await firstValueFrom(this.#http.post<JoinView>(url, body)));
    });
    if (this.problem() !== null) this.told.set('');
  }

  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    if (this.password() === '' || this.code().length < 6) return;
    await this.#attempt.run(async () => {
      const body: JoinStaffRequest = {
        ...{ token: this.#token, code: this.told(), password: this.password() },
        authenticatorCode: this.code(),
      };
      const made = await firstValueFrom(this.#http.post<RecoveryCodesView>(apiUrl(paths.clinic.join), body));
      await this.#session.load();
      if (made.codes.length === 0) await this.enter();
      else this.codes.set(made.codes);
    });
    if (this.problem() !== null) this.code.set('');
  }

  protected async enter(): Promise<void> {
    await this.#router.navigateByUrl('/');
  }
}
