import { TestBed } from '@angular/core/testing';
import { libraryTemplateOf } from '@trellis/domain';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AnswerWords } from '../core/homework/answer-words';
import { QuestionField } from './question-field';

const day = libraryTemplateOf('C06')!.fields.find(({ kind }) => kind === 'day')!;

async function setUp(language: 'en' | 'es' = 'en') {
  TestBed.configureTestingModule({ providers: [provideLanguages()] });
  await TestBed.inject(Languages).use(language);
}

describe('a question about a day', () => {
  it('asks with the browser’s own date input, and gives the day without a time', async () => {
    await setUp();
    const fixture = TestBed.createComponent(QuestionField);
    fixture.componentRef.setInput('field', day);
    fixture.componentRef.setInput('value', '2025-03-09');
    const given: unknown[] = [];
    fixture.componentInstance.answered.subscribe((value) => given.push(value));
    await fixture.whenStable();
    const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    expect([input.type, input.value]).toEqual(['date', '2025-03-09']);
    input.value = '2025-03-10';
    input.dispatchEvent(new Event('input'));
    expect(given).toEqual(['2025-03-10']);
  });

  it.each([
    ['en', 'March 9, 2025'],
    ['es', '9 de marzo de 2025'],
  ] as const)('is said in %s as people write it', async (language, text) => {
    await setUp(language);
    expect(TestBed.inject(AnswerWords).said(day, '2025-03-09')).toBe(text);
  });
});
