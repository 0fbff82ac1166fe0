import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { MeasurementConsent } from './measurement-consent';

const ADDRESS = '/api/home/consents/measurement';

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(MeasurementConsent);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(ADDRESS).flush({ given: true, since: '2025-01-03T15:00:00Z' });
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  return { http, page, settled, press: () => page.querySelector('button')?.click() };
}

describe('the consent to measurement', () => {
  it('says how it stands and is taken back with one press', async () => {
    const { http, page, settled, press } = await setUp();
    expect(page.textContent).toContain('see summaries');
    press();
    const call = http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ given: false });
    expect(call.request.headers.get('idempotency-key')).toMatch(/.{8,}/);
    call.flush({ given: false, since: null });
    await settled();
    expect(page.textContent).toContain('Nobody but you and your therapist');
    expect(page.textContent).toContain('Show summaries');
  });

  it('stands as it was when the clinic cannot be reached, and says so', async () => {
    const { http, page, settled, press } = await setUp();
    press();
    http.expectOne({ method: 'PUT', url: ADDRESS }).error(new ProgressEvent('error'));
    await settled();
    expect(page.textContent).toContain('Stop showing summaries');
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
  });
});
