import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CoupleMeasuresView, InstrumentFormWordsView, MeasureSheetView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { MeasuresPage } from './measures-page';

const url = '/api/clinic/measures/c1';
const answered: MeasureSheetView = {
  ...{ id: 's1', code: 'PHQ-9', place: 'own_account', state: 'answered', givenByName: 'Jo' },
  ...{ givenAt: '2025-01-06T15:00:00Z', answeredOn: '2025-01-07', missing: 0, version: 2 },
  ...{ scales: [{ key: 'total', score: 12 }], outcome: 'in_range', band: 'moderate' },
  ...{ concerns: ['self_harm_item'], scoredBy: 'trellis-instruments/1' },
};
const waiting: MeasureSheetView = {
  ...answered,
  ...{ id: 's2', code: 'GAD-7', state: 'waiting', answeredOn: null, scales: [], outcome: null },
  ...{ band: null, concerns: [], scoredBy: null, version: 1 },
};
const view: CoupleMeasuresView = {
  people: [
    {
      ...{ personId: 'p1', name: 'Iris', side: 'BP', sheets: [waiting, answered] },
      trends: [
        {
          ...{ code: 'PHQ-9', statement: 'improved_beyond_noise', difference: -6, rule: 'reliable_6' },
          points: [
            { on: '2025-01-07', score: 18 },
            { on: '2025-02-18', score: 12 },
          ],
        },
      ],
      suggested: [{ code: 'HITS', from: null, to: null }],
    },
  ],
};
const form = (code: string, id: string) => ({
  code,
  forms: [{ id, language: 'en', retiredAt: null }],
});
const words: InstrumentFormWordsView = {
  ...{ id: 'f2', code: 'HITS', title: 'Screen', language: 'en', copyright: 'Held by somebody' },
  parts: [
    {
      ...{ linkId: 'i1', kind: 'choice', text: { en: 'Item 1', es: 'Item 1' } },
      options: [
        { value: 'v1', label: { en: 'Never', es: 'Nunca' } },
        { value: 'v5', label: { en: 'Often', es: 'A menudo' } },
      ],
    },
  ],
};

async function setUp(people: CoupleMeasuresView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: Session,
        useValue: { clinic: () => ({ timeZone: 'America/Chicago' }), load: () => Promise.resolve() },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(MeasuresPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  fixture.detectChanges();
  http.expectOne('/api/clinic/instruments').flush({ instruments: [form('PHQ-9', 'f1'), form('HITS', 'f2')] });
  http.expectOne(url).flush(people);
  await settled();
  const press = async (text: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === text)?.click();
    await settled();
  };
  return { page, http, settled, press };
}

const gapless = (page: HTMLElement) => page.textContent.replace(/\s+/g, ' ');

describe('instruments of one’s own people', () => {
  it('say scores, screening range, change and what to look at in words', async () => {
    const { page } = await setUp(view);
    expect(gapless(page)).toContain('Screening range: moderate. In the screening range');
    expect(gapless(page)).toContain('First to newest: -6. Better, by more than this scale varies by itself.');
    expect(page.querySelector('tr-note')?.textContent).toContain('Talk with the person now.');
    expect(gapless(page)).toContain('HITS: not asked yet.');
    expect(page.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('18');
    expect(gapless(page)).not.toMatch(/diagnosis(?!,)/);
  });

  it('go to one person’s phone, and can be taken back', async () => {
    const { page, http, settled, press } = await setUp(view);
    const select = page.querySelector('select')!;
    select.value = 'PHQ-9';
    select.dispatchEvent(new Event('change'));
    await settled();
    await press("Send to Iris's phone");
    const given = http.expectOne({ method: 'POST', url: `${url}/sheets` });
    expect(given.request.body).toEqual({ personId: 'p1', code: 'PHQ-9' });
    given.flush(view);
    await settled();
    await press('Take GAD-7 back');
    const taken = http.expectOne({ method: 'POST', url: `${url}/sheets/s2/withdrawal` });
    expect(taken.request.headers.get('if-match')).toBe('"v1"');
    taken.flush({ people: [{ ...view.people[0]!, sheets: [] }] });
    await settled();
    expect(gapless(page)).toContain('Nothing was asked yet.');
  });

  it('are asked in the session where they are never sent out, of the person alone', async () => {
    const { page, http, settled, press } = await setUp(view);
    await press('Choose HITS');
    expect(gapless(page)).not.toContain('Send to Iris');
    expect(gapless(page)).toContain('It is never sent out.');
    await press('Ask in the session');
    http.expectOne('/api/clinic/instruments/forms/f2').flush(words);
    await settled();
    expect(page.querySelectorAll('tr-enter-form input:checked')).toHaveLength(0);
    await press('Keep the answers');
    expect(page.querySelector('tr-enter-form [role=alert]')?.textContent).toContain('Say where');
    page.querySelector<HTMLInputElement>('tr-enter-form input[value=in_person]')!.click();
    page.querySelector<HTMLInputElement>('tr-enter-form input[value=v5]')!.click();
    await settled();
    await press('Keep the answers');
    http.expectNone({ method: 'POST' });
    expect(gapless(page)).toContain('Ask this of each person alone.');
    page.querySelector<HTMLInputElement>('tr-enter-form input[type=checkbox]')!.click();
    await settled();
    await press('Keep the answers');
    const entered = http.expectOne({ method: 'POST', url: `${url}/entries` });
    expect(entered.request.body).toEqual({
      ...{ personId: 'p1', code: 'HITS', place: 'in_person', alone: true, answers: { i1: 'v5' } },
    });
    entered.flush(view);
    await settled();
    expect(page.querySelector('tr-enter-form')).toBeNull();
  });

  it('open single answers by an act', async () => {
    const { page, http, settled, press } = await setUp(view);
    await press('Single answers');
    const read = { sheet: answered, title: null, copyright: 'Held', language: 'en', answers: { i1: 'v5' } };
    http.expectOne(`${url}/sheets/s1`).flush({ ...read, parts: words.parts });
    await settled();
    expect(page.querySelector('dl')?.textContent.replace(/\s+/g, ' ')).toContain('Item 1Often');
    expect(page.textContent).toContain('Held');
  });

  it('are not there for whoever holds neither side, in Spanish too', async () => {
    const { page } = await setUp({ people: [] }, 'es');
    expect(page.textContent).toContain('Usted no es terapeuta de ninguno de los dos lados.');
  });
});
