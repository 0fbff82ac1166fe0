import { describe, expect, it } from '@jest/globals';
import { libraryTemplateOf } from '../../homework/library.js';
import { aroundValues } from './around-settings.js';
import { documentHints } from './document-hints.js';
import { documentHintKinds, documentHintPhrases } from './document-hint-patterns.js';
import { isLateEvening, lateEveningOffer, silencedQuestionIds } from './question-boundaries.js';
import {
  closesQuestion,
  detailLevels,
  mayEditQuestion,
  questionCategories,
  questionStatuses,
  releaseQuestions,
  unansweredQuestionIds,
  type DisclosureQuestion,
} from './question-list.js';

const found = (text: string, language: 'en' | 'es' = 'en'): string[] =>
  documentHints(text, language, ['Rowan', 'Sam']).map(
    ({ kind, start, length }) => `${kind}: ${text.slice(start, start + length)}`,
  );

describe('hints for the document', () => {
  it.each([
    ['You made me do it.', ['blame: You made me']],
    ['It was only twice, just online.', ['minimising: only', 'minimising: just']],
    ['I stopped, but then because you were away', ['justification: but', 'justification: because you']],
    ['Because of you.', ['blame: Because of you']],
    ['I couldn’t  help it', ['justification: I couldn’t  help']],
    ['you\nmade\tme', ['blame: you\nmade\tme']],
    ['It was explicit.', ['graphic: explicit']],
    ['I am sorry. Please stay.', ['apology: sorry', 'persuasion: Please stay']],
    ['I wrote to Alex in May, and Sam knew.', ['name: Alex']],
    ['Alex wrote. Then Maria did.', ['name: Maria']],
    ['I told Rowan on Friday that Ødegård called', ['name: Ødegård']],
    ['The button was rebuttal, justice, lonely', []],
    [
      'Yes, Sorry and Only Maria',
      ['name: Sorry', 'apology: Sorry', 'minimising: Only', 'name: Only', 'name: Maria'],
    ],
    ['He knew  Alex.\n  Maria too — “Ana” and . Eva', ['name: Alex']],
    ['It felt unjust on the iPhone', []],
    ['one line\nMaria came', []],
    [' Maria came', []],
    ['y Maria came', ['name: Maria']],
    ['', []],
  ])('in English: %s', (text, hints) => {
    expect(found(text)).toEqual(hints);
  });

  it.each([
    [
      'Me hiciste daño, pero fue solo una vez.',
      ['blame: Me hiciste', 'justification: pero', 'minimising: solo'],
    ],
    ['Lo siento. Confía en mí.', ['apology: Lo siento', 'persuasion: Confía en mí']],
    ['Hablé con Álvaro el lunes', ['name: Álvaro']],
    ['¿Quién? ¡Nadie!', []],
    ['El perro y el soldado', []],
    [
      'Vi imágenes con detalle, porque usted no estaba',
      ['graphic: con detalle', 'justification: porque usted'],
    ],
  ])('in Spanish: %s', (text, hints) => {
    expect(found(text, 'es')).toEqual(hints);
  });

  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const months = [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
  ]; // prettier-ignore
  it.each([
    ...days,
    ...months,
    'I',
    'Christmas',
    'Easter',
    'Thanksgiving',
    'English',
    'Spanish',
    'Internet',
    'God',
  ])('take %s for no name in English', (word) => {
    expect(found(`it was about ${word} again`)).toEqual([]);
  });
  it.each(['Navidad', 'Pascua', 'Internet', 'Dios'])('take %s for no name in Spanish', (word) => {
    expect(found(`fue por ${word} otra vez`, 'es')).toEqual([]);
  });

  it('give place and length, longest first at the same place', () => {
    expect(documentHints('It is your fault because of you', 'en', [])).toEqual([
      { kind: 'blame', start: 6, length: 10 },
      { kind: 'blame', start: 17, length: 14 },
    ]);
    expect(documentHints('por tu culpa', 'es', [])).toEqual([
      { kind: 'blame', start: 0, length: 12 },
      { kind: 'blame', start: 4, length: 8 },
    ]);
  });

  it('find every phrase of both lists', () => {
    expect(documentHintKinds).toEqual([
      'blame', 'minimising', 'justification', 'graphic', 'name', 'apology', 'persuasion',
    ]); // prettier-ignore
    for (const language of ['en', 'es'] as const) {
      for (const [kind, phrases] of Object.entries(documentHintPhrases[language])) {
        expect(phrases.length).toBeGreaterThan(5);
        for (const phrase of phrases)
          expect(found(`x ${phrase} x`, language)).toContain(`${kind}: ${phrase}`);
      }
    }
  });
});

