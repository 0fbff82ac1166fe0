import { hourMs, minuteMs } from '../shared/durations.js';
import type { ClinicId, CoupleId, StaffId } from '../shared/ids.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { AccessObligation } from './access-decision.js';
import { accessSettings, isSteppedUp } from './access-settings.js';
import type { StaffRole } from './roles.js';

/** Emergency reading of one couple's record by somebody who is not in its care team. */
export type BreakGlass = Readonly<{
  openedBy: StaffId;
  clinicId: ClinicId;
  coupleId: CoupleId;
  openedAt: Date;
  endedAt: Date | null;
  /** Whether telling the owner of the record is safe; null when nobody has judged it. */
  ownerMayKnow: boolean | null;
}>;

export type BreakGlassRequest = Readonly<{
  staffId: StaffId;
  clinicId: ClinicId;
  roles: readonly StaffRole[];
  /** The clinic of the couple. */
  coupleClinicId: ClinicId;
  coupleId: CoupleId;
  reason: string;
  stepUpAt: Date | null;
  ownerMayKnow: boolean | null;
}>;
export type BreakGlassRefusal = 'other_clinic' | 'role' | 'no_reason' | 'step_up_needed';

/**
 * Opens the record of a couple of one's own clinic for an hour (ACCESS-26). Needs the role of a therapist or a
 * supervisor, since an admin has no path to words; a reason; and a step-up of five minutes at most.
 */
export function openBreakGlass(request: BreakGlassRequest, now: Date): Result<BreakGlass, BreakGlassRefusal> {
  const { staffId, clinicId, coupleId, ownerMayKnow } = request;
  if (request.coupleClinicId !== clinicId) return refuse('other_clinic');
  if (!isClinical(request.roles)) return refuse('role');
  if (request.reason.trim() === '') return refuse('no_reason');
  if (!isSteppedUp(request.stepUpAt, now)) return refuse('step_up_needed');
  return ok({ openedBy: staffId, clinicId, coupleId, openedAt: now, endedAt: null, ownerMayKnow });
}

function isClinical(roles: readonly StaffRole[]): boolean {
  return roles.includes('therapist') || roles.includes('supervisor');
}

/** Who holds it, and what they ask to see. */
export type BreakGlassHolder = Readonly<{
  staffId: StaffId;
  clinicId: ClinicId;
  roles: readonly StaffRole[];
}>;

/**
 * Whether it counts now: its opener, their clinic, that couple, before the sixtieth minute is over (ACCESS-27). It
 * never counts for what belongs to no couple (null).
 */
export function isBreakGlassLive(
  glass: BreakGlass | null,
  holder: BreakGlassHolder,
  coupleId: CoupleId | null,
  now: Date,
): glass is BreakGlass {
  if (glass === null || glass.openedBy !== holder.staffId || glass.clinicId !== holder.clinicId) return false;
  if (glass.coupleId !== coupleId || !isClinical(holder.roles)) return false;
  const age = now.getTime() - glass.openedAt.getTime();
  const ended = glass.endedAt !== null && now >= glass.endedAt;
  return age >= 0 && age < accessSettings.breakGlassMinutes.standard * minuteMs && !ended;
}

/** What each reading through it brings with it (ACCESS-28). The owner hears of it once that is known to be safe. */
export function breakGlassObligations({ ownerMayKnow }: BreakGlass): readonly AccessObligation[] {
  const always = [
    'show_banner',
    'notify_assigned_therapist',
    'notify_privacy_officer',
    'review_within_72_hours',
    'record_in_audit',
  ] as const;
  return ownerMayKnow === true ? [...always, 'notify_record_owner'] : always;
}

export type BreakGlassReview = Readonly<{
  dueAt: Date;
  state: 'open' | 'overdue' | 'in_time' | 'late';
}>;

/** Where its review stands; the last moment of the seventy-two hours is still in time (ACCESS-29). */
export function breakGlassReview(openedAt: Date, reviewedAt: Date | null, now: Date): BreakGlassReview {
  const dueAt = new Date(openedAt.getTime() + accessSettings.breakGlassReviewHours.standard * hourMs);
  if (reviewedAt !== null) return { dueAt, state: reviewedAt <= dueAt ? 'in_time' : 'late' };
  return { dueAt, state: now <= dueAt ? 'open' : 'overdue' };
}
