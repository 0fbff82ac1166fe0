import { hourMs } from '../shared/durations.js';
import type { ClinicId, StaffId } from '../shared/ids.js';
import { accessSettings } from './access-settings.js';

/** What a clinic allows an operator for a while. */
export type SupportGrant = Readonly<{
  clinicId: ClinicId;
  approvedBy: readonly StaffId[];
  from: Date;
  until: Date;
}>;

const personsNeeded = 2;

/**
 * A grant counts while it runs (`from` included, `until` not), for its own clinic, when two different people of the
 * clinic approved it and it was given for 72 hours at most (ACCESS-31).
 */
export function isSupportGrantLive(grant: SupportGrant | null, clinicId: ClinicId, now: Date): boolean {
  if (grant === null || grant.clinicId !== clinicId) return false;
  if (new Set(grant.approvedBy).size < personsNeeded) return false;
  const length = grant.until.getTime() - grant.from.getTime();
  return length <= accessSettings.supportGrantHours.to * hourMs && grant.from <= now && now < grant.until;
}
