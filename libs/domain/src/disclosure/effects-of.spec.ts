import { describe, expect, it } from '@jest/globals';
import type { DisclosureEffect } from './effects.js';
import { effectsOf } from './effects-of.js';
import type { DisclosureEvent } from './events.js';
import { checkedSession, readySnapshot } from './sample-snapshot.js';
import type { DisclosureSnapshot } from './snapshot.js';
import type { DisclosureState } from './states.js';
import { transitionTable } from './transition-table.js';

const startsAt = new Date('2025-03-28T15:00:00Z');
const dated = { session: checkedSession(startsAt, startsAt) };
const ended = { session: checkedSession(startsAt, startsAt, { endedAt: startsAt }) };
const undatedSession = { session: { ...dated.session, startsAt: null } };

function effects(
  event: DisclosureEvent,
  to: DisclosureState,
  changes: Partial<DisclosureSnapshot>,
): readonly DisclosureEffect[] {
  const line = transitionTable.find((known) => known.event === event)!;
  return effectsOf(line, to, readySnapshot(changes));
}
const words = (list: readonly DisclosureEffect[]): string[] =>
  list.map((effect) => (effect.kind === 'notify_neutrally' ? effect.words : effect.kind));

describe('the effects of a step', () => {
  it('open the form of the day once', () => {
    expect(effects('day_before_reached', 'DAY_OF_CHECK', { state: 'SCHEDULED', ...dated })).toStrictEqual([
      { kind: 'open_day_form' },
    ]);
  });

  it('say that work is paused also after the session, in the same words', () => {
    for (const changes of [{}, dated, ended])
      expect(effects('hold', 'ON_HOLD', { state: 'AFTERCARE', ...changes })).toStrictEqual([
        { kind: 'set_hold' },
        { kind: 'freeze_joint_work' },
        { kind: 'notify_neutrally', words: 'scheduling_paused', timing: 'at_once' },
      ]);
  });

  it.each([
    ['no session', { session: null }, []],
    ['no date', undatedSession, []],
    ['a date', dated, ['cancel_session', 'session_cancelled']],
    ['a session that is over', ended, []],
  ] as const)('after a slip with %s', (_, changes, expected) => {
    const kept = words(effects('slip_logged', 'PREPARING', changes));
    const always = ['clear_signatures', 'reopen_document', 'notify_therapists'];
    expect(kept.filter((kind) => !always.includes(kind))).toStrictEqual(expected);
    expect(kept.filter((kind) => always.includes(kind))).toStrictEqual(always);
  });

  it('let go of the old session where a disclosure is repeated', () => {
    expect(
      words(effects('partial_or_omission', 'PREPARING', { state: 'AFTERCARE', ...ended })),
    ).toStrictEqual(['count_addendum', 'clear_signatures', 'reopen_document', 'cancel_session']);
  });

  it.each([
    ['PREPARING', {}, ['revoke_consents', 'freeze_sharing', 'not_at_this_time']],
    ['SCHEDULED', dated, ['revoke_consents', 'freeze_sharing', 'cancel_session', 'not_at_this_time']],
    ['AFTERCARE', ended, ['revoke_consents', 'freeze_sharing']],
    ['WAIVED', {}, ['revoke_consents', 'freeze_sharing']],
    ['DECLINED', {}, ['revoke_consents', 'freeze_sharing']],
  ] as const)('of a stop in %s', (state, changes, expected) => {
    expect(words(effects('stop', 'STOPPED', { state, ...changes }))).toStrictEqual(expected);
  });
});

describe('a return from a pause', () => {
  const back = (from: DisclosureState, to: DisclosureState, changes: Partial<DisclosureSnapshot> = dated) =>
    words(
      effects('resume', to, {
        state: 'ON_HOLD',
        hold: {
          reason: 'other',
          setBy: 'tbp',
          side: 'BP',
          since: startsAt,
          resumeTo: from,
          resumeSignedBy: [],
        },
        ...changes,
      }),
    );
  const undone = ['clear_hold', 'thaw_joint_work', 'clear_signatures', 'reopen_document'];

  it.each(['CONSIDERING', 'SCREENING', 'PREPARING', 'AFTERCARE', 'READY', 'VERIFYING', 'SCHEDULED'] as const)(
    'to where it began, %s, changes nothing else',
    (state) => expect(back(state, state)).toStrictEqual(['clear_hold', 'thaw_joint_work']),
  );

  it('to preparing from further on undoes signatures, and a date where there is one', () => {
    expect(back('PARTNER_THERAPIST_REVIEW', 'PREPARING')).toStrictEqual([...undone, 'cancel_session']);
    expect(back('SCHEDULED', 'PREPARING')).toStrictEqual([...undone, 'cancel_session']);
    expect(back('READY', 'PREPARING', undatedSession)).toStrictEqual(undone);
    expect(back('READY', 'PREPARING', { session: null })).toStrictEqual(undone);
  });

  it('to preparing from before it undoes nothing', () => {
    expect(back('SCREENING', 'PREPARING')).toStrictEqual(['clear_hold', 'thaw_joint_work']);
  });

  it('to readiness without its date lets the date go', () => {
    expect(back('SCHEDULED', 'READY')).toStrictEqual(['clear_hold', 'thaw_joint_work', 'cancel_session']);
    expect(back('DAY_OF_CHECK', 'READY')).toStrictEqual(['clear_hold', 'thaw_joint_work', 'cancel_session']);
    expect(back('SCHEDULED', 'READY', undatedSession)).toStrictEqual(['clear_hold', 'thaw_joint_work']);
  });

  it('from the day of the session asks the checks again and keeps the date', () => {
    const again = ['clear_hold', 'thaw_joint_work', 'open_day_form'];
    expect([back('DAY_OF_CHECK', 'DAY_OF_CHECK'), back('DAY_OF_CHECK', 'SCHEDULED')]).toStrictEqual([
      again,
      again,
    ]);
    expect(back('DAY_OF_CHECK', 'AFTERCARE')).toStrictEqual(['clear_hold', 'thaw_joint_work']);
  });

  it('of which no pause is on record has nothing to clear', () => {
    expect(words(effects('resume', 'PREPARING', { state: 'ON_HOLD', ...dated }))).toStrictEqual([
      'thaw_joint_work',
    ]);
  });
});
