import { describe, expect, it } from '@jest/globals';
import { disclosureStates } from '@trellis/domain';
import type { CoreRow } from './core-facts.js';
import { ownPhase } from './own-phase.js';

const at = new Date('2025-03-28T15:00:00Z');
const core = (state: string, sessionAt: Date | null = null, endedFrom: string | null = null): CoreRow =>
  ({ process: { state, sessionAt }, fact: { endedFrom, endedSessionAt: at } }) as unknown as CoreRow;

describe('where a disclosure stands for one of the two people', () => {
  it('reads the same while one of them writes, is read, is ready or falls back', () => {
    const own = ['PREPARING', 'PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING'];
    expect(new Set(own.map((state) => ownPhase(core(state), false).phase))).toEqual(new Set(['preparing']));
  });

  it('reads the same whatever letter is being written', () => {
    const own = ['AFTERCARE', 'IMPACT_PREP', 'IMPACT_DELIVERED', 'RESTITUTION_PREP', 'RESTITUTION_DELIVERED'];
    expect(new Set(own.map((state) => ownPhase(core(state), false).phase))).toEqual(new Set(['after']));
  });

  it('shows a postponed session as the pause that any other pause is', () => {
    const shown = ({ phase, sessionAt }: ReturnType<typeof ownPhase>) => ({ phase, sessionAt });
    expect(shown(ownPhase(core('SCHEDULED', null), false))).toEqual(
      shown(ownPhase(core('ON_HOLD', at), false)),
    );
    expect(ownPhase(core('SCHEDULED', at), false)).toMatchObject({ phase: 'scheduled', sessionAt: at });
  });

  it('goes on as before until a therapist has told of the end, and then reads alike for every end', () => {
    for (const state of ['DECLINED', 'STOPPED', 'WAIVED']) {
      expect(ownPhase(core(state, null, 'PREPARING'), false)).toMatchObject({ phase: 'preparing' });
      expect(ownPhase(core(state, null, 'SCHEDULED'), false)).toMatchObject({
        phase: 'scheduled',
        sessionAt: at,
      });
      expect(ownPhase(core(state, null, 'PREPARING'), true)).toMatchObject({
        phase: 'not_now',
        sessionAt: null,
      });
    }
  });

  it('has a word for every state, and none before there is a process', () => {
    for (const state of disclosureStates) expect(ownPhase(core(state, at), true).phase).toBeTruthy();
    expect(ownPhase({ process: null, fact: null } as CoreRow, false).phase).toBe('none');
  });
});
