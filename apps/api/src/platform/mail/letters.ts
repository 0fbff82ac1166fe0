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
  reviewDue: {
    en: {
      subject: 'A look at a notice is due within a day',
      text: 'An opening outside the usual way is waiting for your review. Its time is over in a day. Sign in to look at it.',
    },
    es: {
      subject: 'Falta un día para revisar un aviso',
      text: 'Un acceso fuera de la forma habitual espera su revisión. El plazo termina en un día. Inicie sesión para verlo.',
    },
  },
  processChanged: {
    en: {
      subject: 'Something you plan went back a step',
      text: 'Something that you plan with others went back a step. Sign in to see what is open now.',
    },
    es: {
      subject: 'Algo que usted planea dio un paso atrás',
      text: 'Algo que usted planea con otras personas dio un paso atrás. Inicie sesión para ver qué está pendiente ahora.',
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
  followUpWaits: {
    en: {
      subject: 'A follow-up is waiting',
      text: 'A follow-up is waiting for you, or for somebody you stand in for. Sign in to see it, or call your colleague.',
    },
    es: {
      subject: 'Hay un seguimiento pendiente',
      text: 'Hay un seguimiento pendiente para usted, o para alguien a quien usted cubre. Inicie sesión para verlo, o llame a su colega.',
    },
  },
  wayBack: {
    en: {
      subject: 'Your way back in',
      text: 'Somebody in charge opened a way back into your account. The address below is good once and for 24 hours, together with a code that they tell you themselves. If you did not ask for it, do not open it, and tell the owner of your practice.',
    },
    es: {
      subject: 'Su forma de volver a entrar',
      text: 'Una persona responsable abrió una forma de volver a entrar en su cuenta. La dirección de abajo sirve una sola vez y durante 24 horas, junto con un código que esa persona le dirá. Si usted no lo pidió, no la abra y avise a quien dirige su práctica.',
    },
  },
  wayBackAsked: {
    en: {
      subject: 'Somebody asked for a way back in for you',
      text: 'Somebody in charge asked for a way back into your account. Nothing has changed yet. If you did not ask for it, tell the owner of your practice.',
    },
    es: {
      subject: 'Alguien pidió una forma de volver a entrar',
      text: 'Una persona responsable pidió una forma de volver a entrar en su cuenta. Todavía no ha cambiado nada. Si usted no lo pidió, avise a quien dirige su práctica.',
    },
  },
  wayBackTold: {
    en: {
      subject: 'A way back into an account',
      text: 'A way back into the account of somebody who works with you was asked for, opened or used. Sign in and look at who works here to see whose it is.',
    },
    es: {
      subject: 'Una forma de volver a entrar en una cuenta',
      text: 'Se pidió, se abrió o se usó una forma de volver a entrar en la cuenta de alguien que trabaja con usted. Inicie sesión y vea quién trabaja aquí para saber de quién es.',
    },
  },
  somethingWaits: {
    en: {
      subject: 'You have something waiting',
      text: 'You have something waiting in your private space. Sign in when it suits you. You can change or end these messages there at any time.',
    },
    es: {
      subject: 'Hay algo que le espera',
      text: 'Hay algo que le espera en su espacio privado. Entre cuando le venga bien. Allí puede cambiar o terminar estos mensajes en cualquier momento.',
    },
  },
  sessionNear: {
    en: {
      subject: 'An appointment is coming up',
      text: 'You have an appointment coming up. Sign in to see when and where. You can change or end these messages there at any time.',
    },
    es: {
      subject: 'Se acerca una cita',
      text: 'Usted tiene una cita próxima. Entre para ver cuándo y dónde. Allí puede cambiar o terminar estos mensajes en cualquier momento.',
    },
  },
  recordErased: {
    en: {
      subject: 'Something was erased for good',
      text: 'A record that you were responsible for was erased for good, as was asked for. Sign in to see what is left of it.',
    },
    es: {
      subject: 'Algo se borró para siempre',
      text: 'Un expediente del que usted era responsable se borró para siempre, como se pidió. Inicie sesión para ver lo que queda de él.',
    },
  },
} as const;

export type LetterName = keyof typeof letters;

/**
 * One letter for readers whose language is not on record: English, then Spanish. The words are the same for everybody;
 * where a letter carries an address of this server, it stands below them.
 */
export function inBothLanguages(
  name: LetterName,
  address?: string,
): { readonly subject: string; readonly text: string } {
  const { en, es } = letters[name];
  return {
    subject: `${en.subject} / ${es.subject}`,
    text: `${en.text}\n\n${es.text}\n${address === undefined ? '' : `\n${address}\n`}`,
  };
}

/** One letter in the language on record, with the address of the plain sign-in below. The same words for everybody. */
export function inOneLanguage(
  name: LetterName,
  language: 'en' | 'es',
  address: string,
): { readonly subject: string; readonly text: string } {
  const { subject, text } = letters[name][language];
  return { subject, text: `${text}\n\n${address}\n` };
}
