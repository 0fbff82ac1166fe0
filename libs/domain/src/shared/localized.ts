/** Languages in which every sentence of the product exists. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** One sentence in each language. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** Shorthand for tables of wording. */
export function say(en: string, es: string): LocalizedText {
  return { en, es };
}
