import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { StaffListView, WayBackView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { StaffPage } from './staff-page';

const member = {
  ...{ credentials: '', active: true, sessions: 1, you: false, changeable: true },
  wayBack: null,
};
const list: StaffListView = {
  members: [
    { ...member, id: 'o', name: 'Ada Field', role: 'owner', changeable: false },
    { ...member, id: 'b', name: 'Bo Lind', role: 'clinic_admin', you: true, changeable: false },
    { ...member, id: 'm', name: 'Mina Castellan', role: 'therapist' },
  ],
  invitations: [
    { id: 'i', name: 'Jo Vale', role: 'therapist', expiresAt: '2025-06-27T12:00:00Z', locked: true },
  ],
};

async function setUp(role: 'owner' | 'clinic_admin', wayBack: WayBackView | null = null) {
  const session = {
    staff: () => ({ role }),
    clinic: () => ({ timeZone: 'America/Chicago' }),
    load: () => Promise.resolve(true),
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'staff', component: StaffPage }]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create('/staff');
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
  const members = list.members.map((one) => (one.id === 'm' ? { ...one, wayBack } : one));
  http.expectOne('/api/clinic/staff').flush({ ...list, members });
  await settled();
  return { page: harness.routeNativeElement!, http, settled, turn };
}

const button = (page: HTMLElement, words: string): HTMLButtonElement =>
  [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words))!;

// The test DOM has no modal dialogs.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

describe('the staff page', () => {
  it('offers changes only where the asker may make them', async () => {
    const { page } = await setUp('clinic_admin');
    const rows = [...page.querySelectorAll('tbody tr')].map(
      (row) => row.querySelectorAll('button, select').length,
    );
    expect(rows).toEqual([1, 0, 4]);
    const roles = [...page.querySelectorAll('tbody select option')].map((option) =>
      option.textContent.trim(),
    );
    expect(roles).toEqual(['Therapist', 'Supervisor', 'Clinic admin']);
    expect(page.textContent).toContain('Locked after five wrong codes');
  });

  it('disables at once and reads the list again', async () => {
    const { page, http, settled, turn } = await setUp('owner');
    button(page, 'Disable').click();
    const sent = http.expectOne('/api/clinic/staff/m');
    expect([sent.request.method, sent.request.body]).toEqual(['PUT', { role: 'therapist', active: false }]);
    sent.flush(null);
    await turn();
    http.expectOne('/api/clinic/staff').flush(list);
    await settled();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('asks for a fresh code when the server wants one, and then does the act', async () => {
    const { page, http, settled, turn } = await setUp('owner');
    button(page, 'Disable').click();
    http
      .expectOne('/api/clinic/staff/m')
      .flush({ code: 'step_up_needed', facts: {}, correlationId: 'c' }, { status: 403, statusText: 'no' });
    await settled();
    const digits = page.querySelector<HTMLInputElement>('#step-up-code')!;
    digits.value = '123456';
    digits.dispatchEvent(new Event('input'));
    http.expectOne('/api/clinic/session/step-up').flush({});
    await turn();
    http.expectOne('/api/clinic/staff/m').flush(null);
    await turn();
    http.expectOne('/api/clinic/staff').flush(list);
    await settled();
    expect(page.querySelector('#step-up-code')).toBeNull();
  });

  it('opens a way back and shows its code once', async () => {
    const { page, http, settled, turn } = await setUp('owner');
    const rows = [...page.querySelectorAll('tbody tr')];
    expect(rows[1]!.textContent).toContain('You');
    button(rows[2] as HTMLElement, 'Let back in').click();
    await settled();
    expect(page.textContent).toContain('A link goes to Mina Castellan’s own address.');
    button(page, 'Open the way back').click();
    const sent = http.expectOne('/api/clinic/staff/m/way-back');
    expect(sent.request.headers.get('idempotency-key')).toMatch(/.{8,}/);
    sent.flush({ id: 'w', code: '123456', expiresAt: '2025-06-27T12:00:00Z' });
    await settled();
    expect(page.textContent).toContain('123 456');
    button(page, 'Done').click();
    await turn();
    http.expectOne('/api/clinic/staff').flush(list);
    await settled();
    expect(page.querySelector('tr-way-back-dialog')).toBeNull();
  });

  it('lets a second person agree, and anybody of the office take a way back away', async () => {
    const { page, http, settled, turn } = await setUp('owner', {
      ...{ id: 'w', state: 'second_person', expiresAt: '2025-06-27T12:00:00Z', mayAgree: true },
    });
    expect(page.textContent).toContain('Way back waits for a second person');
    button(page, 'Agree').click();
    await settled();
    button(page, 'Agree and show the code').click();
    http
      .expectOne('/api/clinic/staff/ways-back/w/agreement')
      .flush({ id: 'w', code: '654321', expiresAt: '2025-06-27T12:00:00Z' });
    await settled();
    expect(page.textContent).toContain('654 321');
    button(page, 'Take the way back away').click();
    const taken = http.expectOne('/api/clinic/staff/ways-back/w');
    expect(taken.request.method).toBe('DELETE');
    taken.flush(null);
    await turn();
    http.expectOne('/api/clinic/staff').flush(list);
  });

  it('shows link and code of an invitation once', async () => {
    const { page, http, settled } = await setUp('owner');
    button(page, 'Invite a colleague').click();
    await settled();
    const write = (name: string, text: string) => {
      const field = page.querySelector<HTMLInputElement>(`tr-invite-dialog input[name=${name}]`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    write('name', 'Jo Vale');
    write('email', 'jo@pier.example');
    await settled();
    button(page, 'Make the invitation').click();
    const sent = http.expectOne('/api/clinic/staff/invitations');
    expect(sent.request.body).toEqual({
      name: 'Jo Vale',
      credentials: '',
      email: 'jo@pier.example',
      role: 'therapist',
    });
    sent.flush({
      id: 'x',
      link: 'https://p.example/join#T',
      code: '123456',
      expiresAt: '2025-06-27T12:00:00Z',
    });
    await settled();
    expect(page.textContent).toContain('https://p.example/join#T');
    expect(page.textContent).toContain('123 456');
  });
});
