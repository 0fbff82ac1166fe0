import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgreementView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Button } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ifVersion, oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';

/** Where an agreement stands. Either of the two ends it without a reason; it never says who did. */
@Component({
  selector: 'tr-agreement-note',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (agreement(); as shown) {
      <p role="status">{{ 'jointWork.agreement.' + shown.state | transloco: days() }}</p>
      @if (shown.lookAgain) {
        <p class="small">{{ 'jointWork.agreement.lookAgain' | transloco }}</p>
      }
      @if (shown.state === 'in_force') {
        @if (sure()) {
          <p>{{ 'jointWork.agreement.sure' | transloco }}</p>
          <div class="acts">
            <button trButton type="button" [busy]="attempt.busy()" (click)="end()">
              {{ 'jointWork.agreement.end' | transloco }}
            </button>
            <button trButton type="button" (click)="sure.set(false)">
              {{ 'jointWork.agreement.keep' | transloco }}
            </button>
          </div>
        } @else {
          <button trButton look="quiet" type="button" (click)="sure.set(true)">
            {{ 'jointWork.agreement.wantEnd' | transloco }}
          </button>
        }
      }
    }
    @if (attempt.problem(); as problem) {
      <tr-problem-note [problem]="problem" />
    }
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
  `,
})
export class AgreementNote {
  readonly taskId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #languages = inject(Languages);
  protected readonly attempt = new Attempt();
  protected readonly agreement = signal<AgreementView | null>(null);
  protected readonly sure = signal(false);
  protected readonly days = computed(() => {
    const format = new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long' });
    const day = (at: string | null | undefined) => (at == null ? '' : format.format(new Date(at)));
    return { signed: day(this.agreement()?.signedAt), ended: day(this.agreement()?.endedAt) };
  });

  constructor() {
    effect(() => {
      const url = apiUrl(paths.home.agreements, this.taskId());
      untracked(
        () =>
          void this.attempt.run(async () => {
            this.agreement.set(await firstValueFrom(this.#http.get<AgreementView>(url)));
          }),
      );
    });
  }

  protected end(): Promise<void> {
    return this.attempt.run(async () => {
      const url = apiUrl(paths.home.agreements, this.taskId(), 'ending');
      const headers = { ...oneAct(), ...ifVersion(this.agreement()?.version ?? 0) };
      this.agreement.set(await firstValueFrom(this.#http.post<AgreementView>(url, {}, { headers })));
    });
  }
}
