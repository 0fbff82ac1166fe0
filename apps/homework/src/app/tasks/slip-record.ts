import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LoggedSlipView, LogOwnSlipRequest, OwnSlipsView } from '@trellis/contracts';
import { slipOf, type Answers as TemplateAnswers } from '@trellis/domain';
import { Button, Note } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import type { Answers } from '../core/homework/own-homework';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Session } from '../core/session/session';

/** After the protocol is handed in: with the person's yes its time, kind and telling go on record. Never by itself. */
@Component({
  selector: 'tr-slip-record',
  imports: [Button, Note, ProblemNote, TranslocoPipe],
  template: `
    @if (kept()) {
      <tr-note role="status">{{ 'task.slip.kept' | transloco: names() }}</tr-note>
    } @else if (complete()) {
      <p class="lede">{{ 'task.slip.ask' | transloco: names() }}</p>
      <button trButton look="main" wide type="button" [busy]="attempt.busy()" (click)="keep()">
        {{ 'task.slip.yes' | transloco: names() }}
      </button>
      <tr-problem-note [problem]="attempt.problem()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
  `,
})
export class SlipRecord {
  readonly answers = input.required<Answers>();
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #act = oneAct();
  protected readonly attempt = new Attempt();
  protected readonly kept = signal(false);
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly complete = computed(() => slipOf(this.answers() as TemplateAnswers, 'UTC') !== null);

  /** Times are read in the couple's zone, which comes with the slips. A retry is the same act. */
  protected async keep(): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.home.slips);
      const { timeZone } = await firstValueFrom(this.#http.get<OwnSlipsView>(url));
      const slip = slipOf(this.answers() as TemplateAnswers, timeZone);
      if (slip === null) return;
      const request: LogOwnSlipRequest = {
        ...{ stopCheck: 'no', level: slip.level, partner: slip.partner },
        slipAt: slip.slipAt.toISOString(),
        partnerAt: slip.partnerAt?.toISOString() ?? null,
        therapistToldAt: slip.therapistToldAt?.toISOString() ?? null,
      };
      await firstValueFrom(this.#http.post<LoggedSlipView>(url, request, { headers: this.#act }));
      this.kept.set(true);
    });
  }
}
