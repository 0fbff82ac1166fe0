import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ChangeMeasurementRequest, MeasurementConsentView } from '@trellis/contracts';
import { Announcer, Button } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';

/** Whether others of the care team see summaries of the ratings: says how it stands, and changes it with one tap. */
@Component({
  selector: 'tr-measurement-consent',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (consent() || problem()) {
      <h2>{{ 'record.measurement.heading' | transloco }}</h2>
    }
    @if (consent(); as now) {
      <p class="small">
        {{ (now.given ? 'record.measurement.given' : 'record.measurement.notGiven') | transloco }}
      </p>
      <button trButton type="button" [busy]="changing()" (click)="change(!now.given)">
        {{ (now.given ? 'record.measurement.takeBack' : 'record.measurement.give') | transloco }}
      </button>
    }
    @if (problem()) {
      <tr-problem-note [problem]="problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      justify-items: start;
    }
    button {
      margin-top: 8px;
    }
  `,
})
export class MeasurementConsent {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly consent = signal<MeasurementConsentView | null>(null);
  protected readonly changing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.#load();
  }

  /** What is shown afterwards is what the clinic answered; a refusal leaves the old state standing. */
  protected async change(given: boolean): Promise<void> {
    const request: ChangeMeasurementRequest = { given };
    this.changing.set(true);
    this.problem.set(null);
    try {
      const answer = this.#http.put<MeasurementConsentView>(this.#url, request, { headers: oneAct() });
      this.consent.set(await firstValueFrom(answer));
      this.#announcer.say(
        this.#words.translate(given ? 'record.measurement.isGiven' : 'record.measurement.isTakenBack'),
      );
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.changing.set(false);
    }
  }

  async #load(): Promise<void> {
    try {
      this.consent.set(await firstValueFrom(this.#http.get<MeasurementConsentView>(this.#url)));
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  get #url(): string {
    return apiUrl(paths.home.consents, 'measurement');
  }
}
