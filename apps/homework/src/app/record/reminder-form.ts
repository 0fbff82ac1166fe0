import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnRemindersView } from '@trellis/contracts';
import { Button, Field } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';

/** What a person asks for when they want reminders. */
export interface ReminderWish {
  readonly address: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly quietDays: number[];
  readonly timeZone: string;
  readonly discreet: boolean;
}

const week = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, to name the days of a week from. */
const someMonday = Date.UTC(2025, 0, 6);

/** Where to write, when not, and in which words. The time zone is that of this device. */
@Component({
  selector: 'tr-reminder-form',
  imports: [Button, Field, TranslocoPipe],
  template: `
    <form class="stack-s" (submit)="send($event, address, from, until, discreet)">
      <tr-field
        [label]="'record.reminders.address' | transloco"
        [hint]="'record.reminders.addressHint' | transloco"
        #a
      >
        <input
          #address
          type="email"
          autocomplete="off"
          maxlength="254"
          required
          [id]="a.id"
          [attr.aria-describedby]="a.describedBy"
          [value]="wish().address ?? ''"
        />
      </tr-field>
      <div class="hours">
        <tr-field [label]="'record.reminders.quietFrom' | transloco" #f>
          <input #from type="time" required [id]="f.id" [value]="wish().quietFrom" />
        </tr-field>
        <tr-field [label]="'record.reminders.quietUntil' | transloco" #u>
          <input #until type="time" required [id]="u.id" [value]="wish().quietUntil" />
        </tr-field>
      </div>
      <fieldset>
        <legend>{{ 'record.reminders.quietDays' | transloco }}</legend>
        @for (day of days(); track day.number) {
          <label>
            <input type="checkbox" [checked]="day.quiet" (change)="toggle(day.number)" /> {{ day.name }}
          </label>
        }
      </fieldset>
      <p class="small">{{ 'record.reminders.zone' | transloco: { zone } }}</p>
      <label class="line">
        <input #discreet type="checkbox" [checked]="wish().discreet" />
        <span>{{ 'record.reminders.discreet' | transloco }}</span>
      </label>
      <button trButton look="main" type="submit" [busy]="busy()">
        {{ 'record.reminders.save' | transloco }}
      </button>
      <button trButton type="button" (click)="left.emit()">
        {{ 'record.reminders.notNow' | transloco }}
      </button>
    </form>
  `,
  styles: `
    .hours {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
      gap: 12px;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
      gap: 4px 12px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 6px;
      padding: 0;
    }
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 44px;
    }
    input[type='checkbox'] {
      flex: none;
      width: 22px;
      height: 22px;
      accent-color: var(--leaf);
    }
  `,
})
export class ReminderForm {
  readonly wish = input.required<OwnRemindersView>();
  readonly busy = input(false);
  readonly chosen = output<ReminderWish>();
  readonly left = output();
  readonly #languages = inject(Languages);
  readonly #quiet = linkedSignal<readonly number[]>(() => this.wish().quietDays);
  protected readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly days = computed(() => {
    const named = new Intl.DateTimeFormat(this.#languages.active(), { weekday: 'long', timeZone: 'UTC' });
    return week.map((number) => ({
      number,
      name: named.format(someMonday + (number - 1) * 86_400_000),
      quiet: this.#quiet().includes(number),
    }));
  });

  protected toggle(day: number): void {
    this.#quiet.update((days) =>
      days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted(),
    );
  }

  protected send(
    event: Event,
    address: HTMLInputElement,
    from: HTMLInputElement,
    until: HTMLInputElement,
    discreet: HTMLInputElement,
  ): void {
    event.preventDefault();
    if (address.value.trim() === '' || from.value === '' || until.value === '') return;
    this.chosen.emit({
      address: address.value.trim(),
      quietFrom: from.value.slice(0, 5),
      quietUntil: until.value.slice(0, 5),
      quietDays: [...this.#quiet()],
      timeZone: this.zone,
      discreet: discreet.checked,
    });
  }
}
