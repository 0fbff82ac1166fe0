import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { instantOf, isLocalDate, recheckWindow } from '@trellis/domain';
import { Announcer, Button, Card, Field } from '@trellis/ui';
import { NearDates } from '../core/disclosure-dates/near-dates';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { DisclosureProcess, type SessionDate } from './disclosure-process';

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
              (input)="take(date.value, at(), recheckOn(), recheckTime())"
            />
          </tr-field>
          <tr-field #clock [label]="'disclosure.schedule.time' | transloco">
            <input
              #time
              type="time"
              [id]="clock.id"
              [value]="at()"
              [attr.aria-describedby]="clock.describedBy"
              (input)="take(on(), time.value, recheckOn(), recheckTime())"
            />
          </tr-field>
          @if (beyond(); as window) {
            <tr-field
              #checkDay
              [label]="'disclosure.schedule.recheckDay' | transloco"
              [hint]="'disclosure.schedule.recheckHint' | transloco: window"
            >
              <input
                #checkOn
                type="date"
                [id]="checkDay.id"
                [value]="recheckOn()"
                [attr.aria-describedby]="checkDay.describedBy"
                (input)="take(on(), at(), checkOn.value, recheckTime())"
              />
            </tr-field>
            <tr-field #checkClock [label]="'disclosure.schedule.recheckTime' | transloco">
              <input
                #checkAt
                type="time"
                [id]="checkClock.id"
                [value]="recheckTime()"
                [attr.aria-describedby]="checkClock.describedBy"
                (input)="take(on(), at(), recheckOn(), checkAt.value)"
              />
            </tr-field>
          }
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

  protected readonly recheckOn = computed(() => this.#kept().split('T')[2] ?? '');
  protected readonly recheckTime = computed(() => this.#kept().split('T')[3] ?? '');
  /** When the check may be, for a date that lies beyond readiness; null for any other date. */
  protected readonly beyond = computed(() => {
    const [startsAt, until] = [this.instant(), this.process.view()?.readyUntil ?? null];
    if (startsAt === null || until === null || startsAt <= until) return null;
    const { from, to } = recheckWindow(new Date(startsAt));
    const moment = (at: Date): string => this.#words.moment(at.toISOString(), this.timeZone());
    return { from: moment(from), to: moment(to) };
  });
  readonly #date = computed((): SessionDate | null => {
    const startsAt = this.instant();
    if (startsAt === null) return null;
    const recheckAt = instantAt(this.recheckOn(), this.recheckTime(), this.timeZone());
    return this.beyond() === null || recheckAt === null ? { startsAt } : { startsAt, recheckAt };
  });

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
    const date = this.#date();
    if (date !== null && (await this.process.act('order', date)))
      this.#announcer.say(this.#words.say('disclosure.schedule.orderDone'));
  }

  protected take(...entered: readonly [string, string, string, string]): void {
    this.#kept.set(entered.join('T'));
    this.#unsent.keep(this.#place(), entered.join('T'));
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const date = this.#date();
    if (date === null || this.process.busy()) return;
    if (!(await this.process.schedule(date))) return;
    this.#unsent.keep(this.#place(), '');
    this.#announcer.say(this.#words.say('disclosure.schedule.done'));
  }
}

/** The instant at which the zone's wall clock shows day and time, as ISO 8601 in UTC; null while incomplete. */
export function instantAt(day: string, time: string, zone: string): string | null {
  const clock = time.slice(0, 5);
  return isLocalDate(day) && /^\d{2}:\d{2}$/.test(clock) ? instantOf(day, clock, zone).toISOString() : null;
}
