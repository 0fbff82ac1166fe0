import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isTerminal } from '@trellis/domain';
import { Announcer, Button, Card, Note, RefusalPanel } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CoSignForm } from './co-sign-form';
import { DisclosureProcess } from './disclosure-process';
import { GateWords } from './gate-words';
import { stateOf } from './process-steps';
import { ReasonForm, type GivenReason } from './reason-form';

/** Steps that have a form, or a signature, of their own on this page. */
const ELSEWHERE = ['open_ftd', 'schedule', 'readiness_huddle_signed', 'resume', 'submit_draft'];
const WITH_REASON = ['hold', 'no_go_postpone', 'no_go_hold', 'waive'];

/** Every step that one may ask for in this state. One that is not possible yet says all that is still missing. */
@Component({
  selector: 'tr-acts-panel',
  imports: [Button, Card, CoSignForm, Note, ReasonForm, RefusalPanel, TranslocoPipe],
  templateUrl: './acts-panel.html',
  styleUrl: './acts-panel.css',
})
export class ActsPanel {
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly #gates = inject(GateWords);
  protected readonly process = inject(DisclosureProcess);

  protected readonly acts = computed(() =>
    (this.process.view()?.acts ?? [])
      .filter(({ event }) => !ELSEWHERE.includes(event))
      .map(({ event, gates }) => ({
        event,
        words: this.#wordsOf(event),
        name: this.#nameOf(event),
        gates: this.#gates.of(gates),
        withReason: WITH_REASON.includes(event),
      })),
  );
  /** The act that is looked at. A colleague's step closes no form: what was typed there stays. */
  readonly #processId = computed(() => this.process.view()?.id ?? null);
  readonly #chosen = linkedSignal<string | null, string | null>({
    source: this.#processId,
    computation: () => null,
  });
  protected readonly chosen = computed(
    () => this.acts().find(({ event }) => event === this.#chosen()) ?? null,
  );

  /** Words of an act that was refused, where it can no longer be asked for. */
  readonly #refused = linkedSignal<string | null, { readonly event: string; readonly words: string } | null>({
    source: this.#processId,
    computation: () => null,
  });
  protected readonly unsaved = computed(() => {
    const refused = this.#refused();
    if (refused === null || refused.words === '') return null;
    return this.acts().some(({ event }) => event === refused.event) ? null : refused.words;
  });

  protected putAway(): void {
    this.#refused.set(null);
  }

  protected look(event: string): void {
    this.#chosen.update((now) => (now === event ? null : event));
  }

  protected async take(event: string, reason: GivenReason | null): Promise<void> {
    const given =
      reason === null
        ? {}
        : {
            ...(event === 'waive' ? { waiverReason: reason.class } : { holdReason: reason.class }),
            ...(reason.words === '' ? {} : { reason: reason.words }),
          };
    const name = this.#nameOf(event);
    const done = await this.process.act('steps', { event, ...given });
    this.#refused.set(done || reason === null ? null : { event, words: reason.words });
    if (!done) return;
    this.#chosen.set(null);
    this.#announcer.say(this.#words.say('disclosure.acts.done', { name }));
  }

  #nameOf(event: string): string {
    return this.#words.say(`disclosure.acts.names.${this.#wordsOf(event)}`);
  }

  /** After an end nothing is left to stop: the same step then ends what was shared. */
  #wordsOf(event: string): string {
    return event === 'stop' && isTerminal(stateOf(this.process.view()?.state)) ? 'stop_after_end' : event;
  }
}
