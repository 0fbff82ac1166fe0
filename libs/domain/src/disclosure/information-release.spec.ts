import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { releasesCover, releaseScopes, type InformationRelease } from './information-release.js';
import { factOf, itemIsMet } from './readiness-facts.js';
import { readySnapshot } from './sample-snapshot.js';

const today = asLocalDate('2025-03-20');
const team = ['mina', 'jo', 'dana'];
const of = (track: 'RP' | 'BP', changes: Partial<InformationRelease> = {}): InformationRelease => ({
  ...{ track, scopes: releaseScopes, staffIds: team, validUntil: today },
  ...changes,
});

describe('releases of information between therapists', () => {
  it('cover everybody when both people let all of them talk about all of it, the last day included', () => {
    expect(releasesCover([of('RP'), of('BP')], team, today)).toBe(true);
  });

  it.each([
    ['only one person signed', [of('RP')]],
    ['one ended yesterday', [of('RP'), of('BP', { validUntil: asLocalDate('2025-03-19') })]],
    ['a therapist joined since', [of('RP'), of('BP', { staffIds: ['mina', 'jo'] })]],
    ['one leaves something out', [of('RP', { scopes: ['status', 'safety'] }), of('BP')]],
  ])('do not cover when %s', (_, releases) => {
    expect(releasesCover(releases, team, today)).toBe(false);
  });

  it('count together where one person signed several', () => {
    const parts = [of('RP', { scopes: ['status', 'safety'] }), of('RP', { scopes: ['content'] })];
    expect(releasesCover([...parts, of('BP')], team, today)).toBe(true);
  });

  it('are not needed by one clinician alone, and cover nobody where nobody is assigned', () => {
    expect(releasesCover([], ['mina', 'mina'], today)).toBe(true);
    expect(releasesCover([], [], today)).toBe(false);
  });

  it('decide S1 over its mark, and no mark is made by them', () => {
    const now = new Date('2025-03-20T15:00:00Z');
    expect(itemIsMet('S1', readySnapshot(), now)).toBe(true);
    expect(itemIsMet('S1', readySnapshot({ releasesSigned: false }), now)).toBe(false);
    expect(itemIsMet('S1', readySnapshot({ readiness: {} }), now)).toBe(false);
    expect(factOf('S1', readySnapshot({ releasesSigned: null }), now)).toBeNull();
  });
});
