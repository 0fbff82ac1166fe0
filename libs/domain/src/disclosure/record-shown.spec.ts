import { describe, expect, it } from '@jest/globals';
import type { ActorRole, DisclosureEvent, DisclosureRequest } from './events.js';
import { recordReaders, recordShownTo, recordShownToAny, type RecordReader } from './record-shown.js';
import { readySnapshot } from './sample-snapshot.js';
import { reasonSideOf, recordOf, type TransitionRecord } from './transition-record.js';
import { transitionTable } from './transition-table.js';

const now = new Date('2025-03-21T15:00:00Z');

function recordWith(changes: Partial<TransitionRecord> = {}): TransitionRecord {
  return {
    actorId: 'x',
    role: 'T_BP',
    coSigner: null,
    from: 'READY',
    to: 'ON_HOLD',
    row: 25,
    event: 'hold',
    guardSnapshot: {},
    versions: { consentRP: null, consentBP: null, draft: null },
    at: now,
    zone: 'America/Chicago',
    reasonClass: 'clinical_risk',
    reasonSide: 'BP',
    ...changes,
  };
}

/** Readers who are told whose step it was. */
const told = (event: DisclosureEvent, role: ActorRole): RecordReader[] =>
  recordReaders.filter((reader) => recordShownTo(recordWith({ event, role }), reader).actorId !== null);

describe('whose step it was', () => {
  const therapists = ['T_RP', 'T_BP', 'T_C'];
  const guarded = [
    'hold',
    'no_go_hold',
    'no_go_postpone',
    'pause',
    'decline',
    'stop',
    'waive',
    'resume',
  ] as const;

  it.each(guarded)('%s is told to therapists and to the side that took it', (event) => {
    expect(told(event, 'RP')).toStrictEqual(['RP', ...therapists]);
    expect(told(event, 'T_RP')).toStrictEqual(['RP', ...therapists]);
    expect(told(event, 'BP')).toStrictEqual(['BP', ...therapists]);
    expect(told(event, 'T_BP')).toStrictEqual(['BP', ...therapists]);
    for (const role of ['T_C', 'LEAD', 'SYSTEM'] as const)
      expect(told(event, role)).toStrictEqual(therapists);
  });

  it.each(['slip_logged', 'new_material', 'readiness_expired'] as const)(
    '%s is told on the recovering side only, whoever took it',
    (event) => {
      for (const role of ['SYSTEM', 'T_BP', 'BP', 'LEAD'] as const)
        expect(told(event, role)).toStrictEqual(['RP', 'T_RP']);
    },
  );

  it('of every other kind is told to everyone, with the role', () => {
    const hidden = [...guarded, 'slip_logged', 'new_material', 'readiness_expired'];
    for (const { event } of transitionTable.filter((line) => !hidden.includes(line.event)))
      expect([event, told(event, 'BP')]).toStrictEqual([event, recordReaders]);
    expect(recordShownTo(recordWith({ event: 'schedule', role: 'LEAD' }), 'RP').role).toBe('LEAD');
    expect(recordShownTo(recordWith({ event: 'stop', role: 'BP' }), 'T_RP').role).toBe('BP');
    expect(recordShownTo(recordWith({ event: 'stop', role: 'BP' }), 'RP').role).toBeNull();
  });
});

describe('the word for a step', () => {
  const words = (event: DisclosureEvent) =>
    recordReaders.map((reader) => recordShownTo(recordWith({ event }), reader).event);

  it.each(['hold', 'no_go_hold', 'no_go_postpone', 'pause'] as const)(
    '%s is a pause to all but therapists',
    (event) => {
      expect(words(event)).toStrictEqual(['paused', 'paused', event, event, event, 'paused']);
    },
  );

  it.each(['resume', 'continue_session'] as const)('%s is one word to an admin', (event) => {
    expect(words(event)).toStrictEqual([event, event, event, event, event, 'continued']);
  });

  it.each(['decline', 'stop', 'schedule', 'end_early'] as const)('%s reads the same to everyone', (event) => {
    expect(new Set(words(event))).toStrictEqual(new Set([event]));
  });
});

describe('the class of a reason', () => {
  const seen = (changes: Partial<TransitionRecord>) =>
    recordReaders.filter((reader) => recordShownTo(recordWith(changes), reader).reasonClass !== null);

  it('stays in its compartment, is joint for therapists, and is nobody’s where no side is on record', () => {
    expect(seen({ reasonSide: 'BP' })).toStrictEqual(['BP', 'T_BP']);
    expect(seen({ reasonSide: 'RP' })).toStrictEqual(['RP', 'T_RP']);
    expect(seen({ reasonSide: 'JOINT' })).toStrictEqual(['T_RP', 'T_BP', 'T_C']);
    expect(seen({ reasonSide: null })).toStrictEqual([]);
    expect(seen({ reasonClass: null })).toStrictEqual([]);
  });

  it('is never "safety" to a client', () => {
    expect(seen({ reasonSide: 'BP', reasonClass: 'safety' })).toStrictEqual(['T_BP']);
    expect(seen({ reasonSide: 'RP', reasonClass: 'safety' })).toStrictEqual(['T_RP']);
  });
});

