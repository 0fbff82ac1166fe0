import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Note, Passkeys } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { safeReturnUrl } from '../core/session/sign-in-again';
import { UnsentText } from '../core/session/unsent-text';
import { CodeStep } from './code-step';
import { DemoPanel } from './demo-panel';
import { Entrance } from './entrance';
import { PasswordStep } from './password-step';
import { type DemoStaff, StaffSignIn } from './staff-sign-in';

/** Two steps, then back to where the person was. A locked session comes here with its unsent text kept. */
@Component({
  selector: 'tr-sign-in-page',
  imports: [Button, CodeStep, DemoPanel, Entrance, Note, PasswordStep, ProblemNote, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  readonly #signIn = inject(StaffSignIn);
  readonly #router = inject(Router);
  readonly #attempt = new Attempt();
  /** Taken from a page by a lock, not by an address opened afresh. */
  readonly #cameFromPage = (this.#router.currentNavigation()?.previousNavigation ?? null) !== null;
  readonly #demo = resource({ loader: () => this.#signIn.demoStaff() });
  protected readonly passkeys = inject(Passkeys);
  protected readonly draftsKept = inject(UnsentText).any;

  /** Page to return to, from the address. */
  readonly returnUrl = input<string>();

  protected readonly step = signal<'password' | 'code'>('password');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly recovery = signal(false);
  protected readonly stopped = signal(false);
  protected readonly busy = this.#attempt.busy;
  protected readonly problem = this.#attempt.problem;
  protected readonly demoStaff = computed(() => this.#demo.value() ?? []);
  protected readonly wasLocked = computed(() => this.#cameFromPage && this.returnUrl() !== undefined);

  protected fill(member: DemoStaff): void {
    this.email.set(member.email);
    this.password.set(member.password);
    this.problem.set(null);
  }

  protected async sendPassword(): Promise<void> {
    await this.#attempt.run(async () => {
      if (!(await this.#signIn.password(this.email(), this.password()))) return this.#enter();
      this.code.set(await this.#demoCode());
      this.step.set('code');
    });
  }

  protected async sendCode(): Promise<void> {
    await this.#attempt.run(async () => {
      const way = this.recovery() ? this.#signIn.recoveryCode(this.code()) : this.#signIn.code(this.code());
      if (await way) await this.#enter();
    });
    if (this.problem() === null) return;
    this.code.set('');
    // The first step has run out: only the password can be asked for again.
    if (this.problem()?.code === 'not_signed_in') this.startAgain(true);
  }

  protected async usePasskey(): Promise<void> {
    this.stopped.set(false);
    await this.#attempt.run(async () => {
      if (await this.#signIn.passkey()) await this.#enter();
      else this.stopped.set(true);
    });
  }

  protected startAgain(keepProblem = false): void {
    this.step.set('password');
    this.recovery.set(false);
    this.code.set('');
    if (!keepProblem) this.problem.set(null);
  }

  /** In the demo clinic the authenticator is at hand: its code of this moment, asked for anew. */
  async #demoCode(): Promise<string> {
    if (this.demoStaff().length === 0) return '';
    const staff = await this.#signIn.demoStaff();
    return staff.find(({ email }) => email === this.email().trim())?.code ?? '';
  }

  async #enter(): Promise<void> {
    await this.#router.navigateByUrl(safeReturnUrl(this.returnUrl() ?? null));
  }
}
