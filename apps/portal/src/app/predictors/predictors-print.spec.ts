import { TestBed } from '@angular/core/testing';
import type { CouplePredictorsView, PredictorChartView, PredictorReadingView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { ChartWords } from './chart-words';
import { PredictorsPrint } from './predictors-print';

const codes = ['CT', 'PI', 'ED', 'CG', 'TS'] as const;
const reading: PredictorReadingView = {
  ...{ readOn: '2025-01-19', self: 50, partner: 25, therapist: 40, therapistCarried: false },
  ...{ behaviour: 57.1, composite: 41.4, partial: false, gap: 25, viewsDiffer: true },
};
const alone: PredictorReadingView = {
  ...{ readOn: '2025-02-02', self: 55, partner: null, therapist: 40, therapistCarried: true },
  ...{ behaviour: null, composite: 50, partial: true, gap: null, viewsDiffer: false },
};
const chart = (predictor: (typeof codes)[number], readings: PredictorReadingView[]): PredictorChartView => ({
  ...{ predictor, readings, statement: 'not_enough_data', baselineOn: null },
  ...{ change: null, threshold: 19.4, trend: null },
});
const view: CouplePredictorsView = {
  predictors: codes.map((code) => chart(code, code === 'PI' ? [] : [reading, alone])),
  marks: [{ kind: 'session', on: '2025-01-28' }],
  turbulence: [{ cause: 'letter', from: '2025-01-25', through: '2025-02-01' }],
  therapistRatingDue: null,
  ...{ weightsVersion: '1', itemSetVersion: '1' },
};

async function printed(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      ChartWords,
      {
        provide: CurrentCouple,
        useValue: { person: (side: string) => ({ name: side === 'RP' ? 'Mateo' : 'Irene' }) },
      },
      {
        provide: Session,
        useValue: { staff: () => ({ name: 'Mina Castellan' }), clinic: () => ({ name: 'North Pier' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(PredictorsPrint);
  fixture.componentRef.setInput('view', view);
  fixture.componentRef.setInput('at', '2025-02-03T16:20:00Z');
  fixture.detectChanges();
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the predictors on paper', () => {
  it('say whose they are, up to which reading, who printed them, and who may read them', async () => {
    const said = (await printed()).querySelector('header')?.textContent ?? '';
    for (const words of [
      'Predictors of Mateo and Irene.',
      'North Pier',
      'Readings up to February 2, 2025.',
      'Printed by Mina Castellan, Feb 3, 2025',
      'For the care team only.',
    ])
      expect(said).toContain(words);
  });

  it('have each predictor with readings: sentence, chart, what is missing, and the numbers', async () => {
    const page = await printed();
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      ...['Consistent transparency', 'Empathy development', 'Commitment to growth'],
      'Therapeutic support',
    ]);
    const [first] = page.querySelectorAll('section');
    expect(first?.querySelector('figcaption')?.textContent).toContain('not enough data yet');
    expect(first?.querySelectorAll('svg[viewBox^="0 0 1152"] .mark.composite.hollow')).toHaveLength(1);
    expect(first?.querySelectorAll('svg[viewBox^="0 0 1152"] .event')).toHaveLength(1);
    expect(first?.textContent).toContain(
      'Missing: Irene in 1 of 2 readings and Behavior in 1 of 2 readings.',
    );
    const rows = [...(first?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(rows).toEqual([
      [
        ...['January 19, 2025', '50', '25', '40', '57.1', '41.4'],
        ...['25 (Views differ, explore together)', ''],
      ],
      [
        ...['February 2, 2025', '55', 'no value', '40 (carried over)', 'no value', '50 (partial)'],
        ...['no value', 'Session 1'],
      ],
    ]);
  });

  it('have nothing to press', async () => {
    expect((await printed()).querySelectorAll('button, a, input, select, details')).toHaveLength(0);
  });
});
