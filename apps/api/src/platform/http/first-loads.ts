import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Language = 'en' | 'es';

/** The words of a language, and the page that most people see first (apps/homework/src/app/first-loads.ts imports both). */
const FIRST_PAGE = [
  'apps/homework/src/app/sign-in/sign-in.routes.ts',
  'apps/homework/src/app/sign-in/sign-in-page.ts',
];
const wordsOf = (language: Language): string => `apps/homework/src/i18n/${language}.ts`;

interface BuiltFile {
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}
type BuiltFiles = Readonly<Record<string, BuiltFile>>;

/** Takes the header `accept-language`; returns links for the end of the page. */
export type FirstLoads = (acceptLanguage: string | undefined) => string;

/**
 * Links by which a browser asks for what the app imports first while its main script is still on its way: each import
 * that a script names costs a way there and back more. Read from what the build wrote down of itself in `folder`;
 * without that there are no links, and the app loads the same, later.
 * @param page the page as built: what it names already is not named again
 */
export function firstLoadsOf(folder: string, page: string): FirstLoads {
  const file = join(folder, 'browser-stats.json');
  if (!existsSync(file)) return () => '';
  const built = (JSON.parse(readFileSync(file, 'utf8')) as { readonly outputs: BuiltFiles }).outputs;
  const links = { en: linksFor(built, page, 'en'), es: linksFor(built, page, 'es') };
  return (acceptLanguage) => links[firstSpoken(acceptLanguage ?? '')];
}

function linksFor(built: BuiltFiles, page: string, language: Language): string {
  const wanted = [wordsOf(language), ...FIRST_PAGE];
  const files = new Set<string>();
  const add = (name: string): void => {
    if (files.has(name) || page.includes(`/${name}"`)) return;
    files.add(name);
    for (const one of built[name]?.imports ?? []) if (one.kind === 'import-statement') add(one.path);
  };
  for (const [name, { entryPoint }] of Object.entries(built))
    if (entryPoint !== undefined && wanted.includes(entryPoint)) add(name);
  return [...files].map((name) => `<link rel="modulepreload" href="/${name}">`).join('');
}

/** The first language in the header that Trellis speaks, else English: what the app itself will choose. */
function firstSpoken(acceptLanguage: string): Language {
  const tags = acceptLanguage.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.find((tag): tag is Language => tag === 'en' || tag === 'es') ?? 'en';
}
