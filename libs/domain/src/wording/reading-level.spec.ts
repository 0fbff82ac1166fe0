import { describe, expect, it } from '@jest/globals';
import { countText, highestGrade, readingGrade } from './reading-level.js';
import { syllablesOf } from './syllables.js';

const byCount = (language: 'en' | 'es', table: Readonly<Record<number, string>>) =>
  Object.entries(table).flatMap(([count, words]) =>
    words.split(' ').map((word) => [word, Number(count), language] as const),
  );

describe('syllables', () => {
  it.each([
    ...byCount('en', {
      1: "the called played reached whole makes hours don't aren't were real once I 24 thought scratched tried used",
      2: "something safely careful closeness couples settled minutes changes client create react being trying social question table needed people every didn't someone bedtimes wanted safety partner",
      3: 'constructor various period sexual therapist disclosure agreement behavior important usual area diary element together',
      4: 'experience situation relationship pornography reliable usually',
    }),
    ...byCount('es', {
      1: 'y muy yo fui bien',
      2: 'día estáis país también ciudad quiero leer tía',
      3: 'ahora prohibir confianza vergüenza',
      4: 'seguridad averiguáis',
      5: 'pornografía',
    }),
    ['ESTÁIS', 2, 'es'] as const,
    ['', 1, 'en'] as const,
    ['pornografi\u0301a', 5, 'es'] as const,
  ])('%s has %d (%s)', (word, count, language) => {
    expect(syllablesOf(word, language)).toBe(count);
  });
});

describe('reading level', () => {
  it('counts words, sentences and syllables', () => {
    expect(countText('Wait 2.5 days. Then call!\nA label\n\nEnd', 'en')).toEqual({
      words: 9, sentences: 4, syllables: 10,
    }); // prettier-ignore
    expect(countText('Go… “Stop.” (Wait?) now', 'en')).toEqual({ words: 4, sentences: 4, syllables: 4 });
    expect(countText('¿Quiere parar? Puede parar.', 'es')).toEqual({ words: 4, sentences: 2, syllables: 8 });
    expect(countText(' … \n -- ', 'en')).toEqual({ words: 0, sentences: 0, syllables: 0 });
  });

  it('gives the Flesch-Kincaid grade in English', () => {
    // 0.39 x 11 + 11.8 x 16/11 - 15.59 = 5.864
    const text = 'You can stop at any moment, and nobody asks your reason.';
    const { words, sentences, syllables } = countText(text, 'en');
    expect([words, sentences, syllables]).toEqual([11, 1, 16]);
    expect(readingGrade(text, 'en')).toBe(5.9);
    expect(readingGrade('The cat sat. It was warm.', 'en')).toBe(0);
  });

  it('gives Crawford’s grade in Spanish', () => {
    const text = 'Usted puede parar en cualquier momento, y nadie le pregunta la razón.';
    const { words, sentences, syllables } = countText(text, 'es');
    expect([words, sentences, syllables]).toEqual([12, 1, 22]);
    // -0.205 x 8.333 + 0.049 x 183.333 - 3.407 = 3.868
    expect(readingGrade(text, 'es')).toBe(3.9);
    expect(readingGrade('Sí. No. Ya.', 'es')).toBe(0);
  });

  it('tells plain from hard wording at grade 7', () => {
    expect(highestGrade).toBe(7);
    const hard = 'Clinicians habitually recommend individualised psychoeducational interventions.';
    expect(readingGrade(hard, 'en')).toBeGreaterThan(15);
    const arduous =
      'La individualización de intervenciones psicoeducativas interdisciplinarias requiere consideraciones metodológicas.';
    expect(readingGrade(arduous, 'es')).toBeGreaterThan(12);
  });

  it('is 0 without a word', () => {
    expect([readingGrade('', 'en'), readingGrade('…', 'es')]).toEqual([0, 0]);
  });
});
