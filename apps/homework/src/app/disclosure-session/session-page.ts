import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnDisclosureSessionView } from '@trellis/contracts';
import { logisticsChecklist } from '@trellis/domain';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { OwnDates } from './own-dates';
import { OwnSession } from './own-session';

/** One's own appointment: when it is, what is one's own to arrange, and what one would like to be left free. */
@Component({
  selector: 'tr-session-page',
  imports: [Button, OwnDates, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './session-page.html',
  styleUrl: './session.css',
})
export class SessionPage {
  readonly #clinic = inject(OwnSession);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnDisclosureSessionView | null>(null);
  protected readonly state = computed(() => {
    if (this.view() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });
  protected readonly lines = computed(() => {
    const language = this.#languages.active();
    return (this.view()?.logistics ?? []).map(({ line, confirmed }) => {
      const text = logisticsChecklist.find(({ id }) => id === line)?.text[language];
      return { line, confirmed, text: text ?? line };
    });
  });

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      this.view.set(await this.#clinic.one());
    });
  }

  protected confirm(line: string, confirmed: boolean): Promise<void> {
    return this.attempt.run(async () => {
      this.view.set(await this.#clinic.confirm(line, confirmed));
      this.#announcer.say(
        this.#words.translate(`disclosureSession.${confirmed ? 'arranged' : 'notArranged'}`),
      );
    });
  }

  protected moment(at: string, timeZone: string): string {
    const style = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(at));
  }

  protected time(at: string, timeZone: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { timeStyle: 'short', timeZone }).format(
      new Date(at),
    );
  }
}
