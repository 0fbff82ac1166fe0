import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuthenticatorSeedView, RecoveryCodesView, SetUpClinicRequest } from '@trellis/contracts';
import { Button, Card, Field, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { AuthenticatorCode } from '../core/account/authenticator-code';
import { LinkToken } from '../core/account/link-token';
import { RecoveryCodes } from '../core/account/recovery-codes';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { Entrance } from './entrance';

/** The first page of an empty server: the clinic, its owner, and what opens the owner's account. */
@Component({
  selector: 'tr-setup-page',
  imports: [
    AuthenticatorCode,
    Button,
    Card,
    Entrance,
    Field,
    ProblemNote,
    RecoveryCodes,
    StatePanel,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './setup-page.html',
  styleUrl: './enrolment.css',
})
export class SetupPage {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #attempt = new Attempt();
  readonly #token = inject(LinkToken).take();

  protected readonly seed = signal<AuthenticatorSeedView | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly problem = this.#attempt.problem;
  protected readonly busy = this.#attempt.busy;
  protected readonly asked = signal(false);
  protected readonly clinicName = signal('');
  protected readonly timeZone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  /** The zone of this browser stands in the list even where it is none of the usual names, such as UTC. */
  protected readonly zones = [...new Set([this.timeZone(), ...Intl.supportedValuesOf('timeZone')])];
  protected readonly phone = signal('');
  protected readonly name = signal('');
  protected readonly credentials = signal('');
  protected readonly alsoTherapist = signal(true);
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');

  constructor() {
    void this.#attempt.run(async () => {
      const url = apiUrl(paths.clinic.setup, 'authenticator');
      this.seed.set(
        await firstValueFrom(this.#http.post<AuthenticatorSeedView>(url, { token: this.#token })),
      );
    });
  }

  /** The sentence for a field that must be filled, once sending was tried. */
  protected missing(value: string): string {
    return this.asked() && value.trim() === '' ? this.#words.say('signIn.setup.fill') : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    const body = this.#body();
    const needed = [body.clinicName, body.phone, body.name, body.email, body.password];
    if (needed.some((value) => value === '') || body.code.length < 6) return;
    await this.#attempt.run(async () => {
      const made = await firstValueFrom(this.#http.post<RecoveryCodesView>(apiUrl(paths.clinic.setup), body));
      await this.#session.load();
      this.codes.set(made.codes);
    });
    if (this.problem() !== null) this.code.set('');
  }

  protected async enter(): Promise<void> {
    await this.#router.navigateByUrl('/staff');
  }

  #body(): SetUpClinicRequest {
    return {
      token: this.#token,
      clinicName: this.clinicName().trim(),
      timeZone: this.timeZone(),
      phone: this.phone().trim(),
      name: this.name().trim(),
      credentials: this.credentials().trim(),
      alsoTherapist: this.alsoTherapist(),
      email: this.email().trim(),
      password: this.password(),
      code: this.code(),
    };
  }
}
