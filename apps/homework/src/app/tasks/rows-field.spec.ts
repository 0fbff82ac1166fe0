import { TestBed } from '@angular/core/testing';
import { libraryTemplateOf, type Field } from '@trellis/domain';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { AnswerWords } from '../core/homework/answer-words';
import { RowsField } from './rows-field';

const people = libraryTemplateOf('B06')!.fields.find(({ key }) => key === 'people')!;
const behind: Field = {
  ...people,
  leastRows: 1,
  rows: [
    { key: 'told', kind: 'bool', label: { en: 'Told', es: 'Dicho' }, required: true },
    {
      ...{ key: 'when', kind: 'day', label: { en: 'When', es: 'Cuándo' }, required: true },
      askedWhen: { key: 'told', is: [true] },
    },
  ],
};

async function shown(field: Field, value: unknown) {
  TestBed.configureTestingModule({ providers: [provideLanguages()] });
  await TestBed.inject(Languages).use('en');
  const fixture = TestBed.createComponent(RowsField);
  fixture.componentRef.setInput('field', field);
  fixture.componentRef.setInput('value', value);
  const given: unknown[] = [];
  fixture.componentInstance.answered.subscribe((rows) => {
    given.push(rows);
    fixture.componentRef.setInput('value', rows);
  });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const button = (text: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text))!;
  return { fixture, given, page, button };
}

describe('a list of entries', () => {
  it('has as many sheets ready as are asked for, and gives those that are written', async () => {
    const { fixture, given, page } = await shown(people, undefined);
    expect(page.querySelectorAll('fieldset.sheet')).toHaveLength(2);
    const first = page.querySelector('input')!;
    first.value = 'M.';
    first.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(given).toEqual([[{ name: 'M.' }]]);
    expect(page.querySelectorAll('fieldset.sheet')).toHaveLength(2);
  });

  it('takes one more, and takes one out without the others', async () => {
    const { fixture, given, page, button } = await shown(people, [{ name: 'A' }, { name: 'B' }]);
    button('Add another').click();
    await fixture.whenStable();
    expect(given.at(-1)).toEqual([{ name: 'A' }, { name: 'B' }, {}]);
    button('Take entry 1 out').click();
    await fixture.whenStable();
    expect(given.at(-1)).toEqual([{ name: 'B' }, {}]);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not answered any more once its last entry is out', async () => {
    const { given, button } = await shown(people, [{ name: 'A' }]);
    button('Take entry 1 out').click();
    expect(given).toEqual([undefined]);
  });

  it('asks what follows from an entry only where it follows', async () => {
    const { page } = await shown(behind, [{ told: true }, { told: false }]);
    expect(page.querySelectorAll('input[type=date]')).toHaveLength(1);
  });

  it('is said one entry a line, each answer with its question', async () => {
    await shown(people, undefined);
    const said = TestBed.inject(AnswerWords).said(people, [{ name: 'M.', kind: 'listener' }, { name: 'K.' }]);
    expect(said.split('\n')).toEqual([
      'First name or a letter: M.; What they can give: listens',
      'First name or a letter: K.',
    ]);
  });
});
