import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseMapView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Announcer, Button } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { Attempt } from '../../core/http/attempt';
import { oneAct } from '../../core/http/idempotency-key';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';

/** Two maps of preferences: the own side's approval, and topics that both left open. */
@Component({
  selector: 'tr-map-panel',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (view(); as shown) {
      <p class="small">{{ 'homework.map.lead' | transloco }}</p>
      @for (one of shown.sides; track one.side) {
        <p class="side">
          {{
            'homework.map.' + (one.approved ? 'approved' : one.handedIn ? 'in' : 'waits')
              | transloco: { name: one.personName }
          }}
          @if (one.handedIn && !one.approved) {
            <button trButton small type="button" [busy]="attempt.busy()" (click)="approve(one.side)">
              {{ 'homework.map.approve' | transloco }}
            </button>
          }
        </p>
      }
      <h3>{{ 'homework.map.heading' | transloco }}</h3>
      <dl>
        @for (row of rows(); track row.domain) {
          <div>
            <dt>{{ row.label }}</dt>
            <dd>{{ row.said }}</dd>
          </div>
        } @empty {
          <p class="small">{{ 'homework.map.none' | transloco }}</p>
        }
      </dl>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .side {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
    }
    dl {
      display: grid;
      gap: 8px;
    }
    dt {
      font-weight: 600;
    }
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class MapPanel {
  readonly workId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<CaseMapView | null>(null);
  protected readonly rows = computed(() =>
    (this.view()?.rows ?? []).map(({ domain, label, rp, bp }) => ({
      ...{ domain, label: label[this.#words.language()] },
      said: [rp, bp].map(({ answer, condition }) => this.#said(answer, condition)).join(' · '),
    })),
  );

  constructor() {
    effect(() => {
      const url = apiUrl(paths.clinic.maps, this.workId());
      untracked(
        () =>
          void this.attempt.run(async () => {
            this.view.set(await firstValueFrom(this.#http.get<CaseMapView>(url)));
          }),
      );
    });
  }

  protected async approve(side: 'RP' | 'BP'): Promise<void> {
    const done = await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.maps, this.workId(), 'approval');
      const sent = this.#http.post<CaseMapView>(url, { side }, { headers: oneAct() });
      this.view.set(await firstValueFrom(sent));
    });
    if (done) this.#announcer.say(this.#words.say('homework.map.done'));
  }

  #said(answer: 'yes' | 'maybe', condition: string | null): string {
    const word = this.#words.say(`homework.map.${answer}`);
    return condition === null ? word : `${word}: ${condition}`;
  }
}
