import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnMeasureView } from '@trellis/contracts';
import { DeviceCopies } from '../core/draft/device-copy';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { FormsRow } from '../today/forms-row';
import { FormPage } from './form-page';
import { FormsPage } from './forms-page';

const url = '/api/home/measures';
const choice = (linkId: string) => ({
  ...{ linkId, kind: 'choice' as const, text: { en: `Item ${linkId}`, es: `Ítem ${linkId}` } },
  options: [
    { value: 'v0', label: { en: 'Never', es: 'Nunca' } },
    { value: 'v1', label: { en: 'Often', es: 'A menudo' } },
  ],
});
const form: OwnMeasureView = {
  ...{ id: 's1', title: 'Sample', copyright: 'Held by somebody', language: 'en', givenByName: 'Jo' },
  parts: [choice('i1'), choice('i2')],
  ...{ answers: {}, savedAt: null, version: 0 },
};

async function providing(language: 'en' | 'es' = 'en') {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: DeviceCopies,
        useValue: {
          keep: () => Promise.resolve(true),
          letGo: () => Promise.resolve(),
          leftBehind: () => Promise.resolve([]),
        },
      },
      {
        provide: Session,
        useValue: {
          person: () => ({ id: 'p1', side: 'BP' }),
          therapistName: () => 'Jo',
          partnerName: () => 'Rowan',
        },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  return TestBed.inject(HttpTestingController);
}

async function opened(answer: () => void, http: HttpTestingController) {
  const fixture = TestBed.createComponent(FormPage);
  fixture.componentRef.setInput('sheetId', 's1');
  const page = fixture.nativeElement as HTMLElement;
  const pass = async (ms = 0) => {
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(ms);
    fixture.detectChanges();
  };
  await pass();
  answer();
  await pass();
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)?.click();
    await pass();
  };
  return { page, pass, press, http };
}

beforeEach(() => {
  // The page begins each step at its top, which this browser cannot.
  window.scrollTo = () => undefined;
});
afterEach(() => jest.useRealTimers());

describe('a form to fill in', () => {
  it('is kept while it is filled in, and sent once open questions were said', async () => {
    const http = await providing();
    const { page, pass, press } = await opened(() => {
      http.expectOne(`${url}/s1`).flush(form);
    }, http);
    expect(page.textContent).toContain('Held by somebody');
    expect(page.querySelectorAll('input:checked')).toHaveLength(0);
    await press('Send my answers');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('nothing to send');
    page.querySelector<HTMLInputElement>('input[value=v1]')!.click();
    await pass(1_500);
    const kept = http.expectOne({ method: 'PUT', url: `${url}/s1/draft` });
    expect([kept.request.body, kept.request.headers.get('if-match')]).toEqual([
      { answers: { i1: 'v1' } },
      '"v0"',
    ]);
    kept.flush({ version: 1, savedAt: '2025-01-06T15:00:00Z', sent: false });
    await pass();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Questions without an answer: 1.');
    await press('Send my answers');
    const sent = http.expectOne({ method: 'POST', url: `${url}/s1/answers` });
    expect([sent.request.body, sent.request.headers.get('if-match')]).toEqual([
      { answers: { i1: 'v1' } },
      '"v1"',
    ]);
    sent.flush({ version: 2, savedAt: '2025-01-06T15:01:00Z', sent: true });
    await pass();
    expect(page.querySelector('h1')?.textContent).toBe('Thank you');
    expect(page.textContent).not.toMatch(/score|points/i);
    expect(page.querySelector('tr-save-bar')).toBeNull();
  });

  it('says calmly that it does not wait any more, in Spanish too', async () => {
    const http = await providing('es');
    const { page } = await opened(() => {
      const body = { code: 'measure_closed', facts: {}, correlationId: 'c' };
      http.expectOne(`${url}/s1`).flush(body, { status: 409, statusText: 'Conflict' });
    }, http);
    expect(page.querySelector('h1')?.textContent).toBe('Este formulario ya no espera');
  });
});

describe('forms that wait', () => {
  const row = {
    ...{ id: 's1', title: 'Sample', language: 'en', givenByName: 'Jo' },
    ...{ givenAt: '2025-01-06T15:00:00Z', items: 9 },
  };
  const shown = async (component: typeof FormsPage | typeof FormsRow, waiting: readonly object[]) => {
    const http = await providing();
    const fixture = TestBed.createComponent<FormsPage | FormsRow>(component);
    fixture.detectChanges();
    http.expectOne(url).flush({ waiting });
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  };

  it('are told on Today by whom, never by their name', async () => {
    const today = await shown(FormsRow, [row]);
    expect(today.textContent).toContain('From Jo');
    expect(today.textContent).not.toContain('Sample');
    expect(today.querySelector('a')?.getAttribute('href')).toBe('/forms/s1');
  });

  it('are nowhere on Today when none waits', async () => {
    expect((await shown(FormsRow, [])).textContent.trim()).toBe('');
  });

  it('are listed with how many questions they have', async () => {
    expect((await shown(FormsPage, [row, { ...row, id: 's2' }])).querySelectorAll('a.row')).toHaveLength(2);
  });
});
