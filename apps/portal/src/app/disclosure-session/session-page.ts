import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { processStates } from '@trellis/domain';
import { Button, Card, RefusalPanel, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';
import { CurrentSession } from './current-session';
import { DatesCard } from './dates-card';
import { DayChecksCard } from './day-checks-card';
import { GoCard } from './go-card';
import { LogisticsCard } from './logistics-card';
import { PlansCard } from './plans-card';
import { SessionWords } from './session-words';
import { SettingCard } from './setting-card';

/** The session is behind them, or will not be. */
const after: readonly string[] = [
  ...processStates.slice(processStates.indexOf('AFTERCARE_ACUTE')),
  ...['DECLINED', 'STOPPED', 'WAIVED'],
];

/** Everything around the session of a disclosure: when it is, what is arranged, and the checks of the day. */
@Component({
  selector: 'tr-session-page',
  imports: [
    ...[Button, Card, DatesCard, DayChecksCard, GoCard, LogisticsCard, PlansCard, ProblemNote],
    ...[RefusalPanel, RouterLink, SettingCard, StatePanel, TranslocoPipe],
  ],
  providers: [CurrentSession, SessionWords],
  templateUrl: './session-page.html',
  styleUrl: './session-page.css',
})
export class SessionPage {
  readonly coupleId = input.required<string>();
  readonly #session = inject(Session);
  protected readonly current = inject(CurrentSession);
  protected readonly words = inject(SessionWords);
  protected readonly mayAct = computed(() => this.#session.may('disclosure.record'));
  /** What is prepared for a session is closed with it. */
  protected readonly mayPrepare = computed(
    () => this.mayAct() && !after.includes(this.current.view()?.state ?? ''),
  );
  protected readonly gates = computed(() => this.words.gates(this.current.gates()));
  protected readonly plainProblem = computed(() => (this.gates().length > 0 ? null : this.current.problem()));

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.current.show(coupleId);
      });
    });
  }
}
