import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LinkToken } from '../core/account/link-token';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { WayBackPage } from './way-back-page';

const token = 'B'.repeat(43);
const returning = {
  name: 'Mina Castellan',
  email: 'mina@pier.example',
  authenticator: { secret: 'ABCDEFGH', address: 'otpauth://totp/x' },
};

async function setUp(link = token) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'back', component: WayBackPage },
        { path: '**', children: [] },
      ]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: LinkToken, useValue: { take: () => link } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create('/back');
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

describe('a colleague who comes back', () => {
  it('gives the code, chooses a password, sets up an authenticator, and keeps the codes', async () => {
    const { page, http, settled } = await setUp();
    write(page, '#way-back-told', '654321');
    const opened = http.expectOne('/api/clinic/way-back/open');
    expect(opened.request.body).toEqual({ token, code: '654321' });
    opened.flush(returning);
    await settled();
    expect(page.textContent).toContain('Mina Castellan, choose a new password');
    expect(page.textContent).toContain('ABCD EFGH');
    write(page, 'input[name=password]', 'a lantern over the slow river');
    write(page, '#authenticator-code', '123456');
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne('/api/clinic/way-back');
    expect(sent.request.body).toEqual({
      ...{ token, code: '654321', password: 'a lantern over the slow river' },
      authenticatorCode: '123456',
    });
    sent.flush({ codes: ['ABCD-EFGH-JKMN'] });
    await settled();
    http.expectOne('/api/clinic/session').flush({}, { status: 401, statusText: 'no' });
    await settled();
    expect(page.textContent).toContain('ABCD-EFGH-JKMN');
  });

  it('says the same of every link and code that open nothing, and takes no half link', async () => {
    const { page, http, turn } = await setUp();
    write(page, '#way-back-told', '000000');
    const refusal = { code: 'invitation_refused', facts: {}, correlationId: 'c' };
    http.expectOne('/api/clinic/way-back/open').flush(refusal, { status: 401, statusText: 'no' });
    await turn();
    expect(page.querySelector('[role=alert]')?.textContent.trim()).not.toBe('');
    TestBed.resetTestingModule();
    const half = await setUp('');
    expect(half.page.textContent).toContain('Open the link of the letter, whole.');
  });
});
