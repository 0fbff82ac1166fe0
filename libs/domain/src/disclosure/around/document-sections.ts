import { say, type LocalizedText } from '../../shared/localized.js';

/** Sections a to i of the disclosure document (FTD-47, clinical brief 3/R08). */
export const documentSectionIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;
export type DocumentSectionId = (typeof documentSectionIds)[number];

export type DocumentSection = Readonly<{
  id: DocumentSectionId;
  title: LocalizedText;
  form: 'text' | 'list' | 'answers' | 'signed_text';
  /** Holds facts that could expose someone to legal or professional consequences. */
  sensitive: boolean;
}>;

const open = { sensitive: false } as const;
const sensitive = { sensitive: true } as const;

export const documentPlan: Readonly<Record<DocumentSectionId, DocumentSection>> = {
  a: { id: 'a', form: 'text', title: say('Why I share this', 'Por qué comparto esto'), ...open },
  b: { id: 'b', form: 'text', title: say('Before us', 'Antes de la relación'), ...sensitive },
  c: {
    id: 'c',
    form: 'list',
    title: say('During our relationship', 'Durante nuestra relación'),
    ...sensitive,
  },
  d: {
    id: 'd',
    form: 'list',
    title: say('Money, time, and risks', 'Dinero, tiempo y riesgos'),
    ...sensitive,
  },
  e: { id: 'e', form: 'text', title: say('Who else knew', 'Quién más lo sabía'), ...sensitive },
  f: { id: 'f', form: 'text', title: say('What was incomplete', 'Lo que no estaba completo'), ...sensitive },
  g: {
    id: 'g',
    form: 'answers',
    title: say('Answers to your questions', 'Respuestas a sus preguntas'),
    ...sensitive,
  },
  h: { id: 'h', form: 'text', title: say('What I do now', 'Lo que hago ahora'), ...open },
  i: {
    id: 'i',
    form: 'signed_text',
    title: say('Complete, as I recall it', 'Completo, según recuerdo'),
    ...open,
  },
};

/** What is known about the legal question (R10). Null means that nobody has asked. */
export type LegalFacts = Readonly<{
  /** The answer to "might any content expose you or others to legal or professional consequences?" */
  exposurePossible: boolean | null;
  counselConsulted: boolean | null;
  /** The person said that it could involve someone under 18, or a crime. */
  minorOrCrime: boolean;
}>;

export type WritingBlock = 'ask_legal_question' | 'talk_first' | 'stop_and_call';

/**
 * Why a section may not be written yet, or null when it may (FTD-48, clinical brief 1.5 and R10). A possible crime
 * or someone under 18 stops every section; an open legal question stops the sensitive ones.
 */
export function blocksWriting(section: DocumentSectionId, legal: LegalFacts): WritingBlock | null {
  if (legal.minorOrCrime) return 'stop_and_call';
  if (!documentPlan[section].sensitive) return null;
  if (legal.exposurePossible === null) return 'ask_legal_question';
  if (legal.exposurePossible && legal.counselConsulted !== true) return 'talk_first';
  return null;
}

export const writingBlockWords: Readonly<Record<WritingBlock, LocalizedText>> = {
  ask_legal_question: say(
    'Talk about the legal question with your therapist before you write this part.',
    'Hable de la pregunta legal con su terapeuta antes de escribir esta parte.',
  ),
  talk_first: say(
    'Talk first, do not write yet. Ask a lawyer, then come back with your therapist.',
    'Primero hable, no escriba todavía. Pida consejo legal y luego vuelva con su terapeuta.',
  ),
  stop_and_call: say(
    'Stop writing and call your therapist. Your therapist must report certain risks.',
    'Deje de escribir y llame a su terapeuta. Su terapeuta debe reportar ciertos riesgos.',
  ),
};
