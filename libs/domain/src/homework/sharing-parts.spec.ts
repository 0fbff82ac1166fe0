import { describe, expect, it } from '@jest/globals';
import { joinParts, partsByPrivacy } from './answer-parts.js';
import { b04 } from './library/b04.js';
import { b08 } from './library/b08.js';
import { b14 } from './library/b14.js';
import { r01 } from './library/r01.js';
import { r02 } from './library/r02.js';
import { r15 } from './library/r15.js';
import { homeworkLibrary } from './library.js';
import { nextTask, taskStates } from './task-states.js';
import type { Answers } from './template.js';
import { needsTimeForThought } from './time-for-thought.js';

describe('parts that may be released (HW-72)', () => {
  it('are all of an exercise that may travel whole, and the named fields of any other', () => {
    const goal = { goal: 'a', progress: 2 };
    expect(partsByPrivacy(r15, goal)).toEqual({ P3: goal });
    expect(partsByPrivacy(b14, { anger: 3, sentence: 'b' })).toEqual({
      P1: { anger: 3 },
      P3: { sentence: 'b' },
    });
  });

  it('are one column of a list, and fit together again', () => {
    const rows: Answers = { triggers: [{ cue: 'a', wish_to_partner: 'b' }, { cue: 'c' }] };
    const parts = partsByPrivacy(b04, rows);
    expect(parts.P3).toEqual({ triggers: [{ wish_to_partner: 'b' }, {}] });
    expect(parts.P1).toEqual({ triggers: [{ cue: 'a' }, { cue: 'c' }] });
    expect(joinParts(Object.values(parts))).toEqual(rows);
  });

  it('reach named therapists where the exercise goes to a therapist, and never leave what only the author reads', () => {
    expect(Object.keys(partsByPrivacy(b08, { questions: [{ question: 'a' }] }))).toEqual(['P2']);
    expect(r02.sharing.kind).toBe('therapist');
    expect(Object.keys(partsByPrivacy(r02, { [r02.fields[0]!.key]: 'a' }))).toEqual(['P0']);
    expect(partsByPrivacy(r01, { left_out: 'a', pull: 2 })).toEqual({
      P0: { left_out: 'a' },
      P1: { pull: 2 },
    });
  });
});

describe('a second yes (HW-35)', () => {
  it('is asked for question lists, maps, letters and the disclosure document', () => {
    const sensitive = homeworkLibrary.filter(needsTimeForThought).map(({ code }) => code);
    expect(sensitive.sort()).toEqual(['B04', 'B06', 'B08', 'B10', 'C14', 'R06', 'R08', 'R11']);
  });
});

describe('a new revision (HW-73)', () => {
  it('can be handed in of what was handed in, and is to be read again', () => {
    for (const state of taskStates) {
      const next = nextTask({ state, tooHard: false, hasDraft: false }, 'revise');
      const handedIn = state === 'submitted' || state === 'reviewed';
      expect([state, next.ok]).toEqual([state, handedIn]);
      if (next.ok) expect(next.value).toEqual({ state: 'submitted', tooHard: false, hasDraft: false });
    }
  });
});
