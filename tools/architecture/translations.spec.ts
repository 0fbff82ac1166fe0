import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bannedIn } from './banned-words.ts';
import { ROOT } from './source-files.ts';
import { codedSentences, sentencesIn, translationFolders } from './translations.ts';

const folders = translationFolders();
const read = (folder: string, language: 'en' | 'es'): ReadonlyMap<string, string> =>
  sentencesIn(`${folder}/${language}.json`);
const placeholders = (text: string): string[] =>
  (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).map((name) => name.replace(/\s/g, '')).sort();

describe('translations', () => {
  it('exist for both apps', () => {
    expect(folders.filter((folder) => folder.startsWith('apps/portal/')).length).toBeGreaterThan(0);
    expect(folders.filter((folder) => folder.startsWith('apps/homework/')).length).toBeGreaterThan(0);
  });

  it('have the same keys in English and Spanish', () => {
    const missing = folders.flatMap((folder) => {
      const [en, es] = [read(folder, 'en'), read(folder, 'es')];
      return [
        ...[...en.keys()].filter((key) => !es.has(key)).map((key) => `${folder}/es.json lacks ${key}`),
        ...[...es.keys()].filter((key) => !en.has(key)).map((key) => `${folder}/en.json lacks ${key}`),
      ];
    });
    expect(missing).toEqual([]);
  });

  it('have no empty sentence', () => {
    const empty = (['en', 'es'] as const).flatMap((language) =>
      folders.flatMap((folder) =>
        [...read(folder, language)]
          .filter(([, text]) => text.trim() === '')
          .map(([key]) => `${folder}/${language}.json ${key}`),
      ),
    );
    expect(empty).toEqual([]);
  });

  it('carry the same placeholders', () => {
    const different = folders.flatMap((folder) => {
      const es = read(folder, 'es');
      return [...read(folder, 'en')]
        .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(es.get(key) ?? '')))
        .map(([key]) => `${folder} ${key}`);
    });
    expect(different).toEqual([]);
  });

  it.each(['en', 'es'] as const)('use no word of shame or diagnosis: %s', (language) => {
    const found = folders.flatMap((folder) =>
      [...read(folder, language)].flatMap(([key, text]) =>
        bannedIn(text, language).map((term) => `${folder} ${key}: ${term}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('use no such word in the wording of the domain, which has both languages', async () => {
    const { emptyClinicTemplate, ...domain } = (await import(join(ROOT, 'libs/domain/src/index.ts'))) as {
      readonly emptyClinicTemplate: object;
    };
    // The form that a clinic fills in holds no sentence yet.
    expect(codedSentences({ emptyClinicTemplate }).every(({ en, es }) => en === '' && es === '')).toBe(true);
    const coded = codedSentences(domain);
    expect(coded.length).toBeGreaterThan(50);
    expect(coded.filter(({ en, es }) => en.trim() === '' || es.trim() === '')).toEqual([]);
    const shaming = coded.filter(({ en, es }) => [...bannedIn(en, 'en'), ...bannedIn(es, 'es')].length > 0);
    expect(shaming).toEqual([]);
  });

  it('would notice such a word', () => {
    expect(bannedIn('You failed; an Addict is not clean.', 'en')).toEqual([
      'failure',
      'addict',
      'clean_or_dirty',
    ]);
    expect(bannedIn('Una víctima de su adicción.', 'es')).toEqual(['victim', 'addict']);
  });
});
