import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EpisodeListView, EpisodeView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { WaitingPage } from './waiting-page';

const episode = (id: string, level: string, more: Partial<EpisodeView> = {}): EpisodeView => ({
  ...{ id, coupleId: `c-${id}`, coupleName: `Couple ${id}`, kind: 'off_track', level },
  ...{ openedOn: '2025-05-25', acknowledgeBy: '2025-05-28', overdue: false, state: 'open' },
  ...{ actedBy: null, actedOn: null, tool: null, hasPlan: false, version: 1, limitsVersion: 0 },
  alerts: [{ rule: 'OT-2', predictor: 'CT', track: null, metOn: '2025-05-11', on: '2025-05-25', note: null }],
  ...more,
});

async function setUp(first: EpisodeListView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(WaitingPage);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  const answer = async (url: string, list: EpisodeListView) => {
    http.expectOne(url).flush(list);
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  await answer('/api/clinic/off-track', first);
  return { page: fixture.nativeElement as HTMLElement, answer };
}

describe('what is open over the caseload', () => {
  it('leads to each couple in the order of the clinic, and to the next page', async () => {
    const first = { episodes: [episode('1', 'immediate'), episode('2', 'amber')], nextCursor: '2' };
    const { page, answer } = await setUp(first);
    const links = () => [...page.querySelectorAll('.head a')].map((link) => link.getAttribute('href'));
    expect(links()).toEqual(['/couples/c-1/predictors', '/couples/c-2/predictors']);
    page.querySelector<HTMLButtonElement>('button')?.click();
    await answer('/api/clinic/off-track?cursor=2', { episodes: [episode('3', 'blue')], nextCursor: null });
    expect(links()).toHaveLength(3);
    expect(page.querySelector('button')).toBeNull();
    expect(page.textContent).not.toMatch(/OT-|immediate|undefined/);
    expect([...page.querySelectorAll('tr-chip')].map(({ textContent }) => textContent.trim())).toEqual([
      'Call today',
      'Look closely',
      'Talk about it',
    ]);
  });

  it('says so when nothing is open, in Spanish too', async () => {
    const { page } = await setUp({ episodes: [], nextCursor: null }, 'es');
    expect(page.textContent).toContain('No hay nada abierto');
  });
});