const question = (id: string, over: Partial<DisclosureQuestion> = {}): DisclosureQuestion => ({
  id,
  category: null,
  detail: 'summary',
  status: 'reviewed',
  ...over,
});

describe('the question list', () => {
  it('has its levels and statuses', () => {
    expect(detailLevels).toEqual(['yes_no', 'number_or_range', 'summary', 'do_not_tell_me']);
    expect(questionStatuses).toEqual(['draft', 'reviewed', 'released', 'withdrawn']);
  });

  it('asks about what its exercise offers', () => {
    const list = libraryTemplateOf('B08')?.fields[0]?.rows ?? [];
    const offered = list.find(({ key }) => key === 'category')?.options?.map(({ value }) => value);
    expect(questionCategories).toEqual(offered);
  });

  it('is released in one batch, by the partner', () => {
    const list = [question('1'), question('2', { status: 'withdrawn', detail: null })];
    expect(releaseQuestions(list, 'BP')).toEqual({
      ok: true,
      value: [question('1', { status: 'released' }), list[1]],
    });
    const refusal = (questions: readonly DisclosureQuestion[], by = 'BP'): unknown => {
      const result = releaseQuestions(questions, by);
      return result.ok ? 'released' : result.refusal;
    };
    expect(refusal(list, 'T_BP')).toBe('not_the_author');
    expect(refusal([])).toBe('nothing_to_release');
    expect(refusal([question('1', { status: 'withdrawn' })])).toBe('nothing_to_release');
    expect(refusal([question('1', { status: 'released' }), question('2')])).toBe('already_released');
    expect(refusal([question('1'), question('2', { status: 'draft' })])).toBe('not_reviewed');
    expect(refusal([question('1'), question('2', { detail: null })])).toBe('no_detail_level');
  });

  it('is edited by the partner, after the release with their therapist', () => {
    expect(questionStatuses.map((status) => mayEditQuestion(status, 'BP', false))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(questionStatuses.map((status) => mayEditQuestion(status, 'BP', true))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(mayEditQuestion('draft', 'T_BP', true)).toBe(false);
  });

  it('has a gap for every released question that is not closed', () => {
    const released = { status: 'released' } as const;
    const list = [
      question('1', released), question('2', released), question('3', released), question('4', released),
      question('5', { status: 'withdrawn' }), question('6', { ...released, detail: 'do_not_tell_me' }), question('7', released),
    ]; // prettier-ignore
    const answers = [
      { questionId: '1', outcome: 'answered', reasonDiscussed: false },
      { questionId: '2', outcome: 'declined', reasonDiscussed: false },
      { questionId: '3', outcome: 'declined', reasonDiscussed: true },
    ] as const;
    expect(answers.map(closesQuestion)).toEqual([true, false, true]);
    expect(unansweredQuestionIds(list, answers)).toEqual(['2', '4', '7']);
    expect(unansweredQuestionIds(list, answers, ['7'])).toEqual(['2', '4']);
  });

  it('keeps silent where the partner does not want to hear', () => {
    const list = [
      question('1', { category: 'money' }), question('2', { category: 'health' }), question('3'),
      question('4', { detail: 'do_not_tell_me' }),
    ]; // prettier-ignore
    expect(silencedQuestionIds(list, [])).toEqual(['4']);
    const wishes = [
      { category: 'money', wish: 'do_not_tell_me' },
      { category: 'health', wish: 'tell_me' },
    ] as const;
    expect(silencedQuestionIds(list, wishes)).toEqual(['1', '4']);
    expect(silencedQuestionIds(list, [...wishes, { category: 'health', wish: 'do_not_tell_me' }])).toEqual([
      '1',
      '2',
      '4',
    ]);
  });

  it.each([
    ['2025-01-25T03:59:00Z', false],
    ['2025-01-25T04:00:00Z', true],
    ['2025-01-25T11:59:00Z', true],
    ['2025-01-25T12:00:00Z', false],
    ['2025-03-10T02:59:00Z', false],
    ['2025-03-10T03:00:00Z', true],
  ])('at %s late evening is %s in Chicago', (now, late) => {
    expect(isLateEvening(new Date(now), 'America/Chicago', aroundValues())).toBe(late);
    expect(lateEveningOffer.en).toMatch(/^It is late\./);
  });
});
