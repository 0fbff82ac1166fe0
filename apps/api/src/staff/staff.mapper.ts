import type { StaffListView, WayBackView } from '@trellis/contracts';
import type { Actor } from '../platform/context/request-context.js';
import type { OpenInvitationRow } from './staff-invitation.repository.js';
import type { MemberRow } from './staff.repository.js';
import type { StandingWayBack } from './way-back/way-back.repository.js';

interface StaffFound {
  readonly members: readonly MemberRow[];
  readonly invitations: readonly OpenInvitationRow[];
  readonly waysBack: readonly StandingWayBack[];
  readonly devices: ReadonlyMap<string, number>;
  readonly actor: Actor;
}

export function toStaffListView({
  members,
  invitations,
  waysBack,
  devices,
  actor,
}: StaffFound): StaffListView {
  return {
    members: members.map(({ id, name, credentials, role, active, mine }) => ({
      ...{ id, name, credentials, role, active },
      sessions: devices.get(id) ?? 0,
      you: mine,
      changeable: !mine && (role !== 'owner' || actor.role === 'owner'),
      wayBack: wayBackView(waysBack.find(({ staff_id: staffId }) => staffId === id)),
    })),
    invitations: invitations.map(({ id, name, role, expires_at, locked }) => ({
      ...{ id, name, role, locked },
      expiresAt: expires_at.toISOString(),
    })),
  };
}

function wayBackView(row: StandingWayBack | undefined): WayBackView | null {
  if (row === undefined) return null;
  const state = row.opened ? 'open' : 'second_person';
  return {
    id: row.id,
    state: row.locked ? 'locked' : state,
    expiresAt: row.expires_at.toISOString(),
    mayAgree: state === 'second_person' && !row.own,
  };
}
