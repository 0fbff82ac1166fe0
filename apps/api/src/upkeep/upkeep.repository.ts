import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { outboxChannel } from '../platform/jobs/queue-names.js';

/** What one sweep took away, by kind. */
export type Swept = Readonly<Record<string, number>>;

/** Functions that work for every clinic at once and answer with numbers. Needs UnitOfWork.runAsDispatch. */
@Injectable()
export class UpkeepRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** At most `most` of each kind; null when the day's sweep is done, or somebody else is at it. */
  async sweep(most: number): Promise<Swept | null> {
    const [row] = await this.work.rows<{ swept: Swept | null }>('SELECT app.sweep($1) AS swept', [most]);
    return row?.swept ?? null;
  }

  /** Leaves letters to owners about openings that nobody has reviewed after so many hours. Returns how many. */
  async remind(hours: number): Promise<number> {
    const [row] = await this.work.rows<{ told: number }>('SELECT app.remind_of_reviews($1) AS told', [hours]);
    const told = row?.told ?? 0;
    if (told > 0) await this.work.rows('SELECT pg_notify($1, $2)', [outboxChannel, '']);
    return told;
  }
}
