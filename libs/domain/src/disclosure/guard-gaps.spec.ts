import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { hardContraindicationIds } from './contraindications.js';
import { dayCheckParts } from './day-check.js';
import type { Actor, DisclosureRequest } from './events.js';
import type { Finding } from './guard.js';
import { guards, type TableGuardId } from './guards.js';
import { checkedSession, clearAssessments, readySnapshot } from './sample-snapshot.js';
import { bareSession, type DisclosureSnapshot, type DraftFacts } from './snapshot.js';

const now = new Date('2025-03-21T15:00:00Z');
const lead: Actor = { id: 'lead', roles: ['LEAD', 'T_RP'] };

function gaps(
  id: TableGuardId,
  changes: Partial<DisclosureSnapshot>,
  request: Partial<DisclosureRequest> = {},
  at = now,
): readonly Finding[] {
  const snapshot = readySnapshot(changes);
  return guards[id]({ snapshot, request: { event: 'schedule', ...request }, actor: lead, now: at });
}
const count = (...asked: Parameters<typeof gaps>): number => gaps(...asked).length;

describe('at the beginning', () => {
  it('names the person who is missing, or who has not signed, and lets them sign', () => {
    expect(gaps('both_enrolled', { enrolled: { RP: false, BP: true } })).toEqual([{ item: 'RP' }]);
    expect(gaps('policy_signed', { policySignedBy: { RP: true, BP: false } })).toEqual([
      { item: 'BP', side: 'BP', actors: ['BP'] },
    ]);
    expect(gaps('policy_signed', { policySignedBy: null }).map(({ actors }) => actors)).toEqual([
      ['RP'],
      ['BP'],
    ]);
  });

  it('takes a consent of today, of 89 days ago, and none of 90 days ago or of tomorrow', () => {
    const { consents } = readySnapshot();
    const of = (at: string) =>
      gaps('consents_given', { consents: { ...consents, BP: { ...consents.BP!, at: new Date(at) } } });
    const gap = (ageDays: number) => [{ item: 'BP', side: 'BP', actors: ['BP'], evidence: { ageDays } }];
    expect([of('2025-03-21T14:00:00Z'), of('2024-12-22T15:00:00Z')]).toEqual([[], []]);
    expect(of('2024-12-21T15:00:00Z')).toEqual(gap(90));
    expect(of('2025-03-22T15:00:00Z')).toEqual(gap(-1));
    expect(gaps('consents_given', { consents: { ...consents, BP: null } })).toEqual([
      { item: 'BP', side: 'BP', actors: ['BP'] },
    ]);
  });

  it('tells what was found apart from what nobody judged', () => {
    const clear = clearAssessments(asLocalDate('2025-03-20'));
    const found = clear.map((made) =>
      made.track === 'RP' && made.id === 'violence_or_fear' ? { ...made, present: true } : made,
    );
    const judged = found.filter(({ track, id }) => track === 'RP' && id !== 'acute_mental_state');
    expect(gaps('contraindications_absent', { assessments: judged })).toEqual([
      {
        item: 'RP',
        side: 'RP',
        actors: ['T_RP'],
        evidence: { open: 'violence_or_fear acute_mental_state', count: 2, notJudged: 1 },
      },
      {
        item: 'BP',
        side: 'BP',
        actors: ['T_BP'],
        evidence: {
          open: hardContraindicationIds.join(' '),
          count: hardContraindicationIds.length,
          notJudged: hardContraindicationIds.length,
        },
      },
    ]);
  });
});

