import type { Translation } from '@jsverse/transloco';

const sources: Readonly<Record<'en' | 'es', () => Promise<Translation>>> = {
  en: async () => (await import('./en')).words,
  es: async () => (await import('./es')).words,
};

/** The words of a language, loaded when first asked for: one chunk per language. */
export function loadTranslations(language: 'en' | 'es'): Promise<Translation> {
  return sources[language]();
}
