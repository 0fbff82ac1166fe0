import { libraryTemplateOf, templateOf } from '@trellis/domain';
import { readableAnswers } from './readable-answers';

const wording = { yes: 'Yes', no: 'No', minutes: (count: number) => `${count} min` };

function read(code: string, answers: Record<string, unknown>, language: 'en' | 'es' = 'en') {
  const template = templateOf(code);
  if (template === null) throw new Error(`no template ${code}`);
  return readableAnswers(template, answers, language, wording);
}

describe('answers as a therapist reads them', () => {
  it('stand in the order of the exercise, each under its question, in the reader’s language', () => {
    const answers = { distress: 3, feelings: ['tired', 'calm'], cared_by: 'A walk' };
    expect(read('B01', answers).map(({ question, text }) => [question, text])).toEqual([
      ['What is here right now?', 'tired, calm'],
      ['How heavy is it right now?', '3 / 10'],
      ['I cared for myself by', 'A walk'],
    ]);
    expect(read('B01', answers, 'es')[0]).toMatchObject({
      question: '¿Qué hay ahora mismo?',
      text: 'cansancio, calma',
    });
  });

  it('tell the person’s own words from chosen answers, so that only those are set in serif', () => {
    const [chosen, written] = read('B01', { feelings: ['sad'], cared_by: 'Tea' });
    expect([chosen?.words, written?.words]).toEqual([false, true]);
  });

  it('keep a zero and a no, and leave out what was not answered', () => {
    expect(
      read('B01', { steadiness: 0, safe_person_reached: false, feelings: [], cared_by: '' }).map(
        ({ text }) => text,
      ),
    ).toEqual(['0 / 10', 'No']);
  });

  it('mark an answer that asks for attention to safety', () => {
    expect(read('B01', { safe_now: 'no' })[0]?.risk).toBe(true);
    const scale = libraryTemplateOf('C13')?.fields.find(({ alarm }) => alarm !== undefined);
    const template = templateOf('B01');
    if (!scale || !template) throw new Error('no scale with an alarm');
    const marked = (value: number) =>
      readableAnswers({ ...template, fields: [scale] }, { [scale.key]: value }, 'en', wording)[0]?.risk;
    expect([0, 1, 2, 3, 4].map(marked)).toContain(true);
    expect([0, 1, 2, 3, 4].map(marked)).toContain(false);
    expect(read('B01', { safe_now: 'yes' })[0]?.risk).toBe(false);
  });

  it('never show a question that stays with its author, even if a value were sent', () => {
    const template = templateOf('R01');
    const kept = template?.fields.filter(({ privacy }) => privacy === 'P0').map(({ key }) => key) ?? [];
    expect(kept.length).toBeGreaterThan(0);
    expect(read('R01', Object.fromEntries(kept.map((key) => [key, 'x'])))).toEqual([]);
  });

  it('write days and moments as the reader’s language does, also inside rows', () => {
    const agreement = libraryTemplateOf('C06');
    const tracker = libraryTemplateOf('C07');
    const conversation = libraryTemplateOf('C03');
    if (!agreement || !tracker || !conversation) throw new Error('no template');
    const day = { questions_pause_until: '2025-03-09' };
    const said = (language: 'en' | 'es') => readableAnswers(agreement, day, language, wording)[0]?.text;
    expect([said('en'), said('es')]).toEqual(['March 9, 2025', '9 de marzo de 2025']);
    const rows = readableAnswers(
      tracker,
      { promises: [{ promise: 'Call', due: '2025-03-09' }] },
      'en',
      wording,
    );
    expect(rows[0]?.text).toMatch(/: Call; .*: March 9, 2025$/);
    const [moment] = readableAnswers(conversation, { agreed_time: '2025-03-09T02:30' }, 'en', wording);
    expect(moment?.text.replace(/\s/gu, ' ')).toBe('March 9, 2025 at 2:30 AM');
  });
});
