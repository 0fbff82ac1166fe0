import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type {
  AddRoomRequest,
  AppointmentView,
  BookAppointmentRequest,
  CancelAppointmentRequest,
  MarkAttendanceRequest,
  MoveAppointmentRequest,
  TakeTimeOffRequest,
} from '@trellis/contracts';
import { Announcer } from '@trellis/ui';
import { headers, paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { IntendedAct } from '../core/http/intended-act';
import { type Problem, toProblem } from '../core/http/problem';
import { Words } from '../core/i18n/words';

type Act =
  | { readonly name: 'move'; readonly body: MoveAppointmentRequest }
  | { readonly name: 'cancellation'; readonly body: CancelAppointmentRequest }
  | { readonly name: 'attendance'; readonly body: MarkAttendanceRequest };

/** What is done in the calendar: one act at a time, said aloud when done, kept as a problem when not. */
@Injectable()
export class CalendarApi {
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #act = new IntendedAct();
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  book(coupleId: string, body: BookAppointmentRequest): Promise<boolean> {
    return this.#do('calendar.said.booked', { coupleId, body }, (own) =>
      firstValueFrom(
        this.#http.post(apiUrl(paths.clinic.appointments, coupleId), body, { headers: { ...own } }),
      ),
    );
  }

  act({ coupleId, id, version }: AppointmentView, { name, body }: Act): Promise<boolean> {
    return this.#do(`calendar.said.${name}`, { id, version, name, body }, (own) =>
      firstValueFrom(
        this.#http.post(apiUrl(paths.clinic.appointments, coupleId, id, name), body, {
          headers: { ...own, [headers.ifMatch]: `"v${String(version)}"` },
        }),
      ),
    );
  }

  takeOff(body: TakeTimeOffRequest): Promise<boolean> {
    return this.#do('calendar.said.away', body, (own) =>
      firstValueFrom(
        this.#http.post(apiUrl(paths.clinic.calendar, 'time-off'), body, { headers: { ...own } }),
      ),
    );
  }

  giveBack(id: string): Promise<boolean> {
    return this.#do('calendar.said.back', { id }, () =>
      firstValueFrom(this.#http.delete(apiUrl(paths.clinic.calendar, 'time-off', id))),
    );
  }

  addRoom(body: AddRoomRequest): Promise<boolean> {
    return this.#do('calendar.said.room', body, (own) =>
      firstValueFrom(this.#http.post(apiUrl(paths.clinic.rooms), body, { headers: { ...own } })),
    );
  }

  closeRoom(id: string, version: number): Promise<boolean> {
    return this.#do('calendar.said.room', { id, version }, (own) =>
      firstValueFrom(
        this.#http.post(apiUrl(paths.clinic.rooms, id, 'closing'), null, {
          headers: { ...own, [headers.ifMatch]: `"v${String(version)}"` },
        }),
      ),
    );
  }

  async #do(
    said: string,
    meaning: unknown,
    send: (own: Readonly<Record<string, string>>) => Promise<unknown>,
  ): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await send(this.#act.headers(meaning));
      this.#act.settle(null);
      this.#announcer.say(this.#words.say(said));
      return true;
    } catch (failure) {
      const problem = toProblem(failure);
      this.#act.settle(problem);
      this.problem.set(problem);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
