import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { apiInterceptor } from '../http/api-interceptor';
import { Languages } from '../i18n/languages';
import { provideLanguages } from '../i18n/provide-languages';
import { Session } from '../session/session';
import { EmergencyBanner } from './emergency-banner';

const live = (minutes: number) => ({
  ...{ id: 'g', coupleId: 'c', coupleName: 'Ellery', openedAt: '' },
  closesAt: new Date(Date.now() + minutes * 60_000).toISOString(),
});

async function setUp(may: boolean) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'emergency', children: [] }]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { may: () => may } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(EmergencyBanner);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  return { page: fixture.nativeElement as HTMLElement, http, turn };
}

describe('the banner of an emergency reading', () => {
  const url = '/api/clinic/break-glass/live';

  it('names the couple and the minutes left, and not one that is over', async () => {
    const { page, http, turn } = await setUp(true);
    http.expectOne(url).flush([live(42), { ...live(-1), id: 'over', coupleName: 'Marlow' }]);
    await turn();
    expect(page.textContent).toContain('Ellery');
    expect(page.textContent).toContain('42 min left');
    expect(page.textContent).not.toContain('Marlow');
  });

  it('ends it and leaves the page behind', async () => {
    const { page, http, turn } = await setUp(true);
    http.expectOne(url).flush([live(42)]);
    await turn();
    page.querySelector('button')!.click();
    http.expectOne('/api/clinic/break-glass/g/end').flush(null);
    await turn();
    await turn();
    expect(page.textContent).not.toContain('Ellery');
    expect(TestBed.inject(Router).url).toBe('/emergency');
  });

  it('asks nothing for staff who cannot open', async () => {
    const { page, http } = await setUp(false);
    http.expectNone(url);
    expect(page.textContent.trim()).toBe('');
  });
});
