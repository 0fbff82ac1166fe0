/** A text that a person signs, as it is shown to them. Changing a word means a new version. */
export interface SignedText {
  readonly version: string;
  readonly en: readonly string[];
  readonly es: readonly string[];
}

/** What each person says yes, not now or no to, alone. */
export const disclosureConsentText: SignedText = {
  version: 'disclosure/1',
  en: [
    'A disclosure is a planned meeting. One of you reads a prepared account of what happened. The other one listens, with their own therapist beside them, and can have their own questions answered.',
    'It is about facts. Nobody has to forgive, decide or promise anything that day, and it does not settle whether you stay together.',
    'Preparing takes weeks or months. Each of you prepares with your own therapist. For a while, one therapist knows more than the other person does. That is part of preparing.',
    'What you write for it belongs to your record at the clinic. Your partner does not see drafts, or what you answer here.',
    'Your yes is yours alone. It holds for 90 days. You can take it back at any time, also during the meeting, and you need not say why.',
  ],
  es: [
    'Una revelación es un encuentro planificado. Una de las dos personas lee un relato preparado de lo que pasó. La otra escucha, con su propia terapeuta o su propio terapeuta al lado, y puede recibir respuesta a sus preguntas.',
    'Se trata de hechos. Ese día nadie tiene que perdonar, decidir ni prometer nada, y no se resuelve si siguen en pareja.',
    'Prepararse lleva semanas o meses. Cada persona se prepara con su propio terapeuta. Durante un tiempo, un terapeuta sabe más que la otra persona. Es parte de la preparación.',
    'Lo que escribe para ello es parte de su expediente en la clínica. Su pareja no ve los borradores ni lo que usted responde aquí.',
    'Su sí es solo suyo. Vale 90 días. Puede retirarlo en cualquier momento, también durante el encuentro, y no tiene que decir por qué.',
  ],
};

/** What a person signs so that the named therapists may talk to each other. */
export const informationReleaseText: SignedText = {
  version: 'information_release/1',
  en: [
    'I agree that the therapists named here may talk to each other about what is ticked, until the day given.',
    'It is only for planning and holding the disclosure. They do not tell my partner.',
    'I can take this back at any time. What was already said cannot be unsaid. Preparing may have to wait then.',
  ],
  es: [
    'Acepto que los terapeutas nombrados aquí hablen entre sí sobre lo marcado, hasta el día indicado.',
    'Es solo para planificar y realizar la revelación. No se lo cuentan a mi pareja.',
    'Puedo retirarlo en cualquier momento. Lo que ya se dijo no puede deshacerse. La preparación tal vez deba esperar entonces.',
  ],
};
