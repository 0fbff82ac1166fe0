import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { effectsOfAssessments } from './assessment-effects.js';
import { clockEvents } from './clock-events.js';
import type { ContraindicationId } from './contraindications.js';
import { dueDates } from './due-dates.js';
import { checkedSession, clearAssessments, readySnapshot } from './sample-snapshot.js';
import { bareSnapshot, type DisclosureSnapshot } from './snapshot.js';
import type { DisclosureState } from './states.js';

const start = new Date('2025-03-28T15:00:00Z');
const fresh = new Date('2025-03-27T15:00:00Z');
const named = (snapshot: DisclosureSnapshot, at: string): string[] =>
  clockEvents(snapshot, new Date(at)).map((due) => (due.kind === 'step' ? due.event : due.nudge));

describe('the clock', () => {
  it('reaches the day before at 24 elapsed hours', () => {
    const scheduled = readySnapshot({ state: 'SCHEDULED', session: checkedSession(start, fresh) });
    expect(named(scheduled, '2025-03-27T14:59:59Z')).toEqual([]);
    expect(named(scheduled, '2025-03-27T15:00:00Z')).toEqual(['day_before_reached']);
  });

  it('ends readiness after its last instant, and at once where the end is not known', () => {
    expect(named(readySnapshot(), '2025-04-03T15:00:00Z')).toEqual([]);
    expect(named(readySnapshot(), '2025-04-03T15:00:01Z')).toEqual(['readiness_expired']);
    expect(named(readySnapshot({ readyUntil: null }), '2025-03-21T15:00:00Z')).toEqual(['readiness_expired']);
    expect(named(readySnapshot({ state: 'AFTERCARE', readyUntil: null }), '2025-03-21T15:00:00Z')).toEqual(
      [],
    );
  });

  it('is carried by a booked re-check up to its last moment, then only by one that was done', () => {
    const april5 = new Date('2025-04-05T15:00:00Z');
    const later = readySnapshot({
      state: 'SCHEDULED',
      session: checkedSession(april5, fresh),
      recheckAt: new Date('2025-04-03T18:00:00Z'),
    });
    expect(named(later, '2025-04-04T14:00:00Z')).toEqual([]);
    expect(named(later, '2025-04-04T15:00:00Z')).toEqual(['day_before_reached']);
    expect(named(later, '2025-04-04T15:00:01Z')).toEqual(['readiness_expired']);
    const done = { ...later, recheckDoneAt: new Date('2025-04-03T18:00:00Z') };
    expect(named(done, '2025-04-04T15:00:01Z')).toEqual(['day_before_reached']);
    const day = { ...done, state: 'DAY_OF_CHECK' as const };
    expect(named(day, '2025-04-06T04:59:00Z')).toEqual([]);
    expect(named(day, '2025-04-06T05:00:00Z')).toEqual(['readiness_expired']);
    expect(named({ ...later, recheckAt: null }, '2025-04-04T12:00:00Z')).toEqual(['readiness_expired']);
  });

  it('passes the acute time at 72 hours when both contacts with both were made, else reminds', () => {
    const ended = new Date('2025-03-28T17:50:00Z');
    const acute = (RP: readonly ('h24' | 'h72')[]) =>
      readySnapshot({
        state: 'AFTERCARE_ACUTE',
        session: checkedSession(start, start, { endedAt: ended, contactsDone: { RP, BP: ['h24', 'h72'] } }),
      });
    expect(named(acute(['h24', 'h72']), '2025-03-31T17:49:59Z')).toEqual([]);
    expect(named(acute(['h24', 'h72']), '2025-03-31T17:50:00Z')).toEqual(['acute_passed']);
    expect(named(acute(['h24']), '2025-03-31T17:49:59Z')).toEqual([]);
    expect(clockEvents(acute(['h24']), new Date('2025-03-31T17:50:00Z'))).toEqual([
      { kind: 'nudge', nudge: 'acute_contacts_overdue', to: ['T_RP', 'T_BP', 'LEAD'] },
    ]);
  });

  it('reminds of a stalled process on the 21st local day, never at the ends', () => {
    const last = new Date('2025-02-20T05:30:00Z'); // 19 February 23:30 in Chicago
    const quiet = (state: DisclosureState) => readySnapshot({ state, lastEventAt: last });
    expect(named(quiet('PREPARING'), '2025-03-12T04:59:00Z')).toEqual([]);
    expect(clockEvents(quiet('PREPARING'), new Date('2025-03-12T05:00:00Z'))).toEqual([
      { kind: 'nudge', nudge: 'process_stalled', to: ['LEAD'] },
    ]);
    for (const state of ['COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED', 'NOT_STARTED'] as const)
      expect(named(quiet(state), '2025-06-01T12:00:00Z')).toEqual([]);
    expect(named(bareSnapshot('CONSIDERING'), '2025-06-01T12:00:00Z')).toEqual(['process_stalled']);
  });

  it('reminds of a draft after the seventh day', () => {
    const base = readySnapshot({ state: 'PREPARING', lastEventAt: new Date('2025-03-10T12:00:00Z') });
    const waiting = {
      ...base,
      drafts: { ...base.drafts!, awaitingReviewSince: new Date('2025-03-10T12:00:00Z') },
    };
    expect(named(waiting, '2025-03-18T04:59:00Z')).toEqual([]);
    expect(named(waiting, '2025-03-18T05:00:00Z')).toEqual(['draft_review_overdue']);
    expect(named({ ...waiting, state: 'AFTERCARE' }, '2025-03-18T05:00:00Z')).toEqual([]);
  });

  it('dates everything that follows from the facts', () => {
    const dated = readySnapshot({ session: checkedSession(start, fresh) });
    expect(dueDates(dated)).toEqual({
      questions: '2025-02-28',
      partnerTherapistReview: '2025-03-18',
      draftAnswer: null,
      recheckFrom: new Date('2025-03-25T15:00:00Z'),
      recheckUntil: new Date('2025-03-27T15:00:00Z'),
      earliestSession: '2025-03-19',
      sessionBlockEndsAt: new Date('2025-03-28T18:00:00Z'),
      noWorkUntil: new Date('2025-03-30T18:00:00Z'),
      impactEarliest: null,
      restitutionEarliest: null,
      stalledOn: '2025-04-10',
    });
    const ended = { ...dated, session: { ...dated.session!, endedAt: new Date('2025-03-28T17:50:00Z') } };
    expect(dueDates(ended)).toMatchObject({
      noWorkUntil: new Date('2025-03-30T17:50:00Z'),
      impactEarliest: '2025-04-11',
      restitutionEarliest: null,
    });
    expect(Object.values(dueDates(bareSnapshot('NOT_STARTED')))).toEqual(
      Array.from({ length: 11 }, () => null),
    );
  });
});

