import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnAppointmentListView, OwnAppointmentView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';

/** Appointments that stand there at first, and how many more a press shows. */
const AT_FIRST = 6;

/** What lies ahead: days, hours and places of one's own sessions and those of both. */
@Component({
  selector: 'tr-appointments-page',
  imports: [Button, OwnPage, ProblemNote, StatePanel, TranslocoPipe],
  templateUrl: './appointments-page.html',
  styles: `
    ul {
      display: grid;
      gap: 12px;
      padding: 0;
      margin: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 14px 16px;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  `,
})
export class AppointmentsPage {
  readonly #http = inject(HttpClient);
  readonly #languages = inject(Languages);
  readonly #document = inject(DOCUMENT);
  protected readonly list = signal<readonly OwnAppointmentView[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = signal(AT_FIRST);
  protected readonly lines = computed(() =>
    (this.list() ?? []).slice(0, this.shown()).map((one) => ({
      ...one,
      day: this.#format(one, { weekday: 'long', day: 'numeric', month: 'long' }),
      hours: new Intl.DateTimeFormat(this.#languages.active(), {
        ...{ hour: 'numeric', minute: '2-digit', timeZone: one.zone, timeZoneName: 'short' },
      }).formatRange(new Date(one.startsAt), new Date(one.endsAt)),
    })),
  );

  constructor() {
    void this.load();
  }

  protected more(): void {
    this.shown.update((before) => before + AT_FIRST);
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      const { appointments } = await firstValueFrom(
        this.#http.get<OwnAppointmentListView>(apiUrl(paths.home.appointments)),
      );
      this.list.set(appointments);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  /** Hands one session to the calendar of this device, under a title that says nothing. */
  protected async keep(id: string): Promise<void> {
    this.problem.set(null);
    try {
      const url = apiUrl(paths.home.appointments, id, 'file');
      const bytes = await firstValueFrom(this.#http.get(url, { responseType: 'arraybuffer' }));
      this.#hand(bytes);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  #hand(bytes: ArrayBuffer): void {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'text/calendar' }));
    const link = this.#document.createElement('a');
    link.href = address;
    link.download = 'appointment.ics';
    link.click();
    URL.revokeObjectURL(address);
  }

  #format({ startsAt, zone }: OwnAppointmentView, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#languages.active(), { ...options, timeZone: zone }).format(
      new Date(startsAt),
    );
  }
}
