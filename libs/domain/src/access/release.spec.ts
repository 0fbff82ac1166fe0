import { describe, expect, it } from '@jest/globals';
import { asPersonId, asStaffId } from '../shared/ids.js';
import {
  asLiveRelease, confirmableFrom, coolingOff, newRelease, nextRelease, stateShownToAuthor,
  type Recipients, type ReleaseAct, type ReleaseActor, type ReleaseMoment, type ReleaseRecord,
} from './release.js'; // prettier-ignore
import { revokeNotice } from './revoke-notice.js';

const partner = asPersonId('00000000-0000-4000-8000-000000000001');
const staffId = asStaffId('00000000-0000-4000-8000-000000000002');
const author: ReleaseActor = { kind: 'author' };
const therapist: ReleaseActor = { kind: 'therapist', staffId, ownSide: true };
const elsewhere: ReleaseActor = { kind: 'therapist', staffId, ownSide: false };
const start = new Date('2025-01-06T15:00:00Z');
const moment = (hours: number, frozen = false): ReleaseMoment => ({
  now: new Date(start.getTime() + hours * 3_600_000),
  frozen,
  coolingOffHours: coolingOff.standard,
});
const toPartner: Recipients = { people: [partner], staff: [] };
const toTeam: Recipients = { people: [], staff: [staffId] };
const ask = (recipients = toPartner, pressured = false): ReleaseAct => ({
  kind: 'ask',
  recipients,
  pressured,
});

function after(
  record: ReleaseRecord,
  ...acts: (readonly [ReleaseAct, ReleaseActor, number])[]
): ReleaseRecord {
  return acts.reduce((current, [act, actor, hours]) => {
    const result = nextRelease(current, act, actor, moment(hours));
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }, record);
}
function refusal(
  record: ReleaseRecord,
  act: ReleaseAct,
  actor: ReleaseActor,
  hours = 0,
  frozen = false,
): string {
  const result = nextRelease(record, act, actor, moment(hours, frozen));
  return result.ok ? 'allowed' : result.refusal;
}

const plain = newRelease(1, false);
const letter = newRelease(1, true);

describe('a release (HW-34)', () => {
  it('to the partner needs the author and then the approval of the own therapist', () => {
    const ready = after(plain, [ask(), author, 0]);
    expect(ready).toEqual({ ...plain, state: 'ready', recipients: toPartner, askedAt: start });
    const given = after(ready, [{ kind: 'approve' }, therapist, 2]);
    expect(given).toEqual({ ...ready, state: 'released', approvedBy: staffId, releasedAt: moment(2).now });
    expect(asLiveRelease(given, false)).toEqual({
      state: 'released', revision: 1, approvedByTherapist: true, people: [partner], staff: [],
    }); // prettier-ignore
    expect(asLiveRelease(ready, false)).toMatchObject({ state: 'ready', approvedByTherapist: false });
  });

  it('to the team needs the author alone', () => {
    expect(after(plain, [ask(toTeam), author, 1])).toMatchObject({
      state: 'released',
      releasedAt: moment(1).now,
      approvedBy: null,
    });
  });

  it('is nobody else’s to give, and no therapist’s', () => {
    for (const actor of [therapist, elsewhere, { kind: 'other' } as const]) {
      for (const act of [ask(), { kind: 'confirm' }, { kind: 'revoke' }, { kind: 'edit' }] as const) {
        expect(refusal(plain, act, actor)).toBe('not_yours');
      }
    }
    const ready = after(plain, [ask(toPartner, true), author, 0]);
    for (const actor of [author, elsewhere, { kind: 'other' } as const]) {
      expect(refusal(ready, { kind: 'approve' }, actor)).toBe('not_yours');
      expect(refusal(ready, { kind: 'lift_hold' }, actor)).toBe('not_yours');
    }
  });

  it('needs a recipient, and a state that fits', () => {
    expect(refusal(plain, ask({ people: [], staff: [] }), author)).toBe('nobody_named');
    const ready = after(plain, [ask(), author, 0]);
    expect(refusal(ready, ask(), author)).toBe('wrong_state');
    expect(refusal(plain, { kind: 'approve' }, therapist)).toBe('wrong_state');
    expect(refusal(plain, { kind: 'lift_hold' }, therapist)).toBe('wrong_state');
    expect(refusal(ready, { kind: 'lift_hold' }, therapist)).toBe('wrong_state');
    expect(refusal(plain, { kind: 'revoke' }, author)).toBe('wrong_state');
    expect(refusal(plain, { kind: 'confirm' }, author)).toBe('wrong_state');
    expect(refusal(ready, { kind: 'confirm' }, author, 13)).toBe('not_sensitive');
    const given = after(ready, [{ kind: 'approve' }, therapist, 0]);
    expect(refusal(given, { kind: 'approve' }, therapist)).toBe('wrong_state');
  });

  it('ends with an edit: the new revision was given to nobody', () => {
    const given = after(plain, [ask(), author, 0], [{ kind: 'approve' }, therapist, 0]);
    expect(after(given, [{ kind: 'edit' }, author, 1])).toEqual(newRelease(2, false));
    expect(after(letter, [{ kind: 'edit' }, author, 1])).toEqual(newRelease(2, true));
  });
});

