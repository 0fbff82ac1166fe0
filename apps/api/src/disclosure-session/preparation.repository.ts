import { Injectable } from '@nestjs/common';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface DayAnswers {
  readonly sober: boolean | null;
  readonly slept: boolean | null;
  readonly safe: boolean | null;
  readonly consentReaffirmed: boolean | null;
  readonly transportConfirmed: boolean | null;
  readonly childCareConfirmed: boolean | null;
}
export interface DayCheckRow {
  readonly side: 'RP' | 'BP';
  readonly source: 'P' | 'T';
  readonly answers: DayAnswers;
  readonly asked_at: Date;
  readonly version: number;
}
export interface MarkRow {
  readonly line: string;
  readonly confirmed_by: string;
}
export interface HardDateRow {
  readonly id: string;
  readonly kind: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly side: 'RP' | 'BP' | null;
}
export interface PlanRow {
  readonly id: string;
  readonly side: 'RP' | 'BP';
  readonly person_id: string;
  readonly form: 'A' | 'B' | 'C';
  readonly saved_at: Date;
  readonly version: number;
}

/** Columns of a `DayCheckRow`. Checks that a pause voided count as not asked. */
export const dayCheckColumns = `side, source, asked_at, version, json_build_object('sober', sober, 'slept', slept,
  'safe', safe, 'consentReaffirmed', consent_reaffirmed, 'transportConfirmed', transport_confirmed,
  'childCareConfirmed', child_care_confirmed) AS answers`;
export const hardDateColumns = 'id, kind, from_day::text, to_day::text, side';

/** What the care team and the office arrange around a session. */
@Injectable()
export class PreparationRepository {
  constructor(private readonly work: UnitOfWork) {}

  async marks(grant: CaseGrant, appointmentId: string): Promise<MarkRow[]> {
    return this.work.rows<MarkRow>(
      `SELECT line, confirmed_by FROM logistics_mark
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 LIMIT 100`,
      [grant.clinicId, grant.coupleId, appointmentId],
    );
  }

  /** Confirms a line, or takes back what the asker confirmed. */
  async mark(
    grant: CaseGrant,
    appointmentId: string,
    mark: MarkRow & { readonly confirmed: boolean; readonly actorId: string; readonly at: Date },
  ): Promise<void> {
    const place = [grant.clinicId, grant.coupleId, appointmentId, mark.line, mark.confirmed_by];
    await (mark.confirmed
      ? this.work.change(
          `INSERT INTO logistics_mark (clinic_id, id, couple_id, appointment_id, line, confirmed_by, actor_id, at)
            VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
          [...place, mark.actorId, mark.at],
        )
      : this.work.change(
          `DELETE FROM logistics_mark WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 AND line = $4
            AND confirmed_by = $5`,
          place,
        ));
  }

  /** Of the sides the asker holds: what was asked, and what the person said. */
  async dayChecks(grant: CaseGrant, appointmentId: string): Promise<DayCheckRow[]> {
    return this.work.rows<DayCheckRow>(
      `SELECT ${dayCheckColumns} FROM day_check
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 AND void_at IS NULL LIMIT 4`,
      [grant.clinicId, grant.coupleId, appointmentId],
    );
  }

  /** False when somebody asked meanwhile. `version` is 0 where nobody has asked since the day was opened. */
  async askDay(
    grant: CaseGrant,
    check: {
      readonly appointmentId: string;
      readonly personId: string;
      readonly side: 'RP' | 'BP';
      readonly answers: DayAnswers;
      readonly askedBy: string;
      readonly at: Date;
      readonly version: number;
    },
  ): Promise<boolean> {
    const { answers } = check;
    const changed = await this.work.change(
      `INSERT INTO day_check AS d (clinic_id, id, appointment_id, couple_id, person_id, side, source, sober, slept, safe,
          consent_reaffirmed, transport_confirmed, child_care_confirmed, asked_by, asked_at, version)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, 'T', $6, $7, $8, $9, $10, $11, $12, $13, 1)
        ON CONFLICT (clinic_id, appointment_id, side, source) DO UPDATE SET sober = $6, slept = $7, safe = $8,
          consent_reaffirmed = $9, transport_confirmed = $10, child_care_confirmed = $11, asked_by = $12, asked_at = $13,
          void_at = NULL, version = d.version + 1
          WHERE CASE WHEN d.void_at IS NULL THEN d.version ELSE 0 END = $14`,
      [
        ...[grant.clinicId, check.appointmentId, grant.coupleId, check.personId, check.side],
        ...[answers.sober ?? null, answers.slept ?? null, answers.safe ?? null],
        ...[answers.consentReaffirmed ?? null, answers.transportConfirmed ?? null],
        ...[answers.childCareConfirmed ?? null, check.askedBy, check.at, check.version],
      ],
    );
    return changed === 1;
  }

  async datesCheckedAt({ clinicId, coupleId }: CaseGrant): Promise<Date | null> {
    const [row] = await this.work.rows<{ checked_at: Date }>(
      'SELECT checked_at FROM date_check WHERE clinic_id = $1 AND couple_id = $2',
      [clinicId, coupleId],
    );
    return row?.checked_at ?? null;
  }

  async confirmDates({ clinicId, coupleId }: CaseGrant, by: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO date_check (clinic_id, couple_id, checked_by, checked_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (clinic_id, couple_id) DO UPDATE SET checked_by = $3, checked_at = $4`,
      [clinicId, coupleId, by, at],
    );
  }

  /** Dates that the asker may see, from `from` on, nearest first. */
  async dates({ clinicId, coupleId }: CaseGrant, from: string): Promise<HardDateRow[]> {
    return this.work.rows<HardDateRow>(
      `SELECT ${hardDateColumns} FROM hard_date
        WHERE clinic_id = $1 AND couple_id = $2 AND to_day >= $3::date ORDER BY from_day, id LIMIT 100`,
      [clinicId, coupleId, from],
    );
  }

  async addDate(
    { clinicId, coupleId }: CaseGrant,
    date: Omit<HardDateRow, 'side'> & { readonly keptBy: string; readonly at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO hard_date (clinic_id, id, couple_id, kind, from_day, to_day, kept_by, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [clinicId, date.id, coupleId, date.kind, date.from_day, date.to_day, date.keptBy, date.at],
    );
  }

  /** False for a date that there is not, or that is kept by a person for their own side. */
  async removeDate({ clinicId, coupleId }: CaseGrant, id: string): Promise<boolean> {
    const removed = await this.work.change(
      'DELETE FROM hard_date WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND person_id IS NULL',
      [clinicId, coupleId, id],
    );
    return removed === 1;
  }

  /** Which forms the people of the asker's sides have written. */
  async plans({ clinicId, coupleId }: CaseGrant): Promise<PlanRow[]> {
    return this.work.rows<PlanRow>(
      `SELECT id, side, person_id, form, saved_at, version FROM support_plan
        WHERE clinic_id = $1 AND couple_id = $2 ORDER BY side, form, id LIMIT 20`,
      [clinicId, coupleId],
    );
  }

  async sealedPlan({ clinicId, coupleId }: CaseGrant, id: string): Promise<Buffer | null> {
    const [row] = await this.work.rows<{ sealed: Buffer }>(
      'SELECT sealed FROM support_plan WHERE clinic_id = $1 AND couple_id = $2 AND id = $3',
      [clinicId, coupleId, id],
    );
    return row?.sealed ?? null;
  }
}
