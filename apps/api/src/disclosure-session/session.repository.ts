import { Injectable } from '@nestjs/common';
import { sessionSteps, type DayCheck, type LocalDate } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SessionEvent } from './session-clock.js';

export interface AppointmentRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
}
export interface ParticipantRow {
  readonly id: string;
  readonly name: string;
  readonly side: 'RP' | 'BP' | null;
  readonly person_id: string | null;
  readonly arrive_at: Date;
  readonly attendance: 'expected' | 'came' | 'absent' | 'excused';
}
export interface RunRow {
  readonly appointment_id: string;
  readonly telehealth: boolean | null;
  readonly telehealth_marks: string[];
  readonly emergency_checked_at: Date | null;
  readonly departure_confirmed_at: Date | null;
  readonly noticed: string[];
  readonly reading_allowed_at: Date | null;
  readonly ended_at: Date | null;
  readonly version: number;
}
export interface StepRow {
  readonly step: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly ticked: number[];
}
export interface DistressRow {
  readonly side: 'RP' | 'BP';
  readonly moment: 'start' | 'break_1' | 'close';
  readonly value: number;
  readonly entered_at: Date;
}
export interface CaseRow {
  readonly couple_name: string;
  readonly i_lead: boolean;
  readonly state: string;
  readonly process_id: string | null;
  readonly process_version: number;
}

/** What the function of facts answers; its times are texts. */
export interface SessionFactsRow {
  readonly telehealth: boolean | null;
  readonly emergencyCheckedAt: string | null;
  readonly departurePlanConfirmed: boolean;
  readonly dayChecks: Readonly<Record<'RP' | 'BP', (Omit<DayCheck, 'at'> & { readonly at: string }) | null>>;
  readonly hardDates: readonly LocalDate[] | null;
}

/** The session of a couple, as its care team reads it. */
@Injectable()
export class SessionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Facts of both sides without words; null when they are not the asker's to know. */
  async facts({ coupleId }: Pick<DisclosureScope, 'coupleId'>): Promise<SessionFactsRow | null> {
    const [row] = await this.work.rows<{ facts: SessionFactsRow | null }>(
      'SELECT app.disclosure_session_facts($1) AS facts',
      [coupleId],
    );
    return row?.facts ?? null;
  }

  /** The couple, whether the asker leads its care, and the process that is under way. */
  async case(grant: CaseGrant): Promise<CaseRow> {
    const [row] = await this.work.rows<CaseRow>(
      `SELECT c.name AS couple_name, c.id = ANY ((SELECT app.led_couples())::uuid[]) AS i_lead,
          coalesce(p.state, 'NOT_STARTED') AS state, p.id AS process_id, coalesce(p.version, 0) AS process_version
        FROM couple c LEFT JOIN disclosure_process p
          ON p.clinic_id = c.clinic_id AND p.couple_id = c.id AND p.closed_at IS NULL
        WHERE c.clinic_id = $1 AND c.id = $2`,
      [grant.clinicId, grant.coupleId],
    );
    if (row === undefined) throw new Error('a granted couple has no row');
    return row;
  }

  async appointment({ clinicId, coupleId }: CaseGrant): Promise<AppointmentRow | null> {
    const [row] = await this.work.rows<AppointmentRow>(
      `SELECT id, starts_at, ends_at, zone FROM appointment
        WHERE clinic_id = $1 AND couple_id = $2 AND kind = 'disclosure' AND live`,
      [clinicId, coupleId],
    );
    return row ?? null;
  }

  /** People first, the partner before the recovering person as at the door; then staff by name. */
  async participants(grant: CaseGrant, appointmentId: string): Promise<ParticipantRow[]> {
    return this.work.rows<ParticipantRow>(
      `SELECT q.id, coalesce(n.name, s.name) AS name, e.side, q.person_id, q.arrive_at, q.attendance
        FROM appointment_participant q
        LEFT JOIN person n ON n.clinic_id = q.clinic_id AND n.id = q.person_id
        LEFT JOIN enrolment e ON e.clinic_id = q.clinic_id AND e.couple_id = q.couple_id AND e.person_id = q.person_id
        LEFT JOIN staff_member s ON s.clinic_id = q.clinic_id AND s.id = q.staff_id
        WHERE q.clinic_id = $1 AND q.couple_id = $2 AND q.appointment_id = $3
        ORDER BY q.person_id IS NULL, e.side, name, q.id LIMIT 50`,
      [grant.clinicId, grant.coupleId, appointmentId],
    );
  }

  /** The run of the live appointment. With `lock` nobody else changes it before this transaction ends. */
  async run({ clinicId, coupleId }: CaseGrant, lock = false): Promise<RunRow | null> {
    if (lock) {
      await this.work.rows(
        `SELECT 1 FROM disclosure_session r WHERE r.clinic_id = $1 AND r.couple_id = $2 FOR UPDATE`,
        [clinicId, coupleId],
      );
    }
    const [row] = await this.work.rows<RunRow>(
      `SELECT r.appointment_id, r.telehealth, r.telehealth_marks, r.emergency_checked_at, r.departure_confirmed_at,
          r.noticed, r.reading_allowed_at, r.ended_at, r.version
        FROM disclosure_session r
        JOIN appointment a ON a.clinic_id = r.clinic_id AND a.id = r.appointment_id AND a.live AND a.kind = 'disclosure'
        WHERE r.clinic_id = $1 AND r.couple_id = $2`,
      [clinicId, coupleId],
    );
    return row ?? null;
  }

  /** In the order of the parts: two may begin in the same moment. */
  async steps(grant: CaseGrant, appointmentId: string): Promise<StepRow[]> {
    return this.work.rows<StepRow>(
      `SELECT step, started_at, ended_at, ticked FROM session_step
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3
        ORDER BY array_position($4::text[], step) LIMIT 20`,
      [grant.clinicId, grant.coupleId, appointmentId, sessionSteps],
    );
  }

  async distress(grant: CaseGrant, appointmentId: string): Promise<DistressRow[]> {
    return this.work.rows<DistressRow>(
      `SELECT side, moment, value, entered_at FROM session_distress
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 ORDER BY entered_at, id LIMIT 20`,
      [grant.clinicId, grant.coupleId, appointmentId],
    );
  }

  /** Begin, pauses and going on of the process under way, oldest first. */
  async events(grant: CaseGrant, processId: string): Promise<SessionEvent[]> {
    return this.work.rows<SessionEvent>(
      `SELECT event, at FROM (SELECT v.event, v.at, v.id FROM disclosure_event v
          WHERE v.clinic_id = $1 AND v.couple_id = $2 AND v.process_id = $3
            AND v.event IN ('go', 'pause', 'continue_session', 'end', 'end_early', 'hold')
            AND cardinality(v.refused_guards) = 0 ORDER BY v.at DESC, v.id DESC LIMIT 200) newest ORDER BY at, id`,
      [grant.clinicId, grant.coupleId, processId],
    );
  }
}
