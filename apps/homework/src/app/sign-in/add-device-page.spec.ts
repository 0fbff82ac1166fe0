import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Passkeys } from '@trellis/ui';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AddDevicePage } from './add-device-page';

const made = { credentialId: 'c', clientData: 'd', attestation: 'a', transports: [] };

beforeEach(() => {
  // Headings come to the top of the page, which jsdom cannot scroll.
  window.scrollTo = jest.fn();
});

async function setUp(work = true, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Passkeys, useValue: { work, make: () => Promise.resolve(made) } },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(AddDevicePage);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await settled();
  const enter = async (code: string) => {
    const field = page.querySelector<HTMLInputElement>('input[name=code]')!;
    field.value = code;
    field.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  };
  return { http, page, settled, enter };
}

describe('adding a second device', () => {
  it('takes the code, makes a passkey, and leads to Today; nothing on the way names anybody', async () => {
    const { http, page, settled, enter } = await setUp();
    await enter('abcd-efgh-jkmn');
    const opened = http.expectOne('/api/home/device-link/open');
    expect(opened.request.body).toEqual({ code: 'abcd-efgh-jkmn' });
    opened.flush(null);
    await settled();
    http.expectOne('/api/home/session').flush({
      ...{ level: 'adding', csrfToken: 't', idleSeconds: 600, endsAt: '' },
      person: { id: 'r', name: 'Rowan', side: 'RP', language: 'en' },
    });
    await settled();
    expect(page.querySelector('h1')?.textContent).toBe('Make a passkey on this device');
    expect(page.textContent).not.toContain('Rowan');
    page.querySelector<HTMLButtonElement>('button')!.click();
    http.expectOne('/api/home/device-link/there/offer').flush({});
    await settled();
    const sent = http.expectOne('/api/home/device-link/there');
    expect(sent.request.body).toEqual(made);
    sent.flush(null);
    await settled();
    http.expectOne('/api/home/session').flush({}, { status: 401, statusText: 'no' });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/today');
  });

  it('asks for the whole code, and says calmly when it opens nothing', async () => {
    const { http, page, settled, enter } = await setUp();
    await enter('abcd');
    http.expectNone('/api/home/device-link/open');
    expect(page.textContent).toContain('Please enter all twelve letters and digits.');
    await enter('abcd efgh jkmn');
    const refusal = { code: 'device_link_refused', facts: {}, correlationId: 'x' };
    http.expectOne('/api/home/device-link/open').flush(refusal, { status: 401, statusText: 'no' });
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('This code does not open anything.');
  });

  it('says in Spanish too that a browser makes no passkeys', async () => {
    const { page } = await setUp(false, 'es');
    expect(page.textContent).toContain('Este navegador no puede crear llaves.');
    expect(page.querySelector('form')).toBeNull();
  });
});
