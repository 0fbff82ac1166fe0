import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OutgoingMailView, ReminderSettingsView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { OutgoingMailPage } from './outgoing-mail-page';

const [MAIL, SETTINGS] = ['/api/clinic/outgoing-mail', '/api/clinic/reminder-settings'];
const standing: OutgoingMailView = {
  counts: [
    { group: 'reminder', sent: 12, waiting: 3, failed: 1 },
    { group: 'notice', sent: 4, waiting: 0, failed: 0 },
  ],
  failed: [
    {
      ...{ id: 'letter', group: 'reminder', fault: 'unreachable' },
      ...{ orderedAt: '2025-01-06T18:00:00Z', failedAt: '2025-01-07T12:00:00Z' },
    },
  ],
};
const settings: ReminderSettingsView = {
  ...{ version: 1, own: { firstHours: 48 } },
  changes: [
    { version: 1, changedBy: 'Ada Field', changedAt: '2025-01-06T18:00:00Z', own: { firstHours: 48 } },
  ],
};

async function setUp(mail: OutgoingMailView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { may: () => true, clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(OutgoingMailPage);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(MAIL).flush(mail);
  await settled();
  http.expectOne(SETTINGS).flush(settings);
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  return { page, http, settled, button };
}

describe('outgoing mail', () => {
  it('shows numbers and days, and has a letter tried again', async () => {
    const { page, http, settled, button } = await setUp(standing);
    const cells = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
    );
    expect(cells).toEqual([
      ['Reminders', '12', '3', '1'],
      ['Notices to staff', '4', '0', '0'],
    ]);
    expect(page.textContent).toContain('The mail server did not answer.');
    button('Try again')?.click();
    const call = http.expectOne({ method: 'POST', url: `${MAIL}/letter/retry` });
    expect(call.request.headers.get('idempotency-key')).toMatch(/.{8,}/);
    call.flush({ ...standing, failed: [] });
    await settled();
    expect(page.textContent).toContain('Every letter was sent.');
  });

  it('changes an interval by the version that was seen, and says who changed it before', async () => {
    const { page, http, settled, button } = await setUp({ ...standing, failed: [] });
    expect(page.textContent).toContain('Version 1, Ada Field');
    const [first, second] = page.querySelectorAll<HTMLInputElement>('input[type=number]');
    if (first === undefined || second === undefined) throw new Error('no fields');
    expect([first.value, second.value, first.max]).toEqual(['48', '1', '72']);
    button('Save')?.click();
    http.expectNone({ method: 'POST', url: SETTINGS });
    second.value = '2';
    second.dispatchEvent(new Event('input'));
    await settled();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const call = http.expectOne({ method: 'POST', url: SETTINGS });
    expect(call.request.body).toEqual({ own: { firstHours: 48, secondHours: 2 } });
    expect(call.request.headers.get('if-match')).toBe('"v1"');
    call.flush({ ...settings, version: 2, own: { firstHours: 48, secondHours: 2 } });
    await settled();
    expect(page.querySelectorAll<HTMLInputElement>('input[type=number]')[1]?.value).toBe('2');
  });

  it('speaks Spanish too', async () => {
    const { page } = await setUp(standing, 'es');
    expect(page.textContent).toContain('El servidor de correo no respondió.');
    expect(page.textContent).toContain('Cuándo se envían los recordatorios');
  });
});
