import { HttpClient, httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AppointmentView, CalendarView, TimeOffView } from '@trellis/contracts';
import { addDays, localDateOf } from '@trellis/domain';
import { Button, Field, Icon, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { Session } from '../core/session/session';
import { AwayForm } from './away-form';
import { CalendarApi } from './calendar-api';
import { HourBlock } from './hour-block';
import { NewSession } from './new-session';
import { RoomList } from './room-list';
import { SessionPanel } from './session-panel';
import { type Block, columnsOf, hoursOf, mondayOf, piecesOf, spanOf } from './week';

/** A week of one member of staff: seven columns on a desk, one day at a time on a phone. */
@Component({
  selector: 'tr-calendar-page',
  imports: [
    AwayForm,
    Button,
    Field,
    HourBlock,
    Icon,
    NewSession,
    ProblemNote,
    RoomList,
    SessionPanel,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
  providers: [CalendarApi],
})
export class CalendarPage {
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly http = inject(HttpClient);
  protected readonly api = inject(CalendarApi);
  protected readonly zone = computed(() => this.#session.clinic()?.timeZone ?? 'UTC');
  protected readonly office = computed(() => this.#session.may('settings.manage'));
  protected readonly mayTakeOff = computed(() => this.#session.may('time_off.keep'));
  protected readonly today = signal(localDateOf(new Date(), this.#session.clinic()?.timeZone ?? 'UTC'));
  protected readonly monday = signal(mondayOf(this.today()));
  /** The day that a phone shows. */
  protected readonly day = signal(this.today());
  protected readonly whose = signal('');
  protected readonly chosen = signal<AppointmentView | null>(null);
  protected readonly chosenAway = signal<TimeOffView | null>(null);
  protected readonly adding = signal(false);
  protected readonly takingOff = signal(false);

  protected readonly week = httpResource<CalendarView>(() => ({
    url: apiUrl(paths.clinic.calendar),
    params: {
      ...spanOf(this.monday(), this.zone()),
      ...(this.whose() === '' ? {} : { staffId: this.whose() }),
    },
  }));
  protected readonly view = computed(() => (this.week.hasValue() ? this.week.value() : null));
  protected readonly problem = computed(() =>
    this.week.error() === undefined ? null : toProblem(this.week.error()),
  );
  protected readonly state = computed(() => {
    if (this.week.error() !== undefined) return 'error';
    return this.view() === null ? 'loading' : 'full';
  });
  readonly #pieces = computed(() => {
    const view = this.view();
    return view === null ? [] : piecesOf(this.monday(), this.zone(), view.appointments, view.timeOff);
  });
  readonly #hours = computed(() => hoursOf(this.#pieces()));
  protected readonly hours = computed(() => {
    const { from, to } = this.#hours();
    return Array.from({ length: to - from }, (_, n) => `${String(from + n).padStart(2, '0')}:00`);
  });
  protected readonly columns = computed(() =>
    columnsOf(this.monday(), this.today(), this.#pieces(), this.#hours().from),
  );
  protected readonly heading = computed(() =>
    this.words.say('calendar.weekOf', {
      from: this.words.day(this.monday()),
      to: this.words.day(addDays(this.monday(), 6)),
    }),
  );

  constructor() {
    const key = (name: string, words: string, press: () => void) => ({ key: name, words, press });
    const keys = [
      key('ArrowLeft', 'calendar.earlier', () => {
        this.turn(-7);
      }),
      key('ArrowRight', 'calendar.later', () => {
        this.turn(7);
      }),
      key('t', 'calendar.today', () => {
        this.backToToday();
      }),
      key('c', 'calendar.add', () => {
        this.adding.set(true);
      }),
    ];
    inject(Keys, { optional: true })?.add(keys, inject(DestroyRef));
  }

  protected turn(days: number): void {
    this.day.update((day) => addDays(day, days));
    this.monday.set(mondayOf(this.day()));
  }

  protected backToToday(): void {
    this.day.set(this.today());
    this.monday.set(mondayOf(this.today()));
  }

  protected show({ appointment, timeOff }: Block): void {
    this.api.problem.set(null);
    this.chosen.set(appointment);
    this.chosenAway.set(timeOff);
  }

  protected changed(): void {
    this.chosen.set(null);
    this.chosenAway.set(null);
    this.adding.set(false);
    this.takingOff.set(false);
    this.week.reload();
  }

  protected async giveBack(): Promise<void> {
    const away = this.chosenAway();
    if (away !== null && (await this.api.giveBack(away.id))) this.changed();
  }
}
