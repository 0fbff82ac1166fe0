import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What a person may know of their own place: themself, who sits beside them, who cares for them. */
export interface OwnProfile {
  readonly person_id: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly side: 'RP' | 'BP';
  readonly couple_id: string;
  readonly couple_name: string;
  readonly secrets_policy: 'NO_SECRETS' | 'LIMITED' | 'INDIVIDUAL_CONFIDENTIAL';
  readonly partner_name: string | null;
  readonly therapist_name: string | null;
  readonly invited_by: string | null;
  readonly clinic_name: string;
  readonly time_zone: string;
  readonly phone: string;
}

/** The asking person's own profile, under row-level security as that person. */
@Injectable()
export class OwnProfileRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Where somebody belongs to two couples, the one of the invitation opened last. */
  async find(): Promise<OwnProfile | null> {
    const rows = await this.work.rows<OwnProfile>(
      `SELECT p.id AS person_id, p.name, p.language, e.side, c.id AS couple_id, c.name AS couple_name, c.secrets_policy,
          (SELECT q.name FROM enrolment o JOIN person q ON q.clinic_id = o.clinic_id AND q.id = o.person_id
            WHERE o.clinic_id = e.clinic_id AND o.couple_id = e.couple_id AND o.person_id <> p.id LIMIT 1) AS partner_name,
          (SELECT m.name FROM care_assignment a JOIN staff_member m ON m.clinic_id = a.clinic_id AND m.id = a.staff_id
            WHERE a.clinic_id = e.clinic_id AND a.couple_id = e.couple_id AND a.side = e.side
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
            ORDER BY a.lead DESC, a.from_at, a.id LIMIT 1) AS therapist_name,
          m.name AS invited_by, k.name AS clinic_name, k.time_zone, k.phone
        FROM person p
        JOIN enrolment e ON e.clinic_id = p.clinic_id AND e.person_id = p.id
        JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
        JOIN clinic k ON k.clinic_id = p.clinic_id
        LEFT JOIN LATERAL (SELECT v.created_by, v.used_at FROM invitation v WHERE v.clinic_id = e.clinic_id
          AND v.couple_id = e.couple_id AND v.person_id = p.id AND v.used_at IS NOT NULL
          ORDER BY v.used_at DESC LIMIT 1) i ON true
        LEFT JOIN staff_member m ON m.clinic_id = e.clinic_id AND m.id = i.created_by
        WHERE p.id = app.actor()
        ORDER BY i.used_at DESC NULLS LAST, e.id LIMIT 1`,
    );
    return rows[0] ?? null;
  }
}
