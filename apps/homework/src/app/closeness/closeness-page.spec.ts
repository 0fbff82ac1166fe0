import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { ClosenessPage } from './closeness-page';

const ADDRESS = '/api/home/trackers/attachment';

async function setUp(due: boolean, language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: Session,
        useValue: {
          person: () => ({ id: 'p1', side: 'BP' }),
          therapistName: () => 'Jo',
          partnerName: () => 'Rowan',
        },
      },
    ],
  });
  await TestBed.inject(Languages).use(language);
  const fixture = TestBed.createComponent(ClosenessPage);
  const http = TestBed.inject(HttpTestingController);
  const settled = async () => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  fixture.detectChanges();
  http.expectOne(ADDRESS).flush({ due, dueOn: '2025-02-03' });
  await settled();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === words)?.click();
    await settled();
  };
  return { page, http, press, settled };
}

beforeEach(() => {
  // The page begins each step at its top, which this browser cannot.
  window.scrollTo = () => undefined;
});

describe('the questions about closeness and distance', () => {
  it('are sent whole, with nothing chosen beforehand', async () => {
    const { page, http, press, settled } = await setUp(true);
    await press('Start');
    expect(page.querySelectorAll('tr-scale-row')).toHaveLength(8);
    expect(page.querySelectorAll('input:checked')).toHaveLength(0);
    await press('Send my answers');
    http.expectNone({ method: 'POST', url: ADDRESS });
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Statements without an answer: 8.');
    await press('Mark them “cannot say”');
    await press('Send my answers');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('nothing to send');
    page.querySelector<HTMLInputElement>('tr-scale-row input')?.click();
    await settled();
    await press('Send my answers');
    const sent = http.expectOne({ method: 'POST', url: ADDRESS });
    const answers = Object.values((sent.request.body as { answers: Record<string, unknown> }).answers);
    expect([answers.length, answers.filter((answer) => answer === 'cannot_say').length]).toEqual([8, 7]);
    sent.flush({ due: false, dueOn: '2025-03-03' });
    await settled();
    expect(page.querySelector('h1')?.textContent).toBe('Thank you');
  });

  it('say calmly when they are not asked, in Spanish too', async () => {
    const { page } = await setUp(false, 'es');
    expect(page.querySelector('h1')?.textContent).toBe('Ahora no hay preguntas');
  });
});
