import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { CouplePredictorsView, PredictorReadingView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Keys } from '../core/keyboard/keys';
import { PredictorsPage } from './predictors-page';

const DAY = 86_400_000;
const readings = (count: number): PredictorReadingView[] =>
  Array.from({ length: count }, (_, at) => ({
    readOn: new Date(Date.parse('2025-01-19') + 14 * at * DAY).toISOString().slice(0, 10),
    ...{ self: 50, partner: null, therapist: 40, therapistCarried: false, behaviour: 60, composite: 50 },
    ...{ partial: true, gap: null, viewsDiffer: false },
  }));
const viewOf = (count: number): CouplePredictorsView => ({
  predictors: (['CT', 'PI', 'ED', 'CG', 'TS'] as const).map((predictor) => ({
    ...{ predictor, readings: readings(count), statement: 'not_enough_data', baselineOn: null },
    ...{ change: null, threshold: 19.4, trend: null },
  })),
  marks: [{ kind: 'session', on: '2025-01-28' }],
  turbulence: [],
  ...{ therapistRatingDue: null, weightsVersion: '1', itemSetVersion: '1' },
});

async function setUp(count: number, range?: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideLanguages(),
      Keys,
      {
        provide: CurrentCouple,
        useValue: {
          person: (side: string) => ({ name: side === 'RP' ? 'Mateo' : 'Irene' }),
          holds: () => false,
        },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(PredictorsPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  if (range !== undefined) fixture.componentRef.setInput('range', range);
  const server = TestBed.inject(HttpTestingController);
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  fixture.detectChanges();
  TestBed.tick();
  server.expectOne('/api/clinic/predictors/c1').flush(viewOf(count));
  server.expectOne('/api/clinic/off-track/c1').flush({ episodes: [] });
  await settle();
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const buttons = () => [...page.querySelectorAll('button')];
  return { page, settle, buttons, marks: () => page.querySelectorAll('.mark.self').length };
}

describe('the page of the predictors', () => {
  it('says whose view is missing, and draws what is there hollow', async () => {
    const { page } = await setUp(5);
    expect(page.textContent).toContain('Missing: Irene in 5 of 5 readings.');
    expect(page.querySelectorAll('tr-dyadic-chart .mark.composite.hollow')).toHaveLength(5);
    expect(page.querySelectorAll('tr-small-multiple')).toHaveLength(5);
  });

  it('shows a year of three at first, and as much as is asked for', async () => {
    const { marks, buttons } = await setUp(78);
    expect(marks()).toBe(26);
    const shown = buttons().filter((one) =>
      ['Half a year', 'A year', 'All'].includes(one.textContent.trim()),
    );
    expect(shown.map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'false']);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    shown[2]?.click();
    expect(navigate).toHaveBeenCalledWith(
      [],
      expect.objectContaining({ queryParams: { range: 'all', readOn: null } }),
    );
  });

  it('shows all of three years where the address says so', async () => {
    const { marks } = await setUp(78, 'all');
    expect(marks()).toBe(78);
  });

  it('asks for no range where there is only one', async () => {
    const { buttons } = await setUp(5);
    expect(buttons().some((one) => one.textContent.trim() === 'All')).toBe(false);
  });

  it('asks the browser to print, and makes its pages only while it does', async () => {
    const { page, buttons } = await setUp(5);
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    buttons()
      .find((one) => one.textContent.trim() === 'Print')
      ?.click();
    expect(print).toHaveBeenCalledTimes(1);
    expect(page.querySelector('tr-predictors-print')).toBeNull();
    window.dispatchEvent(new Event('beforeprint'));
    expect(page.querySelectorAll('tr-predictors-print section')).toHaveLength(5);
    window.dispatchEvent(new Event('afterprint'));
    expect(page.querySelector('tr-predictors-print')).toBeNull();
  });
});
