import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  AuthenticatorSeedView,
  MembershipView,
  OwnAccountView,
  OwnSessionView,
} from '@trellis/contracts';
import { Announcer, Button, Card, Chip, Note, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { AuthenticatorCode } from '../core/account/authenticator-code';
import { RecoveryCodes } from '../core/account/recovery-codes';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { AccountApi } from './account-api';
import { CalendarFeedCard } from './calendar-feed-card';
import { PasskeysCard } from './passkeys-card';

/** One's own sign-in: password, authenticator, recovery codes, devices, and the places one may work in. */
@Component({
  selector: 'tr-account-page',
  imports: [
    AuthenticatorCode,
    Button,
    CalendarFeedCard,
    Card,
    Chip,
    Note,
    PasskeysCard,
    ProblemNote,
    RecoveryCodes,
    StatePanel,
    StepUpDialog,
    TextField,
    TranslocoPipe,
  ],
  providers: [StepUp],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export class AccountPage {
  readonly #api = inject(AccountApi);
  readonly #stepUp = inject(StepUp);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  protected readonly words = inject(Words);
  protected readonly account = httpResource<OwnAccountView>(() => apiUrl(paths.clinic.account));
  protected readonly shown = computed(() => (this.account.hasValue() ? this.account.value() : null));
  protected readonly keepsCalendar = computed(() => this.#session.may('time_off.keep'));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly seed = signal<AuthenticatorSeedView | null>(null);
  protected readonly code = signal('');
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly loading = computed(() => (this.account.error() === undefined ? 'loading' : 'error'));
  protected readonly low = computed(() => {
    const account = this.shown();
    return account !== null && account.recoveryCodesLeft <= account.recoveryCodesLow;
  });

  protected when(instant: string): string {
    return this.words.moment(instant, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async changePassword(event: Event): Promise<void> {
    event.preventDefault();
    if (this.current() === '' || this.password() === '') return;
    const body = { current: this.current(), password: this.password() };
    if (!(await this.#act('account.password.changed', async () => this.#api.changePassword(body)))) return;
    this.current.set('');
    this.password.set('');
  }

  protected async newAuthenticator(): Promise<void> {
    await this.#act('', async () => {
      this.seed.set(await this.#api.newAuthenticator());
    });
  }

  protected async useAuthenticator(): Promise<void> {
    const done = await this.#act('account.authenticator.changed', async () =>
      this.#api.changeAuthenticator(this.code()),
    );
    this.code.set('');
    if (done) this.seed.set(null);
  }

  protected async newCodes(): Promise<void> {
    await this.#act('', async () => {
      this.codes.set(await this.#api.newRecoveryCodes());
    });
  }

  protected async endDevice(device: OwnSessionView): Promise<void> {
    await this.#act('account.devices.ended', async () => this.#api.endDevice(device.ref));
  }

  /** What is on screen belongs to the place one leaves. */
  protected async changeOver(place: MembershipView): Promise<void> {
    const { clinicId, staffId } = place;
    const done = await this.#act('', async () => this.#api.changeOver({ clinicId, staffId }));
    if (done) await this.#router.navigateByUrl('/');
  }

  async #act(said: string, act: () => Promise<void>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const done = await this.#stepUp.run(act);
      // A changed sign-in comes with a new session, whose token the next write needs.
      if (done) await this.#session.load();
      if (done && said !== '') this.#announcer.say(this.words.say(said));
      this.account.reload();
      return done;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
