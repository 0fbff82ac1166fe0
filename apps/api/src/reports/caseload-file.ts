import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { caseloadCells, caseloadColumns } from './caseload-report.js';
import {
  CaseloadReportRepository,
  type AfterRow,
  type CaseloadReportRow,
} from './caseload-report.repository.js';
import { byteOrderMark, csvLines } from './csv.js';

const pageSize = 500;

/** Builds the caseload as CSV, each page in a short transaction of its own. */
@Injectable()
export class CaseloadFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly caseload: CaseloadReportRepository,
    private readonly clock: Clock,
  ) {}

  total(): Promise<number> {
    return this.caseload.total(currentActor().clinicId);
  }

  /** The whole file and its number of rows. `advance` hears the rows done after every page. */
  async make(advance: (rowsDone: number) => Promise<void>): Promise<{ text: string; rows: number }> {
    const now = this.clock.now();
    const parts = [byteOrderMark, csvLines([caseloadColumns])];
    let after: AfterRow | null = null;
    let rows = 0;
    for (;;) {
      const page: CaseloadReportRow[] = await this.page(after);
      parts.push(csvLines(page.map((row) => caseloadCells(row, now))));
      rows += page.length;
      await advance(rows);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return { text: parts.join(''), rows };
      after = { sort_name: last.sort_name, id: last.id };
    }
  }

  private page(after: AfterRow | null): Promise<CaseloadReportRow[]> {
    return this.work.run(() => this.caseload.page(currentActor().clinicId, after, pageSize));
  }
}