describe('what a finding asks for', () => {
  const on = asLocalDate('2025-03-21');
  const now = new Date('2025-03-21T15:00:00Z');
  const effects = (state: DisclosureState, id: ContraindicationId, day = on, track: 'RP' | 'BP' = 'BP') =>
    effectsOfAssessments(
      readySnapshot({
        state,
        assessments: [
          ...clearAssessments(asLocalDate('2025-03-01')),
          { track, id, present: true, on: day, assessorId: 'x' },
        ],
      }),
      now,
    );
  const asked = (state: DisclosureState, id: ContraindicationId, day = on) =>
    effects(state, id, day).asks.map(({ event, by, reasonClass }) => [event, ...by, reasonClass]);

  it('is nothing where nothing was found', () => {
    expect(effectsOfAssessments(readySnapshot(), now)).toEqual({ asks: [], needs: [] });
  });

  it.each([
    ['acute_risk_to_self', 'clinical_risk'],
    ['acute_risk_to_other', 'clinical_risk'],
    ['acute_mental_state', 'clinical_risk'],
    ['violence_or_fear', 'safety'],
  ] as const)('%s asks the system for a pause for %s', (id, reason) => {
    expect(effects('NOT_STARTED', id)).toEqual({
      asks: [
        {
          event: 'hold',
          by: ['SYSTEM'],
          contraindication: id,
          side: 'BP',
          reasonClass: reason,
          clockFrom: null,
        },
      ],
      needs: [],
    });
    expect([asked('ON_HOLD', id), asked('COMPLETED', id)]).toEqual([[], []]);
  });

  it('intoxication postpones that day only', () => {
    expect(asked('DAY_OF_CHECK', 'substance_crisis')).toEqual([['no_go_postpone', 'T_BP', 'clinical_risk']]);
    expect(asked('SCHEDULED', 'substance_crisis')).toEqual([]);
    expect(asked('DAY_OF_CHECK', 'substance_crisis', asLocalDate('2025-03-20'))).toEqual([]);
  });

  it('concealment leads back where a readiness stands, and restarts the clock', () => {
    expect(effects('SCHEDULED', 'slip_or_concealment').asks).toMatchObject([
      { event: 'slip_logged', by: ['SYSTEM'], clockFrom: '2025-03-21' },
    ]);
    expect(asked('PREPARING', 'slip_or_concealment')).toEqual([]);
  });

  it('pressure declines, and stops where declining is past', () => {
    for (const state of ['CONSIDERING', 'SCREENING', 'PREPARING'] as const)
      expect(asked(state, 'not_wanted_or_coerced')).toEqual([['decline', 'T_BP', null]]);
    expect(asked('READY', 'not_wanted_or_coerced')).toEqual([['stop', 'LEAD', null]]);
    expect([
      asked('NOT_STARTED', 'not_wanted_or_coerced'),
      asked('STOPPED', 'not_wanted_or_coerced'),
    ]).toEqual([[], []]);
  });

  it.each([
    ['legal_exposure', ['block_sensitive_writing', 'record_keeping_warning', 'reporting_notice']],
    ['separation_decided', ['documented_purpose']],
    ['life_event', ['timing_note']],
    ['no_separate_support', ['block_ready']],
  ] as const)('%s asks for no step but needs %j', (id, kinds) => {
    const { asks, needs } = effects('PREPARING', id);
    expect(asks).toEqual([]);
    expect(needs).toEqual(
      kinds.map((kind) => ({ kind, contraindication: id, side: 'BP', actors: ['T_BP'] })),
    );
  });
});
