import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { ReadingPage } from './reading-page';

const url = '/api/home/disclosure-session/reading';
const at = '2025-03-28T15:00:00.000Z';
const shown = {
  sections: [{ id: 'a', text: 'what is read aloud' }],
  ...{ watermark: { name: 'Iris', at }, endsAt: at },
};

async function setUp() {
  const person = { person: () => ({ side: 'BP' }), partnerName: () => 'Rowan', therapistName: () => 'Jo' };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { ...person, clinic: () => ({ timeZone: 'America/Chicago' }) } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(ReadingPage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  return { page: fixture.nativeElement as HTMLElement, http, turn, fixture };
}

describe('reading along', () => {
  it('shows the words under the name of the reader, and lets nothing be copied', async () => {
    const { page, http, turn } = await setUp();
    http.expectOne({ url, method: 'POST' }).flush({ token: 'one-place', endsAt: at });
    await turn();
    const read = http.expectOne({ url, method: 'GET' });
    expect(read.request.headers.get('x-reading-token')).toBe('one-place');
    read.flush(shown);
    await turn();
    expect(page.querySelector('.words')?.textContent).toBe('what is read aloud');
    expect(page.querySelector('.mark span')?.getAttribute('data-line')).toContain('Iris');
    const copy = new Event('copy', { cancelable: true, bubbles: true });
    page.querySelector('.words')?.dispatchEvent(copy);
    expect(copy.defaultPrevented).toBe(true);
  });

  it('is closed and empty as soon as the clinic no longer gives the words', async () => {
    const { page, http, turn } = await setUp();
    const refused = { code: 'not_found', facts: {}, correlationId: '' };
    http.expectOne({ url, method: 'POST' }).flush(refused, { status: 404, statusText: '' });
    await turn();
    expect(page.querySelector('.words')).toBeNull();
    expect(page.textContent).toContain('The page is closed.');
  });
});
