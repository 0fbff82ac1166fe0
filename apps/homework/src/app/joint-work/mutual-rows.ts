import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenAnswerView, OwnMapView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Button } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { Session } from '../core/session/session';

/** Topics that both left open. What is not there does not say why. */
@Component({
  selector: 'tr-mutual-rows',
  imports: [Button, ProblemNote, Said, TranslocoPipe],
  template: `
    @if (view(); as shown) {
      @if (shown.rests === null) {
        <h2>{{ 'jointWork.map.heading' | transloco }}</h2>
        @for (row of rows(); track row.domain) {
          <section class="sheet">
            <h3>{{ row.label | said }}</h3>
            <p>
              {{ 'jointWork.map.you' | transloco }}: {{ 'jointWork.map.' + row.mine.answer | transloco }}
              @if (row.mine.condition; as words) {
                <span class="words">{{ words }}</span>
              }
            </p>
            <p>
              {{ partner() }}: {{ 'jointWork.map.' + row.theirs.answer | transloco }}
              @if (row.theirs.condition; as words) {
                <span class="words">{{ words }}</span>
              }
            </p>
            <button
              trButton
              look="quiet"
              type="button"
              [busy]="attempt.busy()"
              (click)="takeBack(row.domain)"
            >
              {{ 'jointWork.map.takeBack' | transloco }}
            </button>
          </section>
        } @empty {
          <p>{{ 'jointWork.map.none' | transloco }}</p>
        }
        <p class="small">{{ 'jointWork.map.note' | transloco }}</p>
      }
    }
    @if (attempt.problem(); as problem) {
      <tr-problem-note [problem]="problem" />
    }
  `,
  styles: `
    section {
      margin-top: 12px;
      overflow-wrap: anywhere;
    }
  `,
})
export class MutualRows {
  readonly taskId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnMapView | null>(null);
  protected readonly partner = computed(() => this.#session.partnerName());
  protected readonly rows = computed(() => {
    const recovering = this.#session.person()?.side === 'RP';
    return (this.view()?.rows ?? []).map(({ domain, label, rp, bp }) => {
      const [mine, theirs]: readonly [OpenAnswerView, OpenAnswerView] = recovering ? [rp, bp] : [bp, rp];
      return { domain, label, mine, theirs };
    });
  });

  constructor() {
    effect(() => {
      const url = apiUrl(paths.home.maps, this.taskId());
      untracked(
        () =>
          void this.attempt.run(async () => {
            this.view.set(await firstValueFrom(this.#http.get<OwnMapView>(url)));
          }),
      );
    });
  }

  protected takeBack(domain: string): Promise<void> {
    return this.attempt.run(async () => {
      const url = apiUrl(paths.home.maps, this.taskId(), 'taking-back');
      const sent = this.#http.post<OwnMapView>(url, { domain }, { headers: oneAct() });
      this.view.set(await firstValueFrom(sent));
    });
  }
}
