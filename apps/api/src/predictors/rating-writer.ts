import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Compartment, LocalDate, Rater } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { AppError } from '../platform/http/app-error.js';
import { Vault } from '../platform/sealing/vault.js';
import { PredictorsRepository } from './predictors.repository.js';
import type { RatingSheet } from './rating-sheet.js';

export interface RatingToKeep {
  readonly source: Rater;
  readonly raterId: string;
  readonly compartment: Compartment;
  readonly windowEndsOn: LocalDate;
  readonly sheet: RatingSheet;
}

/** Keeps one rating: sums in plain for the charts, the answers item by item sealed under the rater's own key. */
@Injectable()
export class RatingWriter {
  constructor(
    private readonly ratings: PredictorsRepository,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Needs an open unit of work. @throws AppError rating_already_given. */
  async keep(place: CaseGrant | PersonGrant, rating: RatingToKeep): Promise<void> {
    const { sheet, ...rest } = rating;
    const id = randomUUID();
    const { clinicId } = place;
    const sealed = await this.vault.seal(
      rating.source === 'T' ? 'staff' : 'person',
      { table: 'predictor_answer', column: 'sealed', rowId: id, clinicId, ownerId: rating.raterId },
      JSON.stringify(sheet.answers),
    );
    const added = { ...rest, sums: sheet.sums, givenAt: this.clock.now() };
    if (!(await this.ratings.add(place, added, { id, sealed }))) throw new AppError('rating_already_given');
    await this.ratings.wind(place, added.givenAt);
    await this.audit.record({
      action: 'ratings.give',
      resource: 'couple',
      resourceId: place.coupleId,
      ...(rating.source === 'T' ? {} : { personId: rating.raterId }),
      decision: 'allowed',
    });
  }
}
