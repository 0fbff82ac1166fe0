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

const SESSION = '/api/home/session';
const rowan = {
  ...{ level: 'pin', csrfToken: 't', partnerName: '', therapistName: '', idleSeconds: 300, endsAt: '' },
  person: { id: 'p', name: 'Rowan', side: 'RP', language: 'en' },
  clinic: { name: 'North Pier', timeZone: 'UTC', phone: '' },
};
const refused = (code: string) =>
  [
    { code, facts: {}, correlationId: 'c' },
    { status: 401, statusText: 'no' },
  ] as const;

async function setUp({ pin = false, passkeys = {} } = {}) {
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
  const harness = await RouterTestingHarness.create('/sign-in?returnUrl=%2Ftasks%2F7');
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
    await new Promise((done) => setTimeout(done));
  };
  http.expectOne(`${SESSION}/device`).flush({ pin });
  await turn();
  const page = harness.routeNativeElement!;
  const fill = (name: string, text: string): void => {
    const field = page.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const send = (): void => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  const press = (words: string): void => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
  };
  return { page, http, turn, fill, send, press };
}

describe('coming in', () => {
  it('asks a device that has one for its PIN, and leads back', async () => {
    const { http, turn, fill, send } = await setUp({ pin: true });
    fill('pin', '482917');
    send();
    const sent = http.expectOne(`${SESSION}/pin`);
    expect(sent.request.body).toEqual({ pin: '482917' });
    sent.flush(rowan);
    await turn();
    expect(TestBed.inject(Router).url).toBe('/tasks/7');
  });

  it('does not send fewer than six digits', async () => {
    const { http, fill, send } = await setUp({ pin: true });
    fill('pin', '4829');
    send();
    http.expectNone(`${SESSION}/pin`);
  });

  it('stays calm at a wrong PIN, and offers the other ways once the device opens nothing', async () => {
    const { page, http, turn, fill, send } = await setUp({ pin: true });
    fill('pin', '000111');
    send();
    http.expectOne(`${SESSION}/pin`).flush(...refused('pin_refused'));
    await turn();
    http.expectOne(`${SESSION}/device`).flush({ pin: false });
    await turn();
    await turn();
    expect(page.querySelector('input[name=passphrase]')).not.toBeNull();
    expect(page.textContent).toContain('This PIN did not open anything');
  });

  it('takes the three words however they are spaced', async () => {
    const { http, fill, send } = await setUp();
    fill('name', ' Maple river.lamp ');
    fill('passphrase', 'seven boats cross');
    send();
    const sent = http.expectOne(SESSION);
    expect(sent.request.body).toEqual({ signInName: 'maple-river-lamp', passphrase: 'seven boats cross' });
  });

  it('lets in with a passkey, and stays when none was used', async () => {
    const proof = {
      credentialId: 'k',
      clientData: 'c',
      authenticatorData: 'a',
      signature: 's',
      userHandle: 'u',
    };
    const sign = jest.fn().mockResolvedValueOnce(null).mockResolvedValueOnce(proof);
    const { page, http, turn, press } = await setUp({ passkeys: { work: true, sign } });
    press('Use a passkey');
    http.expectOne(`${SESSION}/passkey/question`).flush({ challenge: 'c' });
    await turn();
    await turn();
    expect(page.querySelector('[role=status]')?.textContent).toContain('No passkey was used');
    expect(TestBed.inject(Router).url).toContain('/sign-in');
    press('Use a passkey');
    http.expectOne(`${SESSION}/passkey/question`).flush({ challenge: 'c' });
    await turn();
    const sent = http.expectOne(`${SESSION}/passkey`);
    expect(sent.request.body).toEqual(proof);
    sent.flush({ ...rowan, level: 'full' });
    await turn();
    expect(TestBed.inject(Router).url).toBe('/tasks/7');
  });
});
