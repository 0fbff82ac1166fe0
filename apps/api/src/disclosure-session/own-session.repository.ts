import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  dayCheckColumns,
  hardDateColumns,
  type DayAnswers,
  type DayCheckRow,
  type HardDateRow,
  type PlanRow,
} from './preparation.repository.js';

/** What the function of the own session answers; its times are texts. */
export interface OwnSessionRow {
  readonly appointment: {
    readonly id: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly arriveAt: string;
    readonly zone: string;
  } | null;
  readonly run: {
    readonly paused: boolean;
    readonly step: { readonly step: string; readonly startedAt: string } | null;
    readonly events: readonly { readonly event: string; readonly at: string }[];
    readonly readingAllowedAt: string | null;
  } | null;
}

/** No appointment has it, so that the same statements are asked whether there is one or not. */
const none = '00000000-0000-4000-8000-000000000000';

/** A person's own part of a session. */
@Injectable()
export class OwnSessionRepository {
  constructor(private readonly work: UnitOfWork) {}

  async session(_own: PersonGrant): Promise<OwnSessionRow> {
    const [row] = await this.work.rows<{ session: OwnSessionRow | null }>(
      'SELECT app.own_disclosure_session() AS session',
    );
    return row?.session ?? { appointment: null, run: null };
  }

  async marks(own: PersonGrant, appointmentId: string = none): Promise<string[]> {
    const rows = await this.work.rows<{ line: string }>(
      `SELECT line FROM logistics_mark
        WHERE couple_id = $1 AND actor_id = $2 AND appointment_id = $3 LIMIT 50`,
      [own.coupleId, own.personId, appointmentId],
    );
    return rows.map(({ line }) => line);
  }

  async mark(own: PersonGrant, appointmentId: string, line: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO logistics_mark (clinic_id, id, appointment_id, couple_id, line, confirmed_by, actor_id, at)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [own.clinicId, appointmentId, own.coupleId, line, own.side, own.personId, at],
    );
  }

  async unmark(own: PersonGrant, appointmentId: string, line: string): Promise<void> {
    await this.work.change(
      'DELETE FROM logistics_mark WHERE appointment_id = $1 AND line = $2 AND actor_id = $3',
      [appointmentId, line, own.personId],
    );
  }

  async dayCheck(own: PersonGrant, appointmentId: string = none): Promise<DayCheckRow | null> {
    const [row] = await this.work.rows<DayCheckRow>(
      `SELECT ${dayCheckColumns} FROM day_check
        WHERE appointment_id = $1 AND person_id = $2 AND source = 'P' AND void_at IS NULL`,
      [appointmentId, own.personId],
    );
    return row ?? null;
  }

  /** False when the same person wrote meanwhile, on another device. */
  async sayDay(
    own: PersonGrant,
    appointmentId: string,
    answers: DayAnswers,
    version: number,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `INSERT INTO day_check AS d (clinic_id, id, appointment_id, couple_id, person_id, side, source, sober, slept, safe,
          consent_reaffirmed, transport_confirmed, child_care_confirmed, asked_by, asked_at, version)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, 'P', $6, $7, $8, $9, $10, $11, $4, $12, 1)
        ON CONFLICT (clinic_id, appointment_id, side, source) DO UPDATE SET sober = $6, slept = $7, safe = $8,
          consent_reaffirmed = $9, transport_confirmed = $10, child_care_confirmed = $11, asked_by = $4, asked_at = $12,
          void_at = NULL, version = d.version + 1
          WHERE CASE WHEN d.void_at IS NULL THEN d.version ELSE 0 END = $13`,
      [
        ...[own.clinicId, appointmentId, own.coupleId, own.personId, own.side],
        ...[answers.sober ?? null, answers.slept ?? null, answers.safe ?? null],
        ...[answers.consentReaffirmed ?? null, answers.transportConfirmed ?? null],
        ...[answers.childCareConfirmed ?? null, at, version],
      ],
    );
    return changed === 1;
  }

  async dates(own: PersonGrant, from: string): Promise<HardDateRow[]> {
    return this.work.rows<HardDateRow>(
      `SELECT ${hardDateColumns} FROM hard_date
        WHERE couple_id = $1 AND person_id = $2 AND to_day >= $3::date ORDER BY from_day, id LIMIT 100`,
      [own.coupleId, own.personId, from],
    );
  }

  async addDate(own: PersonGrant, date: Omit<HardDateRow, 'side'>, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO hard_date (clinic_id, id, couple_id, person_id, side, kind, from_day, to_day, kept_by, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $4, $9)`,
      [
        ...[own.clinicId, date.id, own.coupleId, own.personId, own.side],
        ...[date.kind, date.from_day, date.to_day, at],
      ],
    );
  }

  async removeDate(own: PersonGrant, id: string): Promise<boolean> {
    const removed = await this.work.change('DELETE FROM hard_date WHERE id = $1 AND person_id = $2', [
      id,
      own.personId,
    ]);
    return removed === 1;
  }

  async plans(own: PersonGrant): Promise<(PlanRow & { readonly sealed: Buffer })[]> {
    return this.work.rows<PlanRow & { readonly sealed: Buffer }>(
      `SELECT id, side, person_id, form, saved_at, version, sealed FROM support_plan
        WHERE couple_id = $1 AND person_id = $2 ORDER BY form LIMIT 3`,
      [own.coupleId, own.personId],
    );
  }

  /** Writes a form anew, or for the first time with version 0; false when it is at another version. */
  async savePlan(
    own: PersonGrant,
    plan: Pick<PlanRow, 'id' | 'form' | 'version'> & { readonly sealed: Buffer; readonly at: Date },
  ): Promise<boolean> {
    const changed =
      plan.version === 0
        ? await this.work.change(
            `INSERT INTO support_plan (clinic_id, id, couple_id, person_id, side, form, sealed, saved_at, version)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING`,
            [
              ...[own.clinicId, plan.id, own.coupleId, own.personId, own.side],
              ...[plan.form, plan.sealed, plan.at],
            ],
          )
        : await this.work.change(
            `UPDATE support_plan SET sealed = $3, saved_at = $4, version = version + 1
              WHERE id = $1 AND person_id = $2 AND version = $5`,
            [plan.id, own.personId, plan.sealed, plan.at, plan.version],
          );
    return changed === 1;
  }
}
