import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { evaluateGate } from './evaluate-gate.js';
import { gateSettingValues } from './gate-settings.js';
import {
  closeGate,
  gateHolds,
  requiredSigners,
  steppedBackNotice,
  type GateAgreement,
  type GateSignature,
} from './gate.js';
import { gapsFor, openGate, type GateGap, type GateOpening } from './open-gate.js';
import { sampleDay, sampleStageThree, sampleStageTwo } from './sample-facts.js';

const zone = 'America/Chicago';
const settings = gateSettingValues();
const now = new Date('2025-06-13T15:00:00Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const agreed = (track: 'RP' | 'BP', change: Partial<GateAgreement> = {}): GateAgreement => ({
  track,
  wantsThis: true,
  canSayNo: true,
  givenAlone: true,
  givenAt: hoursAgo(72),
  withdrawnAt: null,
  ...change,
});
const signed = (role: GateSignature['role'], at = hoursAgo(1)): GateSignature => ({
  role,
  staffId: `staff of ${role}`,
  signedAt: at,
});
const toThree: GateOpening = {
  evaluation: evaluateGate({ from: 2, to: 3, facts: sampleStageThree }, sampleDay, settings),
  agreements: [agreed('RP'), agreed('BP')],
  signatures: [signed('T_RP'), signed('T_BP'), signed('T_C')],
  requiredSigners: requiredSigners(true),
  settings,
};
const gapsOf = (opening: GateOpening): readonly GateGap[] => {
  const result = openGate(opening, now, zone);
  return result.ok ? [] : result.refusal;
};
const withPartner = (change: Partial<GateAgreement>): readonly GateGap[] =>
  gapsOf({ ...toThree, agreements: [agreed('RP'), agreed('BP', change)] });

