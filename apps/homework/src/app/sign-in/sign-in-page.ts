import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Passkeys } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { LanguageLinks } from '../core/i18n/language-links';
import { OwnPage } from '../core/page/own-page';
import { safeReturnUrl } from '../core/session/sign-in-again';
import { Doors } from './doors';
import { OfflineDoor } from './offline-door';
import { type NameAndPassphrase, PassphraseEntry } from './passphrase-entry';
import { PinEntry } from './pin-entry';

/** Every way in. A device that was set up with a PIN asks for it first. Whatever is wrong, the sentence is calm. */
@Component({
  selector: 'tr-sign-in-page',
  imports: [
    Button,
    LanguageLinks,
    OfflineDoor,
    OwnPage,
    PassphraseEntry,
    PinEntry,
    RouterLink,
    TranslocoPipe,
  ],
  template: `
    <tr-own-page readers="none" [sentence]="'signIn.strip' | transloco">
      <h1>{{ 'signIn.heading' | transloco }}</h1>
      @if (cameFromWithin) {
        <p class="lede">{{ 'signIn.textKept' | transloco }}</p>
      }
      <tr-offline-door (entered)="goOn()" />
      @if (way() === 'pin') {
        <tr-pin-entry [problem]="problem()" [busy]="busy()" (ready)="openWithPin($event)" />
        <button class="text-link" type="button" (click)="choose('other')">
          {{ 'signIn.otherWay' | transloco }}
        </button>
      } @else {
        <tr-passphrase-entry [problem]="problem()" [busy]="busy()" (ready)="signIn($event)" />
        @if (passkeys.work) {
          <button trButton wide type="button" [busy]="busy()" (click)="usePasskey()">
            {{ 'signIn.passkey' | transloco }}
          </button>
        }
        @if (stopped()) {
          <p role="status">{{ 'signIn.passkeyStopped' | transloco }}</p>
        }
        @if (hasPin()) {
          <button class="text-link" type="button" (click)="choose('pin')">
            {{ 'signIn.withPin' | transloco }}
          </button>
        }
      }
      <p class="small">{{ (way() === 'pin' ? 'signIn.lostPin' : 'signIn.lost') | transloco }}</p>
      <a class="text-link" routerLink="/add-device">{{ 'signIn.addDevice' | transloco }}</a>
      <tr-language-links class="push" />
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class SignInPage {
  readonly returnUrl = input<string>();
  readonly #router = inject(Router);
  readonly #doors = inject(Doors);
  /** True after a lock or an end of the session; false for somebody who has just arrived. */
  protected readonly cameFromWithin = (this.#router.currentNavigation()?.previousNavigation ?? null) !== null;
  protected readonly passkeys = inject(Passkeys);
  protected readonly way = signal<'pin' | 'other'>('other');
  protected readonly hasPin = signal(false);
  protected readonly stopped = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.#askDevice();
  }

  protected choose(way: 'pin' | 'other'): void {
    this.problem.set(null);
    this.way.set(way);
  }

  protected async signIn({ signInName, passphrase }: NameAndPassphrase): Promise<void> {
    await this.#attempt(async () => this.#doors.passphrase(signInName, passphrase));
  }

  protected async openWithPin(pin: string): Promise<void> {
    await this.#attempt(async () => this.#doors.pin(pin));
    // After the last try the device opens nothing any more: then only another way is left.
    if (this.problem()?.code === 'pin_refused') this.hasPin.set(await this.#doors.hasPin());
    if (!this.hasPin()) this.way.set('other');
  }

  protected async usePasskey(): Promise<void> {
    this.stopped.set(false);
    await this.#attempt(async () => {
      const used = await this.#doors.passkey();
      this.stopped.set(!used);
      return used;
    });
  }

  protected async goOn(): Promise<void> {
    await this.#router.navigateByUrl(safeReturnUrl(this.returnUrl() ?? null), { replaceUrl: true });
  }

  async #askDevice(): Promise<void> {
    if (!(await this.#doors.hasPin())) return;
    this.hasPin.set(true);
    this.way.set('pin');
  }

  async #attempt(enter: () => Promise<boolean>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      if (!(await enter())) return;
      await this.goOn();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
