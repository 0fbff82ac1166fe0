import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../shared/local-date.js';
import { aroundValues } from './around-settings.js';
import {
  dueAfter,
  followUpIds,
  followUpOffsets,
  followUpRanges,
  isInTime,
  standardFollowUps,
  type AroundDue,
} from './aftercare-due.js';
import { aftercarePlan } from './aftercare-plan.js';
import { aftercareRiskRoute, notWatchedNotice } from './aftercare-risk.js';
import { aftercareTasks, departureEscalations, followUpsOnTime } from './aftercare-tasks.js';

const zone = 'America/Chicago';
const ended = new Date('2025-03-28T17:50:00Z');
const values = aroundValues();
const tasks = aftercareTasks(ended, zone, { offsets: followUpOffsets(), values });
const dueOf = (id: string): AroundDue | undefined => tasks.find((task) => task.id === id)?.due;

describe('after the session', () => {
  it('each person and each therapist has their tasks', () => {
    expect(tasks.map(({ id }) => id)).toEqual([
      'departure.BP.pledge', 'departure.RP.pledge', 'departure.LEAD.safe_departure',
      'h24.BP.check', 'h24.RP.check', 'h24.RP.shame', 'h24.T_BP.call', 'h24.T_RP.call',
      'h72.BP.symptoms', 'h72.BP.plan_b', 'h72.RP.urges', 'h72.RP.left_out', 'h72.T_BP.contact', 'h72.T_RP.contact',
      'h72.LEAD.huddle', 'h72.LEAD.correction',
      'd7.BP.session', 'd7.RP.session', 'd7.T_BP.assess', 'd7.T_RP.assess',
      'd14.BP.measure', 'd14.BP.letter', 'd14.RP.measure', 'd14.RP.empathy', 'd14.LEAD.stage',
      'd28.BP.pause_wish', 'd28.LEAD.next',
    ]); // prettier-ignore
    expect(new Set(aftercarePlan.map(({ id }) => id)).size).toBe(27);
    expect(tasks.filter(({ measure }) => measure).map(({ id, measure }) => [id, measure])).toEqual([
      ['d14.BP.measure', 'PCL-5_or_clinic_measure'],
      ['d14.RP.measure', 'PHQ-9'],
    ]);
    expect(tasks.filter(({ discreet }) => discreet).map(({ id }) => id)).toEqual([
      'departure.BP.pledge',
      'departure.RP.pledge',
    ]);
    expect(tasks.filter(({ asksRisk }) => asksRisk).map(({ id }) => id)).toEqual([
      'departure.BP.pledge', 'departure.RP.pledge', 'h24.BP.check', 'h24.RP.check', 'h24.RP.shame', 'h72.BP.symptoms',
      'd14.BP.measure', 'd14.RP.measure',
    ]); // prettier-ignore
  });

  it('due in elapsed hours, then on local days', () => {
    expect(dueOf('departure.LEAD.safe_departure')).toEqual({
      kind: 'instant',
      at: new Date('2025-03-28T20:50:00Z'),
    });
    expect(dueOf('h24.T_BP.call')).toEqual({ kind: 'instant', at: new Date('2025-03-29T17:50:00Z') });
    expect(dueOf('h72.T_RP.contact')).toEqual({ kind: 'instant', at: new Date('2025-03-31T17:50:00Z') });
    expect(dueOf('d7.BP.session')).toEqual({ kind: 'local_day', on: '2025-04-04' });
    expect(dueOf('d14.BP.measure')).toEqual({ kind: 'local_day', on: '2025-04-11' });
    expect(dueOf('d28.LEAD.next')).toEqual({ kind: 'local_day', on: '2025-04-25' });
  });

  it('counts a day of 23 hours as a day, and hours as they pass', () => {
    const late = new Date('2025-03-09T05:30:00Z'); // Saturday 8 March 23:30 local, the night of the clock change
    expect(dueAfter(late, { amount: 7, unit: 'days' }, zone)).toEqual({
      kind: 'local_day',
      on: '2025-03-15',
    });
    expect(dueAfter(late, { amount: 24, unit: 'hours' }, zone)).toEqual({
      kind: 'instant',
      at: new Date('2025-03-10T05:30:00Z'),
    });
    const day: AroundDue = { kind: 'local_day', on: asLocalDate('2025-03-15') };
    expect(isInTime(day, new Date('2025-03-16T04:59:59Z'), zone)).toBe(true);
    expect(isInTime(day, new Date('2025-03-16T05:00:00Z'), zone)).toBe(false);
    expect(isInTime(day, new Date('2025-03-16T05:00:00Z'), zone, 4)).toBe(false);
    const instant: AroundDue = { kind: 'instant', at: ended };
    expect(isInTime(instant, ended, zone)).toBe(true);
    expect(isInTime(instant, new Date(ended.getTime() + 1), zone)).toBe(false);
    expect(isInTime(instant, new Date(ended.getTime() + 4 * 3_600_000), zone, 4)).toBe(true);
    expect(isInTime(instant, new Date(ended.getTime() + 4 * 3_600_000 + 1), zone, 4)).toBe(false);
  });

  it('can be moved by a clinic, never past the next one', () => {
    expect(followUpOffsets()).toEqual(standardFollowUps);
    expect(followUpOffsets({ d28: 60 }).d28).toEqual({ amount: 60, unit: 'days' });
    expect(followUpOffsets({ h24: 12 }).h24).toEqual({ amount: 12, unit: 'hours' });
    for (const h24 of [11, 49, 24.5]) {
      expect(() => followUpOffsets({ h24 })).toThrow(new RangeError('ftd.followups h24 is 12 to 48'));
    }
    expect(followUpRanges).toEqual({
      h24: { from: 12, to: 48 }, h72: { from: 49, to: 120 }, d7: { from: 6, to: 10 }, d14: { from: 11, to: 21 },
      d28: { from: 22, to: 60 },
    }); // prettier-ignore
    expect(followUpIds.map((id) => standardFollowUps[id])).toEqual([
      { amount: 24, unit: 'hours' }, { amount: 72, unit: 'hours' }, { amount: 7, unit: 'days' },
      { amount: 14, unit: 'days' }, { amount: 28, unit: 'days' },
    ]); // prettier-ignore
  });
});

