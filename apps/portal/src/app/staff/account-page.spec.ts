import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OwnAccountView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { AccountPage } from './account-page';

const at = '2025-06-24T15:00:00Z';
const account: OwnAccountView = {
  email: 'mina@pier.example',
  recoveryCodesLeft: 2,
  recoveryCodesLow: 3,
  sessions: [
    { ref: 'here', device: 'Firefox, Linux', startedAt: at, seenAt: at, current: true },
    { ref: 'there', device: '', startedAt: at, seenAt: at, current: false },
  ],
  memberships: [{ clinicId: 'c', staffId: 's', clinicName: 'North Pier', role: 'therapist', current: true }],
};

async function setUp() {
  const load = jest.fn(() => Promise.resolve(true));
  const session = {
    staff: () => null,
    may: () => false,
    clinic: () => ({ timeZone: 'America/Chicago' }),
    load,
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'account', component: AccountPage }]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create('/account');
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
    await new Promise((done) => setTimeout(done));
  };
  http.expectOne('/api/clinic/account').flush(account);
  await turn();
  http.expectOne('/api/clinic/account/passkeys').flush({ passkeys: [], most: 10 });
  await settled();
  return { page: harness.routeNativeElement!, http, settled, turn, load };
}

function write(page: HTMLElement, selector: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(selector)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

const button = (page: HTMLElement, words: string): HTMLButtonElement =>
  [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!;

describe('one’s own account', () => {
  it('warns of few codes and shows new ones once', async () => {
    const { page, http, settled, turn } = await setUp();
    expect(page.textContent).toContain('Few recovery codes are left');
    button(page, 'Make ten new codes').click();
    http.expectOne('/api/clinic/account/recovery-codes').flush({ codes: ['2345-6789-ABCD'] });
    await turn();
    http.expectOne('/api/clinic/account').flush(account);
    await settled();
    expect(page.textContent).toContain('2345-6789-ABCD');
  });

  it('changes the password, takes the new session, and forgets what was typed', async () => {
    const { page, http, settled, turn, load } = await setUp();
    write(page, 'input[name=current]', 'old words');
    write(page, 'input[name=password]', 'nine kites over wet sand');
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    http.expectOne('/api/clinic/account/password').flush(null);
    await turn();
    http.expectOne('/api/clinic/account').flush(account);
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    expect(page.querySelector<HTMLInputElement>('input[name=password]')?.value).toBe('');
  });

  it('keeps what was typed when the current password is wrong', async () => {
    const { page, http, settled } = await setUp();
    write(page, 'input[name=current]', 'wrong');
    write(page, 'input[name=password]', 'nine kites over wet sand');
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    http
      .expectOne('/api/clinic/account/password')
      .flush({ code: 'password_wrong', facts: {}, correlationId: 'c' }, { status: 400, statusText: 'no' });
    await settled();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('did not match');
    expect(page.querySelector<HTMLInputElement>('input[name=password]')?.value).toBe(
      'nine kites over wet sand',
    );
  });

  it('signs out elsewhere and never offers that for this device', async () => {
    const { page, http, settled, turn } = await setUp();
    const ends = [...page.querySelectorAll('button')].filter((one) =>
      one.textContent.includes('Sign out there'),
    );
    expect(ends).toHaveLength(1);
    ends[0]!.click();
    const sent = http.expectOne('/api/clinic/account/sessions/there');
    expect(sent.request.method).toBe('DELETE');
    sent.flush(null);
    await turn();
    http.expectOne('/api/clinic/account').flush(account);
    await settled();
  });
});
