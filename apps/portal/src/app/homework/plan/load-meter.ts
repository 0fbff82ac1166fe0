import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LoadView } from '@trellis/contracts';
import { Chip } from '@trellis/ui';
import { Words } from '../../core/i18n/words';

/** What four weeks ask of one person, against what is enough. It warns and refuses nothing. */
@Component({
  selector: 'tr-load-meter',
  imports: [Chip, TranslocoPipe],
  template: `
    <h3>{{ 'plans.load.heading' | transloco }}</h3>
    <ul>
      @for (week of weeks(); track week.from) {
        <li>
          <span class="small">{{ week.label }}</span>
          <span
            class="track"
            role="meter"
            aria-valuemin="0"
            [attr.aria-valuemax]="most()"
            [attr.aria-valuenow]="week.minutesPerDay"
            [attr.aria-label]="week.sentence"
            [class.over]="week.minutesPerDay > mostMinutes()"
          >
            <span [style.inline-size.%]="(100 * week.minutesPerDay) / most()"></span>
          </span>
          <span class="small">{{ week.sentence }}</span>
          @if (week.overActive || week.overMinutes) {
            <tr-chip tone="note">{{ 'plans.load.over' | transloco }}</tr-chip>
          }
        </li>
      }
    </ul>
    <p class="small">
      {{ 'plans.load.cap' | transloco: { active: mostActive(), minutes: mostMinutes() } }}
    </p>
  `,
  styleUrl: './load-meter.css',
})
export class LoadMeter {
  readonly load = input.required<LoadView>();
  readonly mostActive = input.required<number>();
  readonly mostMinutes = input.required<number>();
  readonly #words = inject(Words);

  protected readonly weeks = computed(() =>
    this.load().weeks.map((week, index) => ({
      ...week,
      label: this.#words.say(index === 0 ? 'plans.load.thisWeek' : 'plans.load.weekOf', {
        day: this.#words.day(week.from),
      }),
      sentence: this.#words.say('plans.load.week', { active: week.active, minutes: week.minutesPerDay }),
    })),
  );
  /** The bar reaches past the cap, so that more than enough can be seen as such. */
  protected readonly most = computed(() =>
    Math.max(this.mostMinutes() * 1.5, ...this.load().weeks.map(({ minutesPerDay }) => minutesPerDay)),
  );
}
