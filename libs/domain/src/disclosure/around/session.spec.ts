import { describe, expect, it } from '@jest/globals';
import { aroundSettings, aroundValues } from './around-settings.js';
import { sessionChecklist } from './session-checklist.js';
import { distressRating, missingDistress, type DistressRating } from './session-distress.js';
import { beginPause, endEarlyOffer, mayPauseSession } from './session-pauses.js';
import {
  nextAtDoor,
  shownToClients,
  staffSessionView,
  telehealthGaps,
  telehealthItems,
  telehealthLines,
} from './session-setting.js';
import {
  nextSubStep,
  sessionPeople,
  sessionPlan,
  sessionRooms,
  sessionStepPlan,
  sessionSteps,
  type SessionStep,
} from './session-steps.js';
import { pauseLengthMs, timerFacts, type SessionPause } from './session-timer.js';

const start = new Date('2025-03-28T15:00:00Z');
const at = (minutes: number, ms = 0): Date => new Date(start.getTime() + minutes * 60_000 + ms);
const pause = (from: number, until: number | null): SessionPause => ({
  from: at(from),
  until: until === null ? null : at(until),
});

describe('settings around the process', () => {
  it('have the standard values and the clinic’s own within the range', () => {
    expect(aroundValues()).toEqual({
      longPauseMinutes: 20, safeDepartureHours: 3, followUpGraceHours: 4, correctionTellHours: 24,
      addendumTargetDays: 7, addendaBeforeReview: 3, reviewReadDays: 14,
      documentRetentionDays: 365, lateEveningFrom: 22, lateEveningUntil: 6, polygraphRepeatDays: 30,
      slipTherapistHours: 24, slipPartnerHours: 72,
    }); // prettier-ignore
    expect(aroundValues({ longPauseMinutes: 5 }).longPauseMinutes).toBe(5);
    expect(aroundValues({ longPauseMinutes: 60 }).longPauseMinutes).toBe(60);
    for (const longPauseMinutes of [4, 61, 10.5]) {
      expect(() => aroundValues({ longPauseMinutes })).toThrow(
        new RangeError('ftd.long_pause_min is 5 to 60'),
      );
    }
    for (const { key, from, standard, to } of Object.values(aroundSettings)) {
      expect({ key, ordered: from <= standard && standard <= to }).toEqual({ key, ordered: true });
    }
  });
});

describe('the parts of the session', () => {
  it('follow one another', () => {
    const walked: SessionStep[] = ['ARRIVE_SEPARATE'];
    for (let next = nextSubStep('ARRIVE_SEPARATE'); next; next = nextSubStep(next)) walked.push(next);
    expect(walked).toEqual([
      'ARRIVE_SEPARATE', 'GROUND', 'OPENING', 'READING', 'BREAK_1', 'CLARIFY', 'BREAK_2', 'CLOSE', 'DEBRIEF_SEPARATE',
      'LEAVE_SEPARATE',
    ]); // prettier-ignore
  });

  it('lead to the talk apart when it ends early, from wherever', () => {
    for (const step of sessionSteps.slice(0, 8)) expect(nextSubStep(step, true)).toBe('DEBRIEF_SEPARATE');
    expect(nextSubStep('DEBRIEF_SEPARATE', true)).toBe('LEAVE_SEPARATE');
    expect(nextSubStep('LEAVE_SEPARATE', true)).toBeNull();
  });

  it('have minutes, rooms and lines', () => {
    expect(sessionPlan.map(({ id, minutes, rooms }) => [id, minutes.from, minutes.to, rooms])).toEqual([
      ['ARRIVE_SEPARATE', 10, 10, 'apart'],
      ['GROUND', 5, 5, 'together'],
      ['OPENING', 5, 10, 'together'],
      ['READING', 15, 40, 'together'],
      ['BREAK_1', 15, 20, 'apart'],
      ['CLARIFY', 20, 40, 'together'],
      ['BREAK_2', 10, 15, 'apart'],
      ['CLOSE', 10, 15, 'together'],
      ['DEBRIEF_SEPARATE', 20, 40, 'apart'],
      ['LEAVE_SEPARATE', 10, 15, 'apart'],
    ]);
    expect(sessionRooms.apart).toEqual([['BP', 'T_BP'], ['RP', 'T_RP']]); // prettier-ignore
    expect(sessionRooms.together).toEqual([['BP', 'RP', 'T_BP', 'T_RP', 'T_C']]);
    expect(Object.entries(sessionChecklist).map(([step, lines]) => [step, lines.length])).toEqual([
      ['ARRIVE_SEPARATE', 3], ['GROUND', 2], ['OPENING', 3], ['READING', 2], ['BREAK_1', 3], ['CLARIFY', 2],
      ['BREAK_2', 2], ['CLOSE', 5], ['DEBRIEF_SEPARATE', 3], ['LEAVE_SEPARATE', 3],
    ]); // prettier-ignore
    expect(sessionChecklist.LEAVE_SEPARATE[0]).toEqual({
      en: 'The partner leaves first',
      es: 'La pareja sale primero',
    });
    expect(() => sessionStepPlan('LUNCH' as SessionStep)).toThrow('Not a part of the session: LUNCH');
  });
});

