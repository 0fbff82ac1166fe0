import type { Language } from '../../shared/localized.js';

/** Kinds of words that a therapist may want to look at in the document (FTD-57, clinical brief 1.7). */
export const documentHintKinds = [
  'blame',
  'minimising',
  'justification',
  'graphic',
  'name',
  'apology',
  'persuasion',
] as const;
export type DocumentHintKind = (typeof documentHintKinds)[number];

type Lists = Readonly<Record<Exclude<DocumentHintKind, 'name'>, readonly string[]>>;

/** Phrases in lower case. A space stands for any white space; a phrase counts as whole words only. */
const english: Lists = {
  blame: [
    'you made me',
    'you drove me',
    'your fault',
    'if you had',
    'because of you',
    'you never',
    'you always',
  ],
  minimising: ['only', 'just', 'merely', 'not that bad', 'no big deal', 'nothing more than', 'harmless'],
  justification: ['but', 'because you', 'everyone does', 'i had to', 'i could not help', "i couldn't help"],
  graphic: ['naked', 'nude', 'orgasm', 'orgasms', 'genitals', 'explicit', 'in detail', 'body parts'],
  apology: ['sorry', 'i apologize', 'i apologise', 'apology', 'forgive me', 'forgiveness', 'i regret'],
  persuasion: [
    'please stay',
    'give me another chance',
    'trust me',
    'you have to',
    'you must',
    'do not leave',
    "don't leave",
  ],
};

const spanish: Lists = {
  blame: [
    'me hiciste',
    'me obligaste',
    'tu culpa',
    'su culpa',
    'si hubieras',
    'por tu culpa',
    'tú nunca',
    'tú siempre',
  ],
  minimising: ['solo', 'sólo', 'solamente', 'apenas', 'nada más', 'no fue para tanto', 'sin importancia'],
  justification: ['pero', 'porque tú', 'porque usted', 'todo el mundo lo hace', 'tuve que', 'no pude evitar'],
  graphic: [
    'desnudo',
    'desnuda',
    'desnudos',
    'desnudas',
    'orgasmo',
    'orgasmos',
    'genitales',
    'explícito',
    'con detalle',
  ],
  apology: ['lo siento', 'perdón', 'perdóname', 'perdóneme', 'disculpa', 'discúlpame', 'me arrepiento'],
  persuasion: [
    'no te vayas',
    'no se vaya',
    'otra oportunidad',
    'confía en mí',
    'confíe en mí',
    'tienes que',
    'tiene que',
  ],
};

export const documentHintPhrases: Readonly<Record<Language, Lists>> = { en: english, es: spanish };

/** Capitalised words inside a sentence that name no person. */
export const notNames: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'I', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday',
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
    'Christmas', 'Easter', 'Thanksgiving', 'English', 'Spanish', 'Internet', 'God',
  ],
  es: ['Navidad', 'Pascua', 'Internet', 'Dios'],
}; // prettier-ignore
