import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LinkToken } from '../core/account/link-token';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SetupPage } from './setup-page';

const token = 'A'.repeat(43);
const seed = { secret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', address: 'otpauth://totp/x' };
const codes = ['2345-6789-ABCD', 'EFGH-JKMN-PQRS'];

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'setup', component: SetupPage },
        { path: '**', children: [] },
      ]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: LinkToken, useValue: { take: () => token } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create('/setup');
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  return { page: harness.routeNativeElement!, http, settled };
}

function write(page: HTMLElement, selector: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(selector)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function fill(page: HTMLElement): void {
  write(page, 'input[name=clinicName]', ' North Pier Practice ');
  write(page, 'input[name=phone]', '+1 312 555 0100');
  write(page, 'input[name=name]', 'Ada Field');
  write(page, 'input[name=email]', 'ada@pier.example');
  write(page, 'input[name=password]', 'a harbour under quiet clouds');
  write(page, '#authenticator-code', '123456');
}

const send = (page: HTMLElement) =>
  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

describe('setting up an empty server', () => {
  it('shows the secret, makes the clinic, and shows the codes until they are kept', async () => {
    const { page, http, settled } = await setUp();
    const asked = http.expectOne('/api/clinic/setup/authenticator');
    expect(asked.request.body).toEqual({ token });
    asked.flush(seed);
    await settled();
    expect(page.textContent).toContain('ABCD EFGH IJKL');
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(page.querySelector('select')?.value).toBe(zone);
    fill(page);
    await settled();
    send(page);
    const made = http.expectOne('/api/clinic/setup');
    expect(made.request.body).toMatchObject({
      ...{ token, clinicName: 'North Pier Practice', code: '123456' },
      timeZone: zone,
    });
    made.flush({ codes });
    await settled();
    http.expectOne('/api/clinic/session').flush({ csrfToken: 't', permissions: [], staff: {}, clinic: {} });
    await settled();
    expect(page.textContent).toContain(codes[0]);
    const go = page.querySelector<HTMLButtonElement>('tr-recovery-codes button.main')!;
    go.click();
    expect(TestBed.inject(Router).url).toBe('/setup');
    page.querySelector<HTMLInputElement>('input[name=kept]')!.click();
    await settled();
    go.click();
    await settled();
    expect(TestBed.inject(Router).url).toBe('/staff');
  });

  it('says what is missing without asking the server', async () => {
    const { page, http, settled } = await setUp();
    http.expectOne('/api/clinic/setup/authenticator').flush(seed);
    await settled();
    send(page);
    await settled();
    expect(page.textContent).toContain('Please fill this in.');
    http.expectNone('/api/clinic/setup');
  });

  it('keeps what was typed when the password is refused, and says why', async () => {
    const { page, http, settled } = await setUp();
    http.expectOne('/api/clinic/setup/authenticator').flush(seed);
    await settled();
    fill(page);
    await settled();
    send(page);
    http
      .expectOne('/api/clinic/setup')
      .flush(
        { code: 'password_too_short', facts: { least: 12 }, correlationId: 'c' },
        { status: 400, statusText: 'no' },
      );
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('at least 12 characters');
    expect(page.querySelector<HTMLInputElement>('input[name=clinicName]')?.value).toBe(
      ' North Pier Practice ',
    );
    expect(page.querySelector<HTMLInputElement>('#authenticator-code')?.value).toBe('');
  });

  it('says what to do when the link does not work any more', async () => {
    const { page, http, settled } = await setUp();
    http
      .expectOne('/api/clinic/setup/authenticator')
      .flush({ code: 'setup_refused', facts: {}, correlationId: 'c' }, { status: 401, statusText: 'no' });
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('does not work any more');
    expect(page.querySelector('form')).toBeNull();
  });
});
