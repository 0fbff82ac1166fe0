import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { contraindications, type ContraindicationId } from './contraindications.js';
import type { Actor } from './events.js';
import { judgementOf, latestAssessment } from './finding.js';
import type { Finding } from './guard.js';
import { guards, type TableGuardId } from './guards.js';
import { readinessReaches, recheckStillAhead } from './recheck.js';
import { holdIsForSafety, resumeTarget } from './resume-target.js';
import { clearAssessments, readySnapshot } from './sample-snapshot.js';
import { bareSession, type Assessment, type DisclosureSnapshot, type Hold } from './snapshot.js';
import { processStates, type DisclosureState } from './states.js';

const now = new Date('2025-03-28T15:00:00Z');
const held: Hold = {
  reason: 'other', setBy: 'tbp', side: 'BP', since: new Date('2025-03-21T15:00:00Z'), resumeTo: 'PREPARING', resumeSignedBy: [],
}; // prettier-ignore
const onHold = (
  changes: Partial<Hold>,
  facts: Partial<DisclosureSnapshot> = {},
): Partial<DisclosureSnapshot> => ({ state: 'ON_HOLD', hold: { ...held, ...changes }, ...facts });
const judged = (
  id: ContraindicationId,
  on: string,
  present: boolean,
  assessorId = 'x',
  track: 'RP' | 'BP' = 'BP',
): Assessment => ({ track, id, present, on: asLocalDate(on), assessorId });

