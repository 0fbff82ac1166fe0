import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../shared/local-date.js';
import { aroundValues } from './around-settings.js';
import { calendarCheck, logisticsChecklist, logisticsGaps, type LogisticsMark } from './logistics.js';
import {
  planPolygraph,
  polygraphNotice,
  polygraphStatuses,
  polygraphUse,
  type PolygraphAgreement,
} from './polygraph.js';
import {
  overdueSlipGaps,
  partnerTellingHours,
  partnerTellings,
  slipDeadlines,
  slipGaps,
  slipTellingHours,
  slipToldInTime,
  slipWriting,
  type SlipAgreement,
  type SlipRecord,
} from './slip-protocol.js';
import { fillSlipScript, slipScriptDelivery, stopWritingNotice } from './slip-script.js';
import { logisticsSubset, supportPlanForms, supportPlanLines } from './support-plan.js';

const terms = aroundValues();
const zone = 'America/Chicago';
const at = new Date('2025-02-20T04:40:00Z'); // 19 February 22:40 local
const told = new Date('2025-02-21T00:00:00Z');
const agreed: SlipAgreement = { therapistHours: 12, tellPartner: true, partnerHours: 24 };
const slip = (over: Partial<SlipRecord> = {}): SlipRecord => ({
  at,
  toldTherapistAt: told,
  partner: 'told',
  partnerAt: told,
  ...over,
});

