import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface LetterCountRow {
  readonly kind: string;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
}

export interface FailedLetterRow {
  readonly id: string;
  readonly kind: string;
  readonly failure_code: string | null;
  readonly created_at: Date;
  readonly failed_at: Date;
}

/** Letters in the outbox, by kind and day. To whom they go is not asked. */
@Injectable()
export class OutgoingMailRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Numbers of each kind: sent within seven days, waiting, and given up within thirty. */
  async counts(): Promise<LetterCountRow[]> {
    return this.work.rows<LetterCountRow>(
      `SELECT kind, count(*) FILTER (WHERE done_at > app.now() - interval '7 days')::integer AS sent,
          count(*) FILTER (WHERE done_at IS NULL AND failed_at IS NULL)::integer AS waiting,
          count(*) FILTER (WHERE failed_at > app.now() - interval '30 days')::integer AS failed
        FROM outbox_message WHERE clinic_id = app.clinic() AND kind LIKE 'mail.%'
          AND created_at > app.now() - interval '31 days' GROUP BY kind ORDER BY kind LIMIT 50`,
    );
  }

  /** Given up within thirty days, newest first, 100 at most. */
  async failed(): Promise<FailedLetterRow[]> {
    return this.work.rows<FailedLetterRow>(
      `SELECT id, kind, failure_code, created_at, failed_at FROM outbox_message
        WHERE clinic_id = app.clinic() AND kind LIKE 'mail.%' AND failed_at > app.now() - interval '30 days'
        ORDER BY failed_at DESC, id LIMIT 100`,
    );
  }

  /** Has it tried again at once. False for one that was not given up, or long ago. */
  async retry(id: string): Promise<boolean> {
    const [row] = await this.work.rows<{ again: boolean }>('SELECT app.retry_letter($1) AS again', [id]);
    return row?.again ?? false;
  }
}
