import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { emptyClinicTemplate, type ClinicTemplate, type Field } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { HistoryPage } from './history-page';
import { NewExercisePage } from './new-exercise-page';

const say = (en: string, es = '') => ({ en, es });
const question = (key: string, en: string, more: Partial<Field> = {}): Field => ({
  ...{ key, kind: 'text', label: say(en), required: true },
  ...more,
});
const options = [
  { value: 'a1', label: say('often') },
  { value: 'a2', label: say('seldom') },
];
const first: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: say('Kind moments'),
  fields: [question('q1', 'One'), question('q2', 'Two'), question('q3', 'Gone'), question('q5', 'Why so?')],
};
const second: ClinicTemplate = {
  ...first,
  title: say('Kinder moments', 'Momentos más amables'),
  cadence: { kind: 'weekly', times: 2 },
  completion: [{ kind: 'answers' }, { kind: 'per_week', least: 2 }],
  privacy: 'P0',
  fields: [
    question('q2', 'Two', { kind: 'choice', options, required: false }),
    question('q1', 'One, again'),
    question('q4', 'New here'),
    question('q5', 'Why so?', { askedWhen: { key: 'q2', is: ['a1'] } }),
  ],
};
const version = (number: number, content: ClinicTemplate, more: object = {}) => ({
  ...{ number, state: 'published', content, savedByName: 'Jo', savedAt: '2025-06-01T10:00:00Z' },
  ...{ publishedByName: 'Mina', publishedAt: '2025-06-02T10:00:00Z', reason: `reason ${number.toString()}` },
  ...{ keepsWords: false, copyright: null, attestedByName: null, licenceReference: null },
  ...more,
});
const view = {
  ...{ id: 'x', code: 'RX01', state: 'published', version: 4 },
  ...{ retiredAt: null, retiredByName: null, retireReason: null },
  versions: [version(2, second), version(1, first, { keepsWords: true, copyright: '© Form House' })],
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
  jest.spyOn(TestBed.inject(Session), 'may').mockReturnValue(true);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const turn = async () => {
    fixture.detectChanges();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await turn();
  const page = fixture.nativeElement as HTMLElement;
  return { page, turn, server: TestBed.inject(HttpTestingController) };
}

async function history() {
  const opened = await open(HistoryPage, { code: 'RX01' });
  const { server, turn } = opened;
  server.expectOne('/api/clinic/exercises').flush({ exercises: [{ id: 'x', code: 'RX01' }], most: 200 });
  await turn();
  server.expectOne('/api/clinic/exercises/x').flush(view);
  await turn();
  return opened;
}

describe('the history of an exercise', () => {
  it('says who published what and why, and what changed in words', async () => {
    const { page } = await history();
    const text = page.textContent.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Published by Mina. reason 1');
    expect(text).toContain('© Form House');
    expect(text).toContain('Words that were pointed out stay on purpose.');
    const list = page.querySelector('tr-change-list')!;
    const places = [...list.querySelectorAll('dt')].map((one) => one.textContent);
    expect(places).toEqual([
      'Name',
      'Order of the questions',
      '“Two”, Kind of answer',
      '“Two”, Has to be answered',
      '“Two”, Answers',
      '“One, again”, Question',
      'New question',
      '“Why so?”, When it is asked',
      'How often',
      'Who reads it',
      'When it is done',
      'Question taken out',
    ]);
    const said = list.textContent.replaceAll(/\s+/g, ' ');
    for (const words of [
      'Before: Kind moments After: Kinder moments / Momentos más amables',
      'Before: Long text After: One of several answers',
      'After: often; seldom',
      'Before: One time. After: 2 times a week.',
      'After “Two”: often',
      'Before: Gone',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain('library.');
  });

  it('retires with a reason and no sooner, and goes on with a copy', async () => {
    const { page, turn, server } = await history();
    const press = async (name: string) => {
      const found = [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
      found?.click();
      await turn();
    };
    await press('Retire this exercise');
    server.expectNone('/api/clinic/exercises/x/retire');
    expect(page.textContent).toContain('Write a few words for the history.');
    const reason = page.querySelector<HTMLInputElement>('tr-text-field input')!;
    reason.value = 'another one is better';
    reason.dispatchEvent(new Event('input'));
    await turn();
    await press('Retire this exercise');
    const asked = server.expectOne('/api/clinic/exercises/x/retire');
    expect(asked.request.headers.get('if-match')).toBe('"v4"');
    expect(asked.request.body).toEqual({ reason: 'another one is better' });
    const by = { retiredByName: 'Mina', retireReason: 'another one is better' };
    asked.flush({ ...view, ...by, state: 'retired', retiredAt: '2025-06-03T10:00:00Z', version: 5 });
    await turn();
    expect(page.textContent).toContain('Retired by Mina: another one is better');
    await press('Begin a copy');
    const copied = server.expectOne('/api/clinic/exercises');
    expect(copied.request.body).toEqual({ track: 'R', content: second });
  });
});

describe('a form from a file', () => {
  const choose = (page: HTMLElement, text: string) => {
    const file = Object.assign(new File([text], 'form.json'), { text: () => Promise.resolve(text) });
    const input = page.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: { item: () => file }, configurable: true });
    input.dispatchEvent(new Event('change'));
  };

  it('is sent as it is, and every refusal stands beside the item it is about', async () => {
    const { page, turn, server } = await open(NewExercisePage);
    const form = {
      resourceType: 'Questionnaire',
      item: [{ linkId: '1', item: [{ linkId: '1.1', text: 'Draw it' }] }],
    };
    choose(page, JSON.stringify(form));
    await turn();
    page.querySelector<HTMLButtonElement>('tr-import-form button')?.click();
    const sent = server.expectOne('/api/clinic/exercises/imports');
    expect(sent.request.body).toEqual({ track: 'R', questionnaire: form });
    const problems = [
      { code: 'type_not_supported', linkId: '1.1' },
      { code: 'text_missing', linkId: '1' },
    ];
    sent.flush(
      { code: 'questionnaire_refused', facts: { problems }, correlationId: 'c' },
      { status: 400, statusText: '' },
    );
    await turn();
    const lines = [...page.querySelectorAll('tr-import-form li')].map((one) =>
      one.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(lines).toEqual(['Draw it This kind of question cannot be asked here.', 'Item 1 It has no words.']);
  });

  it.each([
    ['not json', 'This file cannot be read as JSON.'],
    ['[]', 'This file cannot be read as JSON.'],
    [`{"a":"${'x'.repeat(250_000)}"}`, 'This file is larger than 240 kB.'],
  ])('that is no form is not sent', async (text, sentence) => {
    const { page, turn, server } = await open(NewExercisePage);
    choose(page, text);
    await turn();
    page.querySelector<HTMLButtonElement>('tr-import-form button')?.click();
    await turn();
    server.expectNone('/api/clinic/exercises/imports');
    expect(page.textContent).toContain(sentence);
  });
});
