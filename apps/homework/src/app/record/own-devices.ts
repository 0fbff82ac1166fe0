import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnDevicesView, WayInView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { ProofForm } from '../core/session/proof-form';
import { Session } from '../core/session/session';
import { FurtherPasskey } from './further-passkey';
import { OwnDevice } from '../core/device/own-device';
import { OwnDevicesApi } from './own-devices-api';
import { OwnPassphrase } from './own-passphrase';
import { OwnWays } from './own-ways';
import { SharedDevice } from './shared-device';
import { shownDay } from './shown-day';

/** Where I am signed in and how I come in: to the day, without a place, and never anything of the partner. */
@Component({
  selector: 'tr-own-devices',
  imports: [
    Button,
    FurtherPasskey,
    OwnPassphrase,
    OwnWays,
    ProblemNote,
    ProofForm,
    SharedDevice,
    TranslocoPipe,
  ],
  templateUrl: './own-devices.html',
  styleUrl: './own-devices.css',
})
export class OwnDevices {
  readonly #api = inject(OwnDevicesApi);
  readonly #device = inject(OwnDevice);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  readonly #languages = inject(Languages);
  #afterProof: (() => Promise<void>) | null = null;

  protected readonly view = signal<OwnDevicesView | null>(null);
  protected readonly proving = signal(false);
  protected readonly attempt = new Attempt();
  /** For another device; shown until it is put away. */
  protected readonly code = signal('');
  /** A device with a PIN is no proof of who holds it: it shows, and changes nothing but itself. */
  protected readonly full = computed(() => this.#session.level() === 'full');
  protected readonly sessions = computed(() => {
    const language = this.#languages.active();
    return (this.view()?.sessions ?? []).map((one) => ({
      ...one,
      days: { since: shownDay(one.since, language), lastUsed: shownDay(one.lastUsed, language) },
    }));
  });
  protected readonly others = computed(() => this.sessions().some(({ current }) => !current));
  protected readonly hasPassphrase = computed(() =>
    (this.view()?.ways ?? []).some(({ kind }) => kind === 'passphrase'),
  );

  constructor() {
    void this.attempt.run(async () => this.#load());
  }

  protected end(ref: string): void {
    this.#change('record.devices.ended', async () => this.#api.end(ref));
  }

  protected endOthers(): void {
    this.#change('record.devices.endedOthers', async () => this.#api.endOthers());
  }

  protected take(way: WayInView): void {
    if (way.here) this.#forgetHere();
    else this.#change('record.devices.ways.taken', async () => this.#api.remove(way));
  }

  protected addPasskey(): void {
    this.#change('record.devices.add.added', async () => this.#api.addPasskey());
  }

  protected showCode(): void {
    this.#change('', async () => {
      this.code.set((await this.#api.newDeviceCode()).code);
    });
  }

  protected sayShared(shared: boolean): void {
    const said = shared ? (this.full() ? 'said' : 'saidPin') : 'isTakenBack';
    this.#change(`record.devices.shared.${said}`, async () => {
      await this.#api.sayShared(shared, this.full());
      await this.#device.sharedSaid();
    });
  }

  protected changePassphrase(passphrase: string): void {
    this.#change('record.devices.passphrase.changed', async () => this.#api.changePassphrase(passphrase));
  }

  /** Does what was asked for once the proof is given; nothing when it was not. */
  protected goOnAfter(proof: () => Promise<boolean>): void {
    const act = this.#afterProof;
    void this.attempt.run(async () => {
      if (!(await proof())) return;
      this.proving.set(false);
      if (act !== null) await act();
    });
  }

  /** `act` answers false when the person stopped: then nothing is said. */
  #change(said: string, act: () => Promise<unknown>): void {
    const whole = async (): Promise<void> => {
      if ((await act()) === false) return;
      // The session goes on under a new id, whose token the next write needs.
      await this.#session.load();
      await this.#load();
      if (said !== '') this.#announcer.say(this.#words.translate(said));
    };
    this.proving.set(false);
    void this.attempt.run(async () => {
      try {
        await whole();
      } catch (failure) {
        if (toProblem(failure).code !== 'step_up_needed') throw failure;
        this.#afterProof = whole;
        this.proving.set(true);
      }
    });
  }

  #forgetHere(): void {
    void this.attempt.run(async () => {
      await this.#api.forgetHere();
      this.#session.forget();
      await this.#router.navigateByUrl('/sign-in', { replaceUrl: true });
    });
  }

  async #load(): Promise<void> {
    this.view.set(await this.#api.view());
  }
}
