import type { StaffListView } from '@trellis/contracts';
import type { Actor } from '../platform/context/request-context.js';
import type { OpenInvitationRow } from './staff-invitation.repository.js';
import type { MemberRow } from './staff.repository.js';

interface StaffFound {
  readonly members: readonly MemberRow[];
  readonly invitations: readonly OpenInvitationRow[];
  readonly devices: ReadonlyMap<string, number>;
  readonly actor: Actor;
}

export function toStaffListView({ members, invitations, devices, actor }: StaffFound): StaffListView {
  return {
    members: members.map(({ id, name, credentials, role, active }) => ({
      ...{ id, name, credentials, role, active },
      sessions: devices.get(id) ?? 0,
      you: id === actor.id,
      changeable: id !== actor.id && (role !== 'owner' || actor.role === 'owner'),
    })),
    invitations: invitations.map(({ id, name, role, expires_at, locked }) => ({
      ...{ id, name, role, locked },
      expiresAt: expires_at.toISOString(),
    })),
  };
}
