import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadyPlanItemView, PlanBoardView } from '@trellis/contracts';
import { loadOf } from '@trellis/domain';
import { Card, Chip } from '@trellis/ui';
import { CurrentCouple } from '../../core/couple/current-couple';

/** How much each person would have with what they have already. It warns and refuses nothing. */
@Component({
  selector: 'tr-ready-plan-load',
  imports: [Card, Chip, TranslocoPipe],
  template: `
    <tr-card [heading]="'plans.ready.load' | transloco">
      <ul>
        @for (row of rows(); track row.id) {
          <li>
            <span>{{ 'plans.ready.loadOf' | transloco: row }}</span>
            @if (row.over) {
              <tr-chip tone="note">{{ 'plans.load.over' | transloco }}</tr-chip>
            }
          </li>
        }
      </ul>
      <p class="small">
        {{ 'plans.load.cap' | transloco: { active: board().mostActive, minutes: board().mostMinutes } }}
      </p>
    </tr-card>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      min-height: 28px;
    }
  `,
})
export class ReadyPlanLoad {
  readonly given = input.required<readonly ReadyPlanItemView[]>();
  readonly board = input.required<PlanBoardView>();
  readonly #couple = inject(CurrentCouple);

  protected readonly rows = computed(() =>
    this.board().loads.map((load) => {
      const added = loadOf(
        this.given()
          .filter(({ personId, side }) => side === 'JOINT' || personId === load.personId)
          .map(({ templateCode: code, cadence, minutes }) => ({ code, cadence, minutes })),
      );
      const { n, d } = added.minutesPerDay;
      const minutes = Math.round(10 * (load.minutesPerDay + Number(n) / Number(d))) / 10;
      const active = load.active + added.active;
      const name = this.#couple.view()?.people.find(({ id }) => id === load.personId)?.name ?? '';
      const over = active > this.board().mostActive || minutes > this.board().mostMinutes;
      return { id: load.personId, name, active, minutes, over };
    }),
  );
}
