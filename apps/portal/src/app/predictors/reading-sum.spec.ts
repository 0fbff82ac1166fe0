import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PredictorSumView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { ReadingSum } from './reading-sum';

const none = { itemSum: null, answered: null, carriedFrom: null };
const sum: PredictorSumView = {
  ...{ predictor: 'CT', readOn: '2025-05-25', countedFrom: '2025-05-12', composite: 44.1, partial: false },
  ...{ weightUsed: 100, weightsVersion: '1', itemSetVersion: '1' },
  sources: [
    { ...none, source: 'R', score: 70, weight: 15, points: 10.5, itemSum: 14, answered: 5 },
    { ...none, source: 'B', score: 40, weight: 35, points: 14, itemSum: 8, answered: 5 },
    { source: 'T', score: 55, weight: 20, points: 11, itemSum: 11, answered: 5, carriedFrom: '2025-05-11' },
    { ...none, source: 'D', score: 28.6, weight: 30, points: 8.6 },
  ],
  indicators: [
    { key: 'c1', weight: 35, done: 5, expected: 14, score: 35.7 },
    { key: 'c3', weight: 30, done: null, expected: null, score: null },
  ],
  earlier: [
    { composite: 41.5, computedAt: '2025-05-26T05:10:00Z', weightsVersion: '1', itemSetVersion: '1' },
    { composite: 39, computedAt: '2025-05-25T05:10:00Z', weightsVersion: '0', itemSetVersion: '1' },
  ],
};

async function setUp(answer: PredictorSumView, language: 'en' | 'es' = 'en') {
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
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(ReadingSum);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.componentRef.setInput('predictor', 'CT');
  fixture.componentRef.setInput('readOn', '2025-05-25');
  fixture.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/clinic/predictors/c1/sum?predictor=CT&readOn=2025-05-25')
    .flush(answer);
  await fixture.whenStable();
  return { fixture, page: fixture.nativeElement as HTMLElement };
}

describe('the sum of a reading', () => {
  it('is opened down to every count, and says what it said before', async () => {
    const { page } = await setUp(sum);
    expect(page.querySelector('h3')?.textContent).toBe('Why is this 44.1?');
    expect(page.querySelector('p.line')?.textContent).toBe('10.5 + 14 + 11 + 8.6 = 44.1');
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(rows).toEqual([
      ['Rowan', '70', '15', '10.5', '5 of 5 statements answered, 14 of 20 points.'],
      ['Iris', '40', '35', '14', '5 of 5 statements answered, 8 of 20 points.'],
      [
        ...['Therapist', '55', '20', '11'],
        '5 of 5 statements answered, 11 of 20 points. Given for May 11, 2025 and still valid.',
      ],
      ['Behavior', '28.6', '30', '8.6', 'The counts below.'],
      ['Daily check-ins done', '5 of 14', '35', '35.7'],
      ['Slip told in the agreed time', 'does not apply', '30', 'no value'],
    ]);
    const before = [...page.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(before[0]).toMatch(/^41\.5, computed on [^v]*$/);
    expect(before[1]).toMatch(/^39, computed on .* with items version 1 and weights version 0$/);
  });

  it('takes the focus and gives it back when it is closed', async () => {
    const { fixture, page } = await setUp(sum);
    document.body.append(page);
    page.querySelector('h3')?.focus();
    expect(document.activeElement?.textContent).toBe('Why is this 44.1?');
    let closed = 0;
    fixture.componentInstance.closed.subscribe(() => (closed += 1));
    page.querySelector<HTMLButtonElement>('button')?.click();
    expect(closed).toBe(1);
    page.remove();
  });

  it('says why there is none, in Spanish too', async () => {
    const { page } = await setUp({ ...sum, composite: null, weightUsed: null, earlier: [] }, 'es');
    expect(page.querySelector('h3')?.textContent).toBe('¿Por qué no hay valor?');
    expect(page.textContent).toContain('falta un consentimiento de medición');
  });
});
