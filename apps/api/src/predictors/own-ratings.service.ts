import { Injectable } from '@nestjs/common';
import { asLocalDate, isOpen, windowAt, type RatingWindow } from '@trellis/domain';
import type { GiveRatingRequest, RatingWindowView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { PredictorsRepository } from './predictors.repository.js';
import { sheetOf } from './rating-sheet.js';
import { RatingWriter } from './rating-writer.js';

/** A person's own fortnightly rating. */
@Injectable()
export class OwnRatingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly ratings: PredictorsRepository,
    private readonly writer: RatingWriter,
    private readonly clock: Clock,
  ) {}

  /** The window that takes answers now, or null between windows. */
  async current(): Promise<RatingWindowView | null> {
    return this.work.run(async () => this.openWindow(await this.people.require()));
  }

  /** As current, inside the caller's unit of work. */
  async openWindow(own: PersonGrant): Promise<RatingWindowView | null> {
    const window = this.takingAnswers(own);
    return window === null ? null : toView(window, await this.ratings.hasRated(own, window.reading));
  }

  /**
   * Gives the rating of the open window, once.
   * @throws AppError rating_window_closed, rating_answers_invalid, rating_already_given.
   */
  async give(request: GiveRatingRequest): Promise<RatingWindowView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const window = this.takingAnswers(own);
      if (window === null || window.reading !== asLocalDate(request.windowEndsOn)) {
        throw new AppError('rating_window_closed');
      }
      const source = own.side === 'RP' ? 'R' : 'B';
      await this.writer.keep(own, {
        source,
        raterId: own.personId,
        compartment: own.side,
        windowEndsOn: window.reading,
        sheet: sheetOf(request.answers, source),
      });
      return toView(window, true);
    });
  }

  private takingAnswers(own: PersonGrant): RatingWindow | null {
    const now = this.clock.now();
    const window = windowAt(own.anchorOn, own.timeZone, now);
    return window !== null && isOpen(window, now) ? window : null;
  }
}

/** `closesAt` is the last second that counts, Sunday 23:59:59 on the couple's clock. */
function toView(window: RatingWindow, answered: boolean): RatingWindowView {
  return {
    windowEndsOn: window.reading,
    opensAt: window.opensAt.toISOString(),
    closesAt: new Date(window.closesBefore.getTime() - 1000).toISOString(),
    answered,
  };
}
