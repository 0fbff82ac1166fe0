import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { InventoryEntry } from '@trellis/contracts';
import { DeviceCopies } from '../core/draft/device-copy';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { InventoryPage } from './inventory-page';

const url = '/api/home/disclosure-document/inventory';
const row = (period: string): InventoryEntry => ({
  ...{ period, behaviour: '', medium: '', frequency: '', timeCost: '', moneyCost: '', secrecy: '' },
  ...{ realPersons: false, healthRisk: false, knownByPartner: 'no', source: 'memory' },
});

async function shown(version: number) {
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
  const fixture = TestBed.createComponent(InventoryPage);
  const page = fixture.nativeElement as HTMLElement;
  const pass = async (ms = 0): Promise<void> => {
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(ms);
    fixture.detectChanges();
  };
  await pass();
  http.expectOne(url).flush({ entries: [row('2019')], version });
  await pass();
  const write = (text: string): void => {
    const box = page.querySelector<HTMLInputElement>('input[type=text]')!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  return { page, http, pass, write };
}

describe('the inventory', () => {
  afterEach(() => jest.useRealTimers());

  it('is kept as it is written, without a button', async () => {
    const { page, http, pass, write } = await shown(2);
    write('2018 to 2019');
    await pass(1_500);
    const sent = http.expectOne(url);
    expect([sent.request.method, sent.request.headers.get('if-match')]).toEqual(['PUT', '"v2"']);
    expect(sent.request.body).toEqual({ entries: [row('2018 to 2019')] });
    sent.flush({ version: 3, savedAt: '2025-03-20T10:05:00Z' });
    await pass();
    expect(page.textContent).toContain('Saved with your clinic');
    http.verify();
  });

  it('puts the rows of another device beside these, and saves all of them', async () => {
    const { page, http, pass, write } = await shown(2);
    write('2018');
    await pass(1_500);
    const stale = { code: 'version_stale', facts: {}, correlationId: 'c' };
    http.expectOne(url).flush(stale, { status: 412, statusText: 'stale' });
    await pass();
    http.expectOne(url).flush({ entries: [row('2020')], version: 5 });
    await pass(1_500);
    expect(page.textContent).toContain('Another device had saved rows');
    const sent = http.expectOne(url);
    expect(sent.request.headers.get('if-match')).toBe('"v5"');
    expect(sent.request.body).toEqual({ entries: [row('2020'), row('2018')] });
  });
});
