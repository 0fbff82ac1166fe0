import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AppointmentView } from '@trellis/contracts';
import { asLocalDate } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CalendarPage } from './calendar-page';
import { columnsOf, hoursOf, mondayOf, piecesOf, spanOf } from './week';

const zone = 'America/Chicago';
const monday = asLocalDate('2025-03-03');

function session(id: string, startsAt: string, minutes: number, more: Partial<AppointmentView> = {}) {
  const endsAt = new Date(new Date(startsAt).getTime() + minutes * 60_000).toISOString();
  const view: AppointmentView = {
    ...{
      id,
      version: 3,
      coupleId: 'c',
      coupleName: 'Ellery',
      kind: 'individual',
      side: 'RP',
      startsAt,
      endsAt,
    },
    ...{ zone, on: '2025-03-04', time: '09:00', minutes, state: 'booked', outcome: 'open', mayChange: true },
    place: { at: 'room', roomId: 'r', roomName: 'Room 2', link: null },
    people: [{ side: 'RP', name: 'Rowan', attendance: 'expected', movedTo: null }],
    staff: [{ id: 'm', name: 'Mina Castellan' }],
    repeats: { every: 'week', interval: 1, count: null, lastOn: null },
    ...more,
  };
  return view;
}

describe('the week of a calendar', () => {
  it('begins on Monday and lasts 167 hours when the clocks go forward', () => {
    expect([mondayOf(asLocalDate('2025-03-09')), mondayOf(monday)]).toEqual([monday, monday]);
    const { from, to } = spanOf(monday, zone);
    expect((new Date(to).getTime() - new Date(from).getTime()) / 3_600_000).toBe(167);
  });

  it('puts sessions to the hour of the wall, side by side where they overlap, and shows early hours', () => {
    const rows = [
      session('a', '2025-03-04T12:30:00Z', 60),
      session('b', '2025-03-04T13:00:00Z', 50),
      session('c', '2025-03-10T04:30:00Z', 50),
    ];
    const pieces = piecesOf(monday, zone, rows, [
      { id: 'off', startsAt: '2025-03-06T18:00:00Z', endsAt: '2025-03-08T06:00:00Z' },
    ]);
    expect(hoursOf(pieces)).toEqual({ from: 6, to: 24 });
    const columns = columnsOf(monday, asLocalDate('2025-03-04'), pieces, 6);
    expect(columns.map(({ blocks }) => blocks.length)).toEqual([0, 2, 0, 1, 1, 0, 1]);
    expect(columns[1]?.blocks.map(({ top, left, width }) => [top, left, width])).toEqual([
      ['28px', '0.00%', '50.00%'],
      ['56px', '50.00%', '50.00%'],
    ]);
    expect(columns.map(({ isToday }) => isToday).indexOf(true)).toBe(1);
  });
});

describe('the calendar page', () => {
  beforeAll(() => {
    // The test browser has dialogs without their behaviour.
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
  });

  async function setUp(permissions: string[]) {
    const staff = { staff: () => ({ id: 'm', role: 'therapist' }), clinic: () => ({ timeZone: zone }) };
    TestBed.configureTestingModule({
      providers: [
        provideLanguages(),
        provideRouter([]),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: Session, useValue: { ...staff, may: (one: string) => permissions.includes(one) } },
      ],
    });
    await TestBed.inject(Languages).use('en');
    const fixture = TestBed.createComponent(CalendarPage);
    const http = TestBed.inject(HttpTestingController);
    const turn = async () => {
      fixture.detectChanges();
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
    };
    await turn();
    const now = new Date();
    now.setMinutes(0, 0, 0);
    const week = (appointments: AppointmentView[]) => {
      http
        .expectOne(({ url }) => url === '/api/clinic/calendar')
        .flush({ staffId: 'm', appointments, timeOff: [], colleagues: [] });
    };
    const page = fixture.nativeElement as HTMLElement;
    const press = (text: string) => {
      const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text));
      if (found === undefined) throw new Error(`no button says ${text}`);
      found.click();
    };
    return { page, http, turn, week, press, startedAt: new Date(now.getTime() - 3_600_000).toISOString() };
  }

  it('marks who came in one tap, by the version that was seen', async () => {
    const { page, http, turn, week, press, startedAt } = await setUp(['time_off.keep']);
    week([session('a', startedAt, 30)]);
    await turn();
    press('Rowan, Ellery');
    await turn();
    expect(page.querySelector('dialog')?.textContent).toContain('Room 2');
    press('Came');
    const call = http.expectOne('/api/clinic/appointments/c/a/attendance');
    expect(call.request.body).toEqual({ side: 'RP', attendance: 'attended' });
    expect(call.request.headers.get('if-match')).toBe('"v3"');
    call.flush({ appointments: [] });
    await turn();
    week([]);
    await turn();
    expect(page.querySelector('dialog')).toBeNull();
  });

  it('moves this and later ones, and names a taken hour without a name', async () => {
    const { page, http, turn, week, press, startedAt } = await setUp([]);
    week([session('a', startedAt, 30)]);
    await turn();
    press('Rowan, Ellery');
    await turn();
    page.querySelectorAll<HTMLInputElement>('dialog input[type=radio]')[1]!.click();
    page.querySelector('dialog form')!.dispatchEvent(new Event('submit'));
    const call = http.expectOne('/api/clinic/appointments/c/a/move');
    expect(call.request.body).toEqual({
      ...{ scope: 'following', on: '2025-03-04', time: '09:00', minutes: 30 },
      place: { at: 'room', roomId: 'r' },
    });
    const facts = { hours: [{ startsAt: '2025-03-04T15:00:00Z', taken: ['somebody'], staffIds: [] }] };
    const status = { status: 409, statusText: 'Conflict' };
    call.flush({ code: 'appointment_conflict', facts, correlationId: 'x' }, status);
    await turn();
    expect(page.querySelector('dialog')?.textContent).toContain('somebody is booked already');
  });

  it('books a series with the own side of a couple', async () => {
    const { page, http, turn, week, press } = await setUp([]);
    week([]);
    await turn();
    press('New session');
    await turn();
    http
      .expectOne(({ url }) => url === '/api/clinic/caseload')
      .flush({ couples: [{ id: 'c', name: 'Ellery' }], nextCursor: null, total: 1 });
    await turn();
    const choose = (at: number, value: string) => {
      const field = page.querySelectorAll<HTMLSelectElement>('dialog select')[at]!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
    };
    choose(0, 'c');
    await turn();
    http.expectOne('/api/clinic/appointments/c/options').flush({
      ...{ coupleName: 'Ellery', zone, sides: ['RP', 'JOINT'], rooms: [] },
      people: [{ side: 'RP', name: 'Rowan' }],
      staff: [{ id: 'm', name: 'Mina Castellan', sides: ['RP'] }],
    });
    await turn();
    choose(4, 'week');
    await turn();
    page.querySelector('dialog form')!.dispatchEvent(new Event('submit'));
    const call = http.expectOne({ method: 'POST', url: '/api/clinic/appointments/c' });
    expect(call.request.body).toMatchObject({
      ...{ kind: 'individual', side: 'RP', time: '09:00', minutes: 50, staffIds: ['m'] },
      ...{ place: { at: 'open' }, repeats: { every: 'week', interval: 1 } },
    });
  });
});
