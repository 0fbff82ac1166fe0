// Stands without the framework: it is asked before the framework is there (see first-loads).

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** First language of the browser that Trellis speaks, else English. */
export function preferredLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return languages.find((language) => language === wanted.find((tag) => isLanguage(tag))) ?? 'en';
}

export function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
