import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnDisclosureSessionView } from '@trellis/contracts';
import { sessionPlan } from '@trellis/domain';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { OwnSession } from './own-session';

const lookEveryMs = 10_000;

/** The running session: its part, the time, and a control that pauses. Nothing that anybody typed. */
@Component({
  selector: 'tr-running-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'disclosureSession.running.strip' | transloco">
      @if (state() !== 'full') {
        <h1 class="visually-hidden">{{ 'disclosureSession.running.states.full' | transloco }}</h1>
      }
      <tr-problem-note [problem]="attempt.problem()" />
      <tr-state-panel
        [state]="state()"
        icon="clock"
        [heading]="'disclosureSession.running.states.' + state() | transloco"
        [rows]="3"
      >
        <a trButton routerLink="..">{{ 'disclosureSession.back' | transloco }}</a>
        @if (view()?.run; as run) {
          <div class="calm" panelContent>
            <h1>{{ part() }}</h1>
            <p class="clock" role="timer">{{ time() }}</p>
            @if (run.paused) {
              <p>{{ 'disclosureSession.running.paused' | transloco }}</p>
            } @else {
              <button trButton wide type="button" [busy]="attempt.busy()" (click)="pause()">
                {{ 'disclosureSession.running.pause' | transloco }}
              </button>
              <p class="small">{{ 'disclosureSession.running.noReason' | transloco }}</p>
            }
            @if (run.readingOpen) {
              <a trButton wide routerLink="../reading">{{
                'disclosureSession.running.toReading' | transloco
              }}</a>
            }
          </div>
        }
      </tr-state-panel>
    </tr-own-page>
  `,
  styleUrl: './session.css',
})
export class RunningPage {
  readonly #clinic = inject(OwnSession);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnDisclosureSessionView | null>(null);
  readonly #since = signal(0);
  protected readonly state = computed(() => {
    const view = this.view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return view.run === null ? 'empty' : 'full';
  });
  protected readonly part = computed(() => {
    const step = this.view()?.run?.step;
    return sessionPlan.find(({ id }) => id === step)?.title[this.#languages.active()] ?? '';
  });
  protected readonly time = computed(() => {
    const run = this.view()?.run;
    const seconds = (run?.elapsedSeconds ?? 0) + (run?.paused === true ? 0 : this.#since());
    return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  });

  constructor() {
    void this.#look();
    const second = setInterval(() => {
      this.#since.update((seconds) => seconds + 1);
    }, 1000);
    const look = setInterval(() => void this.#look(), lookEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(second);
      clearInterval(look);
    });
  }

  protected pause(): Promise<void> {
    return this.attempt.run(async () => {
      this.#show(await this.#clinic.pause());
      this.#announcer.say(this.#words.translate('disclosureSession.running.paused'));
    });
  }

  #look(): Promise<void> {
    return this.attempt.run(async () => {
      this.#show(await this.#clinic.one());
    });
  }

  #show(view: OwnDisclosureSessionView): void {
    this.view.set(view);
    this.#since.set(0);
  }
}
