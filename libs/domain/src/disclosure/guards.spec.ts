import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { contraindicationIds, type ContraindicationId } from './contraindications.js';
import { dayCheckParts } from './day-check.js';
import type { Actor } from './events.js';
import { sensitiveWritingBlocked } from './finding.js';
import { groundingEvidence } from './grounding.js';
import { guards, type TableGuardId } from './guards.js';
import { factOf, itemIsMet } from './readiness-facts.js';
import { itemsWithoutException, type ReadinessMark } from './readiness-item.js';
import { checkedSession, clearAssessments, goodDayCheck, readySnapshot } from './sample-snapshot.js';
import { bareSession, type Assessment, type DisclosureSnapshot, type Hold } from './snapshot.js';
import { soloNoticeShown } from './solo-practice.js';

const start = new Date('2025-03-28T15:00:00Z');
const morning = new Date('2025-03-28T13:00:00Z');
const lead: Actor = { id: 'lead', roles: ['LEAD', 'T_RP'] };

function gaps(
  id: TableGuardId,
  changes: Partial<DisclosureSnapshot>,
  now = morning,
  actor = lead,
  coSigner?: string,
) {
  const request = coSigner === undefined ? { event: 'go' as const } : { event: 'go' as const, coSigner };
  return guards[id]({ snapshot: readySnapshot(changes), request, actor, now }).map(({ item, evidence }) =>
    `${item ?? 'gap'} ${evidence ? Object.values(evidence).join(' ') : ''}`.trim(),
  );
}

const found = (track: 'RP' | 'BP', id: ContraindicationId, on: string): readonly Assessment[] => [
  ...clearAssessments(asLocalDate('2025-03-01')),
  { track, id, present: true, on: asLocalDate(on), assessorId: 'x' },
];

describe('on the day', () => {
  const session = (at: Date) => ({ session: checkedSession(start, at) });

  it('counts checks of the session day in Chicago only, none that lies ahead', () => {
    const all = dayCheckParts.join(' ');
    expect(gaps('day_checks_done', session(morning))).toEqual([]);
    expect(gaps('day_checks_done', session(new Date('2025-03-28T05:00:00Z')))).toEqual([]);
    expect(gaps('day_checks_done', session(new Date('2025-03-28T04:59:59Z')))).toEqual([
      `RP ${all}`,
      `BP ${all}`,
    ]);
    expect(gaps('day_checks_done', session(new Date('2025-03-28T13:00:01Z')))).toEqual([
      `RP ${all}`,
      `BP ${all}`,
    ]);
  });

  it.each(dayCheckParts)('asks for %s of each person', (part) => {
    for (const answer of [false, null]) {
      const checks = { RP: goodDayCheck(morning), BP: { ...goodDayCheck(morning), [part]: answer } };
      expect(
        gaps('day_checks_done', { session: checkedSession(start, morning, { dayChecks: checks }) }),
      ).toEqual([`BP ${part}`]);
    }
  });

  it('begins on its own local day', () => {
    const at = (text: string) => gaps('session_day', session(morning), new Date(text)).length;
    expect([at('2025-03-28T04:59:00Z'), at('2025-03-28T05:00:00Z')]).toEqual([1, 0]);
    expect([at('2025-03-29T04:59:00Z'), at('2025-03-29T05:00:00Z')]).toEqual([0, 1]);
  });

  it('wants emergency contacts checked that day unless both are in one place', () => {
    const of = (telehealth: boolean | null, emergencyCheckedAt: Date | null) =>
      gaps('emergency_checked', { session: { ...bareSession, telehealth, emergencyCheckedAt } }).length;
    expect([of(false, null), of(null, null), of(true, null)]).toEqual([0, 1, 1]);
    expect([of(true, morning), of(true, new Date('2025-03-28T04:59:00Z')), of(true, start)]).toEqual([
      0, 1, 1,
    ]);
  });

  it('holds a readiness that ended to a re-check done 24 to 72 hours before', () => {
    const until = new Date('2025-03-28T14:59:59Z');
    const done = (recheckDoneAt: Date | null, readyUntil: Date | null = until) =>
      gaps('readiness_current', { ...session(morning), readyUntil, recheckDoneAt }).length;
    expect([done(null), done(null, start), done(null, null)]).toEqual([1, 0, 1]);
    expect([done(new Date('2025-03-27T15:00:00Z')), done(new Date('2025-03-27T15:00:01Z'))]).toEqual([0, 1]);
    expect([done(new Date('2025-03-25T15:00:00Z')), done(new Date('2025-03-25T14:59:59Z'))]).toEqual([0, 1]);
    expect(done(new Date('2025-03-27T15:00:00Z'), null)).toBe(1);
    expect(gaps('readiness_current', { session: null })).toEqual(['gap']);
  });
});

