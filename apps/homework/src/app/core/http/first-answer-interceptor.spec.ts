import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { askFirst } from './first-answer';
import { firstAnswerInterceptor } from './first-answer-interceptor';

const URL = '/api/home/session';

describe('the answer that was asked for before the framework was there', () => {
  let before: typeof fetch;

  beforeEach(() => {
    before = globalThis.fetch;
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([firstAnswerInterceptor])), provideHttpClientTesting()],
    });
  });

  afterEach(() => {
    globalThis.fetch = before;
    TestBed.inject(HttpTestingController).verify();
  });

  function theClinicSays(answer: () => Promise<unknown>): void {
    globalThis.fetch = answer as typeof fetch;
    askFirst(URL, 'es');
  }

  const ask = (): Promise<unknown> => firstValueFrom(TestBed.inject(HttpClient).get(URL));

  it('answers the first request, and only that', async () => {
    theClinicSays(() =>
      Promise.resolve({
        ok: true,
        status: 200,
        statusText: '',
        json: () => Promise.resolve({ level: 'full' }),
      }),
    );
    await expect(ask()).resolves.toEqual({ level: 'full' });
    const later = ask();
    TestBed.inject(HttpTestingController).expectOne(URL).flush({ level: 'pin' });
    await expect(later).resolves.toEqual({ level: 'pin' });
  });

  it('refuses as the clinic refused', async () => {
    const error = { code: 'not_signed_in', correlationId: 'a', facts: {} };
    theClinicSays(() =>
      Promise.resolve({ ok: false, status: 401, statusText: '', json: () => Promise.resolve(error) }),
    );
    await expect(ask()).rejects.toMatchObject({ status: 401, error });
  });

  it('is out of reach when no answer came', async () => {
    theClinicSays(() => Promise.reject(new TypeError('no network')));
    await expect(ask()).rejects.toMatchObject({ status: 0 });
  });

  it('leaves other requests alone', async () => {
    theClinicSays(() =>
      Promise.resolve({ ok: true, status: 200, statusText: '', json: () => Promise.resolve({}) }),
    );
    const other = firstValueFrom(TestBed.inject(HttpClient).get('/api/home/today'));
    TestBed.inject(HttpTestingController).expectOne('/api/home/today').flush({ tasks: [] });
    await expect(other).resolves.toEqual({ tasks: [] });
    await ask();
  });
});
