import { describe, expect, it } from '@jest/globals';
import type { Actor, DisclosureRequest } from './events.js';
import { nextState } from './next-state.js';
import { neutralNotices, noticeHolds, noticeIds } from './notices.js';
import { recordReaders, recordShownTo, recordShownToAny } from './record-shown.js';
import { checkedSession, readySnapshot } from './sample-snapshot.js';
import type { DisclosureSnapshot } from './snapshot.js';
import type { TransitionRecord } from './transition-record.js';

const now = new Date('2025-03-21T15:00:00Z');
const sessionAt = new Date('2025-03-28T15:00:00Z');
const tBp: Actor = { id: 'tbp', roles: ['T_BP'] };
const system: Actor = { id: 'system', roles: ['SYSTEM'] };

function recordOfStep(
  snapshot: DisclosureSnapshot,
  request: DisclosureRequest,
  actor: Actor,
): TransitionRecord {
  const move = nextState(snapshot, request, actor, now);
  if (!move.ok) throw new Error(JSON.stringify(move.refusal.unmet));
  return move.value.record;
}

const reasons = (record: TransitionRecord) =>
  recordReaders.map((reader) => recordShownTo(record, reader).reasonClass);
const hold = (reason: DisclosureRequest['holdReason']): DisclosureRequest => ({
  event: 'hold',
  holdReason: reason,
});