describe('the clock of a part', () => {
  it.each([
    [14, 59_999, { elapsedMs: 899_999, overMinutes: 0, standing: 'early' }],
    [15, 0, { elapsedMs: 900_000, overMinutes: 0, standing: 'within' }],
    [40, 0, { elapsedMs: 2_400_000, overMinutes: 0, standing: 'within' }],
    [40, 1, { elapsedMs: 2_400_001, overMinutes: 1, standing: 'over' }],
    [42, 0, { elapsedMs: 2_520_000, overMinutes: 2, standing: 'over' }],
  ] as const)('reads %d min %d ms of reading', (minutes, ms, facts) => {
    expect(timerFacts('READING', start, [], at(minutes, ms))).toEqual(facts);
  });

  it('leaves out pauses within the part only', () => {
    const pauses = [pause(-10, -5), pause(-2, 3), pause(10, 12), pause(20, null)];
    expect(timerFacts('READING', start, pauses, at(25)).elapsedMs).toBe((25 - 3 - 2 - 5) * 60_000);
    expect(timerFacts('READING', start, [pause(10, 60)], at(25)).elapsedMs).toBe(10 * 60_000);
    expect(timerFacts('READING', start, [], at(-1)).elapsedMs).toBe(0);
    expect(pauseLengthMs(pause(5, null), at(7))).toBe(120_000);
    expect(pauseLengthMs(pause(5, 6), at(7))).toBe(60_000);
    expect(pauseLengthMs(pause(5, null), at(4))).toBe(0);
  });
});

describe('pauses', () => {
  const offer = (pauses: readonly SessionPause[], now: Date, signs: readonly ('dissociation' | 'flight')[] = []): unknown =>
    endEarlyOffer(pauses, signs, now, aroundValues()); // prettier-ignore

  it('may be taken by anyone, one at a time', () => {
    expect(sessionPeople.map(mayPauseSession)).toEqual([true, true, true, true, true]);
    expect(mayPauseSession('ADMIN' as 'RP')).toBe(false);
    expect(beginPause([], at(5))).toEqual({ ok: true, value: [pause(5, null)] });
    expect(beginPause([pause(5, null)], at(6))).toEqual({ ok: false, refusal: 'already_paused' });
    expect(beginPause([pause(5, 8)], at(7))).toEqual({ ok: false, refusal: 'out_of_order' });
    expect(beginPause([pause(5, 8)], at(8))).toEqual({ ok: true, value: [pause(5, 8), pause(8, null)] });
  });

  it('offer to end early after a second one of more than 20 minutes', () => {
    const none = { offered: false, because: [] };
    const second = { offered: true, because: ['second_long_pause'] };
    expect(offer([pause(10, 50)], at(60))).toEqual(none);
    expect(offer([pause(10, 12), pause(20, 40)], at(60))).toEqual(none);
    expect(offer([pause(10, 12), pause(20, null)], at(40))).toEqual(none);
    expect(offer([pause(10, 12), pause(20, null)], at(40, 1))).toEqual(second);
    expect(offer([pause(20, 41), pause(10, 12)], at(60))).toEqual(second);
    expect(offer([pause(60, 61), pause(10, 50)], at(70))).toEqual(none);
    expect(offer([pause(1, 2), pause(3, 4), pause(10, 31)], at(70))).toEqual(second);
  });

  it('or at a noticed sign', () => {
    expect(offer([], at(1), ['flight', 'dissociation'])).toEqual({
      offered: true,
      because: ['dissociation', 'flight'],
    });
    expect(offer([pause(1, 2), pause(3, 25)], at(30), ['flight'])).toEqual({
      offered: true,
      because: ['second_long_pause', 'flight'],
    });
  });
});

describe('distress', () => {
  const rating = (value: number): DistressRating => ({ track: 'BP', moment: 'start', value });

  it('is a whole number from 0 to 10, entered by a therapist', () => {
    for (const value of [0, 10])
      expect(distressRating('T_BP', rating(value))).toEqual({ ok: true, value: rating(value) });
    for (const value of [-1, 11, 2.5, Number.NaN]) {
      expect(distressRating('T_C', rating(value))).toEqual({ ok: false, refusal: 'not_in_range' });
    }
    for (const person of ['RP', 'BP'] as const) {
      expect(distressRating(person, rating(5))).toEqual({ ok: false, refusal: 'not_a_clinician' });
    }
  });

  it('shows what was not asked', () => {
    expect(missingDistress([rating(4), { track: 'RP', moment: 'close', value: 0 }])).toEqual([
      { moment: 'start', track: 'RP' },
      { moment: 'break_1', track: 'RP' },
      { moment: 'break_1', track: 'BP' },
      { moment: 'close', track: 'BP' },
    ]);
  });
});

describe('door, screens and video', () => {
  it('lets the partner go first', () => {
    expect([nextAtDoor([]), nextAtDoor(['BP']), nextAtDoor(['RP']), nextAtDoor(['RP', 'BP'])]).toEqual([
      'BP', 'RP', 'BP', null,
    ]); // prettier-ignore
  });

  it('shows clients nothing that anybody types', () => {
    expect(staffSessionView).toEqual([
      'step', 'elapsed', 'pause_control', 'checklist', 'distress', 'pauses', 'end_early',
    ]); // prettier-ignore
    expect(staffSessionView.filter(shownToClients)).toEqual(['step', 'elapsed', 'pause_control']);
  });

  it('asks each person for everything that video needs', () => {
    expect(telehealthItems).toEqual([
      'two_rooms', 'two_devices', 'local_emergency_number', 'current_address', 'code_word',
    ]); // prettier-ignore
    expect(Object.keys(telehealthLines)).toEqual([...telehealthItems]);
    const all = {
      two_rooms: true,
      two_devices: true,
      local_emergency_number: true,
      current_address: true,
      code_word: true,
    };
    expect(telehealthGaps({ BP: all, RP: { ...all, code_word: false } })).toEqual([
      { track: 'RP', item: 'code_word' },
    ]);
    expect(telehealthGaps({ RP: all })).toEqual(telehealthItems.map((item) => ({ track: 'BP', item })));
  });
});