describe('the view of someone with several roles', () => {
  it('of one role is the view of that role, whatever the step', () => {
    const steps = transitionTable.flatMap((line) =>
      line.from.flatMap((from) => line.who.map((role) => ({ line, from, role }))),
    );
    for (const { line, from, role } of steps) {
      const to = line.to === 'SAME' || line.to === 'RESUME_TO' ? from : line.to;
      const request = { event: line.event, holdReason: 'legal', waiverReason: 'legal' } as const;
      const snapshot = readySnapshot({ state: from });
      const record = recordOf(line, to, { snapshot, request, actor: { id: 'x', roles: [role] }, now });
      for (const reader of recordReaders)
        expect(recordShownToAny(record, [reader])).toStrictEqual(recordShownTo(record, reader));
    }
  });

  it('of no role at all is that of an admin', () => {
    const record = recordWith();
    expect(recordShownToAny(record, [])).toStrictEqual(recordShownTo(record, 'ADMIN'));
  });

  it.each([
    ['a class of reason counts more than a name', { role: 'T_C' }, ['T_RP', 'BP'], 'BP'],
    ['a name counts more than a state', { reasonSide: 'RP' }, ['BP', 'T_C', 'RP'], 'RP'],
    ['a name counts where no class is shown', { reasonClass: null, role: 'T_RP' }, ['BP', 'T_BP'], 'T_BP'],
    [
      'a state that is named counts',
      { event: 'continue_session', from: 'SESSION_PAUSED', to: 'IN_SESSION' },
      ['ADMIN', 'T_C'],
      'T_C',
    ],
    [
      'a step out of a pause',
      { event: 'end', from: 'SESSION_PAUSED', to: 'AFTERCARE_ACUTE' },
      ['ADMIN', 'T_RP'],
      'T_RP',
    ],
    [
      'a step into a pause',
      { event: 'pause', from: 'IN_SESSION', to: 'SESSION_PAUSED', role: 'RP' },
      ['ADMIN', 'BP'],
      'BP',
    ],
  ] as const)('%s', (_, changes, readers, widest) => {
    const record = recordWith(changes);
    expect(recordShownToAny(record, readers)).toStrictEqual(recordShownTo(record, widest));
    expect(recordShownToAny(record, readers.toReversed())).toStrictEqual(recordShownTo(record, widest));
  });

  it('of two that are as wide is the first', () => {
    const record = recordWith({ event: 'no_go_hold', role: 'BP', reasonClass: null, reasonSide: null });
    expect(recordShownToAny(record, ['T_RP', 'BP']).event).toBe('no_go_hold');
    expect(recordShownToAny(record, ['BP', 'T_RP']).event).toBe('paused');
  });
});

describe('the record', () => {
  it.each([
    [['RP'], undefined, 'RP'],
    [['T_RP'], undefined, 'RP'],
    [['T_RP', 'LEAD'], 'BP', 'RP'],
    [['BP'], undefined, 'BP'],
    [['T_BP'], 'RP', 'BP'],
    [['T_C'], undefined, 'JOINT'],
    [['T_C'], 'RP', 'RP'],
    [['T_RP', 'T_BP'], undefined, 'JOINT'],
    [['T_RP', 'T_BP'], 'BP', 'BP'],
    [['SYSTEM'], 'RP', 'RP'],
  ] as const)('of a pause by %j who names %s lies with %s', (roles, side, expected) => {
    const request = { event: 'no_go_hold' as const, ...(side === undefined ? {} : { side }) };
    expect(reasonSideOf(request, { id: 'x', roles })).toBe(expected);
  });

  it.each(['slip_logged', 'new_material', 'readiness_expired'] as const)(
    'of %s lies with the recovering person',
    (event) => {
      expect(reasonSideOf({ event, side: 'BP' }, { id: 'x', roles: ['SYSTEM'] })).toBe('RP');
    },
  );

  it.each([
    ['hold', 'legal'],
    ['no_go_postpone', 'legal'],
    ['no_go_hold', 'legal'],
    ['waive', 'told_before'],
    ['slip_logged', 'slip'],
    ['new_material', 'new_material'],
    ['readiness_expired', 'readiness_ended'],
    ['pause', null],
    ['decline', null],
    ['stop', null],
    ['go', null],
  ] as const)('of %s keeps the class %s, whatever else was sent along', (event, reasonClass) => {
    const line = transitionTable.find((known) => known.event === event)!;
    const written = (reasons: Partial<DisclosureRequest>) =>
      recordOf(line, 'ON_HOLD', {
        snapshot: readySnapshot(),
        request: { event, ...reasons },
        actor: { id: 'x', roles: line.who },
        now,
      }).reasonClass;
    expect(written({ holdReason: 'legal', waiverReason: 'told_before' })).toBe(reasonClass);
    const asked = reasonClass === 'legal' || reasonClass === 'told_before';
    expect(written({})).toBe(asked ? null : reasonClass);
  });

  it('of a waiver is joint, and none is written for someone who may not take the step', () => {
    expect(reasonSideOf({ event: 'waive', side: 'RP' }, { id: 'x', roles: ['T_RP', 'LEAD'] })).toBe('JOINT');
    const line = transitionTable.find(({ event }) => event === 'go')!;
    const question = {
      snapshot: readySnapshot({ state: 'DAY_OF_CHECK' }),
      request: { event: 'go' },
      actor: { id: 'sam', roles: ['BP'] },
      now,
    } as const;
    expect(() => recordOf(line, 'IN_SESSION', question)).toThrow(
      'A step was recorded for someone who may not take it',
    );
  });
});
