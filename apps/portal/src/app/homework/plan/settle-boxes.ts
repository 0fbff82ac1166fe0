import { Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlanItemRequest } from '@trellis/contracts';

export type Settled = NonNullable<PlanItemRequest['confirmed']>[number];

/** What is to be settled with the person before an exercise opens; the therapist says so, and it stands with the plan. */
@Component({
  selector: 'tr-settle-boxes',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend>{{ 'plans.settle.legend' | transloco }}</legend>
      @for (one of asks(); track one) {
        <label>
          <input #box type="checkbox" [checked]="value().includes(one)" (change)="put(one, box.checked)" />
          {{ 'plans.settle.' + one | transloco }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    legend {
      margin-bottom: 4px;
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
    }
  `,
})
export class SettleBoxes {
  readonly asks = input.required<readonly Settled[]>();
  readonly value = model<readonly Settled[]>([]);

  protected put(one: Settled, on: boolean): void {
    this.value.update((before) => this.asks().filter((each) => (each === one ? on : before.includes(each))));
  }
}
