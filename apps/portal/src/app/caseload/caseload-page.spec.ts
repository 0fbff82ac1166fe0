import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Keys } from '../core/keyboard/keys';
import { Session } from '../core/session/session';
import { CaseloadPage } from './caseload-page';
import { sampleRow } from './sample-row';

const rows = ['Birch', 'Dale', 'Fen'].map((name) => sampleRow({ id: name.toLowerCase(), name }));

async function setUp({
  address = '/caseload',
  role = 'therapist',
  answer = rows,
  nextCursor = null as string | null,
} = {}) {
  const permissions = role === 'therapist' ? ['couples.create', 'predictors.read'] : ['couples.create'];
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'caseload', component: CaseloadPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      Keys,
      {
        provide: Session,
        useValue: { may: (one: string) => permissions.includes(one), staff: () => ({ id: 's-1', role }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create(address);
  const http = TestBed.inject(HttpTestingController);
  const asked = () => http.expectOne(({ url }) => url === '/api/clinic/caseload');
  const request = asked();
  request.flush({ couples: answer, nextCursor, total: answer.length });
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
  };
  await settled();
  return { harness, page: harness.routeNativeElement!, asked, request, settled };
}

function press(key: string): void {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
}

describe('the caseload page', () => {
  it('moves by j and k, stops at both ends, and opens the row that has the focus', async () => {
    const { page, settled } = await setUp();
    const focused = () => document.activeElement?.textContent.trim();
    press('j');
    expect(focused()).toBe('Birch');
    press('j');
    press('j');
    press('j');
    expect(focused()).toBe('Fen');
    press('k');
    await settled();
    expect(page.querySelector('tr.here')?.textContent).toContain('Dale');
    (document.activeElement as HTMLElement).blur();
    press('Enter');
    await settled();
    expect(TestBed.inject(Router).url).toBe('/couples/dale');
  });

  it('shows more below and goes on at the first new row', async () => {
    const { page, asked, settled } = await setUp({ nextCursor: 'after-fen' });
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Show more')!.click();
    asked().flush({ couples: [sampleRow({ id: 'gale', name: 'Gale' })], nextCursor: null, total: 4 });
    await settled();
    expect(page.querySelectorAll('a.couple')).toHaveLength(4);
    expect(document.activeElement?.textContent.trim()).toBe('Gale');
    expect(page.querySelector('[role=status]:not(.visually-hidden)')?.textContent).toBe('4 of 4 shown');
  });

  it('asks for what the address says and shows it in the field', async () => {
    const { page, request } = await setUp({ address: '/caseload?search=fen&sort=stage' });
    expect(request.request.params.get('search')).toBe('fen');
    expect(request.request.params.get('sort')).toBe('stage');
    expect(page.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('fen');
  });

  it('writes a search into the address after a pause, and does not overtake the typing', async () => {
    const { page, asked, settled } = await setUp();
    const field = page.querySelector<HTMLInputElement>('input[type=search]')!;
    for (const text of ['f', 'fe']) {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
    await new Promise((done) => setTimeout(done, 300));
    expect(TestBed.inject(Router).url).toBe('/caseload?search=fe');
    field.value = 'fen';
    field.dispatchEvent(new Event('input'));
    asked().flush({ couples: rows.slice(2), nextCursor: null, total: 1 });
    await settled();
    expect(field.value).toBe('fen');
    expect([...page.querySelectorAll('a.couple')].map((link) => link.textContent.trim())).toEqual(['Fen']);
  });

  it('says who has not joined, and draws no chart columns for an admin', async () => {
    const { page } = await setUp({ role: 'clinic_admin' });
    expect(page.querySelector('tbody small')?.textContent).toMatch(/Rowan and Sam\s+· Sam has not joined/);
    expect(page.querySelectorAll('.reading')).toHaveLength(0);
    expect(page.querySelector('a[href="/caseload/new"]')).toBeNull();
  });

  it('offers the first step while there is no couple, and a way back from a search without hits', async () => {
    const { page } = await setUp({ answer: [] });
    expect(page.textContent).toContain('No couples yet');
    expect(page.querySelector('tr-state-panel a[href="/caseload/new"]')).not.toBeNull();
    TestBed.resetTestingModule();
    const searched = await setUp({ answer: [], address: '/caseload?search=zz' });
    expect(searched.page.textContent).toContain('No couple fits “zz”');
  });
});
