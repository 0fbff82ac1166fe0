import { describe, expect, it } from '@jest/globals';
import { asStaffId } from '../shared/ids.js';
import { endRow, handOver, joinTeam, passLead, type TeamRow } from './care-team.js';
import { minutes, now, staffIds } from './sample-access.js';

type Name = 'tRp' | 'tBp' | 'tC' | 'solo';
const row = (
  staff: Name,
  side: TeamRow['side'],
  from: number,
  to: number | null = null,
  lead = false,
): TeamRow => ({
  id: `${staff} ${side}`,
  staffId: asStaffId(staffIds[staff]),
  side,
  lead,
  from: minutes(from),
  to: to === null ? null : minutes(to),
});

const team = [row('tRp', 'RP', -10, null, true), row('tBp', 'BP', -10), row('tC', 'JOINT', -10)];
const joining = (staff: Name, side: TeamRow['side'], from: number) => ({
  ...{ id: 'new', staffId: asStaffId(staffIds[staff]), side, from: minutes(from) },
});
const refused = (reason: string, more: object = {}) => ({ ok: false, refusal: { reason, ...more } });

describe('joining a care team (ACCESS-43)', () => {
  it('begins now or later, without the mark of the lead and without an end', () => {
    expect(joinTeam(team, joining('solo', 'RP', 0), now)).toEqual({
      ok: true,
      value: { ...joining('solo', 'RP', 0), lead: false, to: null },
    });
    expect(joinTeam(team, joining('solo', 'RP', -0.001), now)).toEqual(refused('in_the_past'));
  });

  it('is refused to who stands on the side then, and open again from the moment they leave it', () => {
    expect(joinTeam(team, joining('tRp', 'RP', 5), now)).toEqual(refused('already_on_it'));
    expect(joinTeam(team, joining('tRp', 'BP', 5), now).ok).toBe(true);
    const leaving = [row('tRp', 'RP', -10, 5)];
    expect(joinTeam(leaving, joining('tRp', 'RP', 4.999), now)).toEqual(refused('already_on_it'));
    expect(joinTeam(leaving, joining('tRp', 'RP', 5), now).ok).toBe(true);
  });
});

describe('leaving a care team (ACCESS-43)', () => {
  const second = row('solo', 'BP', -5);

  it('ends a row at the moment, the others staying as they are', () => {
    expect(endRow([...team, second], 'tBp BP', minutes(5), false, now)).toEqual({
      ok: true,
      value: { ...team[1], to: minutes(5) },
    });
  });

  it.each([
    ['an unknown row', 'nobody', 0, 'nothing_to_end'],
    ['a row that is over', 'tC BP', 0, 'nothing_to_end'],
    ['a moment that is over', 'tBp BP', -0.001, 'in_the_past'],
  ])('refuses %s', (_, id, at, reason) => {
    const rows = [...team, second, row('tC', 'BP', -10, 0)];
    expect(endRow(rows, id, minutes(at), false, now)).toEqual(refused(reason));
  });

  it('leaves no side alone, at no later moment, while the treatment is open', () => {
    expect(endRow(team, 'tBp BP', now, false, now)).toEqual(refused('side_left_alone', { side: 'BP' }));
    const gap = [...team, row('solo', 'BP', 6)];
    expect(endRow(gap, 'tBp BP', minutes(5), false, now)).toEqual(refused('side_left_alone', { side: 'BP' }));
    expect(endRow(gap, 'tBp BP', minutes(6), false, now).ok).toBe(true);
    const bothLeave = [...team, row('solo', 'BP', -5, 20)];
    expect(endRow(bothLeave, 'tBp BP', minutes(5), false, now)).toEqual(
      refused('side_left_alone', { side: 'BP' }),
    );
    expect(endRow(team, 'tBp BP', now, true, now).ok).toBe(true);
  });

  it('keeps a lead', () => {
    const rows = [...team, row('solo', 'RP', -5)];
    expect(endRow(rows, 'tRp RP', now, false, now)).toEqual(refused('lead_needed'));
    expect(endRow(rows, 'tRp RP', now, true, now).ok).toBe(true);
  });

  it('takes back what has not begun, unless somebody counts on it', () => {
    const planned = [...team, row('solo', 'BP', 30)];
    expect(endRow(planned, 'solo BP', now, false, now)).toEqual({
      ok: true,
      value: { ...planned[3], to: minutes(30) },
    });
    const counted = [team[0]!, row('tBp', 'BP', -10, 30), team[2]!, row('solo', 'BP', 30)];
    expect(endRow(counted, 'solo BP', now, false, now)).toEqual(refused('side_left_alone', { side: 'BP' }));
  });
});

describe('handing over (ACCESS-43)', () => {
  const to = (staff: Name, at: number) => ({ ...joining(staff, 'RP', at) });

  it('is one moment for both, and the lead goes along', () => {
    expect(handOver(team, 'tRp RP', to('solo', 15), false, now)).toEqual({
      ok: true,
      value: {
        ended: { ...team[0], to: minutes(15) },
        joined: { ...to('solo', 15), lead: true, to: null },
      },
    });
    const plain = handOver(team, 'tBp BP', to('solo', 0), false, now);
    expect(plain.ok && plain.value.joined).toMatchObject({ side: 'BP', lead: false });
  });

  it.each([
    ['an unknown row', 'nobody', to('solo', 0), 'nothing_to_end'],
    ['oneself', 'tRp RP', to('tRp', 0), 'already_on_it'],
    ['the past', 'tRp RP', to('solo', -1), 'in_the_past'],
  ])('refuses %s', (_, id, whom, reason) => {
    expect(handOver(team, id, whom, false, now)).toEqual(refused(reason));
  });

  it('refuses a row that is over', () => {
    const rows = [...team, row('tC', 'BP', -10, 0)];
    expect(handOver(rows, 'tC BP', to('solo', 0), false, now)).toEqual(refused('nothing_to_end'));
  });
});

describe('the lead (ACCESS-43)', () => {
  it('stands on a row that holds now and has no end, the first side first', () => {
    const rows = [...team, row('tC', 'BP', -5), row('solo', 'RP', 1), row('solo', 'BP', -5, 9)];
    expect(passLead(rows, asStaffId(staffIds.tC), now)).toBe('tC BP');
    expect(passLead(rows, asStaffId(staffIds.solo), now)).toBeNull();
    expect(passLead(rows, asStaffId(staffIds.owner), now)).toBeNull();
  });
});
