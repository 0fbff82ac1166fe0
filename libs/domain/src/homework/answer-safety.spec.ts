import { describe, expect, it } from '@jest/globals';
import { say } from '../shared/localized.js';
import { safetyWords } from '../wording/safety-words.js';
import { safetyOfAnswers } from './answer-safety.js';
import type { Field } from './field.js';

const label = say('x', 'x');
const line = (key: string, privacy?: Field['privacy']): Field => ({
  ...{ key, kind: 'line', label, required: false },
  ...(privacy === undefined ? {} : { privacy }),
});
const fields: readonly Field[] = [
  line('open'),
  line('mine', 'P0'),
  { key: 'rows', kind: 'list', label, required: false, rows: [line('deep'), line('deepest', 'P0')] },
  { key: 'pick', kind: 'choice', label, required: false, options: [{ value: 'suicide', label }] },
];
const words = safetyWords();
const danger = 'Sometimes I want to die.';
const read = (answers: object, consent?: 'given' | 'not_given') =>
  safetyOfAnswers({ fields, privacy: 'P1' }, answers as never, words, consent);

describe('words of danger in answers', () => {
  it.each([
    ['an open line', { open: danger }, true, true],
    ['a line of a row', { rows: [{ deep: 'calm' }, { deep: danger }] }, true, true],
    ['a line for the author alone', { mine: danger }, true, false],
    ['such a line in a row', { rows: [{ deepest: danger }] }, true, false],
    ['calm words', { open: 'A walk by the lake' }, false, false],
    ['a choice, which has its own level', { pick: 'suicide' }, false, false],
    ['nothing, or what is no text', { open: 4, rows: 'x' }, false, false],
  ])('%s', (_what, answers, showHelp, alert) => {
    expect(read(answers)).toMatchObject({ showHelp, alert });
  });

  it('alerts for the author’s own lines with their consent alone', () => {
    expect(read({ mine: danger }, 'given').alert).toBe(true);
    expect(read({ mine: danger }, 'not_given').alert).toBe(false);
  });

  it('gives kinds, each once, and none of the words', () => {
    expect(read({ open: danger, rows: [{ deep: danger }] })).toEqual({
      ...{ kinds: ['self_harm'], showHelp: true, alert: true },
    });
  });
});
