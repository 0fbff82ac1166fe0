import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AppointmentsPage } from './appointments-page';

const url = '/api/home/appointments';
const one = {
  ...{ id: 'a', startsAt: '2025-01-07T15:00:00.000Z', endsAt: '2025-01-07T15:50:00.000Z' },
  ...{ zone: 'America/Chicago', together: true },
  place: { at: 'video', roomId: null, roomName: null, link: 'https://meet.example/r' },
};

async function setUp(language: 'en' | 'es') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(AppointmentsPage);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  return { http, settled, page: fixture.nativeElement as HTMLElement };
}

describe('the next sessions', () => {
  it('shows days and hours by the wall of the couple, and the link', async () => {
    const { http, page, settled } = await setUp('en');
    http.expectOne(url).flush({ appointments: [one] });
    await settled();
    expect(page.textContent).toContain('Tuesday, January 7');
    expect(page.textContent.replace(/\s+/g, ' ')).toContain('9:00');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('https://meet.example/r');
  });

  it('shows six at first, and the later ones when asked', async () => {
    const { http, page, settled } = await setUp('en');
    const weeks = Array.from({ length: 8 }, (_, week) => ({ ...one, id: String(week) }));
    http.expectOne(url).flush({ appointments: weeks });
    await settled();
    expect(page.querySelectorAll('li b')).toHaveLength(6);
    page.querySelector<HTMLButtonElement>('button.later')?.click();
    await settled();
    expect(page.querySelectorAll('li b')).toHaveLength(8);
    expect(page.querySelector('button.later')).toBeNull();
  });

  it('hands one session to the calendar of the device', async () => {
    const made = jest.fn((_: Blob) => 'blob:one');
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { http, page, settled } = await setUp('en');
    http.expectOne(url).flush({ appointments: [one] });
    await settled();
    page.querySelector<HTMLButtonElement>('li button')?.click();
    http.expectOne(`${url}/a/file`).flush(new ArrayBuffer(15));
    await settled();
    expect(made.mock.calls[0]?.[0].type).toBe('text/calendar');
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  it('says calmly that there is nothing, in Spanish as well', async () => {
    const { http, page, settled } = await setUp('es');
    http.expectOne(url).flush({ appointments: [] });
    await settled();
    expect(page.textContent).toContain('Ahora no hay ninguna cita');
  });

  it('offers another try when the clinic cannot be reached', async () => {
    const { http, page, settled } = await setUp('en');
    http.expectOne(url).error(new ProgressEvent('error'));
    await settled();
    page.querySelector<HTMLButtonElement>('button')?.click();
    http.expectOne(url).flush({ appointments: [one] });
    await settled();
    expect(page.querySelectorAll('li b')).toHaveLength(1);
  });
});
