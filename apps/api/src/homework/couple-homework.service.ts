import { Injectable } from '@nestjs/common';
import { tracks } from '@trellis/domain';
import type { CoupleHomeworkView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { toGivenRow, toTaskRow } from './homework.mapper.js';
import { pageOf, placeOf } from './page-place.js';

const pageSize = 50;

/** The homework of a couple as one of its therapists sees it. */
@Injectable()
export class CoupleHomeworkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly homework: CaseHomeworkRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of at most 50 tasks, newest due day first, of the sides the viewer holds. Sides that stay closed are
   * named with the therapist to ask. @throws AppError not_found, invalid_request for a broken cursor.
   */
  async list(coupleId: string, cursor: string | undefined): Promise<CoupleHomeworkView> {
    const after = placeOf(cursor);
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.read', coupleId);
      const page = pageOf(await this.homework.page(grant, after, pageSize), pageSize);
      const now = this.clock.now();
      const sessionOn = await this.homework.sessionOn(grant);
      return {
        tasks: page.rows.map((row) =>
          grant.mySides.includes(row.compartment)
            ? toTaskRow(row, now, sessionOn)
            : toGivenRow(row, now, sessionOn),
        ),
        nextCursor: page.nextCursor,
        closedSides: await this.closedSides(grant),
      };
    });
  }

  private async closedSides(grant: CaseGrant): Promise<CoupleHomeworkView['closedSides']> {
    const closed = tracks.filter((side) => !grant.mySides.includes(side));
    if (closed.length === 0) return [];
    const therapists = await this.homework.therapists(grant);
    return closed.flatMap((side) => {
      const askName = therapists.find((therapist) => therapist.side === side)?.name;
      return askName === undefined ? [] : [{ side, askName }];
    });
  }
}
