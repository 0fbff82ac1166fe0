import type { StaffSessionView } from '@trellis/contracts';
import { may, permissions } from '@trellis/domain';
import type { LiveSession } from '../platform/session/live-session.js';
import { stepUpSeconds } from '../platform/session/session-limits.js';
import { recoveryCodeCount } from './recovery-codes.js';
import type { ClinicRow, StaffRow } from './staff-member.repository.js';

export function toStaffSessionView(
  session: LiveSession,
  member: StaffRow,
  clinic: ClinicRow,
  codesLeft: number | null,
): StaffSessionView {
  return {
    staff: { id: member.id, name: member.name, credentials: member.credentials, role: member.role },
    clinic: { id: clinic.clinic_id, name: clinic.name, timeZone: clinic.time_zone },
    permissions: permissions.filter((permission) => may(member.role, permission)),
    csrfToken: session.csrfToken,
    idleSeconds: session.idleSeconds,
    endsAt: session.endsAt.toISOString(),
    stepUpUntil: stepUpUntil(session),
    recoveryCodesLow: codesLeft !== null && codesLeft <= recoveryCodeCount.low,
  };
}

function stepUpUntil({ stepUpAt, steppedUp }: LiveSession): string | null {
  return stepUpAt === null || !steppedUp
    ? null
    : new Date(stepUpAt.getTime() + stepUpSeconds * 1000).toISOString();
}