describe('opening a gate', () => {
  it('opens with every criterion, both agreements and all signatures', () => {
    const result = openGate(toThree, now, zone);
    expect(result).toEqual({
      ok: true,
      value: {
        from: 2,
        to: 3,
        criteria: toThree.evaluation.findings,
        requiredSigners: ['T_RP', 'T_BP', 'T_C'],
        signedBy: toThree.signatures,
        validDays: 90,
        decision: 'open',
        decidedAt: now,
        reason: null,
        reviewDate: '2025-09-11',
      },
    });
  });

  it('opens gate 1 to 2 for Couple Dale, who declined a disclosure, through a clinical note', () => {
    const at = 'declined';
    const facts = {
      ...sampleStageTwo,
      disclosure: { at, sessionEndedOn: null, clinicalNote: true },
    } as const;
    const evaluation = evaluateGate({ from: 1, to: 2, facts }, sampleDay, settings);
    const opening: GateOpening = {
      ...toThree,
      evaluation,
      signatures: [signed('T_RP'), signed('T_BP'), signed('T_C')],
      requiredSigners: requiredSigners(false),
      agreements: [agreed('RP', { givenAt: hoursAgo(336) }), agreed('BP')],
    };
    const result = openGate(opening, now, zone);
    expect(result).toMatchObject({
      ok: true,
      value: { from: 1, to: 2, validDays: 180, reviewDate: '2025-12-10' },
    });
    expect(result.ok && result.value.signedBy.map(({ role }) => role)).toEqual(['T_RP', 'T_BP']);
    const late = { ...opening, agreements: [agreed('RP', { givenAt: hoursAgo(336.01) }), agreed('BP')] };
    expect(gapsOf(late)).toEqual([{ kind: 'agreement', side: 'RP', problem: 'too_old' }]);
  });

  it.each<[string, Partial<GateAgreement>, string]>([
    ['73 hours old', { givenAt: hoursAgo(72.001) }, 'too_old'],
    ['without wanting it', { wantsThis: false }, 'not_free'],
    ['without being able to say no', { canSayNo: false }, 'not_free'],
    ['not given alone', { givenAlone: false }, 'not_alone'],
    ['withdrawn', { withdrawnAt: hoursAgo(1) }, 'withdrawn'],
    ['of a later hour', { givenAt: hoursAgo(-1) }, 'missing'],
  ])('an agreement %s', (_, change, problem) => {
    expect(withPartner(change)).toEqual([{ kind: 'agreement', side: 'BP', problem }]);
  });

  it('goes by the latest answer of each person', () => {
    const changed = [agreed('RP'), agreed('BP', { givenAt: hoursAgo(1), wantsThis: false }), agreed('BP')];
    expect(gapsOf({ ...toThree, agreements: changed })).toEqual([
      { kind: 'agreement', side: 'BP', problem: 'not_free' },
    ]);
    const again = [agreed('RP'), agreed('BP', { withdrawnAt: hoursAgo(70) }), agreed('BP', { givenAt: now })];
    expect(gapsOf({ ...toThree, agreements: again })).toEqual([]);
  });

  it('counts an agreement in elapsed hours over the change of the clock', () => {
    const monday = new Date('2025-03-10T15:00:00Z');
    const day = asLocalDate('2025-03-10');
    const evaluation = { ...toThree.evaluation, on: day };
    const given = (hour: string): readonly GateAgreement[] =>
      (['RP', 'BP'] as const).map((track) => agreed(track, { givenAt: new Date(`2025-03-07T${hour}:00Z`) }));
    const signatures = toThree.signatures.map((s) => ({ ...s, signedAt: new Date('2025-03-01T12:00:00Z') }));
    const opening = { ...toThree, evaluation, signatures };
    expect(openGate({ ...opening, agreements: given('15:00') }, monday, zone).ok).toBe(true);
    // On the wall 10:00 on Friday to 10:00 on Monday, yet one hour less; 09:59 on Friday is 72 hours ago.
    expect(openGate({ ...opening, agreements: given('14:59') }, monday, zone).ok).toBe(false);
  });

  it('asks for a signature of each role, at most 14 days old', () => {
    const of = (at: Date): readonly GateGap[] =>
      gapsOf({ ...toThree, signatures: [signed('T_RP'), signed('T_BP', at), signed('T_C')] });
    expect(of(new Date('2025-05-30T05:00:00Z'))).toEqual([]);
    expect(of(new Date('2025-05-30T04:59:59Z'))).toEqual([
      { kind: 'signature', role: 'T_BP', problem: 'too_old' },
    ]);
    expect(of(hoursAgo(-1))).toEqual([{ kind: 'signature', role: 'T_BP', problem: 'missing' }]);
    const renewed = [...toThree.signatures, signed('T_BP', hoursAgo(24 * 60))];
    expect(gapsOf({ ...toThree, signatures: renewed })).toEqual([]);
  });

  it('wants an evaluation of the same day of the couple’s zone', () => {
    const late = { ...toThree, agreements: [agreed('RP', { givenAt: now }), agreed('BP', { givenAt: now })] };
    expect(openGate(late, new Date('2025-06-14T04:59:59Z'), zone).ok).toBe(true);
    expect(openGate(late, new Date('2025-06-14T05:00:00Z'), zone).ok).toBe(false);
    expect(gapsOf({ ...toThree, evaluation: { ...toThree.evaluation, on: addDays(sampleDay, -1) } })).toEqual(
      [{ kind: 'evaluation_of_another_day' }],
    );
  });

  it('lists everything that is missing at once', () => {
    const facts = {
      ...sampleStageTwo,
      timeOutTests: 0,
      checkIns: undefined,
      sleepNights: {},
      groundingDrops: [],
    };
    const gaps = gapsOf({
      ...toThree,
      evaluation: evaluateGate({ from: 1, to: 2, facts }, addDays(sampleDay, -1), settings),
      agreements: [],
      signatures: [],
    });
    expect(gaps.map((gap) => (gap.kind === 'criterion' ? gap.finding.criterion : gap))).toEqual([
      'disclosure_route',
      'accountability_active',
      'time_out_tested',
      { kind: 'soft_items', met: 2, needed: 4 },
      { kind: 'evaluation_of_another_day' },
      { kind: 'agreement', side: 'RP', problem: 'missing' },
      { kind: 'agreement', side: 'BP', problem: 'missing' },
      { kind: 'signature', role: 'T_RP', problem: 'missing' },
      { kind: 'signature', role: 'T_BP', problem: 'missing' },
      { kind: 'signature', role: 'T_C', problem: 'missing' },
    ]);
  });

  it('never opens with one HARD criterion unmet, however well all else stands', () => {
    const hard = toThree.evaluation.findings.filter(({ level }) => level === 'hard');
    for (const { criterion } of hard) {
      const findings = toThree.evaluation.findings.map((f) =>
        f.criterion === criterion ? { ...f, met: false } : f,
      );
      const gaps = gapsOf({ ...toThree, evaluation: { ...toThree.evaluation, findings } });
      expect(gaps.map((gap) => gap.kind === 'criterion' && gap.finding.criterion)).toEqual([criterion]);
    }
  });
});

