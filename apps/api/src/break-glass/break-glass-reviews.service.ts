import { Injectable } from '@nestjs/common';
import type { EmergencyReviewsView, EmergencyReviewView, ReviewEmergencyRequest } from '@trellis/contracts';
import { asStaffId, decide, type StaffActor } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { reviewView } from './break-glass.mapper.js';
import { BreakGlassReviewsRepository, type ReviewRow } from './break-glass-reviews.repository.js';
import { reasonPlace } from './reason-place.js';

/** Every emergency reading is looked at by an owner within 72 hours. */
@Injectable()
export class BreakGlassReviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: BreakGlassReviewsRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** What waits, with its reasons, and what was reviewed last. Looking is put on record. */
  async list(): Promise<EmergencyReviewsView> {
    return this.work.run(async () => {
      const waiting = await this.views(await this.reviews.waiting());
      const reviewed = await this.views(await this.reviews.reviewed());
      await this.record('break_glass.read', null);
      return { waiting, reviewed };
    });
  }

  /** @throws AppError not_found; not_allowed for one's own beside another owner; emergency_already_reviewed. */
  async review(id: string, { outcome }: ReviewEmergencyRequest): Promise<void> {
    const { clinicId, id: by } = currentActor();
    await this.work.run(async () => {
      const row = await this.reviews.one(id);
      if (row === null) throw notFound();
      if (!mayReview(row)) throw new AppError('not_allowed');
      if (!(await this.reviews.add(clinicId, id, by, outcome)))
        throw new AppError('emergency_already_reviewed');
      await this.record('break_glass.review', row.couple_id);
    });
  }

  private async views(rows: readonly ReviewRow[]): Promise<EmergencyReviewView[]> {
    const { clinicId } = currentActor();
    const views: EmergencyReviewView[] = [];
    for (const row of rows) {
      const reason = await this.vault.open(reasonPlace(clinicId, row.id, row.opened_by), row.reason_sealed);
      views.push(reviewView(row, reason, mayReview(row)));
    }
    return views;
  }

  private async record(action: string, coupleId: string | null): Promise<void> {
    const about = coupleId === null ? {} : { resourceId: coupleId };
    await this.audit.record({ action, resource: 'couple', ...about, decision: 'allowed' });
  }
}

/** Somebody who opened under another membership of theirs opened it themselves. */
function mayReview({ own, solo, opened_by }: ReviewRow): boolean {
  const { clinicId, id, role } = currentActor();
  const owner: StaffActor = {
    ...{ kind: 'staff', staffId: asStaffId(id), clinicId, roles: role === 'owner' ? ['owner'] : [] },
    ...{ assignments: [], breakGlass: null, stepUpAt: null },
  };
  const openedBy = asStaffId(own ? id : opened_by);
  const review = { kind: 'break_glass_review', clinicId, openedBy, soloPractice: solo } as const;
  // This decision asks for no time.
  return decide(owner, 'review', review, new Date(0)).allow;
}
