import { stateOf } from './release-card';

const waiting = {
  state: 'ready',
  held: false,
  safetyTags: [],
  toPartner: true,
  needsApproval: true,
} as const;

describe('what a therapist is told first of a release', () => {
  it.each([
    ['waits for approval', {}, 'waits'],
    ['waits for the author’s second yes', { needsApproval: false }, 'author'],
    ['is held', { held: true }, 'held'],
    ['is kept from the partner, whatever else', { held: true, safetyTags: ['self_harm'] }, 'kept'],
    [
      'goes to therapists, whom a note does not concern',
      { toPartner: false, state: 'released', safetyTags: ['self_harm'] },
      'shared',
    ],
    ['is shared', { state: 'released', needsApproval: false }, 'shared'],
    [
      'was taken back, whatever it was',
      { state: 'revoked', held: true, safetyTags: ['self_harm'] },
      'taken_back',
    ],
  ] as const)('%s', (_what, change, state) => {
    expect(
      stateOf({ ...waiting, ...change, safetyTags: [...('safetyTags' in change ? change.safetyTags : [])] }),
    ).toBe(state);
  });
});
