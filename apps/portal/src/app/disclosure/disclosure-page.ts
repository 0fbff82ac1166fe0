import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isTerminal, soloNotice } from '@trellis/domain';
import { Announcer, Button, Card, Icon, Note, RefusalPanel, StatePanel, Stepper } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ActsPanel } from './acts-panel';
import { ChecksCard } from './checks-card';
import { DisclosureProcess } from './disclosure-process';
import { GateWords } from './gate-words';
import { beforeSession, processShown, readinessShown, stateOf } from './process-steps';
import { ReadinessColumn } from './readiness-column';
import { ReadinessSummary } from './readiness-summary';
import { ScheduleForm } from './schedule-form';
import { SignaturesPanel } from './signatures-panel';
import { StepHistory } from './step-history';
import { ToldPanel } from './told-panel';

/** The disclosure of a couple: where it stands, what readiness still asks for, and the steps one may ask for. */
@Component({
  selector: 'tr-disclosure-page',
  imports: [
    ActsPanel,
    Button,
    Card,
    ChecksCard,
    Icon,
    Note,
    ProblemNote,
    ReadinessColumn,
    ReadinessSummary,
    RefusalPanel,
    ScheduleForm,
    SignaturesPanel,
    StatePanel,
    StepHistory,
    Stepper,
    ToldPanel,
    TranslocoPipe,
  ],
  providers: [DisclosureProcess, GateWords],
  templateUrl: './disclosure-page.html',
  styleUrl: './disclosure-page.css',
})
export class DisclosurePage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  readonly #gates = inject(GateWords);
  protected readonly process = inject(DisclosureProcess);
  protected readonly words = inject(Words);

  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  readonly #state = computed(() => stateOf(this.process.view()?.state));
  protected readonly notStarted = computed(() => this.#state() === 'NOT_STARTED');
  /** Over, in whatever way; a new process may be opened, which is offered last. */
  protected readonly ended = computed(() => isTerminal(this.#state()));
  protected readonly mayOpen = computed(() => this.#session.may('disclosure.transition'));
  protected readonly maySchedule = computed(
    () => beforeSession(this.#state()) && this.#session.may('disclosure.schedule'),
  );
  protected readonly readiness = computed(() => readinessShown(this.#state()));
  protected readonly readinessCounts = computed(() => beforeSession(this.#state()));
  protected readonly shown = computed(() => {
    const view = this.process.view();
    return view === null ? null : processShown(view);
  });
  protected readonly steps = computed(() =>
    (this.shown()?.steps ?? []).map(({ state, reachedAt }) => ({
      id: state,
      name: this.stateName(state),
      detail: reachedAt === null ? '' : this.words.date(reachedAt, this.timeZone()),
    })),
  );
  protected readonly columns = computed(() => {
    const items = this.process.view()?.readiness ?? [];
    return (['RP', 'BP', 'SYSTEM'] as const).map((side) => ({
      side,
      heading:
        side === 'SYSTEM'
          ? this.words.say('disclosure.readiness.system')
          : (this.#couple.person(side)?.name ?? ''),
      items: items.filter((item) => item.side === side),
      sealed: side === 'SYSTEM' || this.#couple.holds(side) ? '' : this.#sealed(side),
    }));
  });
  protected readonly gates = computed(() => this.#gates.of(this.process.gates()));
  protected readonly solo = computed(() => soloNotice[this.words.language()]);

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.process.show(coupleId);
      });
    });
  }

  protected stateName(state: string): string {
    return this.words.say(`couple.disclosureStates.${state}`);
  }

  protected async open(): Promise<void> {
    if (await this.process.open()) this.#announcer.say(this.words.say('disclosure.start.done'));
  }

  #sealed(side: 'RP' | 'BP'): string {
    const name = this.#couple.person(side)?.name ?? '';
    return this.words.say('disclosure.readiness.sealed', {
      name,
      therapist: this.words.list(this.#couple.therapists(side)),
    });
  }
}
