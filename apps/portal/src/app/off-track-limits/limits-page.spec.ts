import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OffTrackLimitsView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { LimitsPage } from './limits-page';

const ADDRESS = '/api/clinic/off-track-limits';
const standing: OffTrackLimitsView = {
  version: 1,
  own: { viewGap: 40 },
  changes: [{ version: 1, changedBy: 'Ada Field', changedAt: '2025-03-05T16:00:00Z', own: { viewGap: 40 } }],
  precision: [
    { rule: 'OT-1', useful: 7, of: 10 },
    { rule: 'OT-3', useful: null, of: null },
  ],
};

async function setUp(office: boolean, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: Session,
        useValue: { may: () => office, clinic: () => ({ timeZone: 'America/Chicago' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(LimitsPage);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(ADDRESS).flush(standing);
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const slide = async (id: string, to: number) => {
    const slider = page.querySelector<HTMLInputElement>(`#${id}`);
    if (slider === null) throw new Error(`no slider ${id}`);
    slider.value = String(to);
    slider.dispatchEvent(new Event('input'));
    await settled();
  };
  const rates = () =>
    [...page.querySelectorAll('.rate b')].map((one) => Number(/[\d.]+/.exec(one.textContent)?.[0]));
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
  return { page, http, slide, rates, button, settled };
}

describe('limits of the off-track rules', () => {
  it('shows the rate of each rule, drawn here, and follows the slider', async () => {
    const { page, slide, rates } = await setUp(true);
    const [worse, drop, gap] = rates();
    expect(worse).toBeGreaterThan(10);
    expect(worse).toBeLessThan(15);
    expect(drop).toBeLessThan(7);
    expect(gap).toBeLessThan(1);
    expect(page.textContent).toContain('useful in 7 of 10');
    expect(page.textContent).toContain('fewer than five are closed');
    await slide('limit-alerts-ot1-drop', 15);
    expect(rates()[0]).toBeGreaterThan(25);
    expect(rates().slice(1)).toEqual([drop, gap]);
  });

  it('saves what differs from the standard, by the version that was seen', async () => {
    const { page, http, slide, button, settled } = await setUp(true);
    button('Save')?.click();
    http.expectNone({ method: 'POST', url: ADDRESS });
    await slide('limit-alerts-ot4-gap', 35);
    await slide('limit-alerts-ot1-drop', 22.5);
    button('Save')?.click();
    await settled();
    const sent = http.expectOne({ method: 'POST', url: ADDRESS });
    expect(sent.request.body).toEqual({ own: { worseningDrop: 22.5 } });
    expect(sent.request.headers.get('If-Match')).toBe('"v1"');
    sent.flush({ ...standing, version: 2, own: { worseningDrop: 22.5 } });
    await settled();
    expect(page.querySelector<HTMLInputElement>('#limit-alerts-ot1-drop')?.value).toBe('22.5');
  });

  it('is for looking where the office alone may change it, in Spanish too', async () => {
    const { page } = await setUp(false, 'es');
    const sliders = [...page.querySelectorAll<HTMLInputElement>('input[type=range]')];
    expect(sliders.length).toBeGreaterThan(20);
    expect(sliders.every(({ disabled }) => disabled)).toBe(true);
    expect(page.textContent).toContain('Ada Field');
    expect(page.querySelector('button')).toBeNull();
  });
});
