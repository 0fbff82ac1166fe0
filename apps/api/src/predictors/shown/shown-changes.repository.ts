import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  sessionFrame,
  type LocalDate,
  type PlannedSession,
  type PredictorCode,
  type Track,
} from '@trellis/domain';
import type { OwnShownChangeView, ShownChangeView } from '@trellis/contracts';
import type { CaseGrant } from '../../access/case-access.js';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** A session that the asker sits in, around now. */
export interface SessionAround extends PlannedSession {
  readonly id: string;
}

/** What is shown to whom, in which session. */
export interface NewShownChange {
  readonly to: Track;
  readonly predictor: PredictorCode;
  readonly statement: ShownChangeView['statement'];
  readonly readOn: LocalDate;
  readonly appointmentId: string;
  readonly shownOn: LocalDate;
  readonly at: Date;
}

/** Changes that were shown. Row-level security leaves out what was shown to the side the asker does not hold. */
@Injectable()
export class ShownChangesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Sessions of the couple that the asker sits in and that are under way or about to be. */
  async sessionsAround({ coupleId }: CaseGrant, now: Date): Promise<SessionAround[]> {
    return this.work.rows<SessionAround>(
      `SELECT a.id, a.side, a.starts_at AS "startsAt", a.ends_at AS "endsAt" FROM appointment a
        JOIN appointment_participant p ON p.clinic_id = a.clinic_id AND p.appointment_id = a.id
          AND p.staff_id = app.actor()
        WHERE a.clinic_id = app.clinic() AND a.couple_id = $1 AND a.live AND a.kind <> 'team'
          AND a.starts_at <= $2::timestamptz + make_interval(mins => $3)
          AND a.ends_at >= $2::timestamptz - make_interval(mins => $4)
        ORDER BY a.starts_at, a.id LIMIT 4`,
      [coupleId, now, sessionFrame.minutesBefore, sessionFrame.minutesAfter],
    );
  }

  /** What stands on the phones of the sides the asker holds, and what the asker showed; newest first, 50 at most. */
  async standing({ coupleId, mySides }: CaseGrant): Promise<ShownChangeView[]> {
    return this.work.rows<ShownChangeView>(
      `SELECT s.id, s.predictor, s.side AS to, s.statement, s.read_on::text AS "readOn", s.shown_on::text AS "shownOn",
          s.version
        FROM shown_change s WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.taken_back_at IS NULL
          AND (s.side = ANY ($2) OR s.shown_by = app.actor())
        ORDER BY s.shown_at DESC, s.id DESC LIMIT 50`,
      [coupleId, mySides],
    );
  }

  /** The newest of each predictor on one's own phone. */
  async own({ coupleId, personId, side }: PersonGrant): Promise<OwnShownChangeView[]> {
    return this.work.rows<OwnShownChangeView>(
      `SELECT DISTINCT ON (s.predictor) s.predictor, s.statement, s.shown_on::text AS "shownOn" FROM shown_change s
        WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.person_id = $2 AND s.side = $3
          AND s.taken_back_at IS NULL
        ORDER BY s.predictor, s.shown_at DESC, s.id DESC LIMIT 5`,
      [coupleId, personId, side],
    );
  }

  /** Who of the couple is on the side; null for nobody. */
  async personOn({ coupleId }: CaseGrant, side: Track): Promise<string | null> {
    const [row] = await this.work.rows<{ id: string }>(
      `SELECT e.person_id AS id FROM enrolment e
        WHERE e.clinic_id = app.clinic() AND e.couple_id = $1 AND e.side = $2 LIMIT 1`,
      [coupleId, side],
    );
    return row?.id ?? null;
  }

  /** Answers with the id of the new row. */
  async add({ coupleId }: CaseGrant, personId: string, change: NewShownChange): Promise<string> {
    const id = randomUUID();
    await this.work.change(
      `INSERT INTO shown_change (clinic_id, id, couple_id, person_id, side, predictor, statement, read_on,
          appointment_id, shown_by, shown_on, shown_at, version)
        VALUES (app.clinic(), $1, $2, $3, $4, $5, $6, $7, $8, app.actor(), $9, $10, 1)`,
      [
        ...[id, coupleId, personId, change.to, change.predictor, change.statement, change.readOn],
        ...[change.appointmentId, change.shownOn, change.at],
      ],
    );
    return id;
  }

  /** Whose it is and its version, while it stands; null for none that the asker may take back. */
  async find(
    { coupleId, mySides }: CaseGrant,
    id: string,
  ): Promise<{ readonly personId: string; readonly version: number } | null> {
    const [row] = await this.work.rows<{ personId: string; version: number }>(
      `SELECT s.person_id AS "personId", s.version FROM shown_change s
        WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.id = $2 AND s.taken_back_at IS NULL
          AND (s.side = ANY ($3) OR s.shown_by = app.actor())`,
      [coupleId, id, mySides],
    );
    return row ?? null;
  }

  /** False when somebody took it back before. */
  async takeBack({ coupleId }: CaseGrant, id: string, version: number, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE shown_change SET taken_back_by = app.actor(), taken_back_at = $4, version = version + 1
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND id = $2 AND version = $3 AND taken_back_at IS NULL`,
      [coupleId, id, version, at],
    );
    return changed === 1;
  }
}
