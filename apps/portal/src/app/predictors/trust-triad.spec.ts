import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CoupleTrustView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { TrustTriad } from './trust-triad';

const view: CoupleTrustView = {
  reviews: [
    {
      on: '2025-05-04',
      sides: [
        { side: 'predictability', self: 58.3, partner: 33.3, gap: 25 },
        { side: 'transparency', self: 50, partner: 41.7, gap: 8.3 },
        { side: 'shared_values', self: 58.3, partner: null, gap: null },
      ],
    },
  ],
  closed: 1,
  evidence: [
    { side: 'predictability', exercises: [{ en: 'Promises', es: 'Promesas' }], predictors: [] },
    { side: 'transparency', exercises: [], predictors: ['CT'] },
    { side: 'shared_values', exercises: [], predictors: [] },
  ],
};

async function opened(answer: CoupleTrustView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: CurrentCouple,
        useValue: { person: (side: string) => ({ name: side === 'RP' ? 'Rowan' : 'Sam' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(TrustTriad);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.detectChanges();
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const before = page.textContent;
  page.querySelector('button')?.click();
  TestBed.inject(HttpTestingController).expectOne('/api/clinic/trust-reviews/c1').flush(answer);
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
  return { before, page };
}

describe('three sides of trust', () => {
  it('are opened by an act that says what it leaves on record', async () => {
    const { before } = await opened(view);
    expect(before).toContain('Both find on record that you opened it.');
    expect(before).not.toContain('58.3');
  });

  it('show both views side by side, and name a view that is missing instead of guessing it', async () => {
    const { page } = await opened(view);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(rows).toEqual([
      ['Rowan', '58.3'],
      ['Sam', '33.3'],
      ['Apart', '25'],
      ['Rowan', '50'],
      ['Sam', '41.7'],
      ['Apart', '8.3'],
      ['Rowan', '58.3'],
      ['Sam', 'too few answers'],
      ['Apart', '–'],
    ]);
    expect(page.textContent).toContain('Rowan and Sam are 25 points apart in the newest review.');
    expect(page.textContent).toContain('Not enough answers of Sam to say.');
    expect(page.textContent).toContain('Look beside it at: Promises.');
    expect(page.textContent).toContain('Look beside it at: Consistent transparency.');
    expect(page.textContent).toContain('Not opened yet: 1.');
  });

  it('say that there is nothing yet, and in Spanish what is still closed', async () => {
    const { page } = await opened({ ...view, reviews: [], closed: 2 }, 'es');
    expect(page.textContent).toContain('Todavía no se abrió ninguna revisión en una sesión.');
    expect(page.textContent).toContain('Sin abrir todavía: 2.');
    expect(page.querySelector('table')).toBeNull();
  });
});
