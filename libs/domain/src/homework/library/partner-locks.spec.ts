import { describe, expect, it } from '@jest/globals';
import { unknownLockFacts, type LockFacts } from '../lock-facts.js';
import { lockOf, releaseLockOf } from '../locks.js';
import { b04 } from './b04.js';
import { b05 } from './b05.js';
import { b10 } from './b10.js';
import { b14 } from './b14.js';

describe('locks of the partner track', () => {
  const known: LockFacts = {
    ...unknownLockFacts,
    stage: 1,
    holds: [],
    fearFlag: { RP: false, BP: false },
    acuteRisk: { RP: false, BP: false },
    disclosure: 'NOT_STARTED',
  };

  it.each([b04, b05, b14].map((template) => [template.code, template] as const))(
    '%s can be written, but not released, while a hold is on or somebody is afraid (HW-53)',
    (_, template) => {
      const held: LockFacts = { ...known, holds: ['BP'] };
      const afraid: LockFacts = { ...known, fearFlag: { RP: false, BP: true } };
      const facts = [known, held, afraid, { ...known, holds: null }];
      expect(facts.map((each) => lockOf(template, each, 'BP').open)).toEqual([true, true, true, true]);
      expect(facts.map((each) => releaseLockOf(template, each).open)).toEqual([true, false, false, false]);
    },
  );

  it('B10 opens for drafting in aftercare, else in stage 2, and closes at acute risk (HW-56)', () => {
    const open = (facts: Partial<LockFacts>): boolean => lockOf(b10, { ...known, ...facts }, 'BP').open;
    expect([open({}), open({ disclosure: 'AFTERCARE_ACUTE' })]).toEqual([false, false]);
    expect([open({ disclosure: 'AFTERCARE' }), open({ stage: 2 })]).toEqual([true, true]);
    const risks = [true, null].map((BP) => open({ stage: 2, acuteRisk: { RP: false, BP } }));
    expect(risks).toEqual([false, false]);
  });
});