describe('a release in no fitting state', () => {
  const lift: ReleaseAct = { kind: 'lift_hold' };
  const confirm: ReleaseAct = { kind: 'confirm' };

  it('begins as a draft that nobody was given', () => {
    expect(newRelease(4, true)).toEqual({
      revision: 4, sensitive: true, state: 'draft', recipients: { people: [], staff: [] }, askedAt: null,
      confirmedAt: null, approvedBy: null, held: false, releasedAt: null, revokedAt: null, firstReadAt: null,
    }); // prettier-ignore
  });

  it('may go to one person and one therapist at once', () => {
    const recipients = { people: [partner], staff: [staffId] };
    expect(after(plain, [ask(recipients), author, 0])).toMatchObject({ state: 'ready', recipients });
  });

  it('takes no second yes before it is asked or once it is taken back', () => {
    const asked = after(letter, [ask(), author, 0]);
    expect(refusal({ ...asked, askedAt: null }, confirm, author, 13)).toBe('wrong_state');
    expect(refusal({ ...asked, state: 'draft' }, confirm, author, 13)).toBe('wrong_state');
    const taken = after(asked, [{ kind: 'revoke' }, author, 1]);
    expect(refusal(taken, confirm, author, 13)).toBe('wrong_state');
    expect(refusal(taken, ask(), author, 13)).toBe('wrong_state');
    expect(refusal(taken, { kind: 'approve' }, therapist, 13)).toBe('wrong_state');
  });

  it('keeps its hold once it is taken back', () => {
    const held = after(plain, [ask(toPartner, true), author, 0]);
    expect(after(held, [lift, therapist, 1])).toEqual({ ...held, held: false });
    const taken = after(held, [{ kind: 'revoke' }, author, 1]);
    expect(taken.held).toBe(true);
    expect(refusal(taken, lift, therapist, 2)).toBe('wrong_state');
  });

  it('stays a draft, or taken back, in a separation and under a hold', () => {
    const taken = after(plain, [ask(toTeam), author, 0], [{ kind: 'revoke' }, author, 1]);
    for (const [frozen, held] of [[true, false], [false, true], [true, true]] as const) {
      expect(asLiveRelease({ ...taken, held }, frozen).state).toBe('revoked');
      expect(asLiveRelease({ ...plain, held }, frozen).state).toBe('draft');
    } // prettier-ignore
  });
});

