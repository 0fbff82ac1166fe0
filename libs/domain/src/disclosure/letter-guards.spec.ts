import { describe, expect, it } from '@jest/globals';
import type { Actor } from './events.js';
import type { Finding } from './guard.js';
import { guards, type TableGuardId } from './guards.js';
import { readySnapshot } from './sample-snapshot.js';
import { bareLetters, bareSession, type DisclosureSnapshot, type LetterFacts } from './snapshot.js';

const lead: Actor = { id: 'lead', roles: ['LEAD', 'T_RP'] };
const endedAt = new Date('2025-03-28T17:50:00Z');

function gaps(
  id: TableGuardId,
  changes: Partial<DisclosureSnapshot>,
  at = '2025-05-15T12:00:00Z',
): readonly Finding[] {
  const snapshot = readySnapshot(changes);
  return guards[id]({ snapshot, request: { event: 'close' }, actor: lead, now: new Date(at) });
}
const letters = (changes: Partial<LetterFacts>) => ({ letters: { ...bareLetters, ...changes } });

describe('before a letter', () => {
  it('the contacts that are missing are named for each person', () => {
    const session = { ...bareSession, endedAt, contactsDone: { RP: ['h72'], BP: [] } } as const;
    expect(gaps('acute_contacts_done', { session })).toEqual([
      { item: 'RP', side: 'RP', actors: ['T_RP'], evidence: { missing: 'h24' } },
      { item: 'BP', side: 'BP', actors: ['T_BP'], evidence: { missing: 'h24 h72' } },
    ]);
  });

  it('the partner wants it, or does not', () => {
    const asked = (id: TableGuardId) =>
      [
        letters({ impactWanted: true }),
        letters({ impactWanted: true, impactOptedOut: true }),
        letters({ impactOptedOut: true }),
        letters({}),
        { letters: null },
      ].map((changes) => gaps(id, changes).length);
    expect(asked('impact_wanted')).toEqual([0, 1, 1, 1, 1]);
    expect(asked('opt_out_recorded')).toEqual([1, 0, 0, 1, 1]);
  });

  it('its first day is named, and is unknown without an end of the session', () => {
    const session = { ...bareSession, endedAt };
    expect(gaps('impact_earliest', { session }, '2025-04-11T04:59:59Z')).toEqual([
      { evidence: { earliest: '2025-04-11' } },
    ]);
    const optedOut = letters({ impactOptedOut: true, impactDeliveredAt: endedAt });
    expect(gaps('restitution_earliest', { ...optedOut, session })).toEqual([]);
    expect(gaps('restitution_earliest', { ...optedOut, session: null })).toEqual([{}]);
  });
});

describe('before the process is completed', () => {
  const may1 = new Date('2025-05-01T20:00:00Z');
  const all = ['h24', 'h72', 'd14'] as const;
  const session = { ...bareSession, endedAt, contactsDone: { RP: all, BP: all } };
  const asked = (
    RP: string | null,
    BP: string | null,
    now: string,
    restitutionDeliveredAt: Date | null = may1,
  ): readonly Finding[] => {
    const at = (text: string | null) => (text === null ? null : new Date(text));
    const facts = letters({ restitutionDeliveredAt, followedUpAt: { RP: at(RP), BP: at(BP) } });
    return gaps('follow_up_done', { ...facts, session }, now);
  };
  const gap = (track: 'RP' | 'BP', missing: string) => ({
    item: track,
    side: track,
    actors: [`T_${track}`],
    evidence: { missing, earliest: '2025-05-15' },
  });
  const noon = '2025-05-15T17:00:00Z';

  it('each person was spoken to 14 local days after the restitution letter, or later', () => {
    expect(asked('2025-05-15T05:00:00Z', '2025-05-15T05:00:00Z', '2025-05-15T05:00:00Z')).toEqual([]);
    expect(asked('2025-06-02T15:00:00Z', noon, '2025-06-03T15:00:00Z')).toEqual([]);
    expect(asked('2025-05-15T04:59:59Z', noon, noon)).toEqual([gap('RP', 'letter_d14')]);
    expect(asked(noon, '2025-05-15T04:59:59Z', noon)).toEqual([gap('BP', 'letter_d14')]);
    expect(asked(null, null, noon)).toEqual([gap('RP', 'letter_d14'), gap('BP', 'letter_d14')]);
    expect(asked(noon, '2025-05-15T17:00:01Z', noon)).toEqual([gap('BP', 'letter_d14')]);
  });

  it('also 14 days after the session, in one gap for each person', () => {
    const spoken = letters({
      restitutionDeliveredAt: may1,
      followedUpAt: { RP: new Date(noon), BP: null },
    });
    const contactsDone = { RP: ['h24', 'h72'], BP: ['h24', 'h72'] } as const;
    expect(gaps('follow_up_done', { ...spoken, session: { ...session, contactsDone } }, noon)).toEqual([
      gap('RP', 'd14'),
      gap('BP', 'd14 letter_d14'),
    ]);
  });

  it('what is not known is open', () => {
    const open = (missing: string) =>
      (['RP', 'BP'] as const).map((track) => ({
        item: track, side: track, actors: [`T_${track}`], evidence: { missing },
      })); // prettier-ignore
    expect(asked(noon, noon, noon, null)).toEqual(open('letter_d14'));
    expect(gaps('follow_up_done', { session: null, letters: null }, noon)).toEqual(open('d14 letter_d14'));
  });
});
