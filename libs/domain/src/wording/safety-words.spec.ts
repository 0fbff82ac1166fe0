import { describe, expect, it } from '@jest/globals';
import { safetyKinds } from './safety-kinds.js';
import { actionsOnMatch, helpLinesFor, helpNow, notWatched } from './safety-response.js';
import { safetyKindsIn, safetyPhrasesWith, safetyWords } from './safety-words.js';

const words = safetyWords();
const kindsIn = (text: string) => safetyKindsIn(text, words);

describe('safety words', () => {
  it('finds each standard phrase under its kind, and most kinds in both languages', () => {
    for (const { kind, phrase } of safetyPhrasesWith()) expect(kindsIn(`x ${phrase} y`)).toContain(kind);
    for (const language of ['en', 'es'])
      expect([...new Set(safetyPhrasesWith().filter((p) => p.language === language).map(({ kind }) => kind))]).toEqual(
        safetyKinds,
      ); // prettier-ignore
  });

  it.each<[string, string[]]>([
    ['I want to kill myself', ['self_harm']],
    ['i  don’t\nWANT to   live', ['self_harm']],
    ['I dont want. to live', ['self_harm']],
    ['No quiero vivir más', ['self_harm']],
    ['Ojala estuviera MUERTA', ['self_harm']],
    ['I am afraid of my partner, they track… tracks my phone', ['violence', 'being_watched']],
    ['Me pegó y me vigila', ['violence', 'being_watched']],
    ["He hit the kids. I'm drunk", ['child_harm', 'intoxication']],
    ['Estoy borracha', ['intoxication']],
    ['pornografia infantil', ['child_harm']],
    ['They killed the lights myself included', []],
    ['A skilled person of any size', []],
    ['We talked for an hour and it was calm', []],
    ['Hablamos con calma y sentí alivio', []],
    ['', []],
  ])('%s', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  it('does not understand a "not", on purpose', () => {
    expect(kindsIn('I would never hurt myself')).toEqual(['self_harm']);
    expect(kindsIn('No voy a hacerme daño')).toEqual(['self_harm']);
  });

  it('takes a clinic’s additions and removals', () => {
    const own = safetyWords({
      added: [{ language: 'en', kind: 'intoxication', phrase: 'On The Sauce' }],
      removed: [
        { language: 'en', kind: 'self_harm', phrase: 'SUICIDE' },
        { language: 'es', kind: 'intoxication', phrase: 'estoy borracho' },
        { language: 'en', kind: 'intoxication', phrase: 'estoy borracha' },
      ],
    });
    expect(safetyKindsIn('on the sauce', own)).toEqual(['intoxication']);
    expect(safetyKindsIn('suicide', own)).toEqual([]);
    expect(safetyKindsIn('suicidal', own)).toEqual(['self_harm']);
    expect(safetyKindsIn('estoy borracho', own)).toEqual([]);
    expect(safetyKindsIn('estoy borracha', own)).toEqual(['intoxication']);
    expect(kindsIn('on the sauce')).toEqual([]);
  });

  it('reads a hundred thousand characters, however they repeat', () => {
    expect(kindsIn(`${'i want to '.repeat(10_000)}die`)).toEqual(['self_harm']);
    expect(kindsIn('kill my '.repeat(12_500))).toEqual([]);
  });
});

describe('what follows a match', () => {
  const alert = { rule: 'SAFE-1', to: ['own_therapist', 'cover_rota'] };
  const base = { showHelp: true, blockSaving: false, tellPartner: false };

  it.each(['P1', 'P2', 'P3', 'P4'] as const)('alerts for %s whatever the consent', (privacy) => {
    for (const consent of ['given', 'not_given', 'unknown'] as const)
      expect(actionsOnMatch(privacy, consent)).toEqual({ ...base, alert });
  });

  it('alerts for a diary only with consent', () => {
    expect(actionsOnMatch('P0', 'given')).toEqual({ ...base, alert });
    expect(actionsOnMatch('P0', 'not_given')).toEqual({ ...base, alert: null });
    expect(actionsOnMatch('P0', 'unknown')).toEqual({ ...base, alert: null });
  });

  it('says plainly that nobody is watching', () => {
    expect(notWatched.en).toBe('Messages here are not watched around the clock.');
    expect(notWatched.es).toBe('Nadie lee los mensajes de este lugar a toda hora.');
    expect(helpNow.en).toContain('emergency');
    expect(helpNow.es).toContain('emergencias');
  });

  it('knows the lines of a country, a clinic’s own first', () => {
    const own = {
      country: 'US',
      number: '555-0100',
      label: { en: 'Clinic line', es: 'Línea de la clínica' },
    };
    expect(helpLinesFor('us', [own]).map(({ number }) => number)).toEqual(['555-0100', '988']);
    expect(helpLinesFor('MX', [own])).toEqual([]);
    expect(helpLinesFor('US').map(({ number }) => number)).toEqual(['988']);
  });
});
