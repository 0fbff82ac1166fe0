import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LinkToken } from '../core/account/link-token';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { JoinPage } from './join-page';

const token = 'B'.repeat(43);
const invited = {
  name: 'Mina Castellan',
  email: 'mina@pier.example',
  role: 'therapist',
  clinicName: 'North Pier Practice',
  authenticator: null as { secret: string; address: string } | null,
};

async function setUp(link = token) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'join', component: JoinPage },
        { path: '**', children: [] },
      ]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: LinkToken, useValue: { take: () => link } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create('/join');
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
  };
  return { page: harness.routeNativeElement!, http, settled, turn };
}

function write(page: HTMLElement, selector: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(selector)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

describe('an invited colleague', () => {
  it('gives the code, sets up what is new, and keeps the recovery codes', async () => {
    const { page, http, settled } = await setUp();
    write(page, '#join-told', '654321');
    const opened = http.expectOne('/api/clinic/join/open');
    expect(opened.request.body).toEqual({ token, code: '654321' });
    opened.flush({ ...invited, authenticator: { secret: 'ABCDEFGH', address: 'otpauth://totp/x' } });
    await settled();
    expect(page.textContent).toContain('ABCD EFGH');
    write(page, 'input[name=password]', 'a harbour under quiet clouds');
    write(page, '#authenticator-code', '123456');
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const joined = http.expectOne('/api/clinic/join');
    expect(joined.request.body).toEqual({
      ...{ token, code: '654321', password: 'a harbour under quiet clouds' },
      authenticatorCode: '123456',
    });
    joined.flush({ codes: ['2345-6789-ABCD'] });
    await settled();
    http.expectOne('/api/clinic/session').flush({ csrfToken: 't', permissions: [], staff: {}, clinic: {} });
    await settled();
    expect(page.textContent).toContain('2345-6789-ABCD');
  });

  it('with an account is asked for its own password and goes straight in', async () => {
    const { page, http, settled } = await setUp();
    write(page, '#join-told', '654321');
    http.expectOne('/api/clinic/join/open').flush(invited);
    await settled();
    expect(page.querySelector('tr-authenticator-seed')).toBeNull();
    expect(page.textContent).toContain('You have an account on this server');
    write(page, 'input[name=password]', 'my own words');
    write(page, '#authenticator-code', '123456');
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    http.expectOne('/api/clinic/join').flush({ codes: [] });
    await settled();
    http.expectOne('/api/clinic/session').flush({ csrfToken: 't', permissions: [], staff: {}, clinic: {} });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('is told calmly when link and code open nothing, and may try again', async () => {
    const { page, http, settled, turn } = await setUp();
    write(page, '#join-told', '654321');
    await turn();
    http
      .expectOne('/api/clinic/join/open')
      .flush(
        { code: 'invitation_refused', facts: {}, correlationId: 'c' },
        { status: 401, statusText: 'no' },
      );
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('do not open anything');
    expect(page.querySelector<HTMLInputElement>('#join-told')?.value).toBe('');
  });

  it('without a link is told to open it whole', async () => {
    const { page } = await setUp('');
    expect(page.textContent).toContain('Open the link you were sent');
    expect(page.querySelector('input')).toBeNull();
  });
});
