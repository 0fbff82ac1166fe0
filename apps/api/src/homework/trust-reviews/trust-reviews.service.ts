import { Injectable } from '@nestjs/common';
import {
  homeworkLibrary,
  shownScore,
  trustEvidence,
  trustGaps,
  trustSubscales,
  trustTriad,
  type Fraction,
  type TrustScores,
} from '@trellis/domain';
import type { CoupleTrustView, TrustEvidenceView, TrustReviewView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Halves } from '../joint/halves.js';
import type { OpenHalf } from '../joint/joint-work-row.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notFound } from '../../platform/http/app-error.js';
import { TrustReviewsRepository, type TrustReviewRow } from './trust-reviews.repository.js';

/** Reviews that are looked at: half a year of them. */
const mostReviews = 6;
const nothing: TrustScores = { predictability: null, transparency: null, shared_values: null };

/** Three sides of trust as both people rated them, for their therapists. A review that is closed stays closed here. */
@Injectable()
export class TrustReviewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly reviews: TrustReviewsRepository,
    private readonly halves: Halves,
    private readonly audit: AuditWriter,
  ) {}

  /** Everybody whose half is opened finds that on record. @throws AppError not_found, also for an emergency reading. */
  async ofCouple(coupleId: string): Promise<CoupleTrustView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.read', coupleId);
      if (grant.emergency !== null) throw notFound();
      const found = await this.reviews.newest(grant, mostReviews);
      const opened = found.filter((review) => review.opened);
      const halves = await this.reviews.halves(grant, opened);
      const reviews: TrustReviewView[] = [];
      for (const review of opened.toReversed()) reviews.push(await this.read(grant, review, halves));
      return { reviews, closed: found.length - opened.length, evidence: trustSubscales.map(evidenceOf) };
    });
  }

  private async read(
    grant: CaseGrant,
    { id, on, tasks }: TrustReviewRow,
    halves: readonly OpenHalf[],
  ): Promise<TrustReviewView> {
    const rated = { RP: nothing, BP: nothing };
    for (const half of halves.filter((one) => tasks.includes(one.task_id))) {
      await this.audit.record({
        ...{ action: 'joint_work.read', resource: 'joint_work', resourceId: id, decision: 'allowed' },
        personId: half.person_id,
      });
      rated[half.side] = trustTriad(await this.halves.open(grant.clinicId, half));
    }
    const gaps = trustGaps(rated.RP, rated.BP);
    const sides = trustSubscales.map((side) => ({
      side,
      self: shown(rated.RP[side]),
      partner: shown(rated.BP[side]),
      gap: shown(gaps[side]),
    }));
    return { on, sides };
  }
}

function evidenceOf(side: (typeof trustSubscales)[number]): TrustEvidenceView {
  const { exercises, predictors } = trustEvidence[side];
  const titles = exercises.flatMap((code) => homeworkLibrary.find((one) => one.code === code)?.title ?? []);
  return { side, exercises: titles, predictors: [...predictors] };
}

function shown(score: Fraction | null): number | null {
  return score === null ? null : shownScore(score, 'therapist');
}
