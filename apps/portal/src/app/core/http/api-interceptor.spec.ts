import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideLanguages } from '../i18n/provide-languages';
import { SignInAgain } from '../session/sign-in-again';
import { apiInterceptor } from './api-interceptor';
import { Problem } from './problem';
import { RequestToken } from './request-token';

function setUp() {
  const ask = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: SignInAgain, useValue: { ask } },
    ],
  });
  return { http: TestBed.inject(HttpClient), server: TestBed.inject(HttpTestingController), ask };
}

describe('calls of our API', () => {
  it('carry the write token on writes only, and never to another address', () => {
    const { http, server } = setUp();
    TestBed.inject(RequestToken).current.set('t0ken');
    http.get('/api/clinic/caseload').subscribe();
    http.post('/api/clinic/couples', {}).subscribe();
    http.post('https://elsewhere.example/api/', {}).subscribe();
    const token = (url: string) => server.expectOne(url).request.headers.get('x-xsrf-token');
    expect(token('/api/clinic/caseload')).toBeNull();
    expect(token('/api/clinic/couples')).toBe('t0ken');
    expect(token('https://elsewhere.example/api/')).toBeNull();
  });

  it('turn an error answer into a problem with code, facts and support id', async () => {
    const { http, server, ask } = setUp();
    const answer = firstValueFrom(http.get('/api/clinic/couples/1'));
    const body = { code: 'version_stale', facts: { version: 3 }, correlationId: 'c-1' };
    server.expectOne('/api/clinic/couples/1').flush(body, { status: 412, statusText: 'Precondition Failed' });
    await expect(answer).rejects.toEqual(new Problem('version_stale', { version: 3 }, 'c-1'));
    expect(ask).not.toHaveBeenCalled();
  });

  it('say "unreachable" when no answer came and "unexpected" when it is not ours', async () => {
    const { http, server } = setUp();
    const none = firstValueFrom(http.get('/api/a'));
    server.expectOne('/api/a').error(new ProgressEvent('error'));
    await expect(none).rejects.toMatchObject({ code: 'unreachable' });
    const foreign = firstValueFrom(http.get('/api/b'));
    server.expectOne('/api/b').flush('<html>', { status: 502, statusText: 'Bad Gateway' });
    await expect(foreign).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('ask to sign in again when the session is gone, but not when a password was wrong', async () => {
    const { http, server, ask } = setUp();
    for (const [url, code] of [
      ['/api/a', 'sign_in_refused'],
      ['/api/b', 'not_signed_in'],
    ] as const) {
      const answer = firstValueFrom(http.get(url));
      server
        .expectOne(url)
        .flush({ code, facts: {}, correlationId: 'c' }, { status: 401, statusText: 'Unauthorized' });
      await expect(answer).rejects.toMatchObject({ code });
      expect(ask).toHaveBeenCalledTimes(code === 'not_signed_in' ? 1 : 0);
    }
  });
});
