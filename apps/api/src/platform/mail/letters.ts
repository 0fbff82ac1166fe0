/**
 * Every letter in both languages. A subject line shows on lock screens and in shared inboxes: it names no person, no
 * couple and no speciality.
 */
export const letters = {
  exportReady: {
    en: {
      subject: 'An export you ordered is ready',
      text: 'An export you ordered is ready. Sign in to download it. It stays available for 24 hours.',
    },
    es: {
      subject: 'Una exportación que usted pidió está lista',
      text: 'Una exportación que usted pidió está lista. Inicie sesión para descargarla. Estará disponible durante 24 horas.',
    },
  },
} as const;

export type LetterName = keyof typeof letters;

/** One letter for readers whose language is not on record: English, then Spanish. */
export function inBothLanguages(name: LetterName): { readonly subject: string; readonly text: string } {
  const { en, es } = letters[name];
  return { subject: `${en.subject} / ${es.subject}`, text: `${en.text}\n\n${es.text}\n` };
}
