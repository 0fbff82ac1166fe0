import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { StrongerWayView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { StrongerWay } from './stronger-way';

const ADDRESS = '/api/home/devices/stronger-way';

async function setUp(level: 'pin' | 'full', view: StrongerWayView | null, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { level: () => level, therapistName: () => 'Mina' } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(StrongerWay);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  if (view !== null) http.expectOne(ADDRESS).flush(view);
  await settled();
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)!.click();
    await settled();
  };
  return { http, page, press, settled };
}

const shown: StrongerWayView = { show: true, putOffFor: 'week', linkWanted: false };

describe('the card about a stronger way in', () => {
  it('is asked for on a device with a PIN alone, and stays away when the clinic says so', async () => {
    const full = await setUp('full', null);
    full.http.expectNone(ADDRESS);
    TestBed.resetTestingModule();
    const { page } = await setUp('pin', { ...shown, show: false });
    expect(page.textContent.trim()).toBe('');
  });

  it('passes the wish on and says who sees it', async () => {
    const { http, page, press, settled } = await setUp('pin', shown);
    await press('Ask Mina for a link');
    http.expectOne({ method: 'POST', url: `${ADDRESS}/link` }).flush(null);
    await settled();
    expect(page.querySelector('[role=status]')?.textContent).toBe(
      'Mina sees that you would like a new link.',
    );
  });

  it('goes at once when it is put away, in Spanish too', async () => {
    const { http, page, press } = await setUp('pin', { ...shown, putOffFor: 'day' }, 'es');
    expect(page.textContent).toContain('Una forma de entrar que abre más');
    await press('Hoy no');
    http.expectOne({ method: 'POST', url: `${ADDRESS}/not-now` }).flush(null);
    expect(page.querySelector('section')).toBeNull();
  });
});
