import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionKind } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';

/** Who and what a session takes: everybody in it, and its room. */
export interface Guests {
  readonly staffIds: readonly string[];
  readonly personIds: readonly string[];
  readonly roomId: string | null;
}

/** What all occurrences of a session have in common. */
export interface HourFrame {
  readonly clinicId: string;
  readonly coupleId: string;
  readonly kind: SessionKind;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly zone: string;
  readonly place: 'open' | 'room' | 'video';
  readonly link: string | null;
  readonly seriesId: string | null;
  readonly bookedBy: string;
  readonly at: Date;
}

/** One occurrence; `seriesOn` is its day by the rule. */
export interface Hour {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly seriesOn: string | null;
  readonly clash: boolean;
}

/** `n` counts the asked hours from 0; `taken` is a member of staff, a person or a room. */
export interface TakenHour {
  readonly n: number;
  readonly taken: string;
}

/** Hours of people and rooms. That nobody is booked twice is held by the database. */
@Injectable()
export class HoursRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Waits for everybody concerned, in one order, so that two bookings never wait for each other in a circle; then says
   * what is taken already, exactly. `except`: appointments that are about to be moved.
   */
  async taken(
    { staffIds, personIds, roomId }: Guests,
    hours: readonly Pick<Hour, 'startsAt' | 'endsAt'>[],
    except: readonly string[] = [],
  ): Promise<TakenHour[]> {
    const guests = [...staffIds, ...personIds];
    await this.work.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended(g.id::text, 20))
        FROM (SELECT id FROM unnest($1::uuid[]) id ORDER BY id) g`,
      [roomId === null ? guests : [...guests, roomId]],
    );
    const rows = await this.work.rows<TakenHour>(
      'SELECT n - 1 AS n, taken FROM app.taken_hours($1, $2, $3::timestamptz[], $4::timestamptz[], $5)',
      [guests, roomId, hours.map(({ startsAt }) => startsAt), hours.map(({ endsAt }) => endsAt), except],
    );
    return rows;
  }

  /** Books everybody for every hour. @throws AppError appointment_conflict where an hour was taken meanwhile. */
  async book(frame: HourFrame, guests: Guests, hours: readonly Hour[]): Promise<void> {
    const rows = JSON.stringify(hours.map((hour) => ({ ...hour, id: randomUUID() })));
    await once(async () => {
      await this.work.change(
        `INSERT INTO appointment (clinic_id, id, couple_id, kind, side, starts_at, ends_at, zone, live, booked_by,
            booked_at, closed_at, series_id, series_on, place, room_id, link, clash, version)
          SELECT $2, h.id, $3, $4, $5, h."startsAt", h."endsAt", $6, NOT h.clash, $7, $8,
              CASE WHEN h.clash THEN $8::timestamptz END, $9, h."seriesOn", $10, $11, $12, h.clash, 1 FROM jsonb_to_recordset($1::jsonb)
            AS h (id uuid, "startsAt" timestamptz, "endsAt" timestamptz, "seriesOn" date, clash boolean)`,
        [
          ...[
            rows,
            frame.clinicId,
            frame.coupleId,
            frame.kind,
            frame.side,
            frame.zone,
            frame.bookedBy,
            frame.at,
          ],
          ...[frame.seriesId, frame.place, guests.roomId, frame.link],
        ],
      );
      await this.work.change(
        `INSERT INTO appointment_participant (clinic_id, id, appointment_id, couple_id, side, starts_at, ends_at, live,
            staff_id, person_id, arrive_at, attendance)
          SELECT $2, gen_random_uuid(), h.id, $3, $4, h."startsAt", h."endsAt", NOT h.clash, g.staff_id, g.person_id,
              h."startsAt", 'expected'
            FROM jsonb_to_recordset($1::jsonb)
            AS h (id uuid, "startsAt" timestamptz, "endsAt" timestamptz, "seriesOn" date, clash boolean) CROSS JOIN unnest($5::uuid[], $6::uuid[]) AS g (staff_id, person_id)`,
        [
          ...[rows, frame.clinicId, frame.coupleId, frame.side],
          [...guests.staffIds, ...guests.personIds.map(() => null)],
          [...guests.staffIds.map(() => null), ...guests.personIds],
        ],
      );
    });
  }

  /** Puts one appointment to another hour and place, booked again. @throws AppError appointment_conflict. */
  async move(
    id: string,
    hour: Pick<Hour, 'startsAt' | 'endsAt'>,
    place: Pick<HourFrame, 'place' | 'link'> & Pick<Guests, 'roomId'>,
  ): Promise<void> {
    await once(async () => {
      await this.work.change(
        `UPDATE appointment SET starts_at = $2, ends_at = $3, place = $4, room_id = $5, link = $6, live = true,
            clash = false, closed_at = NULL, version = version + 1 WHERE clinic_id = app.clinic() AND id = $1`,
        [id, hour.startsAt, hour.endsAt, place.place, place.roomId, place.link],
      );
      await this.work.change(
        `UPDATE appointment_participant SET arrive_at = starts_at
          WHERE clinic_id = app.clinic() AND appointment_id = $1`,
        [id],
      );
    });
  }

  /** What became of one person's place; `movedTo` is a local day. */
  async mark(id: string, personId: string, attendance: string, movedTo: string | null): Promise<void> {
    await this.work.change(
      `UPDATE appointment_participant SET attendance = $3, moved_to = $4
        WHERE clinic_id = app.clinic() AND appointment_id = $1 AND person_id = $2`,
      [id, personId, attendance, movedTo],
    );
  }

  /** Takes the hour, or gives it back. @throws AppError appointment_conflict where somebody has it by now. */
  async hold(id: string, held: boolean, at: Date): Promise<void> {
    await once(() =>
      this.work.change(
        `UPDATE appointment SET live = $2, closed_at = CASE WHEN $2 THEN NULL ELSE coalesce(closed_at, $3) END,
            version = version + 1 WHERE clinic_id = app.clinic() AND id = $1`,
        [id, held, at],
      ),
    );
  }

  /** Has the couple looked at again as soon as somebody is there: readings are counted from what was marked. */
  async wind(coupleId: string, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [coupleId, at]);
  }
}

/** Whoever was there first has the hour. */
async function once<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== '23P01') throw error;
    throw new AppError('appointment_conflict', { hours: [] });
  }
}
