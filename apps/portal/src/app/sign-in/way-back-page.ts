import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  JoinStaffRequest,
  OpenStaffInvitationRequest,
  RecoveryCodesView,
  ReturnView,
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

/** A colleague who comes back: the code that was told, then a new password and authenticator. */
@Component({
  selector: 'tr-way-back-page',
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
  templateUrl: './way-back-page.html',
  styleUrl: './enrolment.css',
})
export class WayBackPage {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #attempt = new Attempt();
  readonly #token = inject(LinkToken).take();

  protected readonly hasLink = this.#token !== '';
  protected readonly view = signal<ReturnView | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly problem = this.#attempt.problem;
  protected readonly busy = this.#attempt.busy;
  protected readonly told = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');

  protected async open(): Promise<void> {
    if (this.told().length < 6) return;
    await this.#attempt.run(async () => {
      const body: OpenStaffInvitationRequest = { token: this.#token, code: this.told() };
      const url = apiUrl(paths.clinic.wayBack, 'open');
      this.view.set(await firstValueFrom(this.#http.post<ReturnView>(url, body)));
    });
    if (this.problem() !== null) this.told.set('');
  }

  protected async comeBack(event: Event): Promise<void> {
    event.preventDefault();
    if (this.password() === '' || this.code().length < 6) return;
    await this.#attempt.run(async () => {
      const body: JoinStaffRequest = {
        ...{ token: this.#token, code: this.told(), password: this.password() },
        authenticatorCode: this.code(),
      };
      const url = apiUrl(paths.clinic.wayBack);
      const made = await firstValueFrom(this.#http.post<RecoveryCodesView>(url, body));
      await this.#session.load();
      this.codes.set(made.codes);
    });
    if (this.problem() !== null) this.code.set('');
  }

  protected async enter(): Promise<void> {
    await this.#router.navigateByUrl('/');
  }
}
