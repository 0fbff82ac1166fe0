import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EmergencyOpeningView } from '@trellis/contracts';
import { Button, Card, Field, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { Emergencies } from '../core/emergency/emergencies';
import { TextField } from '../core/forms/text-field';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';

import { EmergencyApi } from './emergency-api';

const SHORTEST_REASON = 10;

/** Opens one couple's record for an hour, and shows what others opened of the own couples. */
@Component({
  selector: 'tr-emergency-page',
  imports: [Button, Card, Field, Note, ProblemNote, StepUpDialog, TextField, TranslocoPipe],
  providers: [StepUp],
  templateUrl: './emergency-page.html',
  styleUrl: './emergency-page.css',
})
export class EmergencyPage {
  readonly #api = inject(EmergencyApi);
  readonly #stepUp = inject(StepUp);
  readonly #router = inject(Router);
  readonly #emergencies = inject(Emergencies);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  readonly #act = new IntendedAct();
  readonly #openings = httpResource<EmergencyOpeningView[]>(() => apiUrl(paths.clinic.breakGlass));

  protected readonly coupleName = signal('');
  protected readonly personName = signal('');
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly openings = computed(() => (this.#openings.hasValue() ? this.#openings.value() : []));
  protected readonly openingsProblem = computed(() =>
    this.#openings.error() === undefined ? null : toProblem(this.#openings.error()),
  );
  protected readonly reasonMissing = computed(() =>
    this.asked() && this.reason().trim().length < SHORTEST_REASON
      ? this.#words.say('emergency.reasonMissing')
      : '',
  );

  protected missing(value: string): string {
    return this.asked() && value.trim() === '' ? this.#words.say('emergency.fill') : '';
  }

  protected when(instant: string): string {
    return this.#words.moment(instant, this.#session.clinic()?.timeZone ?? 'UTC');
  }

  protected async open(): Promise<void> {
    this.asked.set(true);
    const body = {
      coupleName: this.coupleName().trim(),
      personName: this.personName().trim(),
      reason: this.reason().trim(),
    };
    const isWhole = body.coupleName !== '' && body.personName !== '' && body.reason.length >= SHORTEST_REASON;
    if (this.busy() || !isWhole) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#stepUp.run(async () => {
        const opened = await this.#api.open(body, this.#act.headers(body));
        this.#emergencies.opened(opened);
        await this.#router.navigate(['/couples', opened.coupleId]);
      });
      this.#act.settle(null);
    } catch (failure) {
      this.#failed(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  #failed(problem: Problem): void {
    this.#act.settle(problem);
    this.problem.set(problem);
  }
}
