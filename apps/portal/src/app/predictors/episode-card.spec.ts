import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { EpisodeView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { CoupleEpisodes } from './couple-episodes';
import { EpisodeCard } from './episode-card';

const episode: EpisodeView = {
  ...{ id: 'e1', coupleId: 'c1', coupleName: 'Ellery', kind: 'off_track', level: 'amber' },
  ...{ openedOn: '2025-05-25', acknowledgeBy: '2025-05-28', overdue: false, state: 'open' },
  ...{ actedBy: null, actedOn: null, tool: null, hasPlan: false, version: 3, limitsVersion: 0 },
  alerts: [
    {
      rule: 'OT-2',
      predictor: 'CT',
      track: null,
      metOn: '2025-05-25',
      on: '2025-05-25',
      note: null,
    },
    {
      rule: 'OT-3',
      predictor: null,
      track: 'RP',
      metOn: '2025-05-25',
      on: '2025-05-25',
      note: 'coverage_fell',
    },
  ],
};

async function setUp(changes: Partial<EpisodeView> = {}) {
  TestBed.configureTestingModule({
    providers: [
      CoupleEpisodes,
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(EpisodeCard);
  fixture.componentRef.setInput('episode', { ...episode, ...changes });
  fixture.detectChanges();
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  return { page, button, http: TestBed.inject(HttpTestingController) };
}

describe('an episode', () => {
  it('says in plain words what was found and until when it wants a look', async () => {
    const { page } = await setUp();
    const text = page.textContent;
    expect(text).toContain('records fell together');
    expect(text).toContain('Daily check-ins fell below half.');
    expect(text).toContain('Please look at it by');
    expect(text).not.toMatch(/OT-|coverage_fell|undefined/);
  });

  it('is taken up with the version that was seen', async () => {
    const { button, http } = await setUp();
    button('I am looking at it')?.click();
    const { request } = http.expectOne('/api/clinic/off-track/c1/episodes/e1/acknowledgement');
    expect([request.method, request.headers.get('If-Match')]).toEqual(['POST', '"v3"']);
  });

  it.each([
    ['acknowledged', 'Keep the plan', 'Worked through'],
    ['plan', 'Worked through', 'I am looking at it'],
    ['resolved', '', 'Keep the plan'],
  ])('in state %s offers the next step alone', async (state, offered, other) => {
    const { button } = await setUp({ state, actedBy: 'Mina Castellan', actedOn: '2025-05-27' });
    expect(offered === '' || button(offered) !== undefined).toBe(true);
    expect(button(other)).toBeUndefined();
  });
});
