import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CoverPage } from './cover-page';

const colleagues = [
  { id: 'm', name: 'Mina Castellan', credentials: '' },
  { id: 'j', name: 'Jo Whitlock', credentials: '' },
];
const entry = {
  ...{ id: 'e', staffId: 'm', staffName: 'Mina Castellan', coveredById: 'j', coveredByName: 'Jo Whitlock' },
  ...{ from: '2025-06-24T15:00:00Z', to: '2025-06-25T15:00:00Z', mine: true },
};
const url = '/api/clinic/cover';

async function setUp(role: 'therapist' | 'clinic_admin', entries: object[]) {
  const session = { staff: () => ({ id: 'm', role }), clinic: () => ({ timeZone: 'America/Chicago' }) };
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(CoverPage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush({ entries, colleagues });
  await turn();
  return { page: fixture.nativeElement as HTMLElement, http, turn };
}

function fill(page: HTMLElement, selector: string, at: number, value: string): void {
  const field = page.querySelectorAll<HTMLInputElement>(selector)[at]!;
  field.value = value;
  field.dispatchEvent(new Event(selector === 'select' ? 'change' : 'input'));
}

describe('the cover page', () => {
  it('lets a therapist choose who stands in for them, and never themselves', async () => {
    const { page, http, turn } = await setUp('therapist', []);
    expect([...page.querySelectorAll('select')]).toHaveLength(1);
    expect(page.querySelector('select')?.textContent).not.toContain('Mina');
    fill(page, 'select', 0, 'j');
    fill(page, 'input', 0, '2099-01-01T08:00');
    fill(page, 'input', 1, '2099-01-02T08:00');
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({
      ...{ coveredBy: 'j', from: new Date('2099-01-01T08:00').toISOString() },
      to: new Date('2099-01-02T08:00').toISOString(),
    });
    sent.flush(null);
    await turn();
    http.expectOne(url).flush({ entries: [entry], colleagues });
    await turn();
    expect(page.textContent).toContain('Jo Whitlock for Mina Castellan');
  });

  it('lets the office say who is away, and takes an entry back', async () => {
    const { page, http } = await setUp('clinic_admin', [entry]);
    expect([...page.querySelectorAll('select')]).toHaveLength(2);
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes('Take back'))!.click();
    http.expectOne({ url: `${url}/e`, method: 'DELETE' });
  });
});
