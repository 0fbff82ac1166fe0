import { describe, expect, it } from '@jest/globals';
import type { StaffViewer } from '../access/can-see.js';
import type { Compartment, StaffRole } from '../access/roles.js';
import { staffIds } from '../access/sample-access.js';
import { asCoupleId, asStaffId } from '../shared/ids.js';
import { afterNoteAct, type NoteAct, type NoteState } from './note-act.js';
import { isNoteLate, needsNote, noteLateFrom } from './note-due.js';
import { fitsNoteForm, hasWords, isStandardNoteForm, planPartOf } from './note-form.js';
import { mayCoSign, readsNote, type NoteOfRecord } from './note-sight.js';

const [author, asked, third] = [staffIds.tRp, staffIds.supervisor, staffIds.tC].map(asStaffId) as [
  ReturnType<typeof asStaffId>,
  ReturnType<typeof asStaffId>,
  ReturnType<typeof asStaffId>,
];
const coupleId = asCoupleId('00000000-0000-4000-8000-0000000000c1');

describe('forms (NOTE-01)', () => {
  it('know their plan', () => {
    expect([planPartOf('SOAP'), planPartOf('DAP'), planPartOf('BIRP')]).toEqual([3, 2, 3]);
    const own = { heading: 'Course', isPlan: false };
    expect([planPartOf([own]), planPartOf([own, { heading: 'Next', isPlan: true }])]).toEqual([null, 1]);
    expect([isStandardNoteForm('SOAP'), isStandardNoteForm('toString')]).toEqual([true, false]);
  });

  it('take one text for each part', () => {
    expect([fitsNoteForm(['a', ''], 2), fitsNoteForm(['a'], 2)]).toEqual([true, false]);
    expect([fitsNoteForm(['x'.repeat(8_000)], 1), fitsNoteForm(['x'.repeat(8_001)], 1)]).toEqual([
      true,
      false,
    ]);
    expect([hasWords([' ', '\n']), hasWords(['', 'a'])]).toEqual([false, true]);
  });
});

describe('acts (NOTE-02, NOTE-03, NOTE-04)', () => {
  const after = (state: NoteState, act: NoteAct, by = author): string => {
    const result = afterNoteAct({ state, authorId: author, coSignerId: asked }, act, by);
    return result.ok ? result.value : result.refusal;
  };
  it.each([
    ['draft', 'draft draft signed waiting'],
    ['waiting', 'waits waits waits waiting'],
    ['returned', 'returned must_be_cosigned must_be_cosigned waiting'],
    ['signed', 'locked locked locked locked'],
  ] as const)('%s: its author saves, removes, signs, submits', (state, outcome) => {
    const acts = ['save', 'remove', 'sign', 'submit'] as const;
    expect(acts.map((act) => after(state, act)).join(' ')).toBe(outcome);
    const others = acts.map((act) => after(state, act, asked));
    expect(new Set(others)).toEqual(new Set([state === 'signed' ? 'locked' : 'not_yours']));
  });

  it('gives only the colleague who was asked the second signature', () => {
    for (const act of ['return', 'cosign'] as const) {
      expect([after('waiting', act), after('waiting', act, third)]).toEqual(['not_yours', 'not_yours']);
      expect([after('draft', act, asked), after('signed', act, asked)]).toEqual(['not_signed', 'locked']);
    }
    expect([after('waiting', 'return', asked), after('waiting', 'cosign', asked)]).toEqual([
      'returned',
      'signed',
    ]);
    const alone = { state: 'waiting', authorId: author, coSignerId: author } as const;
    expect(afterNoteAct(alone, 'cosign', author)).toEqual({ ok: false, refusal: 'not_yours' });
  });

  it('amends what is signed, and leaves it as it is', () => {
    expect([after('signed', 'amend', third), after('returned', 'amend')]).toEqual(['signed', 'not_signed']);
  });
});

describe('who reads (NOTE-05)', () => {
  const viewer = (
    staffId: typeof author,
    sides: readonly Compartment[],
    role: StaffRole = 'therapist',
  ): StaffViewer => ({
    ...{ kind: 'staff', staffId, roles: [role] },
    assignments: sides.map((side) => ({ coupleId, side })),
  });
  const note = (state: NoteState, side: Compartment): NoteOfRecord => ({
    ...{ state, side, coupleId, authorId: author, coSignerId: asked },
  });
  const states = ['draft', 'waiting', 'returned', 'signed'] as const;
  it.each([
    ['author', viewer(author, ['RP']), 'RP', 'yes yes yes yes'],
    ['author who left', viewer(author, []), 'RP', 'no no no no'],
    ['author of another role now', viewer(author, ['RP'], 'clinic_admin'), 'RP', 'no no no no'],
    ['colleague of the side', viewer(third, ['RP']), 'RP', 'no no no yes'],
    ['other side', viewer(third, ['BP']), 'RP', 'no no no no'],
    ['couple therapist', viewer(third, ['JOINT']), 'RP', 'no no no no'],
    ['either side of a joint one', viewer(third, ['BP']), 'JOINT', 'no no no yes'],
    ['supervisor who was asked', viewer(asked, [], 'supervisor'), 'RP', 'no yes no yes'],
    ['another supervisor', viewer(third, [], 'supervisor'), 'RP', 'no no no no'],
    ['asked therapist without the side', viewer(asked, ['BP']), 'RP', 'no no no no'],
    ['admin', viewer(third, ['RP'], 'clinic_admin'), 'RP', 'no no no no'],
  ] as const)('%s', (_who, who, side, outcome) => {
    expect(states.map((state) => (readsNote(who, note(state, side)) ? 'yes' : 'no')).join(' ')).toBe(outcome);
  });

  it('asks for a second signature whoever reads it anyway, and supervisors', () => {
    expect(mayCoSign({ isSupervisor: true, sides: [] }, 'RP')).toBe(true);
    const therapist = (...sides: Compartment[]) => ({ isSupervisor: false, sides });
    expect([mayCoSign(therapist('RP'), 'RP'), mayCoSign(therapist('BP', 'JOINT'), 'RP')]).toEqual([
      true,
      false,
    ]);
    expect([mayCoSign(therapist('BP'), 'JOINT'), mayCoSign(therapist(), 'JOINT')]).toEqual([true, false]);
  });
});

describe('due and late (NOTE-06)', () => {
  it('is late once the days are over', () => {
    const ended = new Date('2025-01-06T18:00:00Z');
    expect(noteLateFrom(ended, 3)).toEqual(new Date('2025-01-09T18:00:00Z'));
    expect(isNoteLate(ended, 3, new Date('2025-01-09T18:00:00Z'))).toBe(false);
    expect(isNoteLate(ended, 3, new Date('2025-01-09T18:00:00.001Z'))).toBe(true);
    expect([needsNote('individual'), needsNote('team')]).toEqual([true, false]);
  });
});
