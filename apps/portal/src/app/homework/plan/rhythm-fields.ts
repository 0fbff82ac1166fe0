import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type HomeworkTemplate, rhythmsOf } from '@trellis/domain';
import { Field, MultiChips, type Option } from '@trellis/ui';
import { Words } from '../../core/i18n/words';
import { rhythmWords, weekdayName } from './rhythm-words';

/** How often, on which days and at what time, as far as the exercise lets one choose. */
export interface ChosenRhythm {
  readonly cadence: number;
  readonly weekdays: readonly number[];
  readonly time: string;
}

export const usualRhythm: ChosenRhythm = { cadence: 0, weekdays: [], time: '17:00' };

/** The part of a request that the exercise has a use for. */
export function rhythmOfRequest(
  template: HomeworkTemplate,
  { cadence, weekdays, time }: ChosenRhythm,
): { cadence?: number; weekdays?: number[]; time?: string } {
  const kind = rhythmsOf(template)[cadence]?.kind;
  return {
    ...(cadence === 0 ? {} : { cadence }),
    ...(kind === 'weekly' && weekdays.length > 0 ? { weekdays: [...weekdays] } : {}),
    ...(kind === 'daily' && time !== '' ? { time } : {}),
  };
}

/** Chooses the rhythm of one exercise. */
@Component({
  selector: 'tr-rhythm-fields',
  imports: [Field, MultiChips, TranslocoPipe],
  template: `
    @if (rhythms().length > 1) {
      <tr-field #often [label]="'plans.rhythm.often' | transloco">
        <select #pick [id]="often.id" (change)="put({ cadence: +pick.value })">
          @for (one of rhythms(); track one.value) {
            <option [value]="one.value" [selected]="one.value === value().cadence">{{ one.label }}</option>
          }
        </select>
      </tr-field>
    } @else {
      <p class="small">{{ rhythms()[0]?.label }}</p>
    }
    @if (kind() === 'weekly') {
      <tr-multi-chips
        [legend]="'plans.rhythm.weekdays' | transloco"
        [options]="weekdays()"
        [value]="value().weekdays"
        (valueChange)="put({ weekdays: $event })"
      />
    } @else if (kind() === 'daily') {
      <tr-field #clock [label]="'plans.rhythm.time' | transloco" [hint]="'plans.rhythm.timeHint' | transloco">
        <input
          #at
          type="time"
          [id]="clock.id"
          [attr.aria-describedby]="clock.describedBy"
          [value]="value().time"
          (input)="put({ time: at.value })"
        />
      </tr-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    select,
    input {
      width: 100%;
      max-width: 20rem;
    }
  `,
})
export class RhythmFields {
  readonly template = input.required<HomeworkTemplate>();
  readonly value = model<ChosenRhythm>(usualRhythm);
  readonly #words = inject(Words);

  readonly #cadences = computed(() => rhythmsOf(this.template()));
  protected readonly rhythms = computed(() =>
    this.#cadences().map((cadence, value) => ({ value, label: rhythmWords(this.#words, cadence) })),
  );
  protected readonly kind = computed(() => this.#cadences()[this.value().cadence]?.kind);
  protected readonly weekdays = computed(() =>
    [1, 2, 3, 4, 5, 6, 7].map((value): Option<number> => ({
      value,
      label: weekdayName(this.#words.language(), value),
    })),
  );

  protected put(part: Partial<ChosenRhythm>): void {
    this.value.update((before) => ({ ...before, ...part }));
  }
}
