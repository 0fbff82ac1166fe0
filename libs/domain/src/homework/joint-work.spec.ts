import { describe, expect, it } from '@jest/globals';
import { mutualRows, revokeRow, type PreferenceMap } from './mutual-rows.js';
import { asksNothing } from './asked.js';
import { omitsOfEach, withEmptyHalves } from './forms.js';
import { judgeCompletion, type CompletionFacts } from './judge-completion.js';
import { c02 } from './library/c02.js';
import { c04 } from './library/c04.js';
import { c08 } from './library/c08.js';
import {
  halvesSeenBy, handIn, isRevealed, openInSession, otherTrack, revealedAt, revealModeOf, takeBack, type Halves, type RevealMode,
} from './reveal.js'; // prettier-ignore
import type { Answers } from './template.js';

const at = (hour: number): Date => new Date(Date.UTC(2025, 0, 6, hour));
const onBoth: RevealMode = { kind: 'both_in' };
const nobody: Halves<string> = { RP: null, BP: null };
const one: Halves<string> = { ...nobody, BP: { words: 'b', submittedAt: at(9) } };
const both: Halves<string> = {
  RP: { words: 'a', submittedAt: at(8) },
  BP: { words: 'b', submittedAt: at(9) },
};

describe('reveal on both (HW-29 to HW-31)', () => {
  it('opens when both are in, at the later moment', () => {
    expect([nobody, one, both].map((halves) => isRevealed(halves, onBoth))).toEqual([false, false, true]);
    expect([nobody, one, both].map((halves) => revealedAt(halves, onBoth))).toEqual([null, null, at(9)]);
    expect(isRevealed({ ...both, RP: { words: 'a', submittedAt: null } }, onBoth)).toBe(false);
    expect(revealedAt({ ...both, BP: { words: 'b', submittedAt: at(7) } }, onBoth)).toEqual(at(8));
    expect([otherTrack('RP'), otherTrack('BP')]).toEqual(['BP', 'RP']);
  });

  it('tells nothing of the other before: begun, handed in and taken back look alike', () => {
    const mine = { words: 'a', submittedAt: at(8) };
    const others = [null, { words: 'b', submittedAt: null }].map((BP) =>
      halvesSeenBy('RP', { RP: mine, BP }, onBoth),
    );
    expect(others).toEqual([
      { mine, theirs: null, revealed: false },
      { mine, theirs: null, revealed: false },
    ]);
    const unwritten = [null, one.BP].map((BP) =>
      JSON.stringify(halvesSeenBy('RP', { RP: null, BP }, onBoth)),
    );
    expect(unwritten[0]).toBe(unwritten[1]);
  });

  it('shows both afterwards, without the moment of the other', () => {
    expect(halvesSeenBy('RP', both, onBoth)).toEqual({ mine: both.RP, theirs: 'b', revealed: true });
    expect(halvesSeenBy('BP', both, onBoth)).toEqual({ mine: both.BP, theirs: 'a', revealed: true });
  });

  it('lets a half be handed in, exchanged and taken back until then', () => {
    const first = handIn('BP', 'x', nobody, at(7), onBoth);
    expect(first).toEqual({ ok: true, value: { RP: null, BP: { words: 'x', submittedAt: at(7) } } });
    expect(handIn('BP', 'y', one, at(10), onBoth)).toEqual({
      ok: true,
      value: { RP: null, BP: { words: 'y', submittedAt: at(10) } },
    });
    expect(takeBack('BP', one, onBoth)).toEqual({
      ok: true,
      value: { RP: null, BP: { words: 'b', submittedAt: null } },
    });
    expect(takeBack('RP', one, onBoth)).toEqual({ ok: false, refusal: 'nothing_handed_in' });
    expect(takeBack('RP', { ...one, RP: { words: 'a', submittedAt: null } }, onBoth)).toEqual({
      ok: false,
      refusal: 'nothing_handed_in',
    });
    expect(handIn('RP', 'z', both, at(11), onBoth)).toEqual({ ok: false, refusal: 'already_revealed' });
    expect(takeBack('RP', both, onBoth)).toEqual({ ok: false, refusal: 'already_revealed' });
  });
});

