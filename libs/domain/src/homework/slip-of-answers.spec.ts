import { describe, expect, it } from '@jest/globals';
import { slipOf } from './slip-of-answers.js';

const zone = 'America/Chicago';
const whole = {
  ...{ stop_check: 'no', slip_at: '2025-01-05T22:30', kind: 'slip', partner_told: 'planned' },
  ...{ partner_planned_at: '2025-01-08T10:00', script_next_steps: 'call Mina' },
};

describe('the slip of a handed-in protocol', () => {
  it('has its time in the zone of the couple, its level and the telling, and none of the words', () => {
    const slip = slipOf(whole, zone);
    expect(slip).toEqual({
      ...{ level: 'slip', partner: 'with_therapist_planned', therapistToldAt: null },
      slipAt: new Date('2025-01-06T04:30:00Z'),
      partnerAt: new Date('2025-01-08T16:00:00Z'),
    });
    expect(JSON.stringify(slip)).not.toContain('Mina');
  });

  it.each([
    ['not_yet', 'not_yet', null],
    ['told', 'told', 'partner_told_at'],
    ['found_out', 'partner_found_out', 'partner_found_out_at'],
    ['agreed_not_to_tell', 'agreement_says_not_this_level', null],
  ])('%s stands on record as %s', (said, partner, key) => {
    const told = key === null ? {} : { [key]: '2025-01-06T08:00' };
    const slip = slipOf(
      { ...whole, ...told, partner_told: said, therapist_told_at: '2025-01-06T07:00' },
      zone,
    );
    expect(slip).toMatchObject({ partner, therapistToldAt: new Date('2025-01-06T13:00:00Z') });
    expect(slip?.partnerAt).toEqual(key === null ? null : new Date('2025-01-06T14:00:00Z'));
  });

  it.each([
    ['someone under 18 or a crime', { stop_check: 'could_be' }],
    ['no answer to that', { stop_check: '' }],
    ['no time', { slip_at: '' }],
    ['a time that is none', { slip_at: 'yesterday' }],
    ['an unknown kind', { kind: 'other' }],
    ['an unknown telling', { partner_told: 'constructor' }],
  ])('is none with %s', (_why, change) => {
    expect(slipOf({ ...whole, ...change }, zone)).toBeNull();
  });
});
