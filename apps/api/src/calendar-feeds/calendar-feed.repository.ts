import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CalendarEntry } from '../platform/mail/calendar-file.js';

/** Whose calendar an address opens. */
export interface FoundFeed {
  readonly clinic_id: string;
  readonly staff_id: string;
  readonly language: 'en' | 'es';
}

interface HourRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly live: boolean;
  readonly version: number;
  readonly changed_at: Date;
}

/** Addresses of calendars, and the hours behind them: ids and times, no name, no place. */
@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Since when the asker's calendar has an address; null without. */
  async since(): Promise<Date | null> {
    const [row] = await this.work.rows<{ made_at: Date }>(
      'SELECT made_at FROM calendar_feed WHERE clinic_id = app.clinic() AND staff_id = app.actor()',
    );
    return row?.made_at ?? null;
  }

  /** Puts an address in the place of the one before. */
  async put(tokenHash: Buffer, language: 'en' | 'es', at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO calendar_feed (clinic_id, staff_id, token_hash, language, made_at)
        VALUES (app.clinic(), app.actor(), $1, $2, $3)
        ON CONFLICT (clinic_id, staff_id) DO UPDATE SET token_hash = $1, language = $2, made_at = $3`,
      [tokenHash, language, at],
    );
  }

  /** False where there was none. */
  async end(): Promise<boolean> {
    const ended = await this.work.change(
      'DELETE FROM calendar_feed WHERE clinic_id = app.clinic() AND staff_id = app.actor()',
    );
    return ended === 1;
  }

  /** Before anybody is known, under role auth: a therapist who works there now. */
  async find(tokenHash: Buffer): Promise<FoundFeed | null> {
    const [row] = await this.work.rows<FoundFeed>(
      `SELECT f.clinic_id, f.staff_id, f.language FROM calendar_feed f
        JOIN staff_member m ON m.clinic_id = f.clinic_id AND m.id = f.staff_id
        WHERE f.token_hash = $1 AND m.role = 'therapist' AND m.deactivated_at IS NULL`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** The asker's sessions with couples they care for now, cancelled ones too; by time, 1000 at most. */
  async hours(from: Date, to: Date): Promise<CalendarEntry[]> {
    const rows = await this.work.rows<HourRow>(
      `SELECT a.id, a.starts_at, a.ends_at, a.live, a.version, coalesce(a.closed_at, a.booked_at) AS changed_at
        FROM appointment a WHERE a.clinic_id = app.clinic() AND a.starts_at < $2 AND a.ends_at > $1
          AND (a.live OR a.kind <> 'disclosure')
          AND EXISTS (SELECT FROM appointment_participant q WHERE q.clinic_id = a.clinic_id
            AND q.appointment_id = a.id AND q.staff_id = app.actor())
          AND EXISTS (SELECT FROM care_assignment x WHERE x.clinic_id = a.clinic_id AND x.couple_id = a.couple_id
            AND x.staff_id = app.actor() AND x.from_at <= app.now() AND (x.to_at IS NULL OR x.to_at > app.now())
            AND (a.side = 'JOINT' OR x.side = a.side))
        ORDER BY a.starts_at, a.id LIMIT 1000`,
      [from, to],
    );
    return rows.map((row) => ({
      ...{ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at, version: row.version },
      ...{ changedAt: row.changed_at, cancelled: !row.live },
    }));
  }
}