describe('while preparing', () => {
  const drafts = (changes: Partial<DraftFacts>) => ({ drafts: { ...readySnapshot().drafts!, ...changes } });

  it('counts rounds up to the number that is needed', () => {
    expect([count('review_rounds', drafts({ rounds: 2 })), count('review_rounds', drafts({ rounds: 3 }))]).toEqual([
      0, 0,
    ]); // prettier-ignore
    expect(gaps('review_rounds', drafts({ rounds: 1 }))).toEqual([{ evidence: { rounds: 1, needed: 2 } }]);
    expect(gaps('review_rounds', { drafts: null })).toEqual([{ evidence: { rounds: 0, needed: 2 } }]);
  });

  it('wants every section approved, and one at least', () => {
    const of = (sectionsApproved: number, sections: number) =>
      gaps('sections_approved', drafts({ sectionsApproved, sections }));
    expect([of(6, 6), of(7, 6), of(1, 1)]).toEqual([[], [], []]);
    expect(of(5, 6)).toEqual([{ evidence: { approved: 5, of: 6 } }]);
    expect(of(0, 0)).toEqual([{ evidence: { approved: 0, of: 0 } }]);
    expect(gaps('sections_approved', { drafts: null })).toEqual([{ evidence: { approved: 0, of: 0 } }]);
  });

  it('sends back only where gaps are listed', () => {
    expect([count('gaps_listed', drafts({ gapIds: ['q7'] })), count('gaps_listed', drafts({ gapIds: [] }))]).toEqual([
      0, 1,
    ]); // prettier-ignore
    expect(count('gaps_listed', { drafts: null })).toBe(1);
  });

  it('names whose signature is missing and who gives it', () => {
    expect(gaps('readiness_signed', { readinessSigned: { RP: null, BP: null, JOINT: null } })).toEqual([
      { item: 'RP', side: 'RP', actors: ['T_RP'] },
      { item: 'BP', side: 'BP', actors: ['T_BP'] },
      { item: 'JOINT', side: 'JOINT', actors: ['T_C'] },
    ]);
    const { readinessSigned } = readySnapshot();
    expect(gaps('readiness_signed', { readinessSigned: { ...readinessSigned, BP: null } })).toEqual([
      { item: 'BP', side: 'BP', actors: ['T_BP'] },
    ]);
  });

  it('says how old a risk screen is', () => {
    const screened = (BP: Date | null) => gaps('risk_screens_fresh', { riskScreens: { RP: now, BP } });
    const gap = { item: 'BP', side: 'BP', actors: ['T_BP'] };
    expect(screened(null)).toEqual([gap]);
    expect(screened(new Date('2025-03-13T15:00:00Z'))).toEqual([{ ...gap, evidence: { ageDays: 8 } }]);
    expect(screened(new Date('2025-03-22T15:00:00Z'))).toEqual([{ ...gap, evidence: { ageDays: -1 } }]);
  });

  it('verifies only where that is enabled and agreed', () => {
    for (const [id, fact] of [
      ['verification_enabled', 'verificationEnabled'],
      ['verification_agreed', 'verificationAgreed'],
    ] as const) {
      const of = (value: boolean) => count(id, { session: { ...bareSession, [fact]: value } });
      expect([of(true), of(false), count(id, { session: null })]).toEqual([0, 1, 1]);
    }
  });
});

describe('a date', () => {
  const sessionAt = new Date('2025-04-05T15:00:00Z');
  const recheckAt = new Date('2025-04-04T12:00:00Z');

  it('lies ahead', () => {
    const of = (request: Partial<DisclosureRequest>) => gaps('session_date_given', {}, request);
    expect(of({ sessionAt: new Date(now.getTime() + 1) })).toEqual([]);
    expect([of({ sessionAt: now }), of({ sessionAt: new Date(now.getTime() - 1) }), of({})]).toEqual([
      [{}],
      [{}],
      [{}],
    ]);
  });

  it('lies within a readiness that is known; the gap names its last day in Chicago', () => {
    const of = (readyUntil: Date | null, request: Partial<DisclosureRequest>) =>
      gaps('date_within_readiness', { readyUntil }, request);
    const until = new Date('2025-04-03T04:00:00Z');
    expect(of(until, { sessionAt, recheckAt })).toEqual([]);
    expect(of(until, { sessionAt })).toEqual([{ evidence: { readyUntil: '2025-04-02' } }]);
    expect(of(until, { recheckAt })).toEqual([{ evidence: { readyUntil: '2025-04-02' } }]);
    expect(of(null, { sessionAt, recheckAt })).toEqual([{}]);
    expect(of(null, { recheckAt })).toEqual([{}]);
  });

  it('names each hard date that is too near', () => {
    const hardDates = ['2025-03-29', '2025-03-28', '2025-04-12', '2025-04-13'].map(asLocalDate);
    expect(gaps('calendar_clear', { hardDates }, { sessionAt })).toEqual([
      { item: '2025-03-29', evidence: { date: '2025-03-29' } },
      { item: '2025-04-12', evidence: { date: '2025-04-12' } },
    ]);
  });

  it('with an open day check names the parts and who asks about them', () => {
    const session = checkedSession(now, now, {
      dayChecks: { RP: null, BP: checkedSession(now, now).dayChecks.BP },
    });
    expect(gaps('day_checks_done', { session })).toEqual([
      { item: 'RP', side: 'RP', actors: ['T_RP'], evidence: { missing: dayCheckParts.join(' ') } },
    ]); // prettier-ignore
  });

  it('is near when a re-check was done by now, not when it still lies ahead', () => {
    const reached = (at: Date) =>
      count(
        'readiness_current',
        { session: { ...bareSession, startsAt: sessionAt }, readyUntil: now, recheckDoneAt: recheckAt },
        {},
        at,
      );
    const ms = recheckAt.getTime();
    expect([reached(recheckAt), reached(new Date(ms + 1)), reached(new Date(ms - 1))]).toEqual([0, 0, 1]);
  });
});
