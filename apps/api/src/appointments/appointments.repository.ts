import { Injectable } from '@nestjs/common';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AppointmentRow, StaffRow } from './appointment-row.js';

const whole = `SELECT a.id, a.version, a.couple_id, c.name AS couple_name, a.kind, a.side, a.starts_at, a.ends_at, a.zone,
    a.place, a.room_id, r.name AS room_name, a.link, a.live, a.clash, a.series_id, a.series_on::text, s.rule_text,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'side', e.side, 'name', n.name, 'attendance', q.attendance,
        'movedTo', q.moved_to) ORDER BY e.side DESC), '[]')
      FROM appointment_participant q
      JOIN enrolment e ON e.clinic_id = q.clinic_id AND e.couple_id = q.couple_id AND e.person_id = q.person_id
      JOIN person n ON n.clinic_id = q.clinic_id AND n.id = q.person_id
      WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.id) AS people,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.name, m.id), '[]')
      FROM appointment_participant q JOIN staff_member m ON m.clinic_id = q.clinic_id AND m.id = q.staff_id
      WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.id) AS staff
  FROM appointment a
  JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
  LEFT JOIN room r ON r.clinic_id = a.clinic_id AND r.id = a.room_id
  LEFT JOIN appointment_series s ON s.clinic_id = a.clinic_id AND s.id = a.series_id`;

/** What a disclosure was once booked for is its own page's to tell. */
const shown = "(a.live OR a.kind <> 'disclosure')";

/** Sessions, as far as the asker works with them. */
@Injectable()
export class AppointmentsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The hours of one member of staff, by time, 500 at most; for a therapist those of sides they hold now. */
  async inSpan(staffId: string, from: Date, to: Date, office: boolean): Promise<AppointmentRow[]> {
    return this.work.rows<AppointmentRow>(
      `${whole} WHERE a.clinic_id = app.clinic() AND a.starts_at < $3 AND a.ends_at > $2 AND ${shown}
        AND EXISTS (SELECT FROM appointment_participant q
          WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.id AND q.staff_id = $1)
        AND ($4 OR EXISTS (SELECT FROM care_assignment x WHERE x.clinic_id = a.clinic_id AND x.couple_id = a.couple_id
          AND x.staff_id = app.actor() AND x.from_at <= app.now() AND (x.to_at IS NULL OR x.to_at > app.now())
          AND (a.side = 'JOINT' OR x.side = a.side)))
        ORDER BY a.starts_at, a.id LIMIT 500`,
      [staffId, from, to, office],
    );
  }

  /** Sessions of these sides of a couple from a moment on, 200 at most. */
  async ofCouple(grant: CaseGrant, sides: readonly string[], from: Date): Promise<AppointmentRow[]> {
    return this.work.rows<AppointmentRow>(
      `${whole} WHERE a.clinic_id = $1 AND a.couple_id = $2 AND a.side = ANY ($3) AND a.ends_at > $4 AND ${shown}
        ORDER BY a.starts_at, a.id LIMIT 200`,
      [grant.clinicId, grant.coupleId, sides, from],
    );
  }

  /** One of them, kept from being changed by others until the transaction ends; null where there is none. */
  async one(grant: CaseGrant, sides: readonly string[], id: string): Promise<AppointmentRow | null> {
    const held = await this.work.rows<{ id: string }>(
      `SELECT id FROM appointment WHERE clinic_id = $1 AND couple_id = $2 AND side = ANY ($3) AND id = $4
        AND kind <> 'disclosure' FOR UPDATE`,
      [grant.clinicId, grant.coupleId, sides, id],
    );
    if (held.length === 0) return null;
    const [row] = await this.work.rows<AppointmentRow>(
      `${whole} WHERE a.clinic_id = $1 AND a.couple_id = $2 AND a.id = $3`,
      [grant.clinicId, grant.coupleId, id],
    );
    return row ?? null;
  }

  /**
   * What a person has ahead of them, 60 at most: their own sessions and those of both that are booked. A disclosure has
   * its own page, and a session that is booked no more is not here, whatever became of it.
   */
  async own({ clinicId, coupleId, side }: PersonGrant, from: Date): Promise<OwnAppointmentRow[]> {
    return this.work.rows<OwnAppointmentRow>(
      `SELECT a.id, a.starts_at, a.ends_at, a.zone, a.side, a.place, r.name AS room_name, a.link, a.version, a.booked_at
        FROM appointment a LEFT JOIN room r ON r.clinic_id = a.clinic_id AND r.id = a.room_id
        WHERE a.clinic_id = $1 AND a.couple_id = $2 AND a.side IN ($3, 'JOINT') AND a.live AND a.ends_at > $4
          AND a.kind NOT IN ('disclosure', 'team')
        ORDER BY a.starts_at, a.id LIMIT 60`,
      [clinicId, coupleId, side, from],
    );
  }

  /** Active therapists of the clinic, by name. */
  async therapists(): Promise<StaffRow[]> {
    return this.work.rows<StaffRow>(
      `SELECT id, name FROM staff_member
        WHERE clinic_id = app.clinic() AND role = 'therapist' AND deactivated_at IS NULL ORDER BY name, id LIMIT 500`,
    );
  }
}

export interface OwnAppointmentRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly place: 'open' | 'room' | 'video';
  readonly room_name: string | null;
  readonly link: string | null;
  readonly version: number;
  readonly booked_at: Date;
}
