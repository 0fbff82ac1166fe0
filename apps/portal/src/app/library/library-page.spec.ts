import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { asExercise, emptyClinicTemplate, homeworkLibrary, type HomeworkTemplate } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { ExercisePage } from './exercise-page';
import { LibraryPage } from './library-page';

const template = { ...emptyClinicTemplate, title: { en: 'Kind moments', es: 'Momentos amables' } };
const own = {
  ...{ id: 'x', code: 'RX01', state: 'draft', hasDraft: true, publishedVersion: null },
  exercise: asExercise({ code: 'RX01', version: 1 }, template),
};

async function open(component: Type<unknown>, inputs: Readonly<Record<string, unknown>> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter([]),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/clinic/exercises')
    .flush({ exercises: [own], most: 200 });
  await turn();
  return { page: fixture.nativeElement as HTMLElement, turn };
}

describe('the library', () => {
  it('lists what the clinic wrote and the 54, and finds with a typo and by tag', async () => {
    const { page, turn } = await open(LibraryPage);
    expect(page.querySelectorAll('li')).toHaveLength(homeworkLibrary.length + 1);
    expect(page.querySelector('li')?.textContent).toContain('Kind moments');
    const look = page.querySelector('input')!;
    look.value = 'daly recovry';
    look.dispatchEvent(new Event('input'));
    await turn();
    expect([...page.querySelectorAll('li .small')].map((one) => one.textContent)).toContain('R01');
    look.value = 'zzzz';
    look.dispatchEvent(new Event('input'));
    await turn();
    expect(page.textContent).toContain('No exercise fits');
  });

  it.each(homeworkLibrary.map((exercise): [string, HomeworkTemplate] => [exercise.code, exercise]))(
    'says everything about %s in words and shows its first question',
    async (code, exercise) => {
      const { page } = await open(ExercisePage, { code });
      expect(page.querySelector('h1')?.textContent).toBe(exercise.title.en);
      expect(page.textContent).not.toContain('library.');
      expect(page.querySelector('.phone h3')?.textContent).toBe(exercise.fields[0]?.label.en);
    },
  );
});