describe('signatures of readiness', () => {
  const signed = { by: 'trp', at: morning };
  it('are two hands, or one that is on record as a single clinician', () => {
    const both = { RP: signed, BP: signed, JOINT: { by: 'tc', at: morning } };
    expect(gaps('readiness_signed', { readinessSigned: both })).toEqual(['BP']);
    expect(gaps('readiness_signed', { readinessSigned: both, singleClinician: null })).toEqual(['BP']);
    expect(gaps('readiness_signed', { readinessSigned: both, singleClinician: true })).toEqual([]);
    const ahead = { RP: { by: 'trp', at: start }, BP: { by: 'tbp', at: morning }, JOINT: null };
    expect(gaps('readiness_signed', { readinessSigned: ahead })).toEqual(['RP', 'JOINT']);
    expect(gaps('readiness_signed', { readinessSigned: ahead, coupleTherapistAssigned: false })).toEqual([
      'RP',
    ]);
  });

  it('of a single clinician need a consultation note that is not dated ahead', () => {
    const solo = (singleClinician: boolean | null, note: string | null) =>
      gaps('solo_consultation', {
        singleClinician,
        consultationNoteOn: note === null ? null : asLocalDate(note),
      }).length;
    expect([solo(false, null), solo(null, '2025-03-01'), solo(true, null)]).toEqual([0, 1, 1]);
    expect([solo(true, '2025-03-28'), solo(true, '2025-03-29')]).toEqual([0, 1]);
    expect(soloNoticeShown(readySnapshot())).toBe(false);
    expect(soloNoticeShown(readySnapshot({ singleClinician: true }))).toBe(true);
    const same = { RP: signed, BP: signed, JOINT: null };
    expect(soloNoticeShown(readySnapshot({ readinessSigned: same }))).toBe(true);
    expect(soloNoticeShown(readySnapshot({ readinessSigned: { RP: null, BP: null, JOINT: null } }))).toBe(
      false,
    );
  });
});

describe('contraindications', () => {
  it('that are soft are settled by a purpose, a note or support', () => {
    const soft = (changes: Partial<DisclosureSnapshot>) => gaps('soft_conditions', changes);
    const separation = found('RP', 'separation_decided', '2025-03-10');
    expect(soft({ assessments: separation })).toEqual(['RP separation_decided 1']);
    expect(soft({ assessments: separation, separationPurpose: 'health' })).toEqual([]);
    const event = found('BP', 'life_event', '2025-03-10');
    const noted = (on: string) =>
      soft({ assessments: event, timingNotes: { RP: null, BP: asLocalDate(on) } });
    expect([soft({ assessments: event }), noted('2025-03-09'), noted('2025-03-10')]).toEqual([
      ['BP life_event 1'],
      ['BP life_event 1'],
      [],
    ]);
    const alone = found('BP', 'no_separate_support', '2025-03-10');
    expect(soft({ assessments: alone, separationPurpose: 'legal' })).toEqual(['BP no_separate_support 1']);
    const noteHelpsNot = { timingNotes: { RP: null, BP: asLocalDate('2025-03-11') } };
    expect(soft({ assessments: alone, ...noteHelpsNot })).toEqual(['BP no_separate_support 1']);
    expect(soft({ assessments: found('RP', 'no_separate_support', '2025-03-10') })).toEqual([]);
    expect(soft({ assessments: [] })).toEqual([
      'RP separation_decided life_event 2',
      'BP separation_decided life_event no_separate_support 3',
    ]);
  });

  it('of law are hard until counsel was taken', () => {
    const legal = found('RP', 'legal_exposure', '2025-03-10');
    const advised = (RP: boolean | null) => ({ assessments: legal, counselConsulted: { RP, BP: null } });
    expect(gaps('no_hard_risk', advised(null))).toEqual(['RP legal_exposure 1 0']);
    expect(gaps('no_hard_risk', advised(false))).toEqual(['RP legal_exposure 1 0']);
    expect(gaps('no_hard_risk', advised(true))).toEqual([]);
    const blocked = (changes: Partial<DisclosureSnapshot>) =>
      sensitiveWritingBlocked(readySnapshot(changes), 'RP', morning);
    expect([blocked(advised(null)), blocked(advised(true)), blocked({}), blocked({ assessments: [] })]).toEqual([
      true, false, false, true,
    ]); // prettier-ignore
  });

  it('take the newest judgement, present before absent on one day, and none from a day to come', () => {
    const again = (on: string, at = morning) =>
      gaps(
        'no_hard_risk',
        {
          assessments: [
            ...found('BP', 'violence_or_fear', '2025-03-10'),
            ...clearAssessments(asLocalDate(on)),
          ],
        },
        at,
      ).length;
    expect([again('2025-03-10'), again('2025-03-11'), again('2025-03-28'), again('2025-03-29')]).toEqual([
      1, 0, 0, 1,
    ]);
    expect(contraindicationIds).toHaveLength(11);
  });
});

