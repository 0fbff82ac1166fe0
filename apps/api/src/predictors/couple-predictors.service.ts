import { Injectable } from '@nestjs/common';
import { asLocalDate, fractionOfText, itemSetVersion, roundHalfAway, weightsVersion } from '@trellis/domain';
import type {
  CouplePredictorsView,
  GiveRatingRequest,
  PredictorSumRequest,
  PredictorSumView,
} from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { chartEvents } from './chart-events.js';
import { chartsOf } from './charts.js';
import { PredictorsRepository, type CoupleFacts } from './predictors.repository.js';
import { sumOf } from './predictor-sum.js';
import { sheetOf } from './rating-sheet.js';
import { RatingWriter } from './rating-writer.js';
import { therapistDue, therapistWindows } from './therapist-window.js';

/** A couple's five predictors as one of its therapists sees them. */
@Injectable()
export class CouplePredictorsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly ratings: PredictorsRepository,
    private readonly writer: RatingWriter,
    private readonly clock: Clock,
  ) {}

  /** The charts by each person's measurement consent. @throws AppError not_found. */
  async charts(coupleId: string): Promise<CouplePredictorsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('predictors.read', coupleId);
      return this.view(grant, await this.ratings.facts(grant));
    });
  }

  /** The sum behind one reading. @throws AppError not_found, also for a day that no fortnight ends on. */
  async sum(coupleId: string, request: PredictorSumRequest): Promise<PredictorSumView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('predictors.read', coupleId);
      const asked = { predictor: request.predictor, readOn: asLocalDate(request.readOn) };
      const sum = sumOf(grant, await this.ratings.facts(grant), asked, this.clock.now());
      if (sum === null) throw notFound();
      const earlier = await this.ratings.earlier(grant, asked.predictor, asked.readOn);
      return {
        ...sum,
        earlier: earlier.map(({ composite, ...row }) => ({
          composite: composite === null ? null : roundHalfAway(fractionOfText(composite), 1),
          computedAt: row.computed_at.toISOString(),
          weightsVersion: row.weights_version,
          itemSetVersion: row.item_set_version,
        })),
        weightsVersion: String(weightsVersion),
        itemSetVersion: String(itemSetVersion),
      };
    });
  }

  /**
   * Gives the therapist's own rating, for the fortnight under way or the one before.
   * @throws AppError not_found, not_allowed unless the asker is the lead clinician, rating_window_closed,
   * rating_answers_invalid, rating_already_given.
   */
  async rate(coupleId: string, request: GiveRatingRequest): Promise<CouplePredictorsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('ratings.enter', coupleId);
      const { leads } = await this.ratings.facts(grant);
      if (!leads) throw new AppError('not_allowed', { rule: 'lead_clinician_rates' });
      const windowEndsOn = asLocalDate(request.windowEndsOn);
      if (!therapistWindows(grant, this.clock.now()).includes(windowEndsOn))
        throw new AppError('rating_window_closed');
      await this.writer.keep(grant, {
        source: 'T',
        raterId: currentActor().id,
        compartment: 'JOINT',
        windowEndsOn,
        sheet: sheetOf(request.answers, 'T'),
      });
      return this.view(grant, await this.ratings.facts(grant));
    });
  }

  private view(grant: CaseGrant, facts: CoupleFacts): CouplePredictorsView {
    const now = this.clock.now();
    const given = facts.ratings.filter(({ source }) => source === 'T').map(({ on }) => on);
    const due = facts.leads ? therapistDue(grant, given, now) : null;
    return {
      predictors: chartsOf(grant, facts, now),
      ...chartEvents(grant, facts, now),
      therapistRatingDue: due === null ? null : { windowEndsOn: due },
      weightsVersion: String(weightsVersion),
      itemSetVersion: String(itemSetVersion),
    };
  }
}
