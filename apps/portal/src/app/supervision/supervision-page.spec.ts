import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SupervisionCoupleView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { SupervisionPage } from './supervision-page';

const changes = (...statements: readonly string[]): SupervisionCoupleView['changes'] =>
  (['CT', 'PI', 'ED', 'CG', 'TS'] as const).map((predictor, at) => ({
    predictor,
    statement: statements[at] ?? 'within_noise',
  }));
const aster: SupervisionCoupleView = {
  ...{ coupleId: 'c1', coupleName: 'Aster', measured: true, openEpisodes: 1 },
  ...{ readings: 6, selfMissing: 0, partnerMissing: 2 },
  changes: changes('improved_beyond_noise', 'worse_beyond_noise'),
};
const birch: SupervisionCoupleView = {
  ...{ coupleId: 'c2', coupleName: 'Birch', measured: false, openEpisodes: 0 },
  ...{ readings: 0, selfMissing: 0, partnerMissing: 0 },
  changes: changes(...Array.from({ length: 5 }, () => 'not_enough_data')),
};

async function opened(couples: SupervisionCoupleView[], language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(SupervisionPage);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/clinic/supervision')
    .flush({ couples, nextCursor: null });
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  return fixture.nativeElement as HTMLElement;
}

describe('the caseload in supervision', () => {
  it('says who changed and what is missing, in the order of the clinic and without a score', async () => {
    const page = await opened([aster, birch]);
    expect(page.textContent).toContain(
      '2 couples: in 1 something is better beyond noise, in 1 something is lower',
    );
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(rows[0]).toEqual([
      ...[
        'Aster',
        'Better beyond noise',
        'Lower beyond noise',
        'Within noise',
        'Within noise',
        'Within noise',
      ],
      ...['Of 6 readings: recovering person missing in 0, partner in 2', '1'],
    ]);
    expect(rows[1]?.slice(1, 7)).toEqual(Array.from({ length: 6 }, () => 'A consent is missing'));
  });

  it('is calm about an empty caseload, in Spanish too', async () => {
    const page = await opened([], 'es');
    expect(page.textContent).toContain('Todavía no hay parejas');
  });
});