describe('a slip', () => {
  it('has deadlines in elapsed hours', () => {
    expect(slipDeadlines(at, null, terms)).toEqual({
      therapistBy: new Date('2025-02-21T04:40:00Z'),
      partnerBy: new Date('2025-02-23T04:40:00Z'),
    });
    expect(slipDeadlines(at, agreed, terms)).toEqual({
      therapistBy: new Date('2025-02-20T16:40:00Z'),
      partnerBy: new Date('2025-02-21T04:40:00Z'),
    });
    const silent = { therapistHours: null, tellPartner: false, partnerHours: 24 };
    expect(slipDeadlines(at, silent, terms)).toEqual({
      therapistBy: new Date('2025-02-21T04:40:00Z'),
      partnerBy: null,
    });
    expect(slipDeadlines(at, { ...agreed, partnerHours: null }, terms).partnerBy).toEqual(
      new Date('2025-02-23T04:40:00Z'),
    );
  });

  it('is done when the therapist and the partner know, or the agreement leaves it untold', () => {
    const silent = { ...agreed, tellPartner: false };
    expect(slipGaps(slip(), agreed)).toEqual([]);
    expect(slipGaps(slip({ toldTherapistAt: null, partnerAt: null }), agreed)).toEqual([
      'therapist_not_told',
      'partner_not_told',
    ]);
    const done = (agreement: SlipAgreement | null): string[] =>
      partnerTellings.filter((partner) => slipGaps(slip({ partner }), agreement).length === 0);
    expect(done(agreed)).toEqual(['told']);
    expect(done(null)).toEqual(['told']);
    expect(done(silent)).toEqual(['told', 'agreement_says_not_this_level']);
  });

  it('is overdue after the deadline, not at it', () => {
    const open = slip({ toldTherapistAt: null, partner: 'not_yet', partnerAt: null });
    const overdue = (now: string, agreement: SlipAgreement | null = null): unknown =>
      overdueSlipGaps(open, agreement, new Date(now), terms);
    expect(overdue('2025-02-21T04:40:00Z')).toEqual([]);
    expect(overdue('2025-02-21T04:40:01Z')).toEqual(['therapist_not_told']);
    expect(overdue('2025-02-23T04:40:00Z')).toEqual(['therapist_not_told']);
    expect(overdue('2025-02-23T04:40:01Z')).toEqual(['therapist_not_told', 'partner_not_told']);
    expect(overdue('2025-02-20T05:00:00Z', { ...agreed, tellPartner: false })).toEqual(['partner_not_told']);
  });

  it('was told in time until the last moment of the agreed window, and of the standard one without an agreement', () => {
    const hours = (n: number): Date => new Date(at.getTime() + n * 3_600_000);
    const inTime = (
      partnerAt: Date,
      agreement: SlipAgreement | null,
      over: Partial<SlipRecord> = {},
    ): boolean => slipToldInTime(slip({ partnerAt, ...over }), agreement, terms);
    expect([inTime(hours(24), agreed), inTime(new Date(hours(24).getTime() + 1), agreed)]).toEqual([
      true,
      false,
    ]);
    expect([inTime(hours(72), null), inTime(hours(73), null)]).toEqual([true, false]);
    expect(inTime(hours(1), agreed, { toldTherapistAt: null })).toBe(false);
    expect(inTime(hours(1), agreed, { partner: 'partner_found_out' })).toBe(false);
    const silent = { ...agreed, tellPartner: false };
    expect(inTime(hours(400), silent)).toBe(true);
    expect(
      slipToldInTime(slip({ partner: 'agreement_says_not_this_level', partnerAt: null }), silent, terms),
    ).toBe(true);
  });

  it('is told within the agreed hours, the standard ones, or not at all', () => {
    expect([
      partnerTellingHours(agreed, 72),
      partnerTellingHours({ ...agreed, partnerHours: null }, 72),
      partnerTellingHours(null, 24),
      partnerTellingHours({ ...agreed, tellPartner: false }, 24),
    ]).toEqual([24, 72, 24, null]);
  });

  it('was told after 19 hours and 20 minutes', () => {
    expect(slipTellingHours(slip())).toBeCloseTo(19 + 1 / 3, 9);
    expect(slipTellingHours(slip({ partner: 'partner_found_out' }))).toBeNull();
    expect(slipTellingHours(slip({ partnerAt: null }))).toBeNull();
  });

  it('is written down only after a clear no to the first question', () => {
    expect(slipWriting(false)).toEqual({ ok: true, value: 'may_write' });
    expect(slipWriting(true)).toEqual({ ok: false, refusal: 'stop_and_call_therapist' });
    expect(slipWriting(null)).toEqual({ ok: false, refusal: 'answer_first' });
    expect(stopWritingNotice.en).toBe(
      'If this could involve someone under 18 or a crime, stop writing and call your therapist.',
    );
  });

  it('has words that the system never sends', () => {
    expect(fillSlipScript({ when: 'Wednesday', category: 'images', nextSteps: ' a call ' }, 'en')).toBe(
      'I crossed our boundary on Wednesday. It was images. I am telling you because we agreed to. You do not have to respond now. My next steps are a call.',
    );
    expect(fillSlipScript({ when: '', category: ' ', nextSteps: '$&' }, 'es')).toBe(
      'Crucé nuestro límite el __. Fue __. Se lo digo porque así lo acordamos. No tiene que responder ahora. Mis próximos pasos son $&.',
    );
    expect(slipScriptDelivery).toEqual({ sentBySystem: false, visibleToPartner: false });
  });
});

