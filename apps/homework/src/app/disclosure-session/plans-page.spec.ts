import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SupportPlanView } from '@trellis/contracts';
import { DeviceCopies } from '../core/draft/device-copy';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { PlansPage } from './plans-page';

const url = '/api/home/disclosure-session/plans';
const planA = (text: string, version: number): SupportPlanView => ({
  ...{ form: 'A', lines: [{ line: 'transport', text }], savedAt: '2025-03-20T10:00:00Z', version },
});

async function shown() {
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
    ],
  });
  await TestBed.inject(Languages).use('en');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(PlansPage);
  const page = fixture.nativeElement as HTMLElement;
  const pass = async (ms = 0): Promise<void> => {
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(ms);
    fixture.detectChanges();
  };
  const write = (text: string): void => {
    const area = page.querySelector('textarea')!;
    area.value = text;
    area.dispatchEvent(new Event('input'));
  };
  await pass();
  http.expectOne(url).flush({ plans: [planA('by bus', 3)] });
  await pass();
  return { page, http, pass, write };
}

describe('the plan for the day', () => {
  afterEach(() => jest.useRealTimers());

  it('is kept as it is written, without a button, under the version last seen', async () => {
    const { page, http, pass, write } = await shown();
    expect(page.querySelector('textarea')!.value).toBe('by bus');
    write('by train');
    await pass(1_500);
    const sent = http.expectOne(`${url}/A`);
    expect(sent.request.headers.get('if-match')).toBe('"v3"');
    expect((sent.request.body as { lines: unknown[] }).lines[0]).toEqual({
      ...{ line: 'transport', text: 'by train' },
    });
    expect(page.textContent).toContain('Kept on this device');
    sent.flush({ form: 'A', savedAt: '2025-03-20T10:05:00Z', version: 4 });
    await pass();
    expect(page.textContent).toContain('Saved with your clinic');
    http.verify();
  });

  it('sends what was written in one form when another is opened, and keeps each apart', async () => {
    const { page, http, pass, write } = await shown();
    write('by train');
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.dispatchEvent(new Event('change'));
    await pass();
    expect(page.querySelector('textarea')!.value).toBe('');
    http.expectOne(`${url}/A`).flush({ form: 'A', savedAt: '2025-03-20T10:05:00Z', version: 4 });
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]!.dispatchEvent(new Event('change'));
    await pass();
    expect(page.querySelector('textarea')!.value).toBe('by train');
  });

  it('shows both texts where another device was faster, and loses neither', async () => {
    const { page, http, pass, write } = await shown();
    write('by train');
    await pass(1_500);
    const stale = { code: 'version_stale', facts: {}, correlationId: 'c' };
    http.expectOne(`${url}/A`).flush(stale, { status: 412, statusText: 'stale' });
    await pass();
    http.expectOne(url).flush({ plans: [planA('with Sam', 4)] });
    await pass();
    const see = [...page.querySelectorAll('button')].find((one) => one.textContent.includes('See both'));
    see!.click();
    await pass();
    expect(page.textContent).toContain('by train');
    expect(page.textContent).toContain('with Sam');
    const both = [...page.querySelectorAll('button')].find((one) => one.textContent.includes('both in one'));
    both!.click();
    await pass(1_500);
    const sent = http.expectOne(`${url}/A`);
    expect(sent.request.headers.get('if-match')).toBe('"v4"');
    expect(JSON.stringify(sent.request.body)).toContain('by train\\n\\nwith Sam');
  });
});
