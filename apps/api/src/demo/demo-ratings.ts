import { Injectable } from '@nestjs/common';
import {
  addDays,
  attachmentItems,
  instantOf,
  predictorCodes,
  predictors,
  ratingWindow,
  type LocalDate,
  type PredictorCode,
  type Rater,
} from '@trellis/domain';
import { elleryRatings, northPier, onlyOneAnswered, ratingsOfSum } from '@trellis/fixtures';
import { CouplePredictorsService } from '../predictors/couple-predictors.service.js';
import { OwnRatingsService } from '../predictors/own-ratings.service.js';
import { OwnTrackersService } from '../trackers/own-trackers.service.js';
import type { Actor } from '../platform/context/request-context.js';
import { personActor, type Cast, type ToldCouple } from './demo-people.js';
import { DemoTrust } from './demo-trust.js';
import { Story } from './story.js';

/** Sum of five items, 0 to 20, for a predictor, a rater and the n-th reading (from 0); null for "cannot say". */
export type SumOf = (predictor: PredictorCode, rater: Rater, reading: number) => number | null;

const mostReadings = 12;

/** Readings after which the therapist rates: the first, the second, and then every four weeks. */
const therapistReadings: ReadonlySet<number> = new Set([0, 1, 3, 5, 7, 9, 11]);

/** The worked example's sums. */
export const elleryOf: SumOf = (predictor, rater, reading) =>
  elleryRatings[predictor][rater][reading] ?? null;

/** Sums of a couple that is no worked example: rising slowly, each couple from its own beginning. */
export function steadySums(seed: number): SumOf {
  const start: Readonly<Record<Rater, number>> = { R: 9, B: 5, T: 7 };
  return (predictor, rater, reading) => {
    const order = predictorCodes.indexOf(predictor);
    const wave = ((seed * 7 + order * 3 + reading * 5) % 4) - 1;
    return Math.max(
      0,
      Math.min(20, start[rater] + (seed % 3) + Math.floor((reading * (4 + ((seed + order) % 3))) / 8) + wave),
    );
  };
}

/** Gives the ratings of the demo, each by its own rater in its own window. */
@Injectable()
export class DemoRatings {
  constructor(
    private readonly story: Story,
    private readonly own: OwnRatingsService,
    private readonly couples: CouplePredictorsService,
    private readonly trackers: OwnTrackersService,
    private readonly trust: DemoTrust,
  ) {}

  /** Fills the last readings of `weeks` whole weeks, twelve at most. */
  async tell(told: ToldCouple, weeks: number, sumOf: SumOf, raters: readonly Rater[]): Promise<void> {
    const fortnights = Math.floor(weeks / 2);
    const first = Math.max(0, fortnights - mostReadings);
    for (let reading = 0; first + reading < fortnights; reading += 1) {
      const sunday = ratingWindow(told.anchorOn, northPier.zone, first + reading + 1).reading;
      for (const rater of raters) await this.give(told, rater, reading, sunday, sumOf);
    }
  }

  /** The worked example's reviews of trust, up to the week that began on `until`; their exercise must be open by then. */
  async tellTrust(couples: readonly ToldCouple[], cast: Cast, until: LocalDate): Promise<void> {
    for (const couple of couples)
      if (couple.view.name === 'Ellery') await this.trust.tell(couple, cast, until);
  }

  private async give(
    told: ToldCouple,
    rater: Rater,
    reading: number,
    sunday: LocalDate,
    sumOf: SumOf,
  ): Promise<void> {
    if (rater === 'T' && !therapistReadings.has(reading)) return;
    const person: Actor | null = rater === 'T' ? told.lead : personActor(told, rater === 'R' ? 'RP' : 'BP');
    if (person === null) return;
    const evening = instantOf(rater === 'R' ? addDays(sunday, -1) : sunday, '19:30', northPier.zone);
    const request = { windowEndsOn: sunday, answers: answersOf(rater, reading, sumOf) };
    await this.story.at(evening, person, async () =>
      rater === 'T' ? this.couples.rate(told.view.id, request) : this.own.give(request),
    );
    if (rater === 'T' || reading % 2 === 1) return;
    await this.story.at(evening, person, async () => this.trackers.give({ answers: closenessOf(reading) }));
  }
}

/** Closeness and distance every four weeks: proof is needed less from one half of a year to the next. */
function closenessOf(reading: number): Record<string, unknown> {
  const needed = Math.max(1, 4 - Math.floor(reading / 3));
  return Object.fromEntries(
    attachmentItems.map(({ key, dimension }) => [key, dimension === 'anxious' ? needed : 2]),
  );
}

function answersOf(rater: Rater, reading: number, sumOf: SumOf): Record<string, unknown> {
  return Object.assign(
    {},
    ...predictorCodes.map((code) => {
      const items = predictors[code].items[rater];
      const sum = sumOf(code, rater, reading);
      return sum === null ? onlyOneAnswered(items, 2) : ratingsOfSum(items, sum);
    }),
  ) as Record<string, unknown>;
}
