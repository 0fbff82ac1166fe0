import { Injectable } from '@nestjs/common';
import type { LocalDate, PersonId, Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Somebody whose trackers may be looked at, and since when they are here. */
export interface TrackedPerson {
  readonly id: PersonId;
  readonly side: Track;
  readonly enrolled_on: LocalDate | null;
}

export interface SealedSheetRow {
  readonly id: string;
  readonly on: LocalDate;
  readonly sealed: Buffer;
}

/** One sealed part of an exercise that feeds a tracker. */
export interface SealedExercisePart {
  readonly id: string;
  readonly task_id: string;
  readonly code: 'B14' | 'R04';
  readonly on: LocalDate;
  readonly sealed: Buffer;
}

/** Most sheets that are shown: a year of them. */
const mostSheets = 13;
/** More parts than a person writes in the weeks that are looked at. */
const mostParts = 120;

/** Trackers of one person. Row-level security leaves out whatever is not of the asker's side. */
@Injectable()
export class TrackersRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Those of the couple's people whose side the asker holds. */
  async people(grant: CaseGrant): Promise<TrackedPerson[]> {
    return this.work.rows<TrackedPerson>(
      `SELECT e.person_id AS id, e.side, (e.enrolled_at AT TIME ZONE $3)::date::text AS enrolled_on
        FROM enrolment e WHERE e.clinic_id = app.clinic() AND e.couple_id = $1 AND e.side = ANY ($2)
        ORDER BY e.side DESC LIMIT 2`,
      [grant.coupleId, grant.mySides, grant.timeZone],
    );
  }

  async self(own: PersonGrant): Promise<TrackedPerson> {
    const [row] = await this.work.rows<{ enrolled_on: LocalDate | null }>(
      `SELECT (e.enrolled_at AT TIME ZONE $3)::date::text AS enrolled_on FROM enrolment e
        WHERE e.clinic_id = app.clinic() AND e.couple_id = $1 AND e.person_id = $2`,
      [own.coupleId, own.personId, own.timeZone],
    );
    return { id: own.personId, side: own.side, enrolled_on: row?.enrolled_on ?? null };
  }

  /** Newest first. */
  async sheets(place: CaseGrant | PersonGrant, person: TrackedPerson): Promise<SealedSheetRow[]> {
    return this.work.rows<SealedSheetRow>(
      `SELECT s.id, s.given_on::text AS on, s.sealed FROM attachment_sheet s
        WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.person_id = $2
        ORDER BY s.given_on DESC, s.id LIMIT $3`,
      [place.coupleId, person.id, mostSheets],
    );
  }

  /** The day of the newest sheet, without opening it; null before the first. */
  async lastOn(own: PersonGrant): Promise<LocalDate | null> {
    const [row] = await this.work.rows<{ on: LocalDate | null }>(
      `SELECT max(s.given_on)::text AS on FROM attachment_sheet s
        WHERE s.clinic_id = app.clinic() AND s.person_id = $1`,
      [own.personId],
    );
    return row?.on ?? null;
  }

  /** False when the person has answered on this day before. */
  async add(own: PersonGrant, sheet: SealedSheetRow, givenAt: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO attachment_sheet (clinic_id, id, couple_id, person_id, side, given_on, sealed, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [own.clinicId, sheet.id, own.coupleId, own.personId, own.side, sheet.on, sheet.sealed, givenAt],
    );
    return added === 1;
  }

  /** The newest revision of every reaction week and urge log from the day on, oldest first. */
  async exercises(
    place: CaseGrant | PersonGrant,
    person: TrackedPerson,
    from: LocalDate,
  ): Promise<SealedExercisePart[]> {
    return this.work.rows<SealedExercisePart>(
      `SELECT a.id, a.task_id, t.template_code AS code, t.due_on::text AS on, a.sealed
        FROM homework_task t JOIN homework_answer a ON a.clinic_id = t.clinic_id AND a.task_id = t.id
        WHERE t.clinic_id = app.clinic() AND t.couple_id = $1 AND t.person_id = $2 AND t.due_on >= $3
          AND t.template_code = ANY ('{B14,R04}') AND t.withdrawn_at IS NULL
          AND a.revision = (SELECT max(n.revision) FROM homework_answer n
            WHERE n.clinic_id = t.clinic_id AND n.task_id = t.id)
        ORDER BY t.due_on DESC, a.id LIMIT $4`,
      [place.coupleId, person.id, from, mostParts],
    );
  }

  /** Days on which an exercise of recovery was handed in, and days of slips; both from the day on. */
  async days(
    place: CaseGrant | PersonGrant,
    person: TrackedPerson,
    from: LocalDate,
  ): Promise<{ readonly practised: LocalDate[]; readonly slips: LocalDate[] }> {
    const [row] = await this.work.rows<{ practised: LocalDate[]; slips: LocalDate[] }>(
      `SELECT ARRAY(SELECT DISTINCT (t.submitted_at AT TIME ZONE $4)::date::text FROM homework_task t
            WHERE t.clinic_id = app.clinic() AND t.couple_id = $1 AND t.person_id = $2 AND t.withdrawn_at IS NULL
              AND t.template_code LIKE 'R%' AND t.submitted_at >= $3::date - 1 ORDER BY 1) AS practised,
          ARRAY(SELECT DISTINCT (s.slip_at AT TIME ZONE $4)::date::text FROM slip s
            WHERE s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.person_id = $2 AND s.kind = 'slip'
              AND s.level <> 'near_slip' AND s.slip_at >= $3::date - 1 ORDER BY 1) AS slips`,
      [place.coupleId, person.id, from, place.timeZone],
    );
    return row ?? { practised: [], slips: [] };
  }
}
