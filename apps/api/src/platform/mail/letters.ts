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
  recordOpened: {
    en: {
      subject: 'Please sign in and look at a notice',
      text: 'A record that you are responsible for was opened outside the usual way. Sign in to see which one, by whom and until when.',
    },
    es: {
      subject: 'Inicie sesión y vea un aviso, por favor',
      text: 'Se abrió fuera de la forma habitual un expediente del que usted es responsable. Inicie sesión para ver cuál, quién lo abrió y hasta cuándo.',
    },
  },
  careTeamChanged: {
    en: {
      subject: 'Your responsibilities changed',
      text: 'A team that you belong to, or belonged to, was changed. Sign in to see who is responsible from now on.',
    },
    es: {
      subject: 'Sus responsabilidades cambiaron',
      text: 'Cambió un equipo al que usted pertenece o pertenecía. Inicie sesión para ver quién es responsable a partir de ahora.',
    },
  },
} as const;

export type LetterName = keyof typeof letters;

/** One letter for readers whose language is not on record: English, then Spanish. */
export function inBothLanguages(name: LetterName): { readonly subject: string; readonly text: string } {
  const { en, es } = letters[name];
  return { subject: `${en.subject} / ${es.subject}`, text: `${en.text}\n\n${es.text}\n` };
}
