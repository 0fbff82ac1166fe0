import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BookAppointmentRequest, BookingOptionsView, CaseloadPageView } from '@trellis/contracts';
import { bookedKinds, kindFits, officeKind, worksWith, type Compartment } from '@trellis/domain';
import { Button, Dialog, Field } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { CalendarApi } from './calendar-api';
import { TakenNote } from './taken-note';

type Kind = BookAppointmentRequest['kind'];
type Every = 'once' | 'week' | 'two_weeks' | 'month';

/** A new session, once or again and again. */
@Component({
  selector: 'tr-new-session',
  imports: [Button, Dialog, Field, TakenNote, TranslocoPipe],
  templateUrl: './new-session.html',
  styleUrl: './new-session.css',
})
export class NewSession {
  readonly day = input.required<string>();
  readonly changed = output();
  readonly closed = output();
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly api = inject(CalendarApi);
  protected readonly coupleId = signal('');
  protected readonly kind = signal<Kind>('individual');
  protected readonly on = linkedSignal(() => this.day());
  protected readonly time = signal('09:00');
  protected readonly minutes = signal(50);
  protected readonly every = signal<Every>('once');
  protected readonly count = signal('');
  /** 'open', 'video', or the id of a room. */
  protected readonly place = signal('open');
  protected readonly link = signal('');

  protected readonly caseload = httpResource<CaseloadPageView>(() => ({
    url: apiUrl(paths.clinic.caseload),
    params: { limit: 100, sort: 'name' },
  }));
  protected readonly couples = computed(() =>
    this.caseload.hasValue() ? this.caseload.value().couples : [],
  );
  protected readonly options = httpResource<BookingOptionsView>(() =>
    this.coupleId() === '' ? undefined : apiUrl(paths.clinic.appointments, this.coupleId(), 'options'),
  );
  protected readonly choices = computed(() => (this.options.hasValue() ? this.options.value() : null));
  readonly #office = computed(() => this.#session.may('settings.manage'));
  protected readonly sides = computed(() =>
    ((this.choices()?.sides ?? []) as Compartment[]).filter((side) => kindFits(this.kind(), side)),
  );
  protected readonly kinds = computed(() => {
    const held = (this.choices()?.sides ?? []) as Compartment[];
    const may = (kind: Kind): boolean =>
      held.some((side) => kindFits(kind, side) && (!this.#office() || officeKind(kind, side) === kind));
    return bookedKinds.filter((kind) => may(kind));
  });
  protected readonly side = linkedSignal<Compartment | undefined>(() => this.sides()[0]);
  protected readonly staff = computed(() => {
    const side = this.side();
    const all = this.choices()?.staff ?? [];
    return side === undefined ? [] : all.filter((one) => worksWith(one.sides as Compartment[], side));
  });
  protected readonly staffIds = linkedSignal<readonly string[]>(() => {
    const own = this.#session.staff()?.id;
    const mine = this.staff().find(({ id }) => id === own) ?? this.staff()[0];
    return mine === undefined ? [] : [mine.id];
  });
  protected readonly ready = computed(() => this.side() !== undefined && this.staffIds().length > 0);

  protected sideName(side: Compartment): string {
    if (side === 'JOINT') return this.words.say('calendar.both');
    return this.choices()?.people.find((one) => one.side === side)?.name ?? side;
  }

  protected toggle(id: string): void {
    this.staffIds.update((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  }

  protected async book(): Promise<void> {
    const side = this.side();
    if (side === undefined || !this.ready()) return;
    const body: BookAppointmentRequest = {
      ...{ kind: this.kind(), side, on: this.on(), time: this.time(), minutes: this.minutes() },
      ...{ place: this.#placeAsked(), staffIds: [...this.staffIds()] },
      ...(this.every() === 'once' ? {} : { repeats: this.#repeats() }),
    };
    if (await this.api.book(this.coupleId(), body)) this.changed.emit();
  }

  #placeAsked(): BookAppointmentRequest['place'] {
    const place = this.place();
    if (place === 'open') return { at: 'open' };
    if (place !== 'video') return { at: 'room', roomId: place };
    return this.link() === '' ? { at: 'video' } : { at: 'video', link: this.link() };
  }

  #repeats(): NonNullable<BookAppointmentRequest['repeats']> {
    const count = Number(this.count());
    return {
      every: this.every() === 'month' ? 'month' : 'week',
      interval: this.every() === 'two_weeks' ? 2 : 1,
      ...(count > 0 ? { count } : {}),
    };
  }
}
