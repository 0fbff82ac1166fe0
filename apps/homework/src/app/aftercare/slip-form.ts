import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LoggedSlipView, LogOwnSlipRequest, TellSlipRequest } from '@trellis/contracts';
import { fillSlipScript, stopWritingNotice } from '@trellis/domain';
import { Button, ChoiceList, Field, Note } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { Session } from '../core/session/session';
import { Moments, fieldOf, instantOfField } from './moments';
import { OwnAftercare } from './own-aftercare';
import { SlipChoices, hasMoment } from './slip-choices';

/** Logging a slip: the stop question first, then when and how far, then the words for telling, which stay here. */
@Component({
  selector: 'tr-slip-form',
  imports: [Button, ChoiceList, Field, Note, ProblemNote, Said, TranslocoPipe],
  templateUrl: './slip-form.html',
  styleUrl: './one-thing.css',
})
export class SlipForm {
  readonly logged = output<LoggedSlipView>();
  readonly leave = output();
  readonly #clinic = inject(OwnAftercare);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #moments = inject(Moments);
  readonly #act = oneAct();
  protected readonly choices = inject(SlipChoices);
  protected readonly attempt = new Attempt();
  protected readonly stopNotice = stopWritingNotice;
  protected readonly stop = signal<'no' | 'could_be' | null>(null);
  protected readonly level = signal<LogOwnSlipRequest['level'] | null>(null);
  protected readonly slipAt = signal('');
  protected readonly partner = signal<TellSlipRequest['partner'] | null>(null);
  protected readonly partnerAt = signal(fieldOf(new Date()));
  protected readonly told = signal(false);
  protected readonly words = signal('');
  protected readonly category = signal('');
  protected readonly nextSteps = signal('');
  protected readonly withMoment = computed(() => hasMoment(this.partner()));
  protected readonly ready = computed(
    () => this.level() !== null && this.partner() !== null && instantOfField(this.slipAt()) !== null,
  );
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  /** What the person may say, made on this page alone: it is sent to nobody. */
  protected readonly script = computed(() => {
    const at = instantOfField(this.slipAt());
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const when = at === null ? '' : this.#moments.moment(at, zone);
    const parts = { when, category: this.category(), nextSteps: this.nextSteps() };
    return fillSlipScript(parts, this.#languages.active());
  });

  protected async send(): Promise<void> {
    const stop = this.stop();
    if (stop === null || (stop === 'no' && !this.ready())) return;
    await this.attempt.run(async () => {
      this.logged.emit(await this.#clinic.logSlip(this.#request(stop), this.#act));
    });
  }

  #request(stopCheck: 'no' | 'could_be'): LogOwnSlipRequest {
    const now = new Date().toISOString();
    if (stopCheck === 'could_be') return { stopCheck, slipAt: now, level: 'slip', partner: 'not_yet' };
    const words = this.words().trim();
    return {
      stopCheck,
      slipAt: instantOfField(this.slipAt()) ?? now,
      level: this.level() ?? 'slip',
      partner: this.partner() ?? 'not_yet',
      partnerAt: this.withMoment() ? instantOfField(this.partnerAt()) : null,
      therapistToldAt: this.told() ? now : null,
      words: words === '' ? null : words,
    };
  }
}
