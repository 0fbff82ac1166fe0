import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseStepsView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { Announcer, Button, Chip } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../../core/http/api-url';
import { Attempt } from '../../core/http/attempt';
import { oneAct } from '../../core/http/idempotency-key';
import { ProblemNote } from '../../core/http/problem-note';
import { Words } from '../../core/i18n/words';

/** Steps of an exercise: which are open for both, and the next one that a therapist may open. */
@Component({
  selector: 'tr-steps-panel',
  imports: [Button, Chip, ProblemNote, TranslocoPipe],
  template: `
    @if (rows().length > 0) {
      <p class="small">{{ 'homework.steps.lead' | transloco }}</p>
      <ol>
        @for (row of rows(); track row.key) {
          <li>
            <span>{{ row.label }}</span>
            @if (row.openedAt !== null) {
              <tr-chip tone="leaf">{{ 'homework.steps.open' | transloco }}</tr-chip>
            } @else if (row.mayOpen) {
              <button trButton small type="button" [busy]="attempt.busy()" (click)="open(row.key)">
                {{ 'homework.steps.openNow' | transloco }}
              </button>
            } @else {
              <tr-chip tone="line">{{ 'homework.steps.closed' | transloco }}</tr-chip>
            }
          </li>
        }
      </ol>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    :host {
      display: block;
    }
    ol {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      justify-content: space-between;
      min-height: 44px;
      border-top: 1px solid var(--line);
    }
  `,
})
export class StepsPanel {
  readonly workId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #view = signal<CaseStepsView | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly rows = computed(() =>
    (this.#view()?.steps ?? []).map((step) => ({ ...step, label: step.label[this.#words.language()] })),
  );

  constructor() {
    effect(() => {
      const workId = this.workId();
      untracked(() => void this.load(workId));
    });
  }

  protected async load(workId: string): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.steps, workId);
      this.#view.set(await firstValueFrom(this.#http.get<CaseStepsView>(url)));
    });
  }

  protected async open(step: string): Promise<void> {
    const done = await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.steps, this.workId(), 'opening');
      const sent = this.#http.post<CaseStepsView>(url, { step }, { headers: oneAct() });
      this.#view.set(await firstValueFrom(sent));
    });
    if (done) this.#announcer.say(this.#words.say('homework.steps.opened'));
  }
}
