import { filesLike, textOf } from './source-files.ts';

/** Every sentence of one file, by its dotted key. */
export type Sentences = ReadonlyMap<string, string>;

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [[key, '']];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key === '' ? name : `${key}.${name}`),
  );
}

/** @param path a translation file, from the root */
export function sentencesIn(path: string): Sentences {
  return new Map(flatten(JSON.parse(textOf(path)), ''));
}

/** Folders of the apps that hold an en.json or an es.json. */
export function translationFolders(): string[] {
  const files = filesLike(/^apps\/(portal|homework)\/src\/.*\/(en|es)\.json$/);
  return [...new Set(files.map((path) => path.replace(/\/[^/]+$/, '')))];
}

/** One sentence that stands in code in both languages, such as the wording of a homework item. */
export interface CodedSentence {
  /** Where it stands: the exported name and the way down from it. */
  readonly place: string;
  readonly en: string;
  readonly es: string;
}

/** @returns every `{ en, es }` that can be reached from the exported values of a module */
export function codedSentences(exported: object): CodedSentence[] {
  const seen = new Set<object>();
  const visit = (value: unknown, place: string): CodedSentence[] => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return [];
    seen.add(value);
    const { en, es } = value as { readonly en?: unknown; readonly es?: unknown };
    if (typeof en === 'string' || typeof es === 'string') {
      return [{ place, en: typeof en === 'string' ? en : '', es: typeof es === 'string' ? es : '' }];
    }
    return Object.entries(value).flatMap(([name, inner]) => visit(inner, `${place}.${name}`));
  };
  return visit({ ...exported }, 'domain');
}
