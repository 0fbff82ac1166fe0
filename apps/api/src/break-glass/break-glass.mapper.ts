import type { EmergencyOpeningView, EmergencyReviewView, LiveEmergencyView } from '@trellis/contracts';
import { breakGlassReview } from '@trellis/domain';
import type { GlassRow, LiveGlassRow } from './break-glass.repository.js';
import type { ReviewRow } from './break-glass-reviews.repository.js';

export function liveView(row: LiveGlassRow): LiveEmergencyView {
  return {
    id: row.id,
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    openedAt: row.opened_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
  };
}

export function openingView(row: GlassRow): EmergencyOpeningView {
  const over = row.ended_at ?? (row.closes_at <= row.now ? row.closes_at : null);
  return {
    id: row.id,
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    openedByName: row.opened_by_name,
    openedAt: row.opened_at.toISOString(),
    overAt: over?.toISOString() ?? null,
  };
}

export function reviewView(row: ReviewRow, reason: string, mayReview: boolean): EmergencyReviewView {
  const { dueAt, state } = breakGlassReview(row.opened_at, row.reviewed_at, row.now);
  return {
    ...openingView(row),
    reason,
    dueAt: dueAt.toISOString(),
    state,
    outcome: row.outcome,
    reviewedByName: row.reviewed_by_name,
    mayReview,
  };
}
