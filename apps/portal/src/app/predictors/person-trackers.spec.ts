import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CoupleTrackersView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { PersonTrackers } from './person-trackers';

const rowan: CoupleTrackersView['people'][number] = {
  ...{ personId: 'p1', side: 'RP', reactions: [] },
  attachment: [{ on: '2025-02-03', anxious: 100, avoidant: null }],
  urges: { count: 2, mean: 4.5, most: 6 },
  days: { practised: 64, withoutSlip: 88, of: 90 },
};

async function setUp(held: readonly string[], language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: CurrentCouple,
        useValue: {
          holds: (side: string) => held.includes(side),
          person: (side: string) => ({ name: side === 'RP' ? 'Rowan' : 'Iris' }),
        },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(PersonTrackers);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.detectChanges();
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const open = async (view: CoupleTrackersView) => {
    page.querySelector('button')?.click();
    TestBed.inject(HttpTestingController).expectOne('/api/clinic/trackers/c1').flush(view);
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  return { page, open };
}

describe('trackers beside the predictors', () => {
  it('are not there for whoever holds neither side', async () => {
    const { page } = await setUp(['JOINT']);
    expect(page.textContent.trim()).toBe('');
  });

  it('are opened by an act that says who sees them, and show two numbers that stay apart', async () => {
    const { page, open } = await setUp(['RP']);
    expect(page.textContent).toContain('of Rowan. Only you and they see this.');
    await open({ people: [rowan] });
    expect(page.textContent).toContain('64 of the last 90 days with practice');
    expect(page.textContent).toContain('88 of the last 90 days without a slip on record');
    expect(page.textContent).toContain('Urges written down in two weeks: 2. Mean 4.5, strongest 6, of 10.');
    const cells = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(cells).toEqual([
      ['Seeking closeness and proof', '100'],
      ['Keeping distance', 'not enough yet'],
    ]);
  });

  it('say that nothing has come together yet, in Spanish too', async () => {
    const { page, open } = await setUp(['RP'], 'es');
    await open({ people: [{ ...rowan, attachment: [], urges: null, days: null }] });
    expect(page.textContent).toContain('Todavía no se ha reunido nada.');
  });
});
