import { languages, type Language, type LocalizedText } from '../../shared/localized.js';
import { highestGrade, readingGrade } from '../../wording/reading-level.js';
import { lintWording } from '../../wording/wording-lint.js';
import type { WordingTerm } from '../../wording/wording-terms.js';
import type { ClinicTemplate } from './clinic-template.js';

/** One sentence of an exercise, and where it stands. */
export type Sentence = Readonly<{ path: string; text: LocalizedText }>;

/** Advice, never a refusal by itself: `start` and `length` count UTF-16 units of the sentence (LIB-05, LIB-06). */
export type TemplateHint = Readonly<
  | { kind: 'wording'; path: string; language: Language; term: WordingTerm; start: number; length: number }
  | { kind: 'not_translated'; path: string }
  | { kind: 'hard_to_read'; language: Language; grade: number }
>;

/** Every sentence of an exercise, in order. */
export function sentencesOf(part: unknown, path = ''): readonly Sentence[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'es' in part) return [{ path, text: part as LocalizedText }];
  return Object.entries(part).flatMap(([key, value]) =>
    sentencesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

/** Words to write otherwise (SAFETY-11), sentences without Spanish, and a text that asks for more than grade 7. */
export function templateHints(template: ClinicTemplate): readonly TemplateHint[] {
  const all = sentencesOf(template);
  const untranslated = all
    .filter(({ text }) => text.en.trim() !== '' && text.es.trim() === '')
    .map(({ path }): TemplateHint => ({ kind: 'not_translated', path }));
  return [
    ...languages.flatMap((language) => [...wordsIn(all, language), ...gradeOf(template, language)]),
    ...untranslated,
  ];
}

/** The words that no client may read; publishing with one of them has to be said expressly (LIB-06). */
export function hurtfulWords(template: ClinicTemplate): readonly TemplateHint[] {
  return templateHints(template).filter(({ kind }) => kind === 'wording');
}

function wordsIn(all: readonly Sentence[], language: Language): readonly TemplateHint[] {
  return all.flatMap(({ path, text }) =>
    lintWording(text[language], language).map(({ term, start, length }): TemplateHint => ({
      kind: 'wording',
      path,
      language,
      term,
      start,
      length,
    })),
  );
}

/** Sentences for the person are measured together; those for the therapist are not. */
function gradeOf({ avoid: _avoid, ...shown }: ClinicTemplate, language: Language): readonly TemplateHint[] {
  const passage = sentencesOf(shown).map(({ text }) => text[language]);
  const grade = readingGrade(passage.join('\n'), language);
  return grade > highestGrade ? [{ kind: 'hard_to_read', language, grade }] : [];
}
