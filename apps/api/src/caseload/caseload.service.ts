import { Injectable } from '@nestjs/common';
import type { CaseloadPageView, CaseloadRequest } from '@trellis/contracts';
import { localDateOf, wordsMatch } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { coupleOfCursor, cursorAfter, invalidCursor } from './caseload-cursor.js';
import { caseloadRowView } from './caseload.mapper.js';
import { CaseloadRepository } from './caseload.repository.js';
import { sparklineFrom } from './sparklines.js';

const usualLimit = 50;

/** The list a day begins with: a therapist's own couples, or the clinic's for an admin. */
@Injectable()
export class CaseloadService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly caseload: CaseloadRepository,
  ) {}

  /** One page, by name unless asked otherwise, 50 couples unless asked for 1 to 100. */
  async page(request: CaseloadRequest): Promise<CaseloadPageView> {
    const sort = request.sort ?? 'name';
    const limit = request.limit ?? usualLimit;
    const after = coupleOfCursor(sort, request.cursor);
    const now = this.clock.now();
    const readingsFrom = sparklineFrom(localDateOf(now, 'UTC'));
    const forAdmin = currentActor().role !== 'therapist';
    const page = await this.work.run(async () => {
      const within = await this.found(forAdmin, request.search);
      return this.caseload.page({ ofClinic: forAdmin, sort, after, limit, within, readingsFrom });
    });
    if (!page.cursorFound) throw invalidCursor();
    const couples = page.couples.slice(0, limit).map((couple) => caseloadRowView(couple, now, forAdmin));
    const last = page.couples.length > limit ? couples.at(-1) : undefined;
    return { couples, nextCursor: last === undefined ? null : cursorAfter(sort, last.id), total: page.total };
  }

  private async found(ofClinic: boolean, search = ''): Promise<string[] | null> {
    if (search.trim() === '') return null;
    const candidates = await this.caseload.names(ofClinic);
    return candidates.filter(({ names }) => wordsMatch(search, names)).map(({ id }) => id);
  }
}
