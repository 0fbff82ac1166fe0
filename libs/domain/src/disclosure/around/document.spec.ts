import { describe, expect, it } from '@jest/globals';
import { disclosureStates } from '../states.js';
import {
  anchorsOf,
  decideSection,
  documentIsLocked,
  sectionStanding,
  sectionsToApprove,
  type CommentAnchor,
  type SectionDecision,
} from './document-review.js';
import {
  blocksWriting,
  documentPlan,
  documentSectionIds,
  writingBlockWords,
  type LegalFacts,
} from './document-sections.js';
import { addDraft, draftRounds, latestDraft, type DraftVersion } from './draft-versions.js';

const day = (n: number): Date => new Date(Date.UTC(2025, 1, n));
const draft = (number: number, sectionHashes: DraftVersion['sectionHashes']): DraftVersion => ({
  number,
  at: day(number),
  sectionHashes,
});
const versions = [draft(1, { a: 'x', b: 'y' }), draft(2, { a: 'x', b: 'z' })];
const decision = (section: 'a' | 'b', version: number, what: SectionDecision['decision'], on = 10): SectionDecision => ({
  section, version, decision: what, at: day(on),
}); // prettier-ignore

describe('drafts', () => {
  it('follow one another, and only the latest is open', () => {
    const next = { at: day(3), sectionHashes: { a: 'x', b: 'w' } };
    expect(addDraft([], next, null, false)).toEqual({ ok: true, value: [{ ...next, number: 1 }] });
    expect(addDraft(versions, next, 2, false)).toEqual({
      ok: true,
      value: [...versions, { ...next, number: 3 }],
    });
    expect(addDraft(versions, next, 1, false)).toEqual({ ok: false, refusal: 'not_the_latest' });
    expect(addDraft(versions, next, null, false)).toEqual({ ok: false, refusal: 'not_the_latest' });
    expect(addDraft([], next, 1, false)).toEqual({ ok: false, refusal: 'not_the_latest' });
    expect(addDraft(versions, next, 2, true)).toEqual({ ok: false, refusal: 'locked' });
  });

  it('need something new', () => {
    const same = { at: day(3), sectionHashes: { b: 'z', a: 'x' } };
    expect(addDraft(versions, same, 2, false)).toEqual({ ok: false, refusal: 'nothing_new' });
    expect(addDraft(versions, { ...same, sectionHashes: { a: 'x' } }, 2, false).ok).toBe(true);
    expect(addDraft(versions, { ...same, sectionHashes: { a: 'x', b: 'z', c: 'n' } }, 2, false).ok).toBe(
      true,
    );
  });

  it('are counted as rounds', () => {
    expect(draftRounds([])).toBe(0);
    expect(draftRounds(versions)).toBe(2);
    expect(latestDraft([])).toBeNull();
    expect(latestDraft([...versions].reverse())?.number).toBe(2);
    expect(latestDraft(versions)?.number).toBe(2);
  });
});

