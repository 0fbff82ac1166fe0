import { Component, DestroyRef, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Note } from '@trellis/ui';
import { type Problem, toProblem } from '../http/problem';
import { ProblemNote } from '../http/problem-note';
import { Session } from '../session/session';
import { Emergencies } from './emergencies';

const TICK_MS = 15_000;

/** On every page while an emergency reading is open: which couple, minutes left, and the way to end it. */
@Component({
  selector: 'tr-emergency-banner',
  imports: [Button, Note, ProblemNote, RouterLink, TranslocoPipe],
  template: `
    @for (one of emergencies.running(); track one.id) {
      <tr-note icon="eye" class="live">
        <div class="row">
          <span>
            {{ 'emergency.banner.open' | transloco }}
            <a [routerLink]="['/couples', one.coupleId]">{{ one.coupleName }}</a>.
            {{ 'emergency.banner.left' | transloco: { minutes: one.minutesLeft } }}
          </span>
          <button trButton small type="button" [busy]="busy()" (click)="end(one.id)">
            {{ 'emergency.banner.end' | transloco }}
          </button>
        </div>
      </tr-note>
    }
    <tr-problem-note [problem]="problem()" />
  `,
  styles: `
    .live {
      margin-bottom: 16px;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class EmergencyBanner {
  readonly #router = inject(Router);
  protected readonly emergencies = inject(Emergencies);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    if (!inject(Session).may('emergency.open')) return;
    this.emergencies.load().catch((failure: unknown) => {
      this.problem.set(toProblem(failure));
    });
    const ticking = setInterval(() => {
      this.emergencies.tick();
    }, TICK_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
    });
  }

  /** The page behind may show what is closed from now on, so it is left. */
  protected async end(id: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.emergencies.end(id);
      await this.#router.navigate(['/emergency']);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
