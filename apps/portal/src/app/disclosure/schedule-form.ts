import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { instantOf, isLocalDate } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { NearDates } from '../core/disclosure-dates/near-dates';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { DisclosureProcess } from './disclosure-process';

/** Asks for a session date in the couple's own time zone. What was entered stays, also after a refusal. */
@Component({
  selector: 'tr-schedule-form',
  imports: [Button, Card, Field, NearDates, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosure.schedule.heading' | transloco">
      <form novalidate (submit)="ask($event)">
        <p class="small">{{ 'disclosure.schedule.zone' | transloco: { zone: timeZone() } }}</p>
        <div class="row">
          <tr-field #day [label]="'disclosure.schedule.day' | transloco">
            <input
              #date
              type="date"
              [id]="day.id"
              [value]="on()"
              [attr.aria-describedby]="day.describedBy"
              (input)="take(date.value, at())"
            />
          </tr-field>
          <tr-field #clock [label]="'disclosure.schedule.time' | transloco">
            <input
              #time
              type="time"
              [id]="clock.id"
              [value]="at()"
              [attr.aria-describedby]="clock.describedBy"
              (input)="take(on(), time.value)"
            />
          </tr-field>
          <button trButton look="main" type="submit" [busy]="process.busy()" [off]="instant() === null">
            {{ 'disclosure.schedule.send' | transloco }}
          </button>
          @if (leads()) {
            <button
              trButton
              type="button"
              [busy]="process.busy()"
              [off]="instant() === null"
              (click)="order()"
            >
              {{ 'disclosure.schedule.order' | transloco }}
            </button>
          }
        </div>
        <tr-near-dates [coupleId]="coupleId()" [startsAt]="instant()" />
        @if (ordered(); as line) {
          <p class="small">{{ line }}</p>
        }
      </form>
    </tr-card>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: end;
      margin-top: 8px;
    }
  `,
})
export class ScheduleForm {
  readonly coupleId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly #unsent = inject(UnsentText);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly process = inject(DisclosureProcess);

  readonly #place = computed(() => `disclosure-date:${this.coupleId()}`);
  readonly #kept = linkedSignal(() => this.#unsent.recall(this.#place()));
  protected readonly on = computed(() => this.#kept().split('T')[0] ?? '');
  protected readonly at = computed(() => this.#kept().split('T')[1] ?? '');
  protected readonly instant = computed(() => instantAt(this.on(), this.at(), this.timeZone()));

  /** The lead may also leave the entering to the office. */
  protected readonly leads = computed(
    () => this.process.view()?.acts.some(({ event }) => event === 'schedule') === true,
  );
  protected readonly ordered = computed(() => {
    const order = this.process.view()?.order ?? null;
    if (order === null) return null;
    const when = this.#words.moment(order.startsAt, this.timeZone());
    return this.#words.say('disclosure.schedule.ordered', { when, name: order.byName });
  });

  protected async order(): Promise<void> {
    const startsAt = this.instant();
    if (startsAt !== null && (await this.process.act('order', { startsAt })))
      this.#announcer.say(this.#words.say('disclosure.schedule.orderDone'));
  }

  protected take(on: string, at: string): void {
    this.#kept.set(`${on}T${at}`);
    this.#unsent.keep(this.#place(), `${on}T${at}`);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const instant = this.instant();
    if (instant === null || this.process.busy()) return;
    if (!(await this.process.schedule(instant))) return;
    this.#unsent.keep(this.#place(), '');
    this.#announcer.say(this.#words.say('disclosure.schedule.done'));
  }
}

/** The instant at which the zone's wall clock shows day and time, as ISO 8601 in UTC; null while incomplete. */
export function instantAt(day: string, time: string, zone: string): string | null {
  const clock = time.slice(0, 5);
  return isLocalDate(day) && /^\d{2}:\d{2}$/.test(clock) ? instantOf(day, clock, zone).toISOString() : null;
}
