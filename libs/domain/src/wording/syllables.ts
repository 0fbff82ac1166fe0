import type { Language } from '../shared/localized.js';

// Words of the product whose spelling says too little about how they are spoken.
const spoken = new Map<string, number>(
  Object.entries({
    people: 2,
    every: 2,
    everyone: 3,
    everything: 3,
    evening: 2,
    area: 3,
    areas: 3,
    idea: 3,
    ideas: 3,
    real: 1,
    really: 2,
    quiet: 2,
    quietly: 3,
    being: 2,
    usual: 3,
    usually: 4,
    casual: 3,
    element: 3,
    elements: 3,
    complement: 3,
    business: 2,
    different: 3,
    interest: 3,
    once: 1,
    science: 2,
    poem: 2,
    naive: 2,
    marriage: 2,
    behavior: 3,
    arent: 1,
    werent: 1,
    dialogue: 3,
  }),
);

// An e that is written in the middle of a compound and not spoken: 'something', 'safely', 'careful'.
const silentInside =
  /([aeiouy][bcdfgkmnprstvz])e(?=(?:ly|ty|ful|fully|less|ment|ments|ness|thing|things|times|where|body|work|self)$)/g;
const silentAtEnd = [/(?<=[^aeiouyl])e$/, /(?<=[aeiouy]l)e$/, /(?<![aeioutd]|[^aeiouyl]l)ed$/];
const silentPlural = /(?<![aeiouyscgxzh]|[^aeiouyl]l)es$/;
// Two vowels in a row that are spoken apart: 'diary', 'period', 'medium', 'experience', 'trying', 'create'.
const apart = [
  /(?<![ctsg])ia/g,
  /(?<![tscgx])io/g,
  /iu/g,
  /(?<![tcs]|fr)ien/g,
  /(?<![qgs])ua[lt]/g,
  /iet[yi]/g,
  /[aeiouy]ing/g,
  /crea[tb]/g,
  /^react/g,
  /(?:s|th)m$/g,
];

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}

function english(word: string): number {
  const letters = word.replace(/[^a-z]/g, '');
  const known = spoken.get(letters);
  if (known !== undefined) return known;
  const shortened = /[^aeiouyr]n['’]t$/.test(word) ? 1 : 0;
  let heard = letters.replace(silentInside, '$1').replace(silentPlural, 's');
  for (const form of silentAtEnd) heard = heard.replace(form, '');
  const extra = apart.reduce((sum, form) => sum + count(letters, form), 0);
  return count(heard, /[aeiouy]+/g) + extra + shortened;
}

// A run of vowels has as many syllables as open or accented vowels, at least one: 'día' two, 'también' one + one.
function spanish(word: string): number {
  const runs = word.match(/[aeiouáéíóúü]+/g) ?? [];
  return runs.reduce((sum, run) => sum + Math.max(1, count(run, /[aeoáéíóú]/g)), 0);
}

/**
 * Syllables of one word, at least 1. Spanish follows the rules of its spelling; English is an estimate by
 * patterns, for averages over a text (SAFETY-14).
 */
export function syllablesOf(word: string, language: Language): number {
  const small = word.toLowerCase().normalize('NFC');
  return Math.max(1, language === 'en' ? english(small) : spanish(small));
}