describe('what others see', () => {
  const gaps = gapsOf({
    ...toThree,
    evaluation: evaluateGate(
      { from: 2, to: 3, facts: { ...sampleStageThree, honoredNos: { RP: 1, BP: 1 }, dailyConnections: 0, dialogues: { completed: 1, heard: [{ RP: 4, BP: 4 }, { RP: 4, BP: 4 }] } } },
      sampleDay,
      settings,
    ),
    agreements: [agreed('RP', { canSayNo: false }), agreed('BP', { wantsThis: false })],
    requiredSigners: [],
  }); // prettier-ignore

  it('hides why the other side’s agreement is missing, and the other side’s evidence', () => {
    const shown = gapsFor(gaps, ['RP']).map((gap) =>
      gap.kind === 'criterion' ? [gap.finding.criterion, gap.finding.evidence] : gap,
    );
    expect(shown).toEqual([
      ['no_was_honored.RP', { count: 1, needed: 2 }],
      ['no_was_honored.BP', {}],
      ['dialogues_completed', { count: 1, needed: 3 }],
      { kind: 'agreement', side: 'RP', problem: 'not_free' },
      { kind: 'agreement', side: 'BP', problem: 'missing' },
    ]);
  });

  it('shows nothing to a person in treatment, an admin or a therapist without a side', () => {
    for (const reader of ['person', 'admin', []] as const) expect(gapsFor(gaps, reader)).toEqual([]);
  });
});

describe('closing a gate', () => {
  const opened = openGate(toThree, now, zone);
  const gate = opened.ok ? opened.value : null;
  const later = new Date('2025-06-20T12:00:00Z');

  it('holds up to its review day', () => {
    expect(gate && gateHolds(gate, asLocalDate('2025-09-11'))).toBe(true);
    expect(gate && gateHolds(gate, asLocalDate('2025-09-12'))).toBe(false);
  });

  it.each(['T_RP', 'T_BP', 'T_C', 'RP', 'BP'] as const)(
    'is up to %s alone, at once, without a reason',
    (by) => {
      const closed = gate && closeGate(gate, by, later);
      expect(closed).toEqual({ ...gate, decision: 'closed', decidedAt: later, reason: null });
      expect(closed && gateHolds(closed, sampleDay)).toBe(false);
      expect(closed && closeGate(closed, by, new Date('2026-01-01T00:00:00Z'))).toBe(closed);
    },
  );

  it('says so without naming anybody', () => {
    expect(steppedBackNotice.en).toBe(
      'Your plan goes back a step for now. Moving back is an ordinary part of the way.',
    );
    expect(steppedBackNotice.es).not.toMatch(/pareja|usted|terapeuta/);
  });
});
