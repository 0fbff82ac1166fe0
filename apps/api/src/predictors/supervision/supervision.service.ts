import { Injectable } from '@nestjs/common';
import { changeSinceBaseline, fractionOfText, predictors, type Reading } from '@trellis/domain';
import type { SupervisionCoupleView, SupervisionRequest, SupervisionView } from '@trellis/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  SupervisionRepository,
  type FullReadingRow,
  type SupervisedCoupleRow,
} from './supervision.repository.js';

const usualLimit = 100;

/** Who improved beyond noise, who did not, and what is missing, over the asker's own caseload. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly caseload: SupervisionRepository,
  ) {}

  async caseloadOf({ limit = usualLimit, cursor }: SupervisionRequest): Promise<SupervisionView> {
    return this.work.run(async () => {
      const rows = await this.caseload.couples(limit, cursor ?? null);
      const couples = rows.slice(0, limit).map(toCouple);
      return { couples, nextCursor: rows.length > limit ? (couples.at(-1)?.coupleId ?? null) : null };
    });
  }
}

function toCouple(row: SupervisedCoupleRow): SupervisionCoupleView {
  const { readings, self, partner } = row.answered;
  return {
    coupleId: row.id,
    coupleName: row.name,
    measured: row.measured,
    changes: row.changes.map(({ predictor, first, last }) => {
      const compared = [first, last].flatMap((one) => (one === null ? [] : [readingOf(one)]));
      return { predictor, statement: changeSinceBaseline(compared, predictors[predictor].weights).statement };
    }),
    readings,
    selfMissing: readings - self,
    partnerMissing: readings - partner,
    openEpisodes: row.open_episodes,
  };
}

function readingOf({ on, scores }: FullReadingRow): Reading {
  const exact = (text: string | null) => (text === null ? null : fractionOfText(text));
  return { on, scores: { R: exact(scores.R), B: exact(scores.B), T: exact(scores.T), D: exact(scores.D) } };
}