describe('the record of a step', () => {
  it('names who, where, the guards, the versions and the moment, and nothing else', () => {
    const record = recordOfStep(
      readySnapshot(),
      { event: 'schedule', sessionAt },
      { id: 'lead', roles: ['T_RP', 'LEAD'] },
    );
    expect(record).toEqual({
      actorId: 'lead',
      role: 'LEAD',
      coSigner: null,
      from: 'READY',
      to: 'SCHEDULED',
      row: 11,
      event: 'schedule',
      guardSnapshot: {
        session_date_given: 'met',
        lead_ordered: 'met',
        date_within_readiness: 'met',
        calendar_clear: 'met',
        slip_distance: 'met',
      },
      versions: { consentRP: 'consent-3', consentBP: 'consent-3', draft: 3 },
      at: now,
      zone: 'America/Chicago',
      reasonClass: null,
      reasonSide: null,
    });
  });

  it('keeps the class of a pause on the side that flagged', () => {
    const record = recordOfStep(readySnapshot(), hold('clinical_risk'), tBp);
    expect([record.reasonClass, record.reasonSide]).toEqual(['clinical_risk', 'BP']);
    expect(reasons(record)).toEqual([null, 'clinical_risk', null, 'clinical_risk', null, null]);
    const safety = recordOfStep(readySnapshot(), hold('safety'), tBp);
    expect(reasons(safety)).toEqual([null, null, null, 'safety', null, null]);
    const shown = recordShownTo(safety, 'RP');
    expect(shown).toEqual(recordShownTo(recordOfStep(readySnapshot(), hold('other'), tBp), 'RP'));
    expect(shown).toMatchObject({ event: 'paused', actorId: null, role: null, to: 'ON_HOLD' });
    expect(JSON.stringify(shown)).not.toMatch(/safety|tbp|T_BP/);
    const joint = recordOfStep(readySnapshot(), hold('legal'), { id: 'tc', roles: ['T_C'] });
    expect(reasons(joint)).toEqual([null, null, 'legal', 'legal', 'legal', null]);
  });

  it('takes the side that the system or a clinician of both sides names, and shows nothing where none was', () => {
    const solo: Actor = { id: 's', roles: ['T_RP', 'T_BP', 'LEAD'] };
    const side = (actor: Actor, named?: 'RP' | 'BP') =>
      recordOfStep(readySnapshot(), { ...hold('other'), ...(named ? { side: named } : {}) }, actor)
        .reasonSide;
    expect([side(solo, 'BP'), side(solo), side(tBp, 'RP')]).toEqual(['BP', 'JOINT', 'BP']);
    expect([side(system, 'RP'), side(system)]).toEqual(['RP', null]);
    expect(reasons(recordOfStep(readySnapshot(), hold('safety'), system))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('shows why row 12 led back on the recovering side only, alike for each cause', () => {
    const scheduled = readySnapshot({ state: 'SCHEDULED', session: checkedSession(sessionAt, now) });
    const [slip, material, ended] = (['slip_logged', 'new_material', 'readiness_expired'] as const).map(
      (event) => recordOfStep(scheduled, { event }, system),
    );
    expect([slip!.reasonClass, material!.reasonClass, ended!.reasonClass]).toEqual([
      'slip',
      'new_material',
      'readiness_ended',
    ]);
    expect(recordReaders.map((reader) => recordShownTo(slip!, reader).event)).toEqual([
      'slip_logged',
      'back_to_preparing',
      'slip_logged',
      'back_to_preparing',
      'back_to_preparing',
      'back_to_preparing',
    ]);
    expect(reasons(slip!)).toEqual(['slip', null, 'slip', null, null, null]);
    for (const reader of ['BP', 'T_BP', 'T_C', 'ADMIN'] as const) {
      expect(recordShownTo(slip!, reader)).toEqual(recordShownTo(ended!, reader));
      expect(recordShownTo(slip!, reader)).toEqual(recordShownTo(material!, reader));
    }
  });

  it('shows nobody why row 12 led back where no side is on record', () => {
    const scheduled = readySnapshot({ state: 'SCHEDULED', session: checkedSession(sessionAt, now) });
    const slip = { ...recordOfStep(scheduled, { event: 'slip_logged' }, system), reasonSide: null };
    expect(recordReaders.map((reader) => recordShownTo(slip, reader).event)).toEqual(
      recordReaders.map(() => 'back_to_preparing'),
    );
  });

  it('lets an admin read every pause alike', () => {
    const inSession = recordOfStep(readySnapshot({ state: 'IN_SESSION' }), { event: 'pause' }, tBp);
    expect(recordShownTo(inSession, 'ADMIN')).toEqual({
      event: 'paused',
      from: 'IN_SESSION',
      to: 'PAUSED',
      at: now,
      zone: 'America/Chicago',
      actorId: null,
      role: null,
      reasonClass: null,
    });
    expect(recordShownTo(recordOfStep(readySnapshot(), hold('safety'), tBp), 'ADMIN')).toMatchObject({
      event: 'paused',
      to: 'PAUSED',
    });
    const on = recordOfStep(
      readySnapshot({ state: 'SESSION_PAUSED' }),
      { event: 'continue_session' },
      { id: 'l', roles: ['LEAD'] },
    );
    expect(recordShownTo(on, 'ADMIN')).toMatchObject({ event: 'continued', from: 'PAUSED', actorId: 'l' });
    expect(recordShownTo(on, 'RP')).toMatchObject({ event: 'continue_session', from: 'SESSION_PAUSED' });
  });

  it('does not tell one side that the other declined, but tells that side and the therapists', () => {
    const record = recordOfStep(
      readySnapshot({ state: 'PREPARING' }),
      { event: 'decline' },
      { id: 'sam', roles: ['BP'] },
    );
    expect(recordReaders.map((reader) => recordShownTo(record, reader).actorId)).toEqual([
      null, 'sam', 'sam', 'sam', 'sam', null,
    ]); // prettier-ignore
    expect(record.reasonClass).toBeNull();
  });

  it('shows someone of several roles the widest view', () => {
    const record = recordOfStep(readySnapshot(), hold('life_event'), tBp);
    expect(recordShownToAny(record, ['T_RP', 'T_BP']).reasonClass).toBe('life_event');
    expect(recordShownToAny(record, ['T_BP', 'T_RP']).reasonClass).toBe('life_event');
    expect(recordShownToAny(record, ['T_RP', 'T_C']).reasonClass).toBeNull();
    expect(recordShownToAny(record, ['ADMIN'])).toEqual(recordShownTo(record, 'ADMIN'));
  });

  it('keeps the class of a waiver in the joint compartment', () => {
    const record = recordOfStep(
      readySnapshot({ state: 'SCREENING' }),
      { event: 'waive', waiverReason: 'told_before', reasonRecorded: true, coSigner: 'second' },
      { id: 'lead', roles: ['LEAD', 'T_RP'] },
    );
    expect([record.reasonClass, record.reasonSide, record.coSigner]).toEqual([
      'told_before',
      'JOINT',
      'second',
    ]);
  });
});

it('says neutral words without reason, side or name', () => {
  for (const { en, es } of Object.values(neutralNotices))
    expect(`${en} ${es}`).not.toMatch(/slip|risk|safe|readiness|declin|tropiezo|riesgo|segur|rechaz/i);
});

it.each([
  [false, ['not_at_this_time', 'scheduling_paused', 'session_cancelled']],
  [true, ['not_at_this_time']],
])(
  'FTD-13: with a date, or after the session (%s), the words about dates are past',
  (datedOrPast, holding) => {
    expect(noticeIds.filter((id) => noticeHolds(id, { datedOrPast }))).toEqual(holding);
  },
);
