import { describe, expect, it } from '@jest/globals';
import { mutualRows, revokeRow, type PreferenceMap } from './mutual-rows.js';
import { halvesSeenBy, handIn, isRevealed, otherTrack, revealedAt, takeBack, type Halves } from './reveal.js';

const at = (hour: number): Date => new Date(Date.UTC(2025, 0, 6, hour));
const nobody: Halves<string> = { RP: null, BP: null };
const one: Halves<string> = { ...nobody, BP: { words: 'b', submittedAt: at(9) } };
const both: Halves<string> = {
  RP: { words: 'a', submittedAt: at(8) },
  BP: { words: 'b', submittedAt: at(9) },
};

describe('reveal on both (HW-29 to HW-31)', () => {
  it('opens when both are in, at the later moment', () => {
    expect([nobody, one, both].map(isRevealed)).toEqual([false, false, true]);
    expect([nobody, one, both].map(revealedAt)).toEqual([null, null, at(9)]);
    expect(isRevealed({ ...both, RP: { words: 'a', submittedAt: null } })).toBe(false);
    expect(revealedAt({ ...both, BP: { words: 'b', submittedAt: at(7) } })).toEqual(at(8));
    expect([otherTrack('RP'), otherTrack('BP')]).toEqual(['BP', 'RP']);
  });

  it('tells nothing of the other before: begun, handed in and taken back look alike', () => {
    const mine = { words: 'a', submittedAt: at(8) };
    const others = [null, { words: 'b', submittedAt: null }].map((BP) =>
      halvesSeenBy('RP', { RP: mine, BP }),
    );
    expect(others).toEqual([
      { mine, theirs: null, revealed: false },
      { mine, theirs: null, revealed: false },
    ]);
    const unwritten = [null, one.BP].map((BP) => JSON.stringify(halvesSeenBy('RP', { RP: null, BP })));
    expect(unwritten[0]).toBe(unwritten[1]);
  });

  it('shows both afterwards, without the moment of the other', () => {
    expect(halvesSeenBy('RP', both)).toEqual({ mine: both.RP, theirs: 'b', revealed: true });
    expect(halvesSeenBy('BP', both)).toEqual({ mine: both.BP, theirs: 'a', revealed: true });
  });

  it('lets a half be handed in, exchanged and taken back until then', () => {
    const first = handIn('BP', 'x', nobody, at(7));
    expect(first).toEqual({ ok: true, value: { RP: null, BP: { words: 'x', submittedAt: at(7) } } });
    expect(handIn('BP', 'y', one, at(10))).toEqual({
      ok: true,
      value: { RP: null, BP: { words: 'y', submittedAt: at(10) } },
    });
    expect(takeBack('BP', one)).toEqual({
      ok: true,
      value: { RP: null, BP: { words: 'b', submittedAt: null } },
    });
    expect(takeBack('RP', one)).toEqual({ ok: false, refusal: 'nothing_handed_in' });
    expect(takeBack('RP', { ...one, RP: { words: 'a', submittedAt: null } })).toEqual({
      ok: false,
      refusal: 'nothing_handed_in',
    });
    expect(handIn('RP', 'z', both, at(11))).toEqual({ ok: false, refusal: 'already_revealed' });
    expect(takeBack('RP', both)).toEqual({ ok: false, refusal: 'already_revealed' });
  });
});

describe('mutual rows (HW-32)', () => {
  const map = (answers: PreferenceMap['answers']): PreferenceMap => ({
    answers, releasedByAuthor: true, approvedByTherapist: true, revoked: [],
  }); // prettier-ignore
  const domains = ['kissing', 'words', 'light', 'toys', 'media', 'solo'];
  const RP = map({
    kissing: { answer: 'yes' }, words: { answer: 'maybe', condition: 'slowly' }, light: { answer: 'no' }, toys: { answer: 'do_not_ask' }, media: { answer: 'yes' },
  }); // prettier-ignore
  const BP = map({
    words: { answer: 'yes' }, kissing: { answer: 'maybe' }, light: { answer: 'yes' }, toys: { answer: 'yes' }, solo: { answer: 'yes' }, media: { answer: 'no' },
  }); // prettier-ignore

  it('are only those that both left open, in the fixed order', () => {
    expect(mutualRows(domains, { RP, BP })).toEqual([
      {
        domain: 'kissing',
        answers: { RP: { answer: 'yes', condition: null }, BP: { answer: 'maybe', condition: null } },
      },
      {
        domain: 'words',
        answers: { RP: { answer: 'maybe', condition: 'slowly' }, BP: { answer: 'yes', condition: null } },
      },
    ]);
  });

  it('hide a no exactly as they hide no answer, "do not ask" and an answer taken back', () => {
    const shown = (answer: 'no' | 'do_not_ask' | null): string =>
      JSON.stringify(
        mutualRows(['light', 'words'], {
          RP: map({ ...(answer && { light: { answer } }), words: { answer: 'yes' } }),
          BP,
        }),
      );
    expect(shown('no')).toBe(shown(null));
    expect(shown('do_not_ask')).toBe(shown(null));
    const taken = revokeRow(map({ light: { answer: 'yes' }, words: { answer: 'yes' } }), 'light');
    expect(JSON.stringify(mutualRows(['light', 'words'], { RP: taken, BP }))).toBe(shown(null));
    expect(mutualRows(['constructor'], { RP, BP })).toEqual([]);
  });

  it('need both releases and both approvals', () => {
    for (const closed of [null, { ...BP, releasedByAuthor: false }, { ...BP, approvedByTherapist: false }]) {
      expect(mutualRows(domains, { RP, BP: closed })).toEqual([]);
      expect(mutualRows(domains, { RP: closed, BP: RP })).toEqual([]);
    }
  });

  it('can be taken back one by one, at any time', () => {
    const once = revokeRow(RP, 'kissing');
    expect(once.revoked).toEqual(['kissing']);
    expect(revokeRow(once, 'kissing')).toBe(once);
    expect(revokeRow(once, 'words').revoked).toEqual(['kissing', 'words']);
    expect(mutualRows(domains, { RP: once, BP }).map(({ domain }) => domain)).toEqual(['words']);
  });
});
