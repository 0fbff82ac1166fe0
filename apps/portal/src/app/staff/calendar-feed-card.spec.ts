import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CalendarFeedCard } from './calendar-feed-card';

const ADDRESS = '/api/clinic/calendar-feed';

async function setUp(since: string | null, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(CalendarFeedCard);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(ADDRESS).flush({ since });
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  return { page, http, settled, button };
}

describe('the address of one’s own calendar', () => {
  it('is made in the language of the page and shown once', async () => {
    const { page, http, settled, button } = await setUp(null, 'es');
    expect(button('Terminar')).toBeUndefined();
    button('Crear una dirección')?.click();
    const call = http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ language: 'es' });
    call.flush({
      since: '2025-01-07T15:00:00Z',
      address: 'https://portal.example/api/clinic/calendar-feeds/x',
    });
    await settled();
    expect(page.textContent).toContain('https://portal.example/api/clinic/calendar-feeds/x');
  });

  it('ends with one press', async () => {
    const { page, http, settled, button } = await setUp('2025-01-07T15:00:00Z');
    expect(page.textContent).toContain('January 7, 2025');
    button('End it')?.click();
    http.expectOne({ method: 'DELETE', url: ADDRESS }).flush(null);
    await settled();
    expect(page.textContent).toContain('no address');
  });
});
