import type { PersonSessionView } from '@trellis/contracts';
import type { LiveSession } from '../platform/session/live-session.js';
import type { OwnProfile } from './own-profile.repository.js';

export function toPersonSessionView(session: LiveSession, profile: OwnProfile): PersonSessionView {
  return {
    level: session.level === 'password' ? 'enrolment' : session.level,
    person: { id: profile.person_id, name: profile.name, side: profile.side, language: profile.language },
    partnerName: profile.partner_name ?? '',
    therapistName: profile.therapist_name ?? '',
    clinic: { name: profile.clinic_name, timeZone: profile.time_zone, phone: profile.phone },
    csrfToken: session.csrfToken,
    idleSeconds: session.idleSeconds,
    endsAt: session.endsAt.toISOString(),
  };
}
