import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AppointmentView, AttendanceView } from '@trellis/contracts';
import { localTimeOf } from '@trellis/domain';
import { Button, CompartmentMark, Dialog, Field, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { CalendarApi } from './calendar-api';
import { ScopeChoice, type Scope } from './scope-choice';
import { TakenNote } from './taken-note';

const ofPerson = ['attended', 'late_cancel', 'no_show'] as const;

/** One session: who came in one tap, another hour, cancelling. */
@Component({
  selector: 'tr-session-panel',
  imports: [Button, CompartmentMark, Dialog, Field, RouterLink, ScopeChoice, TakenNote, TranslocoPipe],
  templateUrl: './session-panel.html',
  styleUrl: './session-panel.css',
})
export class SessionPanel {
  readonly session = input.required<AppointmentView>();
  readonly zone = input.required<string>();
  readonly changed = output();
  readonly closed = output();
  readonly #self = inject(Session);
  protected readonly words = inject(Words);
  protected readonly api = inject(CalendarApi);
  protected readonly marks = ofPerson;
  protected readonly scope = signal<Scope>('this');
  protected readonly on = linkedSignal(() => this.session().on);
  protected readonly time = linkedSignal(() => this.session().time);
  protected readonly minutes = linkedSignal(() => this.session().minutes);
  protected readonly movedTo = signal('');
  protected readonly mark = computed(() =>
    this.session().kind === 'team' ? 'team' : compartmentOfSide[this.session().side],
  );
  protected readonly begun = computed(() => new Date(this.session().startsAt) <= new Date());
  /** A session with people that has begun, for whoever writes its note. */
  protected readonly notable = computed(
    () => this.begun() && this.session().kind !== 'team' && this.#self.may('progress_notes.keep'),
  );
  /** Still as it was booked, so that it can be put to another hour. */
  protected readonly isOpen = computed(() => {
    const { mayChange, state, people } = this.session();
    return mayChange && state !== 'given_back' && people.every(({ attendance }) => attendance === 'expected');
  });
  protected readonly when = computed(() => {
    const { startsAt, zone } = this.session();
    const here = this.words.moment(startsAt, this.zone());
    if (zone === this.zone()) return here;
    const there = localTimeOf(new Date(startsAt), zone);
    return this.words.say('calendar.there', { here, there, zone });
  });
  protected readonly repeats = computed(() => {
    const { repeats } = this.session();
    if (repeats === null) return '';
    return this.words.say(`calendar.every.${repeats.every}`, { n: repeats.interval });
  });

  protected async attend(side: 'RP' | 'BP', attendance: AttendanceView): Promise<void> {
    const movedTo = attendance === 'client_moved' && this.movedTo() !== '' ? { movedTo: this.movedTo() } : {};
    const body = { side, attendance, ...movedTo };
    if (await this.api.act(this.session(), { name: 'attendance', body })) this.changed.emit();
  }

  protected async endAll(attendance: AttendanceView): Promise<void> {
    const [first] = this.session().people;
    if (first !== undefined) await this.attend(first.side, attendance);
  }

  protected async move(): Promise<void> {
    const { at, roomId, link } = this.session().place;
    const body = {
      ...{ scope: this.scope(), on: this.on(), time: this.time(), minutes: this.minutes() },
      place: { at, ...(roomId === null ? {} : { roomId }), ...(link === null ? {} : { link }) },
    };
    if (await this.api.act(this.session(), { name: 'move', body })) this.changed.emit();
  }

  protected async cancel(): Promise<void> {
    const body = { scope: this.scope() };
    if (await this.api.act(this.session(), { name: 'cancellation', body })) this.changed.emit();
  }
}
