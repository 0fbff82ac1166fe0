import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Card } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleStages } from './couple-stages';

/** Gates that were opened and closed, newest first. */
@Component({
  selector: 'tr-past-list',
  imports: [Button, Card, ProblemNote, TranslocoPipe],
  template: `
    <tr-card [heading]="'stages.past.heading' | transloco">
      <ul>
        @for (one of rows(); track one.id) {
          <li>
            <span>{{ one.line }}</span>
            @if (one.hasReason) {
              <button trButton small look="quiet" type="button" (click)="read(one.id)">
                {{ 'stages.past.read' | transloco }}
              </button>
            }
            @if (reason()?.id === one.id) {
              <p class="text">{{ reason()?.words }}</p>
            }
          </li>
        }
      </ul>
      <tr-problem-note [problem]="attempt.problem()" />
    </tr-card>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      padding: 0;
      list-style: none;
    }
    .text {
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class PastList {
  readonly #words = inject(Words);
  readonly #stages = inject(CoupleStages);
  protected readonly attempt = new Attempt();
  protected readonly reason = signal<{ readonly id: string; readonly words: string } | null>(null);
  protected readonly rows = computed(() => {
    const view = this.#stages.view();
    const zone = view?.timeZone ?? 'UTC';
    return (view?.past ?? []).map((one) => {
      const from = one.to - 1;
      const opened = this.#words.say(one.openedBy === null ? 'stages.past.opened' : 'stages.past.openedBy', {
        ...{ from, to: one.to, when: this.#words.date(one.openedAt, zone), name: one.openedBy ?? '' },
      });
      const closed =
        one.closedAt === null
          ? this.#words.say('stages.past.until', { when: this.#words.day(one.reviewOn) })
          : this.#words.say('stages.past.closed', { when: this.#words.date(one.closedAt, zone) });
      return { id: one.id, hasReason: one.hasReason, line: `${opened} ${closed}` };
    });
  });

  protected async read(id: string): Promise<void> {
    await this.attempt.run(async () => {
      this.reason.set({ id, words: (await this.#stages.words('reasons', id)).words });
    });
  }
}
