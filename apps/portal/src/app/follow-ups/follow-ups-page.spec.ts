import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RaisedItemView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { FollowUpsPage } from './follow-ups-page';

const item = (alertId: string, kind: string, urgent: boolean): RaisedItemView => ({
  ...{ alertId, kind, urgent, coupleId: 'c1', coupleName: 'Rowan & Iris', side: 'RP' },
  ...{ timeZone: 'America/Chicago', raisedAt: '2025-03-29T17:50:00Z' },
});

async function setUp(language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(FollowUpsPage);
  fixture.detectChanges();
  return {
    fixture,
    server: TestBed.inject(HttpTestingController),
    page: fixture.nativeElement as HTMLElement,
  };
}

describe('what was raised over all couples', () => {
  it('names couple, matter and time in the order of the clinic, and what cannot wait', async () => {
    const { fixture, server, page } = await setUp();
    const items = [item('a1', 'contact_missing', true), item('a2', 'contact_due', false)];
    server.expectOne('/api/clinic/raised').flush({ items, more: true, covered: [] });
    await fixture.whenStable();
    expect([...page.querySelectorAll('.words')].map(({ textContent }) => textContent)).toEqual([
      'A contact is missing',
      'A contact is due',
    ]);
    expect(page.querySelectorAll('tr-chip')).toHaveLength(1);
    expect(page.querySelector('a.couple')?.getAttribute('href')).toBe('/couples/c1/aftercare');
    expect(page.textContent).toContain('More waits behind these.');
  });

  it('takes one up and asks anew', async () => {
    const { fixture, server, page } = await setUp();
    server
      .expectOne('/api/clinic/raised')
      .flush({ items: [item('a1', 'call_wanted', true)], more: false, covered: [] });
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('li button')?.click();
    const act = server.expectOne('/api/clinic/aftercare/c1/alerts/a1/acknowledgement');
    expect(act.request.headers.has('Idempotency-Key')).toBe(true);
    act.flush(null);
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    server.expectOne('/api/clinic/raised').flush({ items: [], more: false, covered: [] });
    await fixture.whenStable();
    expect(page.textContent).toContain('Nothing waits for you');
  });

  it('says in Spanish for whom something waits while one covers, and not what', async () => {
    const { fixture, server, page } = await setUp('es');
    const covered = [
      {
        coupleName: 'Rowan & Iris',
        staffName: 'Mina',
        timeZone: 'America/Chicago',
        since: '2025-03-29T17:50:00Z',
      },
    ];
    server.expectOne('/api/clinic/raised').flush({ items: [], more: false, covered });
    await fixture.whenStable();
    const section = page.querySelector('section');
    expect(section?.textContent).toContain('Rowan & Iris');
    expect(section?.textContent).toContain('Para Mina');
    expect(section?.querySelector('a')?.getAttribute('href')).toBe('/emergency');
  });
});