describe('time for thought (HW-35)', () => {
  const asked = after(letter, [ask(), author, 0]);

  it('asks the author again, twelve hours later at the earliest', () => {
    expect(coolingOff).toEqual({ key: 'sharing.cooling_off_hours', standard: 12, from: 12, to: 72 });
    expect(refusal(asked, { kind: 'confirm' }, author, 12 - 1 / 3_600_000)).toBe('cooling_off');
    expect(refusal(asked, { kind: 'confirm' }, author, 12)).toBe('allowed');
    const confirmed = after(asked, [{ kind: 'confirm' }, author, 12]);
    expect(confirmed).toMatchObject({ state: 'ready', confirmedAt: moment(12).now });
    expect(refusal(confirmed, { kind: 'confirm' }, author, 13)).toBe('wrong_state');
    expect(after(confirmed, [{ kind: 'approve' }, therapist, 20])).toMatchObject({
      state: 'released',
      releasedAt: moment(20).now,
    });
  });

  it('tells from when on the second yes can be given, and nothing where none is asked for', () => {
    expect(confirmableFrom(asked, 12)).toEqual(moment(12).now);
    expect(confirmableFrom(asked, 72)).toEqual(moment(72).now);
    const confirmed = after(asked, [{ kind: 'confirm' }, author, 12]);
    for (const record of [letter, confirmed, { ...asked, askedAt: null }, after(plain, [ask(), author, 0])])
      expect(confirmableFrom(record, 12)).toBeNull();
    expect(confirmableFrom(after(asked, [{ kind: 'revoke' }, author, 1]), 12)).toBeNull();
  });

  it('is not cut short by an approval', () => {
    const approved = after(asked, [{ kind: 'approve' }, therapist, 1]);
    expect(approved.state).toBe('ready');
    expect(after(approved, [{ kind: 'confirm' }, author, 12]).state).toBe('released');
    const team = after(letter, [ask(toTeam), author, 0]);
    expect(team.state).toBe('ready');
    expect(after(team, [{ kind: 'confirm' }, author, 12]).state).toBe('released');
  });

  it('tells the owner honestly what taking back can and cannot do', () => {
    const given = after(plain, [ask(), author, 0], [{ kind: 'approve' }, therapist, 1]);
    const taken = after(given, [{ kind: 'revoke' }, author, 2]);
    expect(taken).toMatchObject({ state: 'revoked', revokedAt: moment(2).now });
    expect(refusal(taken, { kind: 'revoke' }, author)).toBe('wrong_state');
    const zone = 'America/Chicago';
    expect(revokeNotice({ ...taken, firstReadAt: new Date('2025-01-08T05:59:00Z') }, zone)).toEqual({
      en: 'It can no longer be read. It may have been read on 2025-01-07.',
      es: 'Ya no se puede leer. Es posible que se haya leído el 2025-01-07.',
    });
    expect(revokeNotice(taken, zone).en).toBe(
      'It can no longer be read. We have no record of it being opened.',
    );
    const early = after(plain, [ask(), author, 0], [{ kind: 'revoke' }, author, 1]);
    expect(early.state).toBe('revoked');
    expect(revokeNotice(early, zone).en).toBe('It was not shared with anyone.');
    expect(asLiveRelease(taken, false).state).toBe('revoked');
  });
});

describe('pressure and separation (HW-36, HW-37)', () => {
  it('looks to the author as if it had gone through, and waits for the therapist', () => {
    const held = after(plain, [ask(toTeam, true), author, 0]);
    const free = after(plain, [ask(toTeam), author, 0]);
    expect([held.state, free.state]).toEqual(['ready', 'released']);
    expect([held, free].map(stateShownToAuthor)).toEqual(['released', 'released']);
    expect(asLiveRelease(held, false).state).toBe('ready');
    expect(stateShownToAuthor(after(plain, [ask(toPartner, true), author, 0]))).toBe('ready');
    expect(stateShownToAuthor(plain)).toBe('draft');
    const approved = after(plain, [ask(toPartner, true), author, 0], [{ kind: 'approve' }, therapist, 1]);
    expect([approved.state, stateShownToAuthor(approved)]).toEqual(['ready', 'released']);
    const lifted = after(approved, [{ kind: 'lift_hold' }, therapist, 5]);
    expect(lifted).toMatchObject({ state: 'released', held: false, releasedAt: moment(5).now });
    expect(after(held, [{ kind: 'revoke' }, author, 1]).state).toBe('revoked');
  });

  it('holds what was released too, until the therapist of the author’s side lifts it', () => {
    const given = after(plain, [ask(), author, 0], [{ kind: 'approve' }, therapist, 0]);
    const held = { ...given, held: true };
    expect(asLiveRelease(held, false).state).toBe('ready');
    expect(refusal(held, { kind: 'lift_hold' }, elsewhere)).toBe('not_yours');
    const lifted = after(held, [{ kind: 'lift_hold' }, therapist, 7]);
    expect(lifted).toEqual(given);
    expect(refusal(lifted, { kind: 'lift_hold' }, therapist)).toBe('wrong_state');
  });

  it('freezes everything but taking back and editing', () => {
    const ready = after(plain, [ask(toPartner, true), author, 0]);
    const given = after(plain, [ask(), author, 0], [{ kind: 'approve' }, therapist, 0]);
    expect(refusal(plain, ask(), author, 0, true)).toBe('frozen');
    expect(refusal(ready, { kind: 'approve' }, therapist, 0, true)).toBe('frozen');
    expect(refusal(ready, { kind: 'lift_hold' }, therapist, 0, true)).toBe('frozen');
    expect(refusal(after(letter, [ask(), author, 0]), { kind: 'confirm' }, author, 12, true)).toBe('frozen');
    expect(refusal(given, { kind: 'revoke' }, author, 0, true)).toBe('allowed');
    expect(refusal(given, { kind: 'edit' }, author, 0, true)).toBe('allowed');
    expect(asLiveRelease(given, true).state).toBe('ready');
    expect(asLiveRelease({ ...given, held: true }, false).state).toBe('ready');
  });
});
