import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { gateSettingValues } from './gate-settings.js';
import type { Gate } from './gate.js';
import { liftTouchPause, pauseTouch, touchSignalsFor, touchViewFor, type TouchState } from './touch-pause.js';
import {
  dialogueSignals,
  indexSignals,
  touchLogSignals,
  touchPauseTriggers,
  touchSignal,
  type TouchLog,
} from './touch-signals.js';

const settings = gateSettingValues();
const open: TouchState = { state: 'open' };
const at = (text: string): Date => new Date(text);
const now = at('2025-07-18T12:00:00Z');
const gate: Gate = {
  from: 2,
  to: 3,
  criteria: [],
  requiredSigners: ['T_RP', 'T_BP'],
  signedBy: [],
  validDays: 90,
  decision: 'open',
  decidedAt: at('2025-06-13T15:00:00Z'),
  reason: null,
  reviewDate: asLocalDate('2025-09-11'),
};

describe('signals that pause stage 3', () => {
  it.each<[TouchLog, string[]]>([
    [{ pressure: 2 }, []],
    [{ pressure: 3 }, ['pressure SAFE-1']],
    [{ stopUsed: true, stopRespected: true }, []],
    [{ stopUsed: true, stopRespected: false }, ['stop_not_respected SAFE-1']],
    [{ stopUsed: true }, ['stop_not_respected SAFE-1']],
    [{ stopUsed: false, stopRespected: false }, []],
    [{ flashback: true }, ['touch_distress therapist_task']],
    [{ numb: true, panic: true }, ['touch_distress therapist_task']],
    [{ panic: true }, ['touch_distress therapist_task']],
    [{ flashback: false, numb: false, panic: false, wishNext: 'step_back' }, []],
    [{ wishNext: 'pause' }, ['person_paused therapist_task']],
    [{ pressure: 4, wishNext: 'pause' }, ['pressure SAFE-1', 'person_paused therapist_task']],
    [{}, []],
  ])('a log with %j', (log, expected) => {
    const signals = touchLogSignals(log, 'BP', settings);
    expect(signals.map(({ trigger, tells }) => `${trigger} ${tells}`)).toEqual(expected);
    expect(signals.every(({ side }) => side === 'BP')).toBe(true);
  });

  it('of less pressure, where the clinic set it so, is a pause and a task, not SAFE-1', () => {
    const early = gateSettingValues({ pressurePause: 2 });
    const found = [1, 2, 3].map((pressure) => touchLogSignals({ pressure }, 'RP', early));
    expect(found).toEqual([
      [],
      [{ trigger: 'pressure', side: 'RP', tells: 'therapist_task' }],
      [{ trigger: 'pressure', side: 'RP', tells: 'SAFE-1' }],
    ]);
  });

  it('an answer that was not free', () => {
    expect(dialogueSignals(1, 'RP')).toEqual([{ trigger: 'answer_not_free', side: 'RP', tells: 'SAFE-1' }]);
    expect([dialogueSignals(2, 'RP'), dialogueSignals(undefined, 'RP')]).toEqual([[], []]);
  });

  it('an index under 50, or one of its alarms', () => {
    const even = {
      say_hard_things: 2,
      stays_kind: 2,
      free_to_say_no: 2,
      rushed: 2,
      believed: 2,
      body_relaxed: 2,
    };
    const triggers = (answers: object): string[] =>
      indexSignals(answers, 'BP', settings).map(({ trigger }) => trigger);
    expect(triggers(even)).toEqual([]);
    expect(triggers({ ...even, believed: 1 })).toEqual(['index_low']);
    expect(triggers({ ...even, believed: 4, rushed: 3 })).toEqual(['index_alarm']);
    expect(triggers({ free_to_say_no: 0 })).toEqual(['index_alarm']);
    expect(triggers({ ...even, free_to_say_no: 1 })).toEqual(['index_low', 'index_alarm']);
    expect(triggers({ believed: 0 })).toEqual([]);
  });
});

describe('the pause', () => {
  it('of Couple Birch: pressure of 3 pauses, a respected stop does not, and the other person reads one sentence', () => {
    const before = touchLogSignals({ pressure: 0, stopUsed: true, stopRespected: true }, 'RP', settings);
    expect(pauseTouch(open, before, now)).toBe(open);
    const paused = pauseTouch(open, touchLogSignals({ pressure: 3 }, 'BP', settings), now);
    expect(paused).toEqual({
      state: 'paused_safely',
      since: now,
      lastSignalAt: now,
      signals: [{ trigger: 'pressure', side: 'BP', tells: 'SAFE-1' }],
    });
    expect(touchViewFor(paused).words?.en).toBe('Touch exercises are paused for now.');
    expect(touchSignalsFor(paused, ['RP'])).toEqual([]);
    expect(touchSignalsFor(paused, ['RP', 'BP']).length).toBe(1);
  });

  it('looks the same whatever caused it and whoever it came from', () => {
    const views = touchPauseTriggers.flatMap((trigger) =>
      (['RP', 'BP'] as const).map((side) =>
        touchViewFor(pauseTouch(open, [touchSignal(trigger, side)], now)),
      ),
    );
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
    expect(touchViewFor(open)).toEqual({ state: 'open', words: null });
    expect(touchSignalsFor(open, ['RP', 'BP'])).toEqual([]);
  });

  it('keeps its beginning when another signal joins', () => {
    const later = at('2025-07-19T12:00:00Z');
    const first = pauseTouch(open, [touchSignal('slip_logged', 'RP')], now);
    expect(pauseTouch(first, [touchSignal('person_paused', 'BP')], later)).toEqual({
      state: 'paused_safely',
      since: now,
      lastSignalAt: later,
      signals: [
        { trigger: 'slip_logged', side: 'RP', tells: 'therapist_task' },
        { trigger: 'person_paused', side: 'BP', tells: 'therapist_task' },
      ],
    });
    expect(pauseTouch(first, [], later)).toBe(first);
  });

  it('ends after a talk alone with each person, while the gate holds', () => {
    const paused = pauseTouch(open, [touchSignal('pressure', 'BP')], now);
    const day = asLocalDate('2025-07-25');
    const after = at('2025-07-25T10:00:00Z');
    const lift = (talks: object, on = day, through: Gate = gate) =>
      liftTouchPause(paused, talks, through, on);
    expect(lift({ RP: after, BP: now })).toEqual({ ok: true, value: { state: 'open' } });
    expect(lift({ RP: after, BP: at('2025-07-18T11:59:59Z') })).toEqual({
      ok: false,
      refusal: ['talk_with_BP'],
    });
    expect(lift({ RP: null, BP: after })).toEqual({ ok: false, refusal: ['talk_with_RP'] });
    expect(lift({}, asLocalDate('2025-09-12'))).toEqual({
      ok: false,
      refusal: ['gate_not_open', 'talk_with_RP', 'talk_with_BP'],
    });
    const both = { RP: after, BP: after };
    expect(lift(both, asLocalDate('2025-09-11')).ok).toBe(true);
    expect(lift(both, day, { ...gate, decision: 'closed' }).ok).toBe(false);
    expect(lift(both, day, { ...gate, from: 1, to: 2 }).ok).toBe(false);
    expect(liftTouchPause(open, both, gate, day)).toEqual({ ok: false, refusal: ['not_paused'] });
    const again = pauseTouch(paused, [touchSignal('touch_distress', 'RP')], at('2025-07-25T10:00:01Z'));
    expect(liftTouchPause(again, both, gate, day)).toEqual({
      ok: false,
      refusal: ['talk_with_RP', 'talk_with_BP'],
    });
  });
});
