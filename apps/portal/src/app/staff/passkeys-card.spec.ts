import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OwnPasskeysView } from '@trellis/contracts';
import { Passkeys } from '@trellis/ui';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { StepUp } from '../core/step-up/step-up';
import { PasskeysCard } from './passkeys-card';

const url = '/api/clinic/account/passkeys';
const laptop = {
  ...{ id: 'p1', label: 'Laptop', synchronised: true },
  ...{ createdAt: '2025-06-24T15:00:00Z', usedAt: null },
};
const made = { credentialId: 'k', clientData: 'c', attestation: 'a', transports: ['internal'] };

async function setUp(view: OwnPasskeysView, make = jest.fn().mockResolvedValue(made)) {
  const load = jest.fn(() => Promise.resolve(true));
  TestBed.configureTestingModule({
    imports: [PasskeysCard],
    providers: [
      StepUp,
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: { clinic: () => null, load } },
      { provide: Passkeys, useValue: { work: true, make } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(PasskeysCard);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  http.expectOne(url).flush(view);
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const press = (words: string): void => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
  };
  const name = (field: string, text: string): void => {
    const input = page.querySelector<HTMLInputElement>(`input[name=${field}]`)!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  };
  const send = (): void => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  return { page, http, turn, press, name, send, load };
}

describe('one’s own passkeys', () => {
  it('adds one under a name and takes the new session', async () => {
    const { page, http, turn, name, send, load } = await setUp({ passkeys: [], most: 10 });
    name('passkey', ' Laptop ');
    send();
    http.expectOne(`${url}/offer`).flush({ challenge: 'c' });
    await turn();
    const sent = http.expectOne(url);
    expect(sent.request.body).toEqual({ ...made, label: 'Laptop' });
    sent.flush({ passkeys: [laptop], most: 10 });
    await turn();
    await turn();
    expect(load).toHaveBeenCalledTimes(1);
    expect(page.textContent).toContain('Laptop');
    expect(page.textContent).toContain('Kept in an account');
    expect(page.querySelector<HTMLInputElement>('input[name=passkey]')?.value).toBe('');
  });

  it('keeps the name and says calmly that nothing was added', async () => {
    const declined = jest.fn().mockResolvedValue(null);
    const { page, http, turn, name, send } = await setUp({ passkeys: [], most: 10 }, declined);
    name('passkey', 'Laptop');
    send();
    http.expectOne(`${url}/offer`).flush({ challenge: 'c' });
    await turn();
    await turn();
    expect(page.querySelector('[role=status]')?.textContent).toContain('No passkey was added');
    expect(page.querySelector<HTMLInputElement>('input[name=passkey]')?.value).toBe('Laptop');
  });

  it('renames and removes', async () => {
    const { page, http, turn, press, name, send } = await setUp({ passkeys: [laptop], most: 10 });
    press('Rename');
    await turn();
    name('rename', 'Blue laptop');
    send();
    const renamed = http.expectOne(`${url}/p1`);
    expect([renamed.request.method, renamed.request.body]).toEqual(['PUT', { label: 'Blue laptop' }]);
    renamed.flush({ passkeys: [{ ...laptop, label: 'Blue laptop' }], most: 10 });
    await turn();
    await turn();
    expect(page.textContent).toContain('Blue laptop');
    press('Remove');
    const removed = http.expectOne(`${url}/p1`);
    expect(removed.request.method).toBe('DELETE');
    removed.flush({ passkeys: [], most: 10 });
    await turn();
    await turn();
    expect(page.textContent).not.toContain('Blue laptop');
  });
});