describe('a polygraph', () => {
  const plan = { whoTells: true, when: true, therapistPresent: true };
  const agreement: PolygraphAgreement = {
    featureOn: true,
    writtenBy: { RP: true, BP: true },
    communicationPlan: plan,
  };
  const now = new Date('2025-03-21T15:00:00Z');
  const refusal = (over: Partial<PolygraphAgreement>): unknown => {
    const result = planPolygraph({ ...agreement, ...over }, [], now, zone, terms);
    return result.ok ? [] : result.refusal;
  };

  it('is off, no predictor and no gate', () => {
    expect(polygraphUse).toEqual({ onByDefault: false, predictorInput: false, gate: false });
    expect(polygraphStatuses).toEqual(['declined', 'planned', 'done', 'inconclusive', 'not_shared']);
    expect(polygraphNotice.en).toBe('The result is not proof of truth or of deception.');
  });

  it('needs both in writing and a plan', () => {
    expect(planPolygraph(agreement, [], now, zone, terms)).toEqual({
      ok: true,
      value: { status: 'planned', at: now, agreedBy: ['RP', 'BP'] },
    });
    expect(refusal({ featureOn: false, writtenBy: { RP: false, BP: false }, communicationPlan: null })).toEqual([
      'feature_off', 'RP_not_agreed', 'BP_not_agreed', 'no_plan',
    ]); // prettier-ignore
    for (const part of ['whoTells', 'when', 'therapistPresent']) {
      expect(refusal({ communicationPlan: { ...plan, [part]: false } })).toEqual(['no_plan']);
    }
  });

  it('is not repeated within 30 calendar days of an inconclusive one', () => {
    const earlier = (text: string, status: 'inconclusive' | 'done' = 'inconclusive'): unknown => {
      const result = planPolygraph(
        agreement,
        [{ status, at: new Date(text), agreedBy: [] }],
        now,
        zone,
        terms,
      );
      return result.ok ? 'planned' : result.refusal;
    };
    expect(earlier('2025-02-20T05:59:00Z')).toBe('planned');
    expect(earlier('2025-02-20T06:00:00Z')).toEqual(['too_soon']);
    expect(earlier('2025-03-20T06:00:00Z', 'done')).toBe('planned');
  });
});

describe('logistics', () => {
  const byOf = (id: string): unknown => logisticsChecklist.find((item) => item.id === id)?.confirmedBy;

  it('say who confirms what', () => {
    expect(logisticsChecklist.map(({ id, confirmedBy }) => `${id} ${confirmedBy}`)).toEqual([
      'date LEAD', 'rooms ADMIN', 'transport each', 'children each', 'no_work each', 'phones LEAD', 'food ADMIN',
      'copies T_RP', 'seating LEAD', 'arrival LEAD', 'leaving LEAD', 'sleeping each', 'pets each', 'emergency_numbers ADMIN',
      'plan_rp T_RP', 'plan_bp T_BP', 'pact LEAD',
    ]); // prettier-ignore
    expect(byOf('plan_bp')).toBe('T_BP');
  });

  it('ask each person where both must confirm', () => {
    const all = logisticsGaps([]);
    expect(all).toHaveLength(22);
    const ids = logisticsChecklist.map(({ id }) => id);
    expect([...new Set(all.map(({ id }) => id))]).toEqual(ids);
    expect(all.every(({ by }) => by.length > 1)).toBe(true);
    expect(all.filter(({ id }) => id === 'transport')).toEqual([
      { id: 'transport', by: 'BP' },
      { id: 'transport', by: 'RP' },
    ]);
    const missing: LogisticsMark = { id: 'pets', by: 'RP' };
    expect(logisticsGaps(all.filter(({ id, by }) => id !== 'pets' || by !== 'RP'))).toEqual([missing]);
    expect(logisticsGaps([{ id: 'date', by: 'ADMIN' }])).toHaveLength(22);
  });

  it('find hard dates within seven calendar days', () => {
    const dates = ['2025-04-04', '2025-03-20', '2025-04-05', '2025-03-21'].map(asLocalDate);
    const session = asLocalDate('2025-03-28');
    expect(calendarCheck(session, dates)).toEqual({
      checked: true,
      collisions: ['2025-03-21', '2025-04-04'],
    });
    expect(calendarCheck(session, [])).toEqual({ checked: true, collisions: [] });
    expect(calendarCheck(session, null)).toEqual({ checked: false, collisions: [] });
  });

  it('leave the private lines of a support plan with the own therapist', () => {
    expect(supportPlanForms).toEqual(['A', 'B', 'C']);
    expect(supportPlanLines.map(({ id }) => id)).toEqual([
      'transport', 'sleep', 'on_call', 'children_pets', 'work_cover', 'food', 'medication', 'no_contact_about', 'comfort',
      'code_word', 'decision_pause', 'contacts',
    ]); // prettier-ignore
    expect(logisticsSubset()).toEqual(['transport', 'children_pets', 'work_cover']);
  });
});