describe('where a pause leads back to', () => {
  const to = (resumeTo: DisclosureState, facts: Partial<DisclosureSnapshot> = {}, at = now) =>
    resumeTarget(readySnapshot(onHold({ resumeTo }, facts)), at);
  const at = (startsAt: Date | null) => ({ session: { ...bareSession, startsAt } });
  const ahead = at(new Date(now.getTime() + 1));

  it('to where it was, except into a session that was under way', () => {
    const expected = (state: DisclosureState): DisclosureState =>
      state === 'IN_SESSION' || state === 'SESSION_PAUSED' ? 'PREPARING' : state;
    expect(processStates.map((state) => to(state, ahead))).toEqual(processStates.map(expected));
    expect(resumeTarget(readySnapshot({ hold: null }), now)).toBe('PREPARING');
  });

  it('for safety, or after more than 30 days, not later than preparing', () => {
    const early = ['NOT_STARTED', 'CONSIDERING', 'SCREENING'];
    const expected = processStates.map((state) => (early.includes(state) ? state : 'PREPARING'));
    const safety = (resumeTo: DisclosureState) =>
      resumeTarget(readySnapshot(onHold({ resumeTo, reason: 'safety' }, ahead)), now);
    expect(processStates.map(safety)).toEqual(expected);
    const late = new Date('2025-04-21T05:00:00Z');
    expect(processStates.map((state) => to(state, {}, late))).toEqual(expected);
    expect(to('AFTERCARE', {}, new Date('2025-04-21T04:59:59Z'))).toBe('AFTERCARE');
  });

  it('to ready where the date has come, and only from a place that has one', () => {
    const states = ['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'] as const;
    const back = ['READY', 'VERIFYING', 'READY', 'READY'];
    for (const facts of [at(now), at(new Date(now.getTime() - 1)), at(null), { session: null }])
      expect(states.map((state) => to(state, facts))).toEqual(back);
  });

  it('to preparing where readiness has ended or a slip has undone it', () => {
    const ready = (facts: Partial<DisclosureSnapshot>) => to('READY', facts);
    expect([ready({ readyUntil: now }), ready({ readyUntil: new Date(now.getTime() - 1) })]).toEqual([
      'READY',
      'PREPARING',
    ]);
    expect([ready({ readyUntil: null }), ready({ lastSlipAt: undefined }), ready({ lastSlipAt: null })]).toEqual([
      'PREPARING', 'PREPARING', 'READY',
    ]); // prettier-ignore
    const slip = (text: string) => ready({ lastSlipAt: new Date(text) });
    expect([slip('2025-03-01T05:59:59Z'), slip('2025-03-01T06:00:00Z')]).toEqual(['READY', 'PREPARING']);
    const gone = { readyUntil: null, lastSlipAt: undefined };
    expect([to('AFTERCARE', gone), to('PARTNER_THERAPIST_REVIEW', gone)]).toEqual([
      'AFTERCARE',
      'PARTNER_THERAPIST_REVIEW',
    ]);
  });

  it('is for safety by its class, or when violence or fear was found since', () => {
    const safe = (changes: Partial<Hold>, assessments: readonly Assessment[] = []) =>
      holdIsForSafety(readySnapshot(onHold(changes, { assessments })));
    expect([safe({ reason: 'safety' }), safe({}), safe({ reason: 'clinical_risk' })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(safe({}, [judged('violence_or_fear', '2025-03-21', true)])).toBe(true);
    expect(safe({}, [judged('violence_or_fear', '2025-03-21', true, 'x', 'RP')])).toBe(true);
    expect(safe({}, [judged('violence_or_fear', '2025-03-20', true)])).toBe(false);
    expect(safe({}, [judged('violence_or_fear', '2025-03-22', false)])).toBe(false);
    expect(safe({}, [judged('acute_mental_state', '2025-03-22', true)])).toBe(false);
    expect(holdIsForSafety(readySnapshot({ hold: null }))).toBe(false);
  });
});

describe('what the end of a pause asks for', () => {
  const gaps = (
    id: TableGuardId,
    changes: Partial<DisclosureSnapshot>,
    actor: Actor = { id: 'lead', roles: ['LEAD'] },
  ): readonly Finding[] =>
    guards[id]({ snapshot: readySnapshot(changes), request: { event: 'resume' }, actor, now });

  it('signatures: of the one who set it and of the lead, and a lead at all', () => {
    expect(gaps('resume_signed', onHold({}), { id: 'tc', roles: ['T_C'] })).toEqual([
      { item: 'tbp' },
      { item: 'lead' },
    ]);
    expect(gaps('resume_signed', onHold({ setBy: 'lead' }), { id: 'tc', roles: ['T_C'] })).toEqual([
      { item: 'lead' },
    ]);
    expect(gaps('resume_signed', onHold({ resumeSignedBy: ['tbp'] }))).toEqual([]);
    expect(gaps('resume_signed', onHold({}, { leadId: null }))).toEqual([{}]);
    expect(gaps('resume_signed', { hold: null })).toEqual([{}]);
  });

  it('the treating therapist, whom it names', () => {
    expect(gaps('resume_treating', onHold({ reason: 'clinical_risk' }))).toEqual([
      { side: 'BP', actors: ['T_BP'] },
    ]);
    expect(gaps('resume_treating', onHold({ reason: 'clinical_risk', side: 'JOINT' }))).toEqual([
      { side: 'JOINT', actors: ['T_RP', 'T_BP'] },
    ]);
    expect(gaps('resume_treating', { hold: null })).toEqual([{}]);
  });

  it('a new judgement of each condition that pauses, one by one', () => {
    const pausing = contraindications
      .filter(({ effects }) => effects.some(({ kind }) => kind === 'hold'))
      .map(({ id }) => id);
    expect(pausing).toEqual([
      'acute_risk_to_self',
      'acute_risk_to_other',
      'violence_or_fear',
      'acute_mental_state',
    ]);
    const clear = clearAssessments(asLocalDate('2025-03-21')).filter(({ track }) => track === 'BP');
    const asked = (assessments: readonly Assessment[]) =>
      gaps('resume_reassessed', onHold({ reason: 'clinical_risk' }, { assessments }));
    const open = [{ item: 'BP', side: 'BP', actors: ['T_BP'] }];
    expect(asked(clear)).toEqual([]);
    expect(asked([])).toEqual(open);
    for (const id of pausing) {
      const others = clear.filter((made) => made.id !== id);
      expect(asked(others)).toEqual(open);
      expect(asked([...others, judged(id, '2025-03-22', true)])).toEqual(open);
      expect(asked([...others, judged(id, '2025-03-20', false)])).toEqual(open);
      expect(asked([...others, judged(id, '2025-03-22', false)])).toEqual([]);
    }
    expect(gaps('resume_reassessed', { hold: null })).toEqual([{}]);
    expect(gaps('resume_cosigned', { hold: null })).toEqual([{}]);
  });
});

describe('the newest judgement', () => {
  const id = 'violence_or_fear';
  const newest = (...assessments: readonly Assessment[]) =>
    latestAssessment(readySnapshot({ assessments }), 'BP', id, now)?.assessorId;

  it('counts whatever the order in which they were written down', () => {
    const old = judged(id, '2025-03-10', true, 'old');
    const recent = judged(id, '2025-03-11', false, 'recent');
    expect([newest(old, recent), newest(recent, old), newest()]).toEqual(['recent', 'recent', undefined]);
  });

  it('of one day is the first that found it present, else the first', () => {
    const of = (present: boolean, who: string) => judged(id, '2025-03-10', present, who);
    expect(newest(of(false, 'a'), of(true, 'b'))).toBe('b');
    expect(newest(of(true, 'a'), of(false, 'b'))).toBe('a');
    expect(newest(of(true, 'a'), of(true, 'b'))).toBe('a');
    expect(newest(of(false, 'a'), of(false, 'b'))).toBe('a');
  });

  it('is unknown when it is too old; counsel settles legal exposure alone', () => {
    const asked = (of: ContraindicationId, made: readonly Assessment[], counsel: boolean | null, days?: number) =>
      judgementOf(
        readySnapshot({ assessments: made, counselConsulted: { RP: null, BP: counsel } }), 'BP', of, now, days,
      ); // prettier-ignore
    const on = (days: number) => [judged(id, addDays(asLocalDate('2025-03-28'), -days), true)];
    expect([asked(id, on(14), null, 14), asked(id, on(15), null, 14), asked(id, [], null)]).toEqual([
      'present', 'unknown', 'unknown',
    ]); // prettier-ignore
    const legal = [judged('legal_exposure', '2025-03-20', true)];
    expect([asked('legal_exposure', legal, true), asked('legal_exposure', legal, false)]).toEqual([
      'absent',
      'present',
    ]);
    expect([asked(id, on(1), true), asked('legal_exposure', [], true)]).toEqual(['present', 'unknown']);
  });
});

describe('a re-check', () => {
  const sessionAt = new Date('2025-04-10T15:00:00Z');
  const last = new Date('2025-04-09T15:00:00Z');

  it('carries readiness until 24 hours before the session, where both are booked', () => {
    const dated = { session: { ...bareSession, startsAt: sessionAt } };
    const alive = (facts: Partial<DisclosureSnapshot>, at = last) =>
      recheckStillAhead(readySnapshot({ ...dated, recheckAt: last, ...facts }), at);
    expect([alive({}), alive({}, new Date(last.getTime() + 1))]).toEqual([true, false]);
    expect([alive({ session: null }), alive({ session: bareSession }), alive({ recheckAt: null })]).toEqual([
      false, false, false,
    ]); // prettier-ignore
    expect(alive({ recheckAt: new Date(last.getTime() + 1) })).toBe(false);
  });

  it('counts once it was done, and not before', () => {
    const reaches = (recheckDoneAt: Date | null, at: Date) =>
      readinessReaches(readySnapshot({ recheckDoneAt }), sessionAt, at);
    expect([reaches(last, last), reaches(last, new Date(last.getTime() - 1)), reaches(null, last)]).toEqual([
      true, false, false,
    ]); // prettier-ignore
  });
});
