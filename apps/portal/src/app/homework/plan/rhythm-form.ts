import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlanView } from '@trellis/contracts';
import { type Cadence, type HomeworkTemplate, isLocalDate, rhythmsOf } from '@trellis/domain';
import { Announcer, Button, Field } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { CouplePlans } from './couple-plans';
import { RhythmFields, rhythmOfRequest } from './rhythm-fields';

const MOST_DAYS = 168;

/** Another rhythm from a day on. What came before keeps its own. */
@Component({
  selector: 'tr-rhythm-form',
  imports: [Button, Field, RhythmFields, TranslocoPipe],
  template: `
    <form novalidate (submit)="save($event)">
      <tr-rhythm-fields [template]="template()" [(value)]="rhythm" />
      <div class="row">
        <tr-field
          #first
          [label]="'plans.rhythm.from' | transloco"
          [error]="fromWrong() ? ('homework.assign.dateWrong' | transloco) : ''"
        >
          <input
            #start
            type="date"
            [id]="first.id"
            [attr.aria-describedby]="first.describedBy"
            [attr.aria-invalid]="fromWrong() || null"
            [value]="from()"
            (input)="from.set(start.value)"
          />
        </tr-field>
        <tr-field
          #long
          [label]="'homework.assign.days' | transloco"
          [error]="daysWrong() ? ('homework.assign.daysWrong' | transloco: { most: mostDays }) : ''"
        >
          <input
            #count
            type="number"
            inputmode="numeric"
            min="1"
            [max]="mostDays"
            [id]="long.id"
            [attr.aria-describedby]="long.describedBy"
            [attr.aria-invalid]="daysWrong() || null"
            [value]="days()"
            (input)="days.set(count.valueAsNumber)"
          />
        </tr-field>
      </div>
      <div class="ends">
        <button
          trButton
          look="main"
          type="submit"
          [busy]="plans.attempt.busy()"
          [off]="fromWrong() || daysWrong()"
        >
          {{ 'plans.rhythm.save' | transloco }}
        </button>
        <button trButton look="quiet" type="button" (click)="closed.emit()">
          {{ 'plans.cancel' | transloco }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './plan-forms.css',
})
export class RhythmForm {
  readonly plan = input.required<PlanView>();
  readonly template = input.required<HomeworkTemplate>();
  readonly today = input.required<string>();
  readonly closed = output();
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly plans = inject(CouplePlans);

  protected readonly mostDays = MOST_DAYS;
  protected readonly rhythm = linkedSignal(() => {
    const { cadence, weekdays, time } = this.plan();
    return { cadence: placeOf(cadence, this.template()), weekdays, time };
  });
  protected readonly from = linkedSignal(() => this.today());
  protected readonly days = signal(28);
  protected readonly fromWrong = computed(() => !isLocalDate(this.from()) || this.from() < this.today());
  protected readonly daysWrong = computed(
    () => !Number.isInteger(this.days()) || this.days() < 1 || this.days() > MOST_DAYS,
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.fromWrong() || this.daysWrong()) return;
    const rhythm = rhythmOfRequest(this.template(), this.rhythm());
    const when = { startsOn: this.from(), days: this.days() };
    if (!(await this.plans.changeRhythm(this.plan(), { ...rhythm, ...when }))) return;
    this.#announcer.say(this.#words.say('plans.rhythm.done'));
    this.closed.emit();
  }
}

/** Which of the exercise's rhythms the plan has; its own where it has none of them. */
function placeOf(cadence: Cadence, template: HomeworkTemplate): number {
  const times = (one: Cadence): number => ('times' in one ? one.times : 0);
  const at = rhythmsOf(template).findIndex(
    (one) => one.kind === cadence.kind && times(one) === times(cadence),
  );
  return Math.max(0, at);
}
