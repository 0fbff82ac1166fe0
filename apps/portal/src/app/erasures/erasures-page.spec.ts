import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ErasureView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { ErasuresPage } from './erasures-page';

const ADDRESS = '/api/clinic/erasures';
const asked: ErasureView = {
  ...{ id: 'e', personName: 'Rowan', coupleName: 'Ellery', askedByPerson: true },
  ...{ askedAt: '2025-06-01T12:00:00Z', holdUntil: '2025-07-01T12:00:00Z', until: null, youApproved: false },
  ...{ state: 'owner', approvals: [] },
};

async function setUp(role: 'owner' | 'clinic_admin', erasures: readonly ErasureView[]) {
  const session = { staff: () => ({ role }), clinic: () => ({ timeZone: 'America/Chicago' }) };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(ErasuresPage);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
  };
  fixture.detectChanges();
  http.expectOne(ADDRESS).flush({ erasures, nextCursor: null });
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const buttons = () => [...page.querySelectorAll('tr-card button')];
  const press = (words: string) => {
    (buttons().find((one) => one.textContent.includes(words)) as HTMLButtonElement).click();
  };
  return { http, page, settled, press, offered: () => buttons().map((one) => one.textContent.trim()) };
}

// The test DOM has no modal dialogs.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

describe('the erasures page', () => {
  it('says what an erasure waits for and takes an agreement', async () => {
    const { http, page, settled, press } = await setUp('clinic_admin', [asked]);
    expect(page.textContent).toContain('Waits for an owner to agree.');
    press('Agree');
    const call = http.expectOne(`${ADDRESS}/e/approval`);
    expect(call.request.headers.get('idempotency-key')).toMatch(/.{8,}/);
    call.flush({});
    await settled();
    http.expectOne(ADDRESS).flush({ erasures: [{ ...asked, youApproved: true }], nextCursor: null });
    await settled();
    expect(page.textContent).not.toContain('Agree ');
  });

  it('erases only after a second press, and only for an owner', async () => {
    const due: ErasureView = { ...asked, state: 'due', youApproved: true };
    const { http, page, settled, press, offered } = await setUp('owner', [due]);
    expect(offered()).toEqual(['Erase for good', 'Take back']);
    press('Erase for good');
    await settled();
    expect(page.textContent).toContain('Nobody can bring them back.');
    http.expectNone(`${ADDRESS}/e/completion`);
    press('Yes, erase now');
    http.expectOne(`${ADDRESS}/e/completion`).flush({});
    await settled();
    http.expectOne(ADDRESS).flush({ erasures: [{ ...due, state: 'erased' }], nextCursor: null });
    await settled();
    expect(offered()).toEqual([]);
  });

  it('asks for somebody whom the office finds by name', async () => {
    const { http, page, settled } = await setUp('clinic_admin', []);
    const pressed = (words: string) =>
      [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)!.click();
    pressed('Ask for somebody');
    await settled();
    const field = page.querySelector<HTMLInputElement>('input[name=search]')!;
    field.value = 'Ell';
    field.dispatchEvent(new Event('input'));
    await settled();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const people = [
      { id: 'r', name: 'Rowan', side: 'RP', enrolled: true },
      { id: 'i', name: 'Iris', side: 'BP', enrolled: true },
    ];
    http
      .expectOne(({ url, params }) => url === '/api/clinic/caseload' && params.get('search') === 'Ell')
      .flush({ couples: [{ id: 'c', name: 'Ellery', people }], nextCursor: null, total: 1 });
    await settled();
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await settled();
    pressed('Ask for the erasure');
    const sent = http.expectOne({ method: 'POST', url: ADDRESS });
    expect([sent.request.body, sent.request.headers.has('idempotency-key')]).toEqual([
      { personId: 'i' },
      true,
    ]);
    sent.flush({});
    await settled();
    await settled();
    http.expectOne({ method: 'GET', url: ADDRESS }).flush({ erasures: [asked], nextCursor: null });
    await settled();
    expect(page.querySelector('tr-ask-erasure-dialog')).toBeNull();
  });

  it('offers an administrator no erasing', async () => {
    const { offered } = await setUp('clinic_admin', [{ ...asked, state: 'due', youApproved: true }]);
    expect(offered()).toEqual(['Take back']);
  });
});
