import { Injectable } from '@nestjs/common';
import { ruleText, type Schedule } from '@trellis/schedules';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SeriesRow } from './appointment-row.js';
import type { HourFrame } from './hours.repository.js';

const columns = `id, couple_id, kind, side, starts_on::text, wall_time, zone, minutes, rule_text, exceptions, place, room_id,
  link, staff_ids, written_until, made_by, version`;

/** What a series holds beside its schedule. */
export interface SeriesPlace {
  readonly minutes: number;
  readonly place: 'open' | 'room' | 'video';
  readonly roomId: string | null;
  readonly link: string | null;
}

/** Series, stored as the text of their rule. */
@Injectable()
export class SeriesRepository {
  constructor(private readonly work: UnitOfWork) {}

  async one(id: string): Promise<SeriesRow | null> {
    const [row] = await this.work.rows<SeriesRow>(
      `SELECT ${columns} FROM appointment_series WHERE clinic_id = app.clinic() AND id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Those of a couple whose written occurrences end before the moment, 50 at most. */
  async short(coupleId: string, before: Date): Promise<SeriesRow[]> {
    return this.work.rows<SeriesRow>(
      `SELECT ${columns} FROM appointment_series
        WHERE clinic_id = app.clinic() AND couple_id = $1 AND closed_at IS NULL AND written_until < $2
        ORDER BY written_until, id LIMIT 50`,
      [coupleId, before],
    );
  }

  /** Whom a series still brings together; null once the couple's work is over. For the system alone. */
  async guests(id: string): Promise<{ staffIds: string[]; personIds: string[] } | null> {
    const [row] = await this.work.rows<{ staff_ids: string[]; person_ids: string[] }>(
      'SELECT staff_ids, person_ids FROM app.series_guests($1)',
      [id],
    );
    return row === undefined ? null : { staffIds: row.staff_ids, personIds: row.person_ids };
  }

  async add(
    id: string,
    frame: HourFrame,
    schedule: Schedule,
    { minutes, place, roomId, link }: SeriesPlace,
    people: { readonly staffIds: readonly string[]; readonly writtenUntil: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO appointment_series (clinic_id, id, couple_id, kind, side, starts_on, wall_time, zone, minutes,
          rule_text, exceptions, place, room_id, link, staff_ids, written_until, made_by, made_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)`,
      [
        ...[frame.clinicId, id, frame.coupleId, frame.kind, frame.side],
        ...[schedule.startsOn, schedule.wallTime, schedule.zone, minutes],
        ...[ruleText(schedule), JSON.stringify(schedule.exceptions), place, roomId, link],
        ...[people.staffIds, people.writtenUntil, frame.bookedBy, frame.at],
      ],
    );
  }

  /** Another rule, hour or place. */
  async change(
    id: string,
    schedule: Schedule,
    { minutes, place, roomId, link }: SeriesPlace,
    writtenUntil: Date,
  ): Promise<void> {
    await this.work.change(
      `UPDATE appointment_series SET starts_on = $2, wall_time = $3, rule_text = $4, exceptions = $5, minutes = $6,
          place = $7, room_id = $8, link = $9, written_until = $10, version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1`,
      [
        ...[
          id,
          schedule.startsOn,
          schedule.wallTime,
          ruleText(schedule),
          JSON.stringify(schedule.exceptions),
        ],
        ...[minutes, place, roomId, link, writtenUntil],
      ],
    );
  }

  async written(id: string, until: Date): Promise<void> {
    await this.work.change(
      'UPDATE appointment_series SET written_until = $2 WHERE clinic_id = app.clinic() AND id = $1',
      [id, until],
    );
  }

  async close(id: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE appointment_series SET closed_at = $2, version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1 AND closed_at IS NULL`,
      [id, at],
    );
  }

  /** Takes out what is to come of a series, from a day of its rule on; what was marked already stays. */
  async takeOut(id: string, fromOn: string | null, now: Date): Promise<void> {
    await this.work.change(
      `DELETE FROM appointment a WHERE a.clinic_id = app.clinic() AND a.series_id = $1 AND a.starts_at > $3
        AND ($2::date IS NULL OR a.series_on >= $2) AND NOT EXISTS (SELECT FROM appointment_participant q
          WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.id AND q.attendance <> 'expected')`,
      [id, fromOn, now],
    );
  }

  /** Days of the rule that have a row. */
  async days(id: string): Promise<string[]> {
    const rows = await this.work.rows<{ on: string }>(
      `SELECT series_on::text AS "on" FROM appointment
        WHERE clinic_id = app.clinic() AND series_id = $1 ORDER BY series_on LIMIT 5000`,
      [id],
    );
    return rows.map(({ on }) => on);
  }
}