describe('a reveal in a session (HW-66)', () => {
  const closed = revealModeOf(c08, null);
  const opening = { byTherapist: true, sessionRuns: true, at: at(12) };

  it('is for the trust review alone', () => {
    expect(closed).toEqual({ kind: 'in_session', openedAt: null });
    expect(revealModeOf(c08, at(12))).toEqual({ kind: 'in_session', openedAt: at(12) });
    expect(revealModeOf(c04, at(12))).toEqual(onBoth);
    expect(revealModeOf({ sharing: { kind: 'together' } }, null)).toEqual(onBoth);
  });

  it('needs more than both halves: a therapist opens them there', () => {
    expect(isRevealed(both, closed)).toBe(false);
    expect(halvesSeenBy('RP', both, closed)).toEqual({ mine: both.RP, theirs: null, revealed: false });
    expect(openInSession(one, closed, opening)).toEqual({ ok: false, refusal: 'not_both_in' });
    for (const wrong of [{ byTherapist: false }, { sessionRuns: false }])
      expect(openInSession(both, closed, { ...opening, ...wrong })).toEqual({
        ok: false, refusal: 'not_in_session',
      }); // prettier-ignore
    const opened = openInSession(both, closed, opening);
    expect(opened).toEqual({ ok: true, value: { kind: 'in_session', openedAt: at(12) } });
    const mode = revealModeOf(c08, at(12));
    expect(revealedAt(both, mode)).toEqual(at(12));
    expect(halvesSeenBy('BP', both, mode).theirs).toBe('a');
    expect(openInSession(both, mode, opening)).toEqual({ ok: false, refusal: 'already_revealed' });
    expect(openInSession(both, onBoth, opening)).toEqual({ ok: false, refusal: 'already_revealed' });
  });

  it('counts from the later half on, and lets halves be exchanged until then', () => {
    const times = [8, 9].map((hour) => revealedAt(both, revealModeOf(c08, at(hour))));
    expect(times).toEqual([null, at(9)]);
    expect(revealedAt(one, revealModeOf(c08, at(12)))).toBeNull();
    expect(handIn('RP', 'new', both, at(10), closed).ok).toBe(true);
    expect(takeBack('RP', both, closed).ok).toBe(true);
    expect(takeBack('RP', both, revealModeOf(c08, at(12)))).toEqual({
      ok: false,
      refusal: 'already_revealed',
    });
  });
});

describe('a half that asks nothing (HW-64)', () => {
  const empty: Halves<Answers> = { RP: null, BP: null };
  const receiving = omitsOfEach(c04, 'receive_only', 1);
  const facts: CompletionFacts = {
    by: 'RP', halves: { RP: { noticed: 'x' }, BP: null }, signedBy: [], therapistConfirmed: null, disclosure: null, doneThisWeek: 4,
    doneInAll: null,
  }; // prettier-ignore

  it('is the half of a partner who only receives, in stage 1', () => {
    expect(receiving).toEqual({ RP: [], BP: ['noticed', 'answered_bid'] });
    const none = { RP: [], BP: [] };
    expect([2, 3, null].map((stage) => omitsOfEach(c04, 'receive_only', stage as 2 | 3 | null))).toEqual([none, none, none]);
    expect([omitsOfEach(c04, 'other', 1), omitsOfEach(c04, null, 1)]).toEqual([none, none]);
    const spoken = omitsOfEach(c02, 'aloud', 2);
    expect([spoken.RP, spoken.BP]).toEqual([c02.variants?.[0]?.omits, c02.variants?.[0]?.omits]);
    const asked = (omits: readonly string[]): boolean => asksNothing(c04.fields, 'BP', omits);
    expect([asked(receiving.BP), asked(['noticed']), asked([])]).toEqual([true, false, false]);
    expect(asksNothing([], 'BP', [])).toBe(false);
  }); // prettier-ignore

  it('is in from the beginning, and the other one alone opens the day', () => {
    const begun = withEmptyHalves(c04, empty, receiving, at(6));
    expect(begun).toEqual({ RP: null, BP: { words: {}, submittedAt: at(6) } });
    expect(isRevealed(begun, onBoth)).toBe(false);
    const written = handIn('RP', { noticed: 'x' }, begun, at(8), onBoth);
    expect(written.ok && revealedAt(written.value, onBoth)).toEqual(at(8));
    const draft = { words: { noticed: 'y' }, submittedAt: null };
    expect(withEmptyHalves(c04, { RP: null, BP: draft }, receiving, at(6)).BP).toBe(draft);
    expect(withEmptyHalves(c04, empty, { RP: [], BP: ['noticed'] }, at(6))).toEqual(empty);
  });

  it('does not keep the day from being done', () => {
    expect(judgeCompletion(c04, { ...facts, omitsOf: receiving }).missing).toEqual([]);
    expect(judgeCompletion(c04, facts).missing).toEqual([{ rule: 'both_parts', by: 'BP', key: null }]);
    const other = { ...facts, halves: { RP: null, BP: null }, omitsOf: receiving };
    expect(judgeCompletion(c04, other).missing).toEqual([{ rule: 'both_parts', by: 'RP', key: null }]);
    const both = { RP: {}, BP: { noticed: 'x' } };
    expect(judgeCompletion(c04, { ...facts, halves: both, omits: ['noticed'] }).missing).toEqual([]);
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