describe('safe leaving', () => {
  const threeHours = new Date('2025-03-28T20:50:00Z');
  const later = new Date(threeHours.getTime() + 1);

  it('is raised with the own therapist when unconfirmed after three hours', () => {
    expect(departureEscalations(ended, { BP: null, RP: null }, threeHours, values)).toEqual([]);
    expect(departureEscalations(ended, { BP: null, RP: null }, later, values)).toEqual([
      { track: 'BP', notify: 'T_BP' },
      { track: 'RP', notify: 'T_RP' },
    ]);
    expect(departureEscalations(ended, { BP: ended, RP: null }, later, values)).toEqual([
      { track: 'RP', notify: 'T_RP' },
    ]);
    expect(departureEscalations(ended, { BP: ended, RP: ended }, later, values)).toEqual([]);
  });
});

describe('follow-ups on time', () => {
  const due: AroundDue = { kind: 'instant', at: new Date('2025-03-31T17:50:00Z') };
  const share = (records: readonly { due: AroundDue; doneAt: Date | null }[], now: string): unknown =>
    followUpsOnTime(records, new Date(now), zone, values);

  it('count those done and those past their time', () => {
    const done = { due, doneAt: new Date('2025-03-31T18:05:00Z') };
    const late = { due, doneAt: new Date('2025-03-31T21:50:01Z') };
    const open = { due, doneAt: null };
    expect(share([], '2025-04-01T00:00:00Z')).toBeNull();
    expect(share([open], '2025-03-31T21:50:00Z')).toBeNull();
    expect(share([open], '2025-03-31T21:50:01Z')).toEqual({ n: 0n, d: 1n });
    expect(share([done], '2025-03-31T18:05:00Z')).toEqual({ n: 1n, d: 1n });
    expect(share([done, late, open], '2025-04-02T00:00:00Z')).toEqual({ n: 1n, d: 3n });
    expect(share([done, open], '2025-03-31T19:00:00Z')).toEqual({ n: 1n, d: 1n });
  });
});

describe('an answer about risk', () => {
  it('leads to a call unless it is a clear yes, and never to the other person', () => {
    const quiet = {
      showHelp: false,
      call: null,
      coverRota: false,
      blocksSaving: false,
      tellsOtherPerson: false,
    };
    expect(aftercareRiskRoute('BP', 'safe')).toEqual(quiet);
    for (const answer of ['unsure', 'not_safe', null] as const) {
      expect(aftercareRiskRoute('BP', answer)).toEqual({
        ...quiet,
        showHelp: true,
        call: 'T_BP',
        coverRota: true,
      });
      expect(aftercareRiskRoute('RP', answer)).toEqual({
        ...quiet,
        showHelp: true,
        call: 'T_RP',
        coverRota: true,
      });
    }
    expect(notWatchedNotice.en).toContain('not watched around the clock');
  });
});
