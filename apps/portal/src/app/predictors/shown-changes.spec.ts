import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PredictorChartView, ShownChangesView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { ShownChanges } from './shown-changes';

const ADDRESS = '/api/clinic/shown-changes/c1';
const chart: PredictorChartView = {
  ...{ predictor: 'CT', readings: [], statement: 'improved_beyond_noise', baselineOn: '2025-01-19' },
  ...{ change: 25, threshold: 19.4, trend: null },
};
const standing: ShownChangesView['shown'] = [
  {
    ...{ id: 's1', predictor: 'CT', to: 'RP', statement: 'improved_beyond_noise' },
    ...{ readOn: '2025-05-25', shownOn: '2025-05-27', version: 1 },
  },
];

async function setUp(view: ShownChangesView, changes: Partial<PredictorChartView> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: CurrentCouple,
        useValue: { person: (side: string) => ({ name: side === 'RP' ? 'Rowan' : 'Iris' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(ShownChanges);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.componentRef.setInput('chart', { ...chart, ...changes });
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(ADDRESS).flush(view);
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)?.click();
    await settled();
  };
  return { page, http, press, settled };
}

describe('showing a change in session', () => {
  it('waits for a session, and asks for it again', async () => {
    const { page, http, press } = await setUp({ inSession: [], shown: [] });
    expect(page.querySelectorAll('input')).toHaveLength(0);
    expect(page.textContent).toContain('while you sit in a session');
    await press('I am in session now');
    http.expectOne(ADDRESS).flush({ inSession: ['RP'], shown: [] });
  });

  it('shows the very sentence to those who were chosen, and to nobody by itself', async () => {
    const { page, http, press, settled } = await setUp({ inSession: ['RP', 'BP'], shown: [] });
    expect(page.querySelector('blockquote')?.textContent).toContain('higher than at the start');
    await press('Show on the phone');
    http.expectNone({ method: 'POST', url: ADDRESS });
    page.querySelectorAll('input')[1]?.click();
    await settled();
    await press('Show on the phone');
    const sent = http.expectOne({ method: 'POST', url: ADDRESS });
    expect(sent.request.body).toEqual({ predictor: 'CT', to: ['BP'] });
    sent.flush({ inSession: ['RP', 'BP'], shown: [] });
    await settled();
    expect(page.querySelectorAll('input:checked')).toHaveLength(0);
  });

  it('takes back what stands there', async () => {
    const { page, http, press, settled } = await setUp({ inSession: [], shown: standing });
    expect(page.textContent).toContain('On the phone of Rowan since May 27, 2025');
    await press('Take back');
    const sent = http.expectOne(`${ADDRESS}/s1/taking-back`);
    expect(sent.request.headers.get('If-Match')).toBe('"v1"');
    sent.flush({ inSession: [], shown: [] });
    await settled();
    expect(page.querySelectorAll('li')).toHaveLength(0);
  });

  it('has nothing to show before anything can be said', async () => {
    const { page } = await setUp({ inSession: ['RP'], shown: [] }, { statement: 'not_enough_data' });
    expect(page.querySelectorAll('input, blockquote')).toHaveLength(0);
  });
});
