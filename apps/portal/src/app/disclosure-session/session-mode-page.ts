import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { nextSubStep, sessionPlan, type SessionStep } from '@trellis/domain';
import { Announcer, Button, Chip, Icon, Note, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CurrentSession } from './current-session';
import { DistressPanel } from './distress-panel';
import { EndDialog } from './end-dialog';
import { PartChecklist } from './part-checklist';
import { PartClock } from './part-clock';
import { ReadingSwitch } from './reading-switch';
import { RunSheet } from './run-sheet';
import { SessionWords } from './session-words';

const lookEveryMs = 10_000;

/** The run sheet on a full screen: part, clock, lines, distress, pause. Nothing here is shown to the two people. */
@Component({
  selector: 'tr-session-mode-page',
  imports: [
    ...[Button, Chip, DistressPanel, EndDialog, Icon, Note, PartChecklist, PartClock, ProblemNote],
    ...[ReadingSwitch, RunSheet, StatePanel, TranslocoPipe],
  ],
  providers: [CurrentSession, SessionWords],
  templateUrl: './session-mode-page.html',
  styleUrl: './session-mode-page.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class SessionModePage {
  readonly coupleId = input.required<string>();
  readonly #router = inject(Router);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly ending = signal(false);

  protected readonly run = computed(() => this.current.view()?.run ?? null);
  protected readonly lead = computed(() => this.current.view()?.iLead ?? false);
  protected readonly paused = computed(() => this.current.view()?.state === 'SESSION_PAUSED');
  protected readonly part = computed(() => {
    const row = this.run()?.steps.findLast(({ endedAt }) => endedAt === null);
    return sessionPlan.find(({ id }) => id === row?.step)?.id ?? null;
  });
  protected readonly next = computed((): SessionStep | null => {
    const part = this.part();
    if (part !== null) return nextSubStep(part);
    return (this.run()?.steps.length ?? 0) === 0 ? (sessionPlan[0]?.id ?? null) : null;
  });
  protected readonly names = computed(() => this.#words.list([this.say.name('RP'), this.say.name('BP')]));
  protected readonly problem = computed(() => this.current.problem());

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => {
        this.current.show(coupleId);
      });
    });
    const timer = setInterval(() => {
      this.current.reload();
    }, lookEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected async advance(): Promise<void> {
    const next = this.next();
    if (next === null || this.paused()) return;
    if (await this.current.send('post', 'run/parts', { endingEarly: false }, 'run'))
      this.#announcer.say(this.say.part(next));
  }

  protected async pause(): Promise<void> {
    const done = this.paused()
      ? this.lead() && (await this.current.send('post', 'continue', null, 'process'))
      : await this.current.send('post', 'pause');
    if (done)
      this.#announcer.say(this.#words.say(`disclosureSession.mode.${this.paused() ? 'isPaused' : 'goesOn'}`));
  }

  protected async leave(): Promise<void> {
    await this.#router.navigate(['/couples', this.coupleId(), 'disclosure-session']);
  }

  /** Space pauses and Escape leaves the full screen, unless a control has the key. */
  protected key(event: KeyboardEvent): void {
    const inControl = event.target instanceof HTMLElement && event.target !== document.body;
    if (this.ending() || event.defaultPrevented) return;
    if (event.key === 'Escape') void this.leave();
    if (event.key === ' ' && !inControl && this.current.running()) {
      event.preventDefault();
      if (!this.paused()) void this.pause();
    }
  }
}
