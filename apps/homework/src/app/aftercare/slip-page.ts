import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LoggedSlipView, OwnSlipsView, SlipView } from '@trellis/contracts';
import { Button, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { Moments } from './moments';
import { OwnAftercare } from './own-aftercare';
import { SlipForm } from './slip-form';
import { SlipTelling } from './slip-telling';

/** After a slip: say that it happened, plan the telling, and see what is still open. No count, no streak. */
@Component({
  selector: 'tr-slip-page',
  imports: [
    Button,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    SlipForm,
    SlipTelling,
    StatePanel,
    TakeFocus,
    TranslocoPipe,
  ],
  templateUrl: './slip-page.html',
  styleUrl: './one-thing.css',
})
export class SlipPage {
  readonly #clinic = inject(OwnAftercare);
  readonly #session = inject(Session);
  readonly #moments = inject(Moments);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnSlipsView | null>(null);
  protected readonly place = signal<'list' | 'form' | 'logged' | 'stopped'>('list');
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
    phone: this.#session.clinic()?.phone ?? '',
  }));
  protected readonly open = computed(() => (this.view()?.slips ?? []).filter(({ gaps }) => gaps.length > 0));
  protected readonly state = computed(() => {
    if (this.view() === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return 'full';
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.slips());
    });
  }

  protected async logged({ stopped }: LoggedSlipView): Promise<void> {
    this.place.set(stopped ? 'stopped' : 'logged');
    await this.load();
  }

  protected when({ slipAt }: SlipView): string {
    return this.#moments.moment(slipAt, this.view()?.timeZone ?? 'UTC');
  }

  protected until(at: string | null): string {
    return at === null ? '' : this.#moments.moment(at, this.view()?.timeZone ?? 'UTC');
  }
}
