import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnDepartureView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SafeHomePage } from './safe-home-page';

const url = '/api/home/aftercare/departure';
const asked: OwnDepartureView = {
  ...{ open: true, therapistName: 'Jo Whitlock', partnerName: 'Rowan', tap: null, tappedAt: null },
  ...{ by: '2025-03-28T20:50:00Z', nextContactAt: '2025-03-29T17:50:00Z', timeZone: 'America/Chicago' },
};

async function shown(view: OwnDepartureView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(SafeHomePage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush(view);
  await turn();
  return { page: fixture.nativeElement as HTMLElement, http, turn };
}

function press(page: HTMLElement, words: string): void {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  if (found === undefined) throw new Error(`no button ${words} in ${page.textContent}`);
  found.click();
}

describe('the one tap on the way home', () => {
  beforeEach(() => {
    window.scrollTo = jest.fn();
  });

  it('asks nothing more than a tap, and says who sees it and what happens without one', async () => {
    const { page } = await shown(asked);
    expect(page.querySelector('h1')?.textContent).toBe('How are you now?');
    expect(page.textContent).toContain('Jo Whitlock sees your tap. Not Rowan.');
    expect(page.textContent).toContain('No tap by 3:50');
    expect(page.textContent).not.toMatch(/disclosure|session|slip/i);
    expect(page.querySelectorAll('.taps button')).toHaveLength(4);
    expect(page.querySelectorAll('input, textarea')).toHaveLength(0);
  });

  it('sends one tap, thanks, and takes another when something changed', async () => {
    const { page, http, turn } = await shown(asked);
    press(page, 'Safe, and not alone');
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({ tap: 'with_support' });
    expect(sent.request.headers.has('idempotency-key')).toBe(true);
    sent.flush({ ...asked, tap: 'with_support', tappedAt: '2025-03-28T18:50:00Z' });
    await turn();
    expect(page.querySelector('h1')?.textContent).toBe('Thank you. Jo Whitlock knows.');
    press(page, 'Something changed');
    await turn();
    press(page, 'Please call me');
    http.expectOne({ url, method: 'POST' }).flush({ ...asked, tap: 'call_me' });
    await turn();
    expect(page.textContent).toContain('Messages here are not watched around the clock.');
  });

  it('is calm when nothing is asked, in Spanish too', async () => {
    const { page } = await shown({ ...asked, open: false }, 'es');
    expect(page.querySelector('h1')?.textContent).toBe('Ahora no se pide nada');
  });
});
