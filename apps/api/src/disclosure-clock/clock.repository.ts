import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ClaimedCouple {
  readonly clinic_id: string;
  readonly couple_id: string;
}

/** Which couples are to be looked at, and when again. */
@Injectable()
export class ClockRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Ids of couples of every clinic whose time has come by the clinical clock. Needs UnitOfWork.runAsDispatch. */
  async claim(now: Date, batch: number, staleSeconds: number): Promise<ClaimedCouple[]> {
    return this.work.rows<ClaimedCouple>(
      'SELECT clinic_id, couple_id FROM app.claim_disclosure_clocks($1, $2, $3)',
      [now, batch, staleSeconds],
    );
  }

  /** Keeps other workers away until the transaction ends. False when the couple is not due any longer. */
  async hold(coupleId: string, now: Date): Promise<boolean> {
    const [row] = await this.work.rows<{ due: boolean }>(
      `SELECT due_at <= $2 AS due FROM disclosure_clock
        WHERE clinic_id = app.clinic() AND couple_id = $1 FOR UPDATE`,
      [coupleId, now],
    );
    return row?.due === true;
  }

  /** The couple is looked at again at `at`, by whoever is there then. */
  async set(coupleId: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_clock SET due_at = $2, claimed_at = NULL
        WHERE clinic_id = app.clinic() AND couple_id = $1`,
      [coupleId, at],
    );
  }

  async timeZone(coupleId: string): Promise<string | null> {
    const [row] = await this.work.rows<{ zone: string | null }>(
      `SELECT app.couple_for_jobs($1) ->> 'timeZone' AS zone`,
      [coupleId],
    );
    return row?.zone ?? null;
  }
}
