import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClosedExerciseView, CouplePersonView } from '@trellis/contracts';
import { type HomeworkTemplate, homeworkTemplates } from '@trellis/domain';
import { Field } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { ClinicExercises } from '../clinic-exercises';
import { type ChosenRhythm, RhythmFields } from './rhythm-fields';
import { SettleBoxes, type Settled } from './settle-boxes';

const TRACK = { RP: 'R', BP: 'B' } as const;
const CAN_BE_SETTLED: readonly string[] = [
  'acute_risk',
  'no_support_that_evening',
  'legal_question_open',
] satisfies Settled[];

/** What one person is given: exercise, rhythm, and what was settled for it. */
export interface Given {
  readonly code: string;
  readonly rhythm: ChosenRhythm;
  readonly settled: readonly Settled[];
}

/** Chooses an exercise for one person. What is closed stands in the list and cannot be chosen. */
@Component({
  selector: 'tr-give-one',
  imports: [Field, RhythmFields, SettleBoxes, TranslocoPipe],
  template: `
    <div class="one">
      <h3>{{ person().name }}</h3>
      <tr-field #what [label]="'homework.assign.what' | transloco">
        <select #pick [id]="what.id" (change)="put({ code: pick.value })">
          <option value="">{{ 'plans.give.nothing' | transloco }}</option>
          @for (one of choices(); track one.template.code) {
            <option
              [value]="one.template.code"
              [selected]="one.template.code === value().code"
              [disabled]="one.closed"
            >
              {{ one.label }}
            </option>
          }
        </select>
      </tr-field>
      @if (template(); as exercise) {
        <tr-rhythm-fields
          [template]="exercise"
          [value]="value().rhythm"
          (valueChange)="put({ rhythm: $event })"
        />
        @if (asks().length > 0) {
          <tr-settle-boxes
            [asks]="asks()"
            [value]="value().settled"
            (valueChange)="put({ settled: $event })"
          />
        }
      }
    </div>
  `,
  styleUrl: './plan-forms.css',
})
export class GiveOne {
  readonly person = input.required<Pick<CouplePersonView, 'id' | 'name' | 'side'>>();
  readonly closed = input.required<readonly ClosedExerciseView[]>();
  readonly value = model.required<Given>();
  readonly #words = inject(Words);
  readonly #clinic = inject(ClinicExercises);

  protected readonly choices = computed(() =>
    [...homeworkTemplates, ...this.#clinic.published()]
      .filter(({ track }) => track === TRACK[this.person().side])
      .map((template) => {
        const closed = reasonsOf(template, this.closed()).some((reason) => !CAN_BE_SETTLED.includes(reason));
        const title = template.title[this.#words.language()];
        return {
          ...{ template, closed },
          label: closed ? this.#words.say('plans.give.closed', { title }) : title,
        };
      }),
  );
  protected readonly template = computed(() => this.#clinic.exercise(this.value().code));
  protected readonly asks = computed(() => settlesOf(this.template(), this.closed()));

  protected put(part: Partial<Given>): void {
    this.value.update((before) => ({ ...before, ...part }));
  }
}

function reasonsOf({ code }: HomeworkTemplate, closed: readonly ClosedExerciseView[]): readonly string[] {
  return closed.find(({ templateCode }) => templateCode === code)?.causes.map(({ reason }) => reason) ?? [];
}

/** What has to be settled for an exercise before it opens. */
export function settlesOf(
  template: HomeworkTemplate | null,
  closed: readonly ClosedExerciseView[],
): readonly Settled[] {
  const reasons = template === null ? [] : reasonsOf(template, closed);
  return (CAN_BE_SETTLED as readonly Settled[]).filter((one) => reasons.includes(one));
}
