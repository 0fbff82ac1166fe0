import { describe, expect, it } from '@jest/globals';
import { inBothLanguages, letters, type LetterName } from './letters.js';

const each = Object.entries(letters).flatMap(([name, { en, es }]) => [
  [name, 'en', en] as const,
  [name, 'es', es] as const,
]);

/** Words of the speciality, of the relation, and of who is meant, in both languages. */
const telling =
  /couple|pareja|partner|spouse|espos|therap|terap|counsel|psic|psych|disclos|revelaci|betray|traici|porn|addict|adicc|sex|trauma|recover(y|ing)\b(?! code)|homework|exercise|ejercicio|diary|diario|polygraph/i;

describe('letters', () => {
  it.each(each)('P-1 are, as %s in %s, exactly these words', (_name, _language, letter) => {
    expect(letter).toMatchSnapshot();
  });

  it.each(each)(
    'P-1 tell, as %s in %s, no name, partner, speciality or content',
    (_name, _language, letter) => {
      for (const text of [letter.subject, letter.text]) {
        expect(text.replaceAll(/recovery code/g, '')).not.toMatch(telling);
        // Nothing is filled in: a letter has the same words for everybody.
        expect(text).not.toMatch(/\{|\$|%s|<|https?:/);
      }
      expect(letter.subject.length).toBeLessThan(60);
    },
  );

  it('P-1 say both languages to a reader whose language is not on record', () => {
    for (const name of Object.keys(letters) as LetterName[]) {
      const { subject, text } = inBothLanguages(name);
      expect([subject.split(' / ').length, text.split('\n\n').length]).toEqual([2, 2]);
    }
  });
});
