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
  accountChanged: {
    en: {
      subject: 'Your sign-in was changed',
      text: 'A change was made to how you sign in, or a recovery code was used. If it was you, nothing is left to do. If not, sign in, end your other devices, choose a new password, and tell the owner of your practice.',
    },
    es: {
      subject: 'Su inicio de sesión cambió',
      text: 'Hubo un cambio en su forma de iniciar sesión, o se usó un código de recuperación. Si fue usted, no hay nada más que hacer. Si no, inicie sesión, cierre sus otros dispositivos, elija una contraseña nueva y avise a quien dirige su práctica.',
    },
  },
} as const;

export type LetterName = keyof typeof letters;

/** One letter for readers whose language is not on record: English, then Spanish. */
export function inBothLanguages(name: LetterName): { readonly subject: string; readonly text: string } {
  const { en, es } = letters[name];
  return { subject: `${en.subject} / ${es.subject}`, text: `${en.text}\n\n${es.text}\n` };
}
