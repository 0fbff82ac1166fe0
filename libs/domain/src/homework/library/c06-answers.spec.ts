import { describe, expect, it } from '@jest/globals';
import { slipTermsOf } from './c06-answers.js';

const line = (event: string, tell: boolean, hours?: number) => ({
  ...{ event, tell },
  ...(hours === undefined ? {} : { within_hours: hours }),
});

describe('what an information agreement says of slips (HW-80)', () => {
  it.each([
    ['no line', [line('urge', true, 24)], null],
    ['a line', [line('slip', true, 48)], { tellPartner: true, partnerHours: 48 }],
    ['left untold', [line('slip', false)], { tellPartner: false, partnerHours: null }],
    ['the closest of two lines', [line('slip', true, 72), line('slip', true, 24)], { tellPartner: true, partnerHours: 24 }],
    ['told in one of two lines', [line('slip', false), line('slip', true, 24)], { tellPartner: true, partnerHours: 24 }],
    ['a line of a later form without hours', [line('slip', true)], { tellPartner: true, partnerHours: null }],
  ] as const)('%s', (_what, agreement, terms) => {
    expect(slipTermsOf({ agreement })).toEqual(terms === null ? null : { therapistHours: null, ...terms });
  }); // prettier-ignore

  it('is nothing on an empty page', () => {
    expect(slipTermsOf({})).toBeNull();
  });
});
