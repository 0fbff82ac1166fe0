import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { fitsBefore, polygraphNotice, recheckWindow } from '@trellis/domain';
import { Announcer, Button, Card, Note } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { DisclosureProcess } from './disclosure-process';

/**
 * Two things around a date: whether a verification is arranged, which is all that is ever kept of one, and the short
 * check that carries a date beyond readiness. The lead enters them; the other therapists read them.
 */
@Component({
  selector: 'tr-checks-card',
  imports: [Button, Card, Note, TranslocoPipe],
  templateUrl: './checks-card.html',
  styles: `
    section {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    section + section {
      margin-top: 20px;
    }
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 44px;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 20px;
      height: 20px;
      accent-color: var(--fill);
    }
  `,
})
export class ChecksCard {
  readonly timeZone = input.required<string>();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly process = inject(DisclosureProcess);

  protected readonly leads = computed(() => this.process.view()?.leads ?? false);
  readonly #kept = computed(() => this.process.view()?.verification ?? { enabled: false, agreed: false });
  protected readonly enabled = linkedSignal(() => this.#kept().enabled);
  protected readonly agreed = linkedSignal(() => this.#kept().agreed);
  protected readonly changed = computed(
    () => this.enabled() !== this.#kept().enabled || this.agreed() !== this.#kept().agreed,
  );
  protected readonly stands = computed(() => {
    const { enabled, agreed } = this.#kept();
    return this.#words.say(`disclosure.checks.stands.${!enabled ? 'off' : agreed ? 'agreed' : 'open'}`);
  });
  protected readonly notice = computed(() => polygraphNotice[this.#words.language()]);

  /** The check is asked for where the date lies beyond readiness. */
  protected readonly recheck = computed(() => {
    const view = this.process.view();
    if (view?.recheck == null || view.sessionAt === null || view.readyUntil === null) return null;
    if (view.sessionAt <= view.readyUntil) return null;
    const { from, to } = recheckWindow(new Date(view.sessionAt));
    const { at, doneAt } = view.recheck;
    const done = doneAt !== null && fitsBefore(new Date(doneAt), new Date(view.sessionAt));
    const moment = (when: string | Date): string =>
      this.#words.moment(new Date(when).toISOString(), this.timeZone());
    return {
      done,
      window: { from: moment(from), to: moment(to) },
      words: done
        ? this.#words.say('disclosure.checks.recheck.done', { when: moment(doneAt) })
        : at === null
          ? this.#words.say('disclosure.checks.recheck.notPlanned')
          : this.#words.say('disclosure.checks.recheck.planned', { when: moment(at) }),
    };
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const body = { enabled: this.enabled(), agreed: this.agreed() };
    if (await this.process.act('verification', body))
      this.#announcer.say(this.#words.say('disclosure.checks.saved'));
  }

  protected async made(): Promise<void> {
    if (await this.process.act('recheck', {}))
      this.#announcer.say(this.#words.say('disclosure.checks.recheck.thanks'));
  }
}
