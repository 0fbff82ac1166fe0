import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { OwnErasure } from './own-erasure';

const ADDRESS = '/api/home/erasure';
const request = { askedAt: '2025-01-06T15:00:00Z', holdUntil: '2025-02-05T15:00:00Z' };

async function setUp(standing: typeof request | null) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(OwnErasure);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(ADDRESS).flush({ request: standing });
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (at = 0) => {
    page.querySelectorAll('button')[at]?.click();
    await settled();
  };
  return { http, page, settled, press };
}

describe('asking to be erased', () => {
  it('takes two presses, and sends nothing after the first', async () => {
    const { http, page, settled, press } = await setUp(null);
    await press();
    http.expectNone(ADDRESS);
    expect(page.textContent).toContain('cannot be brought back');
    await press();
    const call = http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.headers.get('idempotency-key')).toMatch(/.{8,}/);
    call.flush({ request });
    await settled();
    expect(page.textContent).toContain('You have asked');
  });

  it('can be left after the first press', async () => {
    const { http, page, press } = await setUp(null);
    await press();
    await press(1);
    http.expectNone(ADDRESS);
    expect(page.textContent).toContain('Ask to be erased');
  });

  it('is taken back with one press, and stands when the clinic cannot be reached', async () => {
    const { http, page, settled, press } = await setUp(request);
    await press();
    http.expectOne({ method: 'DELETE', url: ADDRESS }).error(new ProgressEvent('error'));
    await settled();
    expect(page.textContent).toContain('You have asked');
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
    await press();
    http.expectOne({ method: 'DELETE', url: ADDRESS }).flush({ request: null });
    await settled();
    expect(page.textContent).toContain('Ask to be erased');
  });
});