describe('sections', () => {
  it('are a to i', () => {
    expect(documentSectionIds.join('')).toBe('abcdefghi');
    expect(documentSectionIds.map((id) => [documentPlan[id].id, documentPlan[id].form])).toEqual([
      ['a', 'text'], ['b', 'text'], ['c', 'list'], ['d', 'list'], ['e', 'text'], ['f', 'text'], ['g', 'answers'],
      ['h', 'text'], ['i', 'signed_text'],
    ]); // prettier-ignore
    expect(documentPlan.d.title).toEqual({ en: 'Money, time, and risks', es: 'Dinero, tiempo y riesgos' });
  });

  it('are decided for as long as their content stays', () => {
    expect(sectionStanding('c', versions, [])).toBe('not_written');
    expect(sectionStanding('a', [], [])).toBe('not_written');
    expect(sectionStanding('a', versions, [])).toBe('open');
    expect(sectionStanding('a', versions, [decision('a', 1, 'approved')])).toBe('approved');
    expect(sectionStanding('b', versions, [decision('b', 1, 'approved')])).toBe('open');
    expect(sectionStanding('b', versions, [decision('a', 2, 'approved')])).toBe('open');
    const changed = [decision('b', 2, 'approved', 11), decision('b', 2, 'changes_requested', 10)];
    expect(sectionStanding('b', versions, changed)).toBe('approved');
    expect(sectionStanding('b', versions, [...changed, decision('b', 2, 'changes_requested', 12)])).toBe(
      'changes_requested',
    );
    const sameTime = [decision('b', 2, 'approved'), decision('b', 2, 'changes_requested')];
    expect(sectionStanding('b', versions, sameTime)).toBe('changes_requested');
    expect(sectionsToApprove(versions, [decision('a', 1, 'approved')]).join('')).toBe('bcdefghi');
  });

  it('are decided by the own therapist, in the latest version, while preparing', () => {
    const approve = decision('a', 2, 'approved');
    expect(decideSection(approve, 'T_RP', versions, 'PREPARING')).toEqual({ ok: true, value: approve });
    expect(decideSection(approve, 'T_BP', versions, 'PREPARING')).toEqual({
      ok: false,
      refusal: 'not_yours',
    });
    expect(decideSection(approve, 'T_RP', versions, 'READY')).toEqual({ ok: false, refusal: 'locked' });
    expect(decideSection(decision('a', 1, 'approved'), 'T_RP', versions, 'PREPARING')).toEqual({
      ok: false,
      refusal: 'not_the_latest',
    });
    expect(decideSection({ ...approve, section: 'i' }, 'T_RP', versions, 'PREPARING')).toEqual({
      ok: false,
      refusal: 'not_written',
    });
    expect(decideSection(approve, 'T_RP', [], 'PREPARING')).toEqual({ ok: false, refusal: 'not_the_latest' });
  });

  it('change in preparing only', () => {
    expect(disclosureStates.filter((state) => !documentIsLocked(state))).toEqual(['PREPARING']);
  });

  it('keep comments with their version, in reading order', () => {
    const anchor = (
      commentId: string,
      section: 'a' | 'b',
      version: number,
      start: number,
    ): CommentAnchor => ({ commentId, section, version, start, length: 3 });
    const list = [
      anchor('1', 'b', 2, 0),
      anchor('2', 'a', 2, 9),
      anchor('3', 'a', 2, 4),
      anchor('4', 'a', 1, 0),
    ];
    expect(anchorsOf(2, list).map(({ commentId }) => commentId)).toEqual(['3', '2', '1']);
  });
});

describe('the legal question', () => {
  const legal = (over: Partial<LegalFacts> = {}): LegalFacts => ({
    exposurePossible: false,
    counselConsulted: null,
    minorOrCrime: false,
    ...over,
  });
  const blocked = (facts: LegalFacts): Record<string, string> =>
    Object.fromEntries(
      documentSectionIds.flatMap((id) =>
        blocksWriting(id, facts) ? [[id, blocksWriting(id, facts) ?? '']] : [],
      ),
    );
  const every = (ids: string, block: string): Record<string, string> =>
    Object.fromEntries([...ids].map((id) => [id, block]));

  it('comes before the sensitive sections', () => {
    expect(blocked(legal())).toEqual({});
    expect(blocked(legal({ exposurePossible: null, counselConsulted: true }))).toEqual(
      every('bcdefg', 'ask_legal_question'),
    );
    expect(blocked(legal({ exposurePossible: true }))).toEqual(every('bcdefg', 'talk_first'));
    expect(blocked(legal({ exposurePossible: true, counselConsulted: false }))).toEqual(
      every('bcdefg', 'talk_first'),
    );
    expect(blocked(legal({ exposurePossible: true, counselConsulted: true }))).toEqual({});
    expect(blocked(legal({ minorOrCrime: true, counselConsulted: true }))).toEqual(
      every('abcdefghi', 'stop_and_call'),
    );
    expect(writingBlockWords.talk_first.en).toMatch(/^Talk first, do not write yet\./);
    expect(Object.keys(writingBlockWords)).toEqual(['ask_legal_question', 'talk_first', 'stop_and_call']);
  });
});
