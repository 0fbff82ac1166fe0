import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnDepartureView } from '@trellis/contracts';
import { Button, Icon, StatePanel, type IconName } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { Moments } from './moments';
import { OwnAftercare } from './own-aftercare';

type Tap = NonNullable<OwnDepartureView['tap']>;

/** How are you now? One tap, and nothing on the screen says what it is about. */
@Component({
  selector: 'tr-safe-home-page',
  imports: [Button, Icon, OwnPage, ProblemNote, RouterLink, StatePanel, TakeFocus, TranslocoPipe],
  templateUrl: './safe-home-page.html',
  styleUrl: './one-thing.css',
})
export class SafeHomePage {
  readonly #clinic = inject(OwnAftercare);
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnDepartureView | null>(null);
  /** Whether the four are shown although one was tapped: something changed. */
  protected readonly again = signal(false);
  protected readonly taps: readonly { readonly tap: Tap; readonly icon: IconName }[] = [
    { tap: 'home', icon: 'check-circle' },
    { tap: 'elsewhere', icon: 'flag' },
    { tap: 'with_support', icon: 'people' },
    { tap: 'call_me', icon: 'phone' },
  ];
  protected readonly place = computed(() => {
    const view = this.view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'failed';
    if (!view.open) return 'closed';
    return view.tap === null || this.again() ? 'ask' : 'done';
  });
  protected readonly names = computed(() => ({
    therapist: this.view()?.therapistName ?? this.#session.therapistName(),
    partner: this.view()?.partnerName ?? this.#session.partnerName(),
    by: this.#time(this.view()?.by),
    next: this.#moment(this.view()?.nextContactAt),
    phone: this.#session.clinic()?.phone ?? '',
  }));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.departure());
    });
  }

  protected async say(tap: Tap): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.tap(tap, oneAct()));
      this.again.set(false);
    });
  }

  #time(at: string | null | undefined): string {
    return at == null ? '' : this.#moments.time(at, this.view()?.timeZone ?? 'UTC');
  }

  #moment(at: string | null | undefined): string {
    return at == null ? '' : this.#moments.moment(at, this.view()?.timeZone ?? 'UTC');
  }
}
