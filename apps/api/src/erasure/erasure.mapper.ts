import type { ErasureListView, ErasureState, ErasureView } from '@trellis/contracts';
import { erasureStep, type ErasureStep } from '@trellis/domain';
import type { ApprovalRow, ErasureRow } from './erasure.repository.js';

/** How far a request is by the rule; only for one that stands. */
export function stepOf(row: ErasureRow, approvals: readonly ApprovalRow[]): ErasureStep {
  return erasureStep(
    {
      holdUntil: row.hold_until,
      othersDecide: row.others_decide,
      approvals: approvals.map(({ account_id, role, given_at }) => ({
        accountId: account_id,
        role,
        givenAt: given_at,
      })),
    },
    row.now,
  );
}

export function erasureView(row: ErasureRow, approvals: readonly ApprovalRow[], myId: string): ErasureView {
  const step = stepOf(row, approvals);
  const ended: ErasureState | null =
    row.erased_at !== null ? 'erased' : row.withdrawn_at !== null ? 'withdrawn' : null;
  return {
    id: row.id,
    personName: row.person_name,
    coupleName: row.couple_name,
    askedByPerson: row.asked_by_role === 'client',
    askedAt: row.at.toISOString(),
    holdUntil: row.hold_until.toISOString(),
    state: ended ?? step.step,
    until: ended === null ? (step.until?.toISOString() ?? null) : null,
    approvals: approvals.map(({ name, role, given_at }) => ({ name, role, givenAt: given_at.toISOString() })),
    youApproved: approvals.some(({ staff_id }) => staff_id === myId),
  };
}

export function erasureListView(
  rows: readonly ErasureRow[],
  approvals: readonly ApprovalRow[],
  nextCursor: string | null,
  myId: string,
): ErasureListView {
  const of = (id: string): ApprovalRow[] => approvals.filter(({ request_id }) => request_id === id);
  return { erasures: rows.map((row) => erasureView(row, of(row.id), myId)), nextCursor };
}
