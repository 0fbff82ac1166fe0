import type { OwnAccountView } from '@trellis/contracts';
import type { LiveSession } from '../platform/session/live-session.js';
import type { Device } from '../platform/session/session-store.js';
import type { PlaceRow } from './own-places.repository.js';
import { recoveryCodeCount } from './recovery-codes.js';

interface OwnAccount {
  readonly session: LiveSession;
  readonly email: string;
  readonly devices: readonly Device[];
  readonly places: readonly PlaceRow[];
  readonly codesLeft: number;
}

export function toOwnAccountView({ session, email, devices, places, codesLeft }: OwnAccount): OwnAccountView {
  return {
    email,
    recoveryCodesLeft: codesLeft,
    recoveryCodesLow: recoveryCodeCount.low,
    sessions: devices.map(({ ref, device, startedAt, seenAt, current }) => ({
      ...{ ref, device, current },
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
    })),
    memberships: places.map((place) => ({
      clinicId: place.clinic_id,
      staffId: place.staff_id,
      clinicName: place.clinic_name,
      role: place.role,
      current: place.clinic_id === session.clinicId && place.staff_id === session.subjectId,
    })),
  };
}
