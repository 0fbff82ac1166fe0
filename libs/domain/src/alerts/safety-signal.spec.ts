import { describe, expect, it } from '@jest/globals';
import { raisesSafety, type SafetySignal } from './safety-signal.js';

const raises = (signal: object) => raisesSafety({ track: 'BP', at: new Date(0), ...signal } as SafetySignal);

describe('SAFE-1', () => {
  it.each(['risk_item', 'violence_note', 'pressed_to_share'])('is raised by %s', (kind) => {
    expect(raises({ kind })).toBe(true);
  });

  it.each([
    ['answer_free', [0, 1, 2, 4, Number.NaN], [true, true, false, false, true]],
    ['felt_pressure', [0, 2, 3, 4, Number.NaN], [false, false, true, true, true]],
    ['self_harm_item', [0, 1, 3, Number.NaN], [false, true, true, true]],
  ])('knows the bound of %s', (kind, values, expected) => {
    expect(values.map((value) => raises({ kind, value }))).toEqual(expected);
  });

  it('counts what is unsure, and a stop that is not known to have been respected', () => {
    const fear = ['yes', 'unsure', 'no'].map((answer) => raises({ kind: 'fear_of_partner', answer }));
    expect(fear).toEqual([true, true, false]);
    const stop = [true, false, null].map((respected) => raises({ kind: 'stop_signal', respected }));
    expect(stop).toEqual([false, true, true]);
  });

  it('passes a phrase on only where its author agreed', () => {
    const passed = [true, false].map((authorAgreed) => raises({ kind: 'crisis_phrase', authorAgreed }));
    expect(passed).toEqual([true, false]);
  });
});
