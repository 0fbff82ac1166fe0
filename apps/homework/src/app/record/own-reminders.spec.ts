import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OwnRemindersView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { OwnReminders } from './own-reminders';

const ADDRESS = '/api/home/reminders';
const atFirst: OwnRemindersView = {
  ...{ version: 0, given: false, address: null, quietFrom: '21:00', quietUntil: '09:00', quietDays: [] },
  ...{ timeZone: 'America/Chicago', discreet: true, since: null },
};
const given: OwnRemindersView = {
  ...{ ...atFirst, version: 1, given: true, address: 'r@pier.example', quietDays: [7] },
  since: '2025-01-07T15:00:00Z',
};

async function setUp(standing: OwnRemindersView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(OwnReminders);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(ADDRESS).flush(standing);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  return { http, page, settled, button };
}

describe('reminders by mail', () => {
  it('are set up with an address, quiet hours and days, in the time zone of the device', async () => {
    const { http, page, settled, button } = await setUp(atFirst);
    expect(page.textContent).toContain('Nothing is sent to you');
    button('Set up reminders')?.click();
    await settled();
    button('Save')?.click();
    http.expectNone({ method: 'PUT', url: ADDRESS });
    page.querySelector<HTMLInputElement>('input[type=email]')!.value = ' r@pier.example ';
    page.querySelectorAll<HTMLInputElement>('fieldset input')[6]?.click();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const call = http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({
      ...{ given: true, address: 'r@pier.example', quietFrom: '21:00', quietUntil: '09:00' },
      ...{ quietDays: [7], timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, discreet: true },
    });
    expect(call.request.headers.get('if-match')).toBe('"v0"');
    call.flush(given);
    await settled();
    expect(page.textContent).toContain('reminders go to r@pier.example');
    expect(page.querySelector('form')).toBeNull();
  });

  it('end with one press, and send no address along', async () => {
    const { http, page, settled, button } = await setUp(given, 'es');
    button('Terminar los recordatorios')?.click();
    const call = http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({
      ...{ given: false, quietFrom: '21:00', quietUntil: '09:00', quietDays: [7] },
      ...{ timeZone: 'America/Chicago', discreet: true },
    });
    call.flush({ ...given, version: 2, given: false, address: null });
    await settled();
    expect(page.textContent).toContain('No se le envía nada');
  });

  it('stand as they were when the clinic cannot be reached', async () => {
    const { http, page, settled, button } = await setUp(given);
    button('End reminders')?.click();
    http.expectOne({ method: 'PUT', url: ADDRESS }).error(new ProgressEvent('error'));
    await settled();
    expect(page.textContent).toContain('r@pier.example');
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });
});
