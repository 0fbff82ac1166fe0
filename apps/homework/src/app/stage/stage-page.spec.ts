import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnStageGatesView } from '@trellis/contracts';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { StagePage } from './stage-page';

const url = '/api/home/stage-gates';
const inTwo: OwnStageGatesView = {
  ...{ stage: 2, notice: null, touchPaused: null, mayPauseTouch: false, therapistName: 'Jo Whitlock' },
  next: { to: 3, answer: null, answeredAt: null, countsUntil: null },
  index: { week: '2025-06-16', given: false },
};
const inThree: OwnStageGatesView = {
  ...inTwo,
  ...{ stage: 3, next: null, mayPauseTouch: true, index: { week: '2025-06-16', given: true } },
};

async function shown(view: OwnStageGatesView, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(StagePage);
  const http = TestBed.inject(HttpTestingController);
  const turn = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  http.expectOne(url).flush(view);
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string, within: ParentNode = page): Promise<void> => {
    const found = [...within.querySelectorAll<HTMLElement>('button, label')].find((one) =>
      one.textContent.includes(words),
    );
    if (found === undefined) throw new Error(`nothing called ${words} in ${page.textContent}`);
    found.click();
    await turn();
  };
  return { page, http, press, turn };
}

describe('the page of the own stage', () => {
  beforeEach(() => {
    window.scrollTo = jest.fn();
  });

  it('asks for a yes that is free and alone, and says who reads it', async () => {
    const { page, http, press } = await shown(inTwo);
    expect(page.textContent).toContain('for you and Jo Whitlock');
    const next = page.querySelector('tr-next-stage')!;
    await press('I want this and can say no', next);
    await press('Save my answer');
    http.expectNone(`${url}/answer`);
    await press('I could say no without paying');
    await press('I am answering alone');
    await press('Save my answer');
    const { request } = http.expectOne(`${url}/answer`);
    expect(request.body).toEqual({ to: 3, answer: 'yes', canSayNo: true, alone: true });
  });

  it('takes a no as it is, with nothing to explain', async () => {
    const { page, http, press } = await shown(inTwo);
    await press('Not yet', page.querySelector('tr-next-stage')!);
    await press('Save my answer');
    const { request } = http.expectOne(`${url}/answer`);
    expect(request.body).toEqual({ to: 3, answer: 'not_yet', canSayNo: true, alone: false });
  });

  it('pauses touch at one press, and goes back a stage at two', async () => {
    const { page, http, press, turn } = await shown(inThree);
    await press('Pause touch exercises');
    const paused = { en: 'Touch exercises are paused for now.', es: 'En pausa.' };
    http.expectOne(`${url}/pause`).flush({ ...inThree, touchPaused: paused, mayPauseTouch: false });
    await turn();
    expect(page.textContent).toContain('Touch exercises are paused for now.');
    await press('Go back to stage 2');
    http.expectNone(`${url}/back`);
    await press('Yes, go back now');
    expect(http.expectOne(`${url}/back`).request.body).toEqual({ to: 2 });
  });

  it('asks the six sentences once a week, in words, and sends what was answered', async () => {
    const { page, http, press } = await shown(inTwo, 'es');
    expect(page.textContent).toContain('Sentí libertad para decir que no.');
    const items = page.querySelectorAll('tr-index-form tr-choice-list');
    expect(items).toHaveLength(6);
    await press('Nada', items[2]);
    await press('Guardar esta semana');
    expect(http.expectOne(`${url}/index`).request.body).toEqual({ answers: { free_to_say_no: 0 } });
  });
});
