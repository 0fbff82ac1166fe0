import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { OwnDevicesView, PersonSessionView, WayInView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { OwnDevices } from './own-devices';

const ADDRESS = '/api/home/devices';
const days = { since: '2025-01-06', lastUsed: '2025-01-07' };
const here = { ref: 'here', device: 'Firefox, Android', current: true, ...days };
const there = { ref: 'there', device: '', current: false, ...days };
const passkey: WayInView = { id: 'k', kind: 'passkey', since: '2025-01-06', lastUsed: null, here: false };
const passphrase: WayInView = { ...passkey, id: 'p', kind: 'passphrase' };
const pin: WayInView = { ...passkey, id: 'd', kind: 'pin', here: true };

const sessionAs = (level: 'full' | 'pin', language: 'en' | 'es' = 'en'): PersonSessionView => ({
  level,
  person: { id: 'r', name: 'Rowan', side: 'RP', language },
  ...{ partnerName: 'Iris', therapistName: 'Mina', csrfToken: 'c', idleSeconds: 900 },
  clinic: { name: 'North Pier', timeZone: 'America/Chicago', phone: '+1' },
  endsAt: '2025-01-08T00:00:00Z',
});

async function setUp(
  devices: Omit<OwnDevicesView, 'shared'> & { readonly shared?: boolean },
  session = sessionAs('full'),
) {
  const view: OwnDevicesView = { shared: false, ...devices };
  const navigateByUrl = jest.fn().mockResolvedValue(true);
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Router, useValue: { url: '/record', navigated: true, navigateByUrl } },
    ],
  });
  await TestBed.inject(Session).take(session);
  const fixture = TestBed.createComponent(OwnDevices);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settled = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const press = async (words: string): Promise<void> => {
    const found = [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
    if (found === undefined) throw new Error(`no button “${words}”`);
    found.click();
    await settled();
  };
  const answer = async (method: string, url: string, body: object | null = null): Promise<void> => {
    http.expectOne({ method, url }).flush(body);
    await settled();
  };
  await answer('GET', ADDRESS, view);
  const buttons = (): string[] => [...page.querySelectorAll('button')].map((one) => one.textContent.trim());
  return { http, page, press, answer, settled, buttons, navigateByUrl };
}

