import { describe, expect, it } from '@jest/globals';
import { erasureStep, type ErasureApproval } from './erasure.js';

const hold = new Date('2025-02-05T10:00:00Z');
const at = (text: string): Date => new Date(text);
const ada: ErasureApproval = { accountId: 'ada', role: 'owner', givenAt: at('2025-01-06T10:00:00Z') };
const noor: ErasureApproval = {
  accountId: 'noor',
  role: 'clinic_admin',
  givenAt: at('2025-01-07T10:00:00Z'),
};

describe('an erasure (ACCESS-44)', () => {
  it('waits for an owner, however many administrators agree', () => {
    const facts = { holdUntil: hold, approvals: [noor, { ...noor, accountId: 'kit' }], othersDecide: true };
    expect(erasureStep(facts, at('2026-01-01T00:00:00Z'))).toEqual({ step: 'owner', until: null });
    expect(erasureStep({ ...facts, approvals: [] }, hold).step).toBe('owner');
  });

  it('waits for a second human being, not for a second role of the first', () => {
    const twice = [ada, { ...ada, role: 'clinic_admin' as const }];
    const facts = { holdUntil: hold, approvals: twice, othersDecide: true };
    expect(erasureStep(facts, at('2026-01-01T00:00:00Z')).step).toBe('second_person');
  });

  it('with two people is due when the hold ends, and not a millisecond before', () => {
    const facts = { holdUntil: hold, approvals: [noor, ada], othersDecide: true };
    expect(erasureStep(facts, new Date(hold.getTime() - 1))).toEqual({ step: 'wait', until: hold });
    expect(erasureStep(facts, hold)).toEqual({ step: 'due', until: null });
  });

  it('with an owner who is alone waits for the later of hold and 72 hours', () => {
    const alone = { holdUntil: hold, approvals: [ada], othersDecide: false };
    expect(erasureStep(alone, at('2025-01-10T00:00:00Z'))).toEqual({ step: 'wait', until: hold });
    const late = { ...alone, approvals: [{ ...ada, givenAt: at('2025-02-05T09:00:00Z') }] };
    expect(erasureStep(late, hold)).toEqual({ step: 'wait', until: at('2025-02-08T09:00:00Z') });
    expect(erasureStep(late, at('2025-02-08T08:59:59.999Z')).step).toBe('wait');
    expect(erasureStep(late, at('2025-02-08T09:00:00Z')).step).toBe('due');
  });
});
