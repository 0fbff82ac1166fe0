import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SupportPlansView } from '@trellis/contracts';
import { supportPlanLines } from '@trellis/domain';
import { Button, Card } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** Plans that people of one's own side have written; opened, and put on record, only when asked for. */
@Component({
  selector: 'tr-plans-card',
  imports: [Button, Card, ProblemNote, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureSession.plans.heading' | transloco">
      <p class="small">{{ 'disclosureSession.plans.lead' | transloco }}</p>
      @for (side of sides(); track side) {
        <p class="row">
          <b>{{ say.name(side) }}</b>
          <button trButton small type="button" [busy]="attempt.busy()" (click)="open(side)">
            {{ 'disclosureSession.plans.open' | transloco }}
          </button>
        </p>
      } @empty {
        <p class="small">{{ 'disclosureSession.plans.empty' | transloco }}</p>
      }
      <tr-problem-note [problem]="attempt.problem()" />
      @for (plan of shown()?.plans ?? []; track plan.form) {
        <h3>{{ 'disclosureSession.plans.forms.' + plan.form | transloco }}</h3>
        @for (line of plan.lines; track line.line) {
          <p class="small">{{ lineWords(line.line) }}</p>
          <p class="words">{{ line.text }}</p>
        }
      }
    </tr-card>
  `,
  styleUrl: './list-card.css',
})
export class PlansCard {
  readonly coupleId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #words = inject(Words);
  readonly #current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly attempt = new Attempt();
  protected readonly shown = signal<SupportPlansView | null>(null);
  protected readonly sides = computed(() => [
    ...new Set((this.#current.view()?.plans ?? []).map(({ side }) => side)),
  ]);

  protected lineWords(id: string): string {
    return supportPlanLines.find((line) => line.id === id)?.text[this.#words.language()] ?? id;
  }

  protected async open(side: string): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.disclosureSessions, this.coupleId(), 'plans', side);
      this.shown.set(await firstValueFrom(this.#http.get<SupportPlansView>(url)));
    });
  }
}
