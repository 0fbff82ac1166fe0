import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Passkeys } from '@trellis/ui';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SignInPage } from './sign-in-page';

const SESSION = '/api/clinic/session';
const mina = {
  name: 'Dr. Mina Castellan',
  role: 'therapist',
  email: 'mina@northpier.example',
  password: 'demo-1',
  code: '111111',
};
const refused = (code: string) =>
  [
    { code, facts: {}, correlationId: 'c-1' },
    { status: 401, statusText: 'no' },
  ] as const;

async function setUp({ address = '/sign-in', demo = [] as readonly (typeof mina)[], passkeys = {} } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'sign-in', component: SignInPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Passkeys, useValue: { work: false, ...passkeys } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create(address);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/clinic/demo').flush({ staff: demo, people: [], homeworkAddress: '' });
  await harness.fixture.whenStable();
  const page = harness.routeNativeElement!;
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  return { page, http, settled };
}

function write(page: HTMLElement, name: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(name)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function send(page: HTMLElement): void {
  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
}

async function toCode({ page, http, settled }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  write(page, 'input[name=email]', ' mina@northpier.example ');
  write(page, 'input[name=password]', 'a long password');
  send(page);
  const asked = http.expectOne(`${SESSION}/password`);
  expect(asked.request.body).toEqual({ email: 'mina@northpier.example', password: 'a long password' });
  asked.flush({ step: 'second_factor' });
  await settled();
}

describe('signing in', () => {
  it('asks for the code after the password and leads back to the page asked for', async () => {
    const opened = await setUp({ address: '/sign-in?returnUrl=%2Fcouples%2F7' });
    await toCode(opened);
    write(opened.page, '#tr-code', '123456');
    opened.http.expectOne(`${SESSION}/second-factor`).flush({});
    await opened.settled();
    opened.http.expectOne(SESSION).flush({ csrfToken: 't', permissions: [], staff: {}, clinic: {} });
    await opened.settled();
    expect(TestBed.inject(Router).url).toBe('/couples/7');
  });

  it('says one calm sentence for any refusal and keeps what was typed', async () => {
    const { page, http, settled } = await setUp();
    write(page, 'input[name=email]', 'mina@northpier.example');
    write(page, 'input[name=password]', 'wrong');
    send(page);
    http.expectOne(`${SESSION}/password`).flush(...refused('sign_in_refused'));
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('E-mail and password do not match');
    expect(page.querySelector<HTMLInputElement>('input[name=email]')?.value).toBe('mina@northpier.example');
  });

  it('asks for missing fields in words without asking the server', async () => {
    const { page, http, settled } = await setUp();
    send(page);
    await settled();
    expect(page.textContent).toContain('Enter your email address.');
    expect(page.textContent).toContain('Enter your password.');
    http.expectNone(`${SESSION}/password`);
  });

  it('stays at the code when it was wrong, and empties it', async () => {
    const opened = await setUp();
    await toCode(opened);
    write(opened.page, '#tr-code', '123456');
    await opened.settled();
    opened.http.expectOne(`${SESSION}/second-factor`).flush(...refused('second_factor_refused'));
    await opened.settled();
    const digits = opened.page.querySelector<HTMLInputElement>('#tr-code');
    expect(digits?.value).toBe('');
    expect(digits?.getAttribute('aria-invalid')).toBe('true');
  });

  it('goes back to the password when the first step has run out, and says why', async () => {
    const opened = await setUp();
    await toCode(opened);
    write(opened.page, '#tr-code', '123456');
    opened.http.expectOne(`${SESSION}/second-factor`).flush(...refused('not_signed_in'));
    await opened.settled();
    expect(opened.page.querySelector('input[name=password]')).not.toBeNull();
    expect(opened.page.querySelector('[role=alert]')?.textContent).toContain('Please sign in');
  });

  it('lets in with a passkey alone, and stays calm when none was used', async () => {
    const proof = {
      credentialId: 'k',
      clientData: 'c',
      authenticatorData: 'a',
      signature: 's',
      userHandle: 'u',
    };
    const sign = jest.fn().mockResolvedValueOnce(null).mockResolvedValueOnce(proof);
    const { page, http, settled } = await setUp({
      address: '/sign-in?returnUrl=%2Fcouples%2F7',
      passkeys: { work: true, sign },
    });
    const button = [...page.querySelectorAll('button')].find((one) =>
      one.textContent.includes('with a passkey'),
    )!;
    button.click();
    http.expectOne(`${SESSION}/passkey/question`).flush({ challenge: 'one' });
    await settled();
    expect(page.querySelector('[role=status]')?.textContent).toContain('No passkey was used');
    button.click();
    http.expectOne(`${SESSION}/passkey/question`).flush({ challenge: 'two' });
    await new Promise((done) => setTimeout(done));
    const sent = http.expectOne(`${SESSION}/passkey`);
    expect(sent.request.body).toEqual(proof);
    sent.flush({});
    await new Promise((done) => setTimeout(done));
    http.expectOne(SESSION).flush({ csrfToken: 't', permissions: [], staff: {}, clinic: {} });
    await settled();
    expect(TestBed.inject(Router).url).toBe('/couples/7');
  });

  it('fills the form from the demo panel, with a fresh code in the second step', async () => {
    const { page, http, settled } = await setUp({ demo: [mina] });
    page.querySelector<HTMLButtonElement>('tr-demo-panel button')!.click();
    await settled();
    expect(page.querySelector<HTMLInputElement>('input[name=password]')?.value).toBe('demo-1');
    send(page);
    http.expectOne(`${SESSION}/password`).flush({ step: 'second_factor' });
    await settled();
    http
      .expectOne('/api/clinic/demo')
      .flush({ staff: [{ ...mina, code: '222222' }], people: [], homeworkAddress: '' });
    await settled();
    expect(page.querySelector<HTMLInputElement>('#tr-code')?.value).toBe('222222');
  });
});