describe('facts of readiness', () => {
  const on = (text: string) => new Date(`${text}T15:00:00Z`);
  const mark = (status: ReadinessMark['status']): ReadinessMark => ({
    status,
    markedBy: 'a',
    coSigner: 'b',
    reasonRecorded: true,
  });

  it('R2 is eight weeks of treatment', () => {
    const snapshot = readySnapshot({ readiness: {} });
    expect(itemIsMet('R2', snapshot, on('2025-01-26'))).toBe(false);
    expect(itemIsMet('R2', snapshot, on('2025-01-27'))).toBe(true);
    const marked = readySnapshot({ readiness: { R2: mark('met') } });
    expect(itemIsMet('R2', marked, on('2025-01-26'))).toBe(false);
    const overridden = readySnapshot({ readiness: { R2: mark('clinician_override') } });
    expect(itemIsMet('R2', overridden, on('2025-01-26'))).toBe(true);
    expect(itemIsMet('R2', readySnapshot({ readiness: { R2: mark('not_met') } }), on('2025-03-20'))).toBe(
      false,
    );
    expect(itemIsMet('R2', readySnapshot({ treatmentSince: null }), on('2025-01-01'))).toBe(true);
    expect(itemIsMet('R2', readySnapshot({ treatmentSince: null, readiness: {} }), on('2025-03-01'))).toBe(
      false,
    );
  });

  it('R3 is 28 days without a slip, or one that was told', () => {
    const fact = (slipTold: boolean | null, day: string) =>
      factOf('R3', readySnapshot({ slipTold }), on(day));
    expect([fact(false, '2025-03-18'), fact(false, '2025-03-19'), fact(null, '2025-03-18')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(fact(true, '2025-02-20')).toBe(true);
    expect(factOf('R3', readySnapshot({ lastSlipAt: undefined }), on('2025-03-20'))).toBeNull();
    expect(factOf('R3', readySnapshot({ lastSlipAt: null }), on('2025-03-20'))).toBe(true);
  });

  it.each(itemsWithoutException)('%s knows no exception', (id) => {
    for (const status of ['clinician_override', 'not_applicable'] as const)
      expect(
        itemIsMet(id, readySnapshot({ readiness: { [id]: mark(status) }, lastSlipAt: undefined }), morning),
      ).toBe(false);
  });

  it('a withdrawn consent undoes R1 and B1', () => {
    const base = readySnapshot();
    const off = { ...base, consents: { RP: { ...base.consents.RP!, given: false }, BP: null } };
    expect([itemIsMet('R1', off, morning), itemIsMet('R1', base, morning)]).toEqual([false, true]);
    expect([factOf('B1', off, morning), factOf('B1', base, morning), factOf('R8', base, morning)]).toEqual([
      null,
      true,
      null,
    ]);
  });

  it('B5 is six entries of two skills in fourteen days with recovery noted', () => {
    const today = asLocalDate('2025-03-20');
    const log = (count: number, skills = 2, first = -13) =>
      Array.from({ length: count }, (_, i) => ({
        on: addDays(today, first + i), skill: `skill ${i % skills}`, recoveryNoted: true,
      })); // prettier-ignore
    expect(groundingEvidence(log(6), today)).toEqual({ entries: 6, skills: 2, enough: true });
    expect(groundingEvidence(log(5), today)).toEqual({ entries: 5, skills: 2, enough: false });
    expect(groundingEvidence(log(6, 1), today)).toEqual({ entries: 6, skills: 1, enough: false });
    expect(groundingEvidence(log(6, 2, -14), today).entries).toBe(5);
    expect(groundingEvidence(log(6, 2, -5), today).entries).toBe(6);
    expect(groundingEvidence(log(6, 2, -4), today).entries).toBe(5);
    expect(
      groundingEvidence(
        log(6).map((e) => ({ ...e, recoveryNoted: false })),
        today,
      ).entries,
    ).toBe(0);
    const at = on('2025-03-20');
    expect(itemIsMet('B5', readySnapshot({ grounding: log(5) }), at)).toBe(false);
    expect(itemIsMet('B5', readySnapshot({ grounding: log(6) }), at)).toBe(true);
    expect(itemIsMet('B5', readySnapshot({ grounding: log(6), readiness: {} }), at)).toBe(false);
  });
});

describe('the end of a pause', () => {
  const hold = (changes: Partial<Hold>): Partial<DisclosureSnapshot> => ({
    state: 'ON_HOLD',
    hold: {
      reason: 'clinical_risk', setBy: 'tbp', side: 'BP', since: new Date('2025-03-21T15:00:00Z'),
      resumeTo: 'PREPARING', resumeSignedBy: [], ...changes,
    }, // prettier-ignore
  });
  const tBp: Actor = { id: 'tbp', roles: ['T_BP'] };

  it('is asked for by the treating therapist after clinical risk, or where no clinician set it', () => {
    const asks = (changes: Partial<Hold>, actor: Actor) =>
      gaps('resume_treating', hold(changes), morning, actor).length;
    expect([asks({}, lead), asks({}, tBp)]).toEqual([1, 0]);
    expect([asks({ reason: 'other' }, lead), asks({ reason: 'other', setBy: 'system' }, lead)]).toEqual([
      0, 1,
    ]);
    expect([asks({ reason: 'other', setBy: 'client' }, lead), asks({ side: 'JOINT' }, lead)]).toEqual([1, 0]);
    expect(gaps('resume_signed', hold({ setBy: 'client' }))).toEqual([]);
    expect(gaps('resume_signed', hold({ setBy: 'system' }), morning, tBp)).toEqual(['lead']);
    expect(gaps('resume_signed', hold({}))).toEqual(['tbp']);
  });

  it('after risk needs a judgement of the day of the pause or later, on its side', () => {
    const judged = (on: string, changes: Partial<Hold> = {}) =>
      gaps('resume_reassessed', { ...hold(changes), assessments: clearAssessments(asLocalDate(on)) });
    expect([judged('2025-03-20'), judged('2025-03-21')]).toEqual([['BP'], []]);
    expect(judged('2025-03-20', { side: 'JOINT', reason: 'safety' })).toEqual(['RP', 'BP']);
    expect(judged('2025-03-20', { reason: 'life_event' })).toEqual([]);
    const present = found('BP', 'acute_risk_to_self', '2025-03-22');
    expect(gaps('resume_reassessed', { ...hold({}), assessments: present })).toEqual(['BP']);
  });

  it('after risk asks for what such a pause can rest on and for nothing else', () => {
    const all = clearAssessments(asLocalDate('2025-03-21'));
    const behind = ['acute_risk_to_self', 'acute_risk_to_other', 'violence_or_fear', 'acute_mental_state'];
    const judged = (ids: readonly string[]) =>
      gaps('resume_reassessed', { ...hold({}), assessments: all.filter(({ id }) => ids.includes(id)) });
    expect(judged(behind)).toEqual([]);
    for (const missing of behind) expect(judged(behind.filter((id) => id !== missing))).toEqual(['BP']);
  });

  it('needs a second clinician for safety, also where fear was found meanwhile', () => {
    const second = (changes: Partial<DisclosureSnapshot>, coSigner?: string) =>
      gaps('resume_cosigned', changes, morning, lead, coSigner).length;
    const safety = hold({ reason: 'safety' });
    expect([second(safety), second(safety, 'lead'), second(safety, ''), second(safety, 'x')]).toEqual([
      1, 1, 1, 0,
    ]);
    const other = hold({ reason: 'other' });
    const fear = (on: string) => second({ ...other, assessments: found('RP', 'violence_or_fear', on) });
    expect([second(other), fear('2025-03-20'), fear('2025-03-21')]).toEqual([0, 0, 1]);
  });
});