describe('where I am signed in', () => {
  it('names each device with its days, and signs out there', async () => {
    const { page, press, answer } = await setUp({ sessions: [here, there], ways: [passkey] });
    const [first, second] = [...page.querySelectorAll('li')].map((line) => line.textContent);
    expect(first).toMatch(/Firefox, Android.*This device.*Since January 6, 2025. Last used January 7, 2025/s);
    expect(second).toContain('A browser that does not say its name');
    await press('End it there');
    await answer('DELETE', `${ADDRESS}/sessions/there`);
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [passkey] });
    expect(page.querySelectorAll('li')).toHaveLength(1);
    expect(page.textContent).not.toContain('Stay signed in here only');
  });

  it('asks who is here before it signs out everywhere else, and then goes on by itself', async () => {
    const { http, page, press, answer, settled } = await setUp({
      sessions: [here, there],
      ways: [passphrase],
    });
    await press('Stay signed in here only');
    const refusal = { code: 'step_up_needed', facts: {}, correlationId: 'x' };
    const refused = { status: 403, statusText: 'Forbidden' };
    http.expectOne({ method: 'DELETE', url: `${ADDRESS}/sessions` }).flush(refusal, refused);
    await settled();
    const field = page.querySelector('tr-proof-form input') as HTMLInputElement;
    field.value = 'seven boats';
    page.querySelector<HTMLFormElement>('tr-proof-form form')?.dispatchEvent(new Event('submit'));
    await settled();
    const proof = http.expectOne({ method: 'POST', url: '/api/home/session/step-up' });
    expect(proof.request.body).toEqual({ passphrase: 'seven boats' });
    proof.flush(sessionAs('full'));
    await settled();
    await answer('DELETE', `${ADDRESS}/sessions`);
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [passphrase] });
    expect(page.querySelector('tr-proof-form')).toBeNull();
  });

  it('leaves the only way in, and takes one of two away after a second press', async () => {
    const two = { sessions: [here], ways: [passkey, passphrase] };
    const { http, page, press, answer } = await setUp(two);
    await press('Take it away');
    http.expectNone({ method: 'DELETE', url: `${ADDRESS}/passkeys/k` });
    expect(page.textContent).toContain('It opens Trellis no more.');
    await press('Yes, take it away');
    await answer('DELETE', `${ADDRESS}/passkeys/k`);
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [{ ...passkey, id: 'l' }], shared: false });
    expect(page.textContent).toContain('This is your only way in. Add another one');
    expect([...page.querySelectorAll('button')].map((one) => one.textContent.trim())).not.toContain(
      'Take it away',
    );
  });

  it('shows a code for another device until it is put away', async () => {
    const { page, press, answer } = await setUp({ sessions: [here], ways: [passphrase] });
    await press('Add another device');
    await answer('POST', '/api/home/device-link', { code: 'ABCD-EFGH-JKMN', expiresAt: '' });
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [passphrase], shared: false });
    expect(page.textContent).toContain('ABCD-EFGH-JKMN');
    expect(page.textContent).toContain('It works once and for ten minutes.');
    await press('Done');
    expect(page.textContent).not.toContain('ABCD-EFGH-JKMN');
  });

  it('lets a person say that somebody else uses the device, and who sees it', async () => {
    const { page, press, answer } = await setUp({ sessions: [here], ways: [passphrase] });
    await press('Somebody else uses it too');
    await answer('PUT', `${ADDRESS}/shared`);
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [passphrase], shared: true });
    expect(page.textContent).toContain('Mina sees this, so that you can talk about it. Iris does not.');
    await press('It is mine alone');
    await answer('PUT', `${ADDRESS}/shared`);
  });

  it('offers a device with a PIN to forget its PIN and nothing else, and leads to the sign-in page', async () => {
    const view = { sessions: [here, there], ways: [pin] };
    const { press, answer, buttons, navigateByUrl } = await setUp(view, sessionAs('pin'));
    expect(buttons()).toEqual(['Forget the PIN on this device', 'Somebody else uses it too']);
    await press('Forget the PIN on this device');
    await press('Yes, take it away');
    await answer('DELETE', `${ADDRESS}/pin`);
    expect(TestBed.inject(Session).level()).toBeNull();
    expect(navigateByUrl).toHaveBeenCalledWith('/sign-in', { replaceUrl: true });
  });

  it('changes the passphrase of the same name, and keeps nothing of it on the page', async () => {
    const { http, page, press, answer, settled } = await setUp({ sessions: [here], ways: [passphrase] });
    await press('Change my passphrase');
    const field = page.querySelector('tr-own-passphrase input') as HTMLInputElement;
    field.value = 'nine kites over the wet sand';
    page.querySelector<HTMLFormElement>('tr-own-passphrase form')?.dispatchEvent(new Event('submit'));
    await settled();
    const sent = http.expectOne({ method: 'PUT', url: `${ADDRESS}/passphrase` });
    expect(sent.request.body).toEqual({ passphrase: 'nine kites over the wet sand' });
    sent.flush(null);
    await settled();
    await answer('GET', '/api/home/session', sessionAs('full'));
    await answer('GET', ADDRESS, { sessions: [here], ways: [passphrase] });
    expect(page.querySelector('tr-own-passphrase input')).toBeNull();
  });

  it('speaks Spanish too, and says calmly when the clinic cannot be reached', async () => {
    const view = { sessions: [here, there], ways: [passkey] };
    const { http, page, press, settled } = await setUp(view, sessionAs('full', 'es'));
    expect(page.textContent).toContain('Dónde tengo la sesión abierta');
    expect(page.textContent).toContain('Desde el 6 de enero de 2025. Último uso: 7 de enero de 2025.');
    await press('Terminarla allí');
    http.expectOne({ method: 'DELETE', url: `${ADDRESS}/sessions/there` }).error(new ProgressEvent('error'));
    await settled();
    expect(page.querySelector('tr-problem-note')?.textContent.trim()).not.toBe('');
    expect(page.querySelectorAll('li')).toHaveLength(2);
  });
});
