/**
 * Words that no client may read, from the clinical vocabulary and its rules of language.
 * A match ignores case and begins at a word; `(?!…)` spares a harmless longer word.
 */
export const bannedWords: Readonly<Record<'en' | 'es', readonly RegExp[]>> = {
  en: [
    /\b(co-?)?addict(s|ed|ion|ions|ive)?\b/i,
    /\bperpetrators?\b/i,
    /\boffenders?\b/i,
    /\bcheat(er|ers|ed|ing|s)?\b/i,
    /\bcodependen(t|ts|cy|ce)\b/i,
    /\benabl(er|ers)\b/i,
    /\bvictims?\b/i,
    /\b(failure|failures|failed)\b/i,
    /\b(dirty|clean)\b/i,
    /\bconfess(ion|ions|ed)?\b/i,
    /\bcrazy\b/i,
    /\b(wife|wives|husbands?)\b/i,
    /\bshould forgive\b/i,
    /\bmarital duty\b/i,
    /\bdeserv(e|es|ed)\b/i,
    /\bstreaks?\b/i,
  ],
  es: [
    /\b(co)?adict[oa]s?\b/i,
    /\badicci(ón|ones)\b/i,
    /\bperpetrador(a|es|as)?\b/i,
    /\bofensor(a|es|as)?\b/i,
    /\binfiel(es)?\b/i,
    /\bcodependient(e|es)\b/i,
    /\bv[ií]ctimas?\b/i,
    /\bfracas(o|os|ó|ado)\b/i,
    /\b(suci[oa]s?|limpi[oa]s?)\b/i,
    /\bconfesi(ón|ones)\b/i,
    /\bloc[oa]s?\b/i,
    /\b(esposas?|esposos?|marido|maridos)\b/i,
    /\bdeb(e|es|ería|erías) perdonar\b/i,
    /\bdeber conyugal\b/i,
    /\bmerec(e|es|en|ido)\b/i,
  ],
};
