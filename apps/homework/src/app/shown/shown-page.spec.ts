import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnShownChangesView } from '@trellis/contracts';
import { predictors } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { ShownPage } from './shown-page';

async function opened(changes: OwnShownChangesView['changes'], language: 'en' | 'es'): Promise<string> {
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
  const fixture = TestBed.createComponent(ShownPage);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/home/shown-changes').flush({ changes });
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('main')?.textContent ?? '';
}

describe('what was looked at in session', () => {
  it('stands there in words with the day of the session, and without any other number', async () => {
    const shown = [
      { predictor: 'CT', statement: 'improved_beyond_noise', shownOn: '2025-05-27' } as const,
      { predictor: 'ED', statement: 'worse_beyond_noise', shownOn: '2025-06-03' } as const,
    ];
    const text = await opened(shown, 'en');
    expect(text).toContain('This is higher than at the start');
    expect(text).toContain('It is worth a talk in session.');
    // What a word like empathy means here stands beside it.
    expect(text).toContain(predictors.CT.meaning.en);
    expect(text).toContain(predictors.ED.meaning.en);
    expect(text.match(/\d+/g)).toEqual(['27', '2025', '3', '2025']);
  });

  it('says in Spanish that nothing was looked at yet', async () => {
    expect(await opened([], 'es')).toContain('Todavía no hay nada aquí');
  });
});
