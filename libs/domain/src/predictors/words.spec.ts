import { describe, expect, it } from '@jest/globals';
import { attachmentDimensions, attachmentItems, attachmentNames } from '../trackers/attachment-items.js';
import { reactionNames, reactionSubscales } from '../trackers/reaction-tracker.js';
import type { SettingTable } from '../shared/setting.js';
import { trackerSettings } from '../trackers/settings.js';
import { plainStatements, statementWords } from './change-words.js';
import { anchorWords, predictorCodes, ratingAnchors, raters } from './definition.js';
import { eventMarkKinds, eventMarkWords } from './event-marks.js';
import { predictors } from './predictors.js';
import { predictorSettings } from './settings.js';
import { trustNames, trustSubscales } from './trust-triad.js';

type Words = Readonly<{ en: string; es: string }>;

/** Said in both languages, with more than a letter. */
const isSaid = ({ en, es }: Words) => en.trim().length > 1 && es.trim().length > 1;
const unsaid = (table: Readonly<Record<string, Words>>) =>
  Object.entries(table).flatMap(([key, words]) => (isSaid(words) ? [] : [key]));

describe('words of the predictors and trackers', () => {
  it.each(predictorCodes)('%s asks five times two different sentences of each rater', (code) => {
    const { items, name, meaning, indicators } = predictors[code];
    expect(predictors[code].code).toBe(code);
    expect([name, meaning, ...indicators.map(({ label }) => label)].every(isSaid)).toBe(true);
    for (const rater of raters) {
      const labels = items[rater].map(({ label }) => label);
      expect(labels).toHaveLength(5);
      expect(labels.every(isSaid)).toBe(true);
      expect(new Set(labels.flatMap(({ en, es }) => [en, es])).size).toBe(10);
    }
  });

  it.each<[string, Readonly<Record<string, Words>>, readonly (string | number)[]]>([
    ['answers', anchorWords, [...ratingAnchors, 'cannot_say']],
    ['marks', eventMarkWords, eventMarkKinds],
    ['sides of trust', trustNames, trustSubscales],
    ['dimensions of attachment', attachmentNames, attachmentDimensions],
    ['reactions', reactionNames, reactionSubscales],
    ['statements', statementWords, Object.keys(plainStatements)],
    ['plain statements', plainStatements, Object.keys(statementWords)],
  ])('%s all have words', (_title, table, keys) => {
    expect(Object.keys(table).sort()).toEqual(keys.map(String).sort());
    expect(keys.length).toBeGreaterThan(1);
    expect(unsaid(table)).toEqual([]);
    expect(attachmentItems.every(({ words }) => isSaid(words))).toBe(true);
  });

  it.each<[string, SettingTable]>([
    ['predictors', predictorSettings],
    ['trackers', trackerSettings],
  ])('settings of %s are named under their area', (area, table) => {
    const keys = Object.values(table).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !key.startsWith(`${area}.`))).toEqual([]);
  });
});
