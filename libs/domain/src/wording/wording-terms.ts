import type { Language } from '../shared/localized.js';

/**
 * Words that no client may read, by the concept behind them (SAFETY-11, clinical brief vocabulary and 6.8).
 * Each list holds every form that counts; accents and case are not told apart.
 */
export const wordingTerms = [
  'addict',
  'perpetrator',
  'offender',
  'cheater',
  'codependent',
  'enabler',
  'victim',
  'failure',
  'clean_or_dirty',
  'confession',
  'crazy',
  'wife_or_husband',
  'should_forgive',
  'marital_duty',
  'deserve',
  'streak',
] as const;
export type WordingTerm = (typeof wordingTerms)[number];

const english: Readonly<Record<WordingTerm, string>> = {
  addict: 'addict,addicts,addicted,addiction,addictions,addictive,coaddict,coaddicts,coaddiction',
  perpetrator: 'perpetrator,perpetrators',
  offender: 'offender,offenders',
  cheater: 'cheat,cheats,cheated,cheating,cheater,cheaters',
  codependent:
    'codependent,codependents,codependency,codependence,co dependent,co dependents,co dependency,co dependence',
  enabler: 'enabler,enablers',
  victim: 'victim,victims',
  failure: 'failure,failures,failed',
  clean_or_dirty: 'clean,dirty',
  confession: 'confess,confesses,confessed,confessing,confession,confessions',
  crazy: 'crazy',
  wife_or_husband: 'wife,wives,husband,husbands',
  should_forgive:
    'should forgive,must forgive,have to forgive,has to forgive,need to forgive,ought to forgive',
  marital_duty: 'marital duty,marital duties,conjugal duty,conjugal duties',
  deserve: 'deserve,deserves,deserved,deserving',
  streak: 'streak,streaks',
};

const spanish: Readonly<Record<WordingTerm, string>> = {
  addict:
    'adicto,adicta,adictos,adictas,adicción,adicciones,adictivo,adictiva,coadicto,coadicta,coadictos,coadictas',
  perpetrator: 'perpetrador,perpetradora,perpetradores,perpetradoras',
  offender: 'ofensor,ofensora,ofensores,ofensoras',
  cheater: 'infiel,infieles,tramposo,tramposa,tramposos,tramposas',
  codependent: 'codependiente,codependientes,codependencia,co dependiente,co dependientes,co dependencia',
  enabler: 'habilitador,habilitadora,habilitadores,habilitadoras',
  victim: 'víctima,víctimas',
  failure: 'fracaso,fracasos,fracasó,fracasado,fracasada,fracasados,fracasadas',
  clean_or_dirty: 'limpio,limpia,limpios,limpias,sucio,sucia,sucios,sucias',
  confession: 'confesión,confesiones,confesar,confesó,confiesa,confiese',
  crazy: 'loco,loca,locos,locas',
  wife_or_husband: 'esposo,esposa,esposos,esposas,marido,maridos',
  should_forgive:
    'debe perdonar,debes perdonar,debería perdonar,deberías perdonar,tiene que perdonar,tienes que perdonar,hay que perdonar',
  marital_duty: 'deber conyugal,deberes conyugales,débito conyugal',
  deserve: 'merece,mereces,merecen,merecer,merezca,merecido,merecida',
  streak: 'racha,rachas',
};

const lists: Readonly<Record<Language, Readonly<Record<WordingTerm, string>>>> = {
  en: english,
  es: spanish,
};

/** Every form that counts as the term in the language. */
export function formsOf(term: WordingTerm, language: Language): readonly string[] {
  return lists[language][term].split(',');
}
