import { expect, it } from '@jest/globals';
import { languages, type LocalizedText } from '../shared/localized.js';
import { highestGrade, readingGrade } from '../wording/reading-level.js';
import { lintWording } from '../wording/wording-lint.js';
import { indexItems } from './emotional-safety-index.js';
import { steppedBackNotice } from './gate.js';
import { stageThreeCriteria } from './gate-three-advice.js';
import { stageTwoCriteria } from './gate-two-criteria.js';
import { touchPausedWords } from './touch-pause.js';

const criteria = [...stageTwoCriteria, ...stageThreeCriteria].map(({ whatWouldMeetIt }) => whatWouldMeetIt);
const forClients: readonly LocalizedText[] = [
  ...indexItems.map(({ words }) => words),
  steppedBackNotice,
  touchPausedWords,
];

it.each(languages)('uses no word of the list (%s)', (language) => {
  const texts = [...criteria, ...forClients].map((text) => text[language]);
  expect(texts.flatMap((text) => lintWording(text, language).map(({ term }) => `${term}: ${text}`))).toEqual(
    [],
  );
});

it.each(languages)('is plain for the people who read it (%s)', (language) => {
  const text = forClients.map((words) => words[language]).join('\n');
  expect(readingGrade(text, language)).toBeLessThanOrEqual(highestGrade);
});

it('has an id of its own for each criterion of a gate', () => {
  for (const list of [stageTwoCriteria, stageThreeCriteria])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
});
