import { describe, expect, it } from '@jest/globals';
import { disclosureStates } from '../states.js';
import { destroyLetter, type LetterEndFacts } from './letter-custody.js';
import { letterExercise, letterSectionKeys, mayBeginLetter, mayWriteLetter } from './letter-writing.js';

const at = (text: string): Date => new Date(text);
const read = at('2025-04-17T19:30:00Z');
const now = at('2026-04-18T15:00:00Z');

describe('writing a letter', () => {
  it('goes by the sections of its exercise', () => {
    expect(letterExercise('impact').code).toBe('B10');
    expect(letterExercise('restitution').code).toBe('R11');
    expect(letterSectionKeys('impact')).toHaveLength(8);
    expect(letterSectionKeys('restitution')).toEqual([
      'heard',
      'effects',
      'mine',
      'now',
      'may_ask',
      'no_response',
    ]);
  });

  it('begins in the states in which there is something to answer', () => {
    const open = (kind: 'impact' | 'restitution') =>
      disclosureStates.filter((state) => mayBeginLetter(kind, state));
    expect(open('impact')).toEqual(['AFTERCARE', 'IMPACT_PREP']);
    expect(open('restitution')).toEqual(['IMPACT_DELIVERED', 'RESTITUTION_PREP']);
    expect(mayBeginLetter('impact', null)).toBe(false);
  });

  it('goes on until it is read, sealed, destroyed, or the process ends', () => {
    const kept = { sealedAt: null, destroyedAt: null, deliveredAt: null };
    expect(mayWriteLetter('IMPACT_PREP', kept)).toBe(true);
    for (const done of ['sealedAt', 'destroyedAt', 'deliveredAt'] as const)
      expect(mayWriteLetter('IMPACT_PREP', { ...kept, [done]: read })).toBe(false);
    const closed = [null, ...disclosureStates].filter((state) => !mayWriteLetter(state, kept));
    expect(closed).toEqual([null, 'COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED']);
  });
});

describe('the end of a letter', () => {
  const facts: LetterEndFacts = {
    ...{ kind: 'impact', revisions: 3, deliveredAt: read, destroyedAt: null },
    agreedAt: { RP: at('2026-04-17T15:00:00Z'), BP: now },
  };
  const gaps = (changes: Partial<LetterEndFacts>): unknown => {
    const end = destroyLetter({ ...facts, ...changes }, now);
    return end.ok ? [] : end.refusal;
  };

  it('comes with the word of both, and leaves no content', () => {
    const { kind, revisions, deliveredAt, agreedAt } = facts;
    expect(destroyLetter(facts, now)).toEqual({
      ok: true,
      value: { kind, revisions, deliveredAt, agreedAt, destroyedAt: now },
    });
  });

  it('names every gap', () => {
    const agreedAt = facts.agreedAt;
    expect(gaps({ agreedAt: { ...agreedAt, RP: null } })).toEqual(['RP_agreement']);
    expect(gaps({ agreedAt: { ...agreedAt, BP: null } })).toEqual(['BP_agreement']);
    expect(gaps({ deliveredAt: null })).toEqual(['not_delivered']);
    expect(gaps({ destroyedAt: now })).toEqual(['already_gone']);
    expect(gaps({ deliveredAt: null, agreedAt: { RP: null, BP: null } })).toEqual([
      'not_delivered', 'RP_agreement', 'BP_agreement',
    ]); // prettier-ignore
  });
});
