import { Injectable } from '@nestjs/common';
import type { Compartment, CoupleId, PersonId, Stage } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface CaseRow {
  readonly id: string;
  readonly time_zone: string;
  readonly anchor_on: string;
  readonly stage: Stage;
  readonly my_sides: Compartment[];
  /** When the asker's live emergency reading of this couple began and will be over; null without one. */
  readonly glass_opened_at: Date | null;
  readonly glass_closes_at: Date | null;
  /** Database time of the statement, by which every date above was judged. */
  readonly now: Date;
}

export interface OwnCaseRow {
  readonly couple_id: string;
  readonly side: 'RP' | 'BP';
  readonly time_zone: string;
  readonly anchor_on: string;
  readonly stage: Stage;
  readonly language: 'en' | 'es';
  readonly partner_name: string | null;
  readonly therapist_id: string | null;
  readonly therapist_name: string | null;
}

/** Facts about who stands how to a couple. Row-level security decides which couples exist for the asker. */
@Injectable()
export class CaseAccessRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The couple as the asking member of staff may find it, with the sides they hold now; null when not theirs. */
  async caseOf(coupleId: CoupleId): Promise<CaseRow | null> {
    const [row] = await this.work.rows<CaseRow>(
      `SELECT c.id, c.time_zone, c.anchor_on::text, c.stage,
          ARRAY(SELECT DISTINCT a.side FROM care_assignment a
            WHERE a.clinic_id = c.clinic_id AND a.couple_id = c.id AND a.staff_id = app.actor()
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
            ORDER BY a.side) AS my_sides,
          g.opened_at AS glass_opened_at, g.closes_at AS glass_closes_at, app.now() AS now
        FROM couple c
        LEFT JOIN LATERAL (SELECT b.opened_at, b.closes_at FROM break_glass b
          WHERE b.clinic_id = c.clinic_id AND b.couple_id = c.id AND b.opened_by = app.actor()
            AND b.closes_at > app.now() AND b.ended_at IS NULL
          ORDER BY b.opened_at DESC LIMIT 1) g ON true
        WHERE c.clinic_id = app.clinic() AND c.id = $1`,
      [coupleId],
    );
    return row ?? null;
  }

  /** The people of a couple that the asker may find. */
  async peopleOf(coupleId: CoupleId): Promise<PersonId[]> {
    const rows = await this.work.rows<{ person_id: PersonId }>(
      'SELECT person_id FROM enrolment WHERE clinic_id = app.clinic() AND couple_id = $1 ORDER BY side DESC, id',
      [coupleId],
    );
    return rows.map((row) => row.person_id);
  }

  /** The newest couple in which the asking person is enrolled; their own therapist is the lead of their side. */
  async ownCase(): Promise<OwnCaseRow | null> {
    const [row] = await this.work.rows<OwnCaseRow>(
      `SELECT e.couple_id, e.side, c.time_zone, c.anchor_on::text, c.stage, me.language,
          partner.name AS partner_name, own.id AS therapist_id, own.name AS therapist_name
        FROM enrolment e
        JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
        JOIN person me ON me.clinic_id = e.clinic_id AND me.id = e.person_id
        LEFT JOIN LATERAL (SELECT p.name FROM enrolment o
          JOIN person p ON p.clinic_id = o.clinic_id AND p.id = o.person_id
          WHERE o.clinic_id = e.clinic_id AND o.couple_id = e.couple_id AND o.person_id <> e.person_id
          ORDER BY o.id LIMIT 1) partner ON true
        LEFT JOIN LATERAL (SELECT s.id, s.name FROM care_assignment a
          JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
          WHERE a.clinic_id = e.clinic_id AND a.couple_id = e.couple_id AND a.side = e.side
            AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
          ORDER BY a.lead DESC, a.from_at, a.id LIMIT 1) own ON true
        WHERE e.clinic_id = app.clinic() AND e.person_id = app.actor()
        ORDER BY c.status = 'closed', c.created_at DESC, c.id LIMIT 1`,
    );
    return row ?? null;
  }
}
