import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The booking of disclosure sessions becomes the calendar of the clinic: seven kinds, one person's own or of both,
 * rooms, series, time off. One table of booked hours for everybody, so that nobody and no room is in two places.
 */
export class WidenAppointments1700000039000 implements MigrationInterface {
  readonly name = 'WidenAppointments1700000039000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createPlaces(runner);
    await this.widenAppointments(runner);
    await this.widenPlaces(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM appointment_participant WHERE time_off_id IS NOT NULL
        OR appointment_id IN (SELECT id FROM appointment WHERE kind <> 'disclosure');
      DELETE FROM appointment WHERE kind <> 'disclosure';
      ALTER TABLE appointment_participant DROP CONSTRAINT follows_appointment, DROP CONSTRAINT follows_time_off,
        DROP CONSTRAINT of_one_thing, DROP CONSTRAINT appointment_participant_attendance_check,
        DROP COLUMN side, DROP COLUMN time_off_id, DROP COLUMN moved_to,
        ALTER COLUMN appointment_id SET NOT NULL, ALTER COLUMN couple_id SET NOT NULL,
        ADD CONSTRAINT appointment_participant_attendance_check
          CHECK (attendance IN ('expected', 'came', 'absent', 'excused')),
        ADD FOREIGN KEY (clinic_id, appointment_id, couple_id, starts_at, ends_at, live)
          REFERENCES appointment (clinic_id, id, couple_id, starts_at, ends_at, live) ON UPDATE CASCADE;
      DROP INDEX appointment_by_time; DROP INDEX appointment_participant_by_staff;
      ALTER TABLE appointment DROP CONSTRAINT appointment_kind_check, DROP CONSTRAINT room_booked_once,
        DROP CONSTRAINT appointment_with_side, DROP COLUMN side, DROP COLUMN series_id, DROP COLUMN series_on,
        DROP COLUMN place, DROP COLUMN room_id, DROP COLUMN link, DROP COLUMN clash, DROP COLUMN version,
        ADD CONSTRAINT appointment_kind_check CHECK (kind IN ('disclosure'));
      DROP TABLE appointment_series, time_off, room;
    `);
  }

  private async createPlaces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE room (
        clinic_id uuid NOT NULL REFERENCES clinic,
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        closed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id)
      );
      CREATE UNIQUE INDEX room_name ON room (clinic_id, lower(name)) WHERE closed_at IS NULL;
      -- Nobody learns why somebody is away.
      CREATE TABLE time_off (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, staff_id, starts_at, ends_at),
        FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_member,
        CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '62 days')
      );
      CREATE INDEX time_off_by_staff ON time_off (clinic_id, staff_id, starts_at, id);
      CREATE TABLE appointment_series (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('intake', 'individual', 'couple', 'review', 'aftercare', 'team')),
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        starts_on date NOT NULL,
        wall_time text NOT NULL CHECK (wall_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        zone text NOT NULL,
        minutes smallint NOT NULL CHECK (minutes BETWEEN 10 AND 480),
        -- As RFC 5545 writes it; its days are local days, and the hour is that of the wall in the zone.
        rule_text text NOT NULL CHECK (length(rule_text) <= 200),
        exceptions jsonb NOT NULL,
        place text NOT NULL CHECK (place IN ('open', 'room', 'video')),
        room_id uuid,
        link text CHECK (length(link) <= 300),
        staff_ids uuid[] NOT NULL CHECK (cardinality(staff_ids) BETWEEN 1 AND 12),
        -- Up to this moment its occurrences are written down.
        written_until timestamptz NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        closed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, room_id) REFERENCES room,
        FOREIGN KEY (clinic_id, made_by) REFERENCES staff_member
      );
      CREATE INDEX appointment_series_by_couple ON appointment_series (clinic_id, couple_id, written_until)
        WHERE closed_at IS NULL;
    `);
  }

  /** `clash`: an occurrence of a series whose hour somebody else had taken when it was written; nobody is booked by it. */
  private async widenAppointments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE appointment
        DROP CONSTRAINT appointment_kind_check,
        ADD CONSTRAINT appointment_kind_check CHECK (kind IN ('intake', 'individual', 'couple', 'review', 'aftercare',
          'disclosure', 'team')),
        ADD COLUMN side text NOT NULL DEFAULT 'JOINT' CHECK (side IN ('RP', 'BP', 'JOINT')),
        ADD COLUMN series_id uuid,
        ADD COLUMN series_on date,
        ADD COLUMN place text NOT NULL DEFAULT 'open' CHECK (place IN ('open', 'room', 'video')),
        ADD COLUMN room_id uuid,
        ADD COLUMN link text CHECK (length(link) <= 300),
        ADD COLUMN clash boolean NOT NULL DEFAULT false,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD FOREIGN KEY (clinic_id, series_id, couple_id) REFERENCES appointment_series (clinic_id, id, couple_id),
        ADD FOREIGN KEY (clinic_id, room_id) REFERENCES room,
        ADD CHECK ((series_id IS NULL) = (series_on IS NULL)),
        ADD CHECK (room_id IS NULL OR place = 'room'),
        ADD CHECK (NOT (clash AND live)),
        ADD CONSTRAINT appointment_with_side UNIQUE (clinic_id, id, couple_id, side, starts_at, ends_at, live),
        ADD CONSTRAINT room_booked_once EXCLUDE USING gist
          (clinic_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (live AND room_id IS NOT NULL);
      ALTER TABLE appointment ALTER COLUMN side DROP DEFAULT, ALTER COLUMN place DROP DEFAULT,
        ALTER COLUMN clash DROP DEFAULT, ALTER COLUMN version DROP DEFAULT;
      CREATE UNIQUE INDEX appointment_of_series ON appointment (clinic_id, series_id, series_on);
      CREATE INDEX appointment_by_time ON appointment (clinic_id, starts_at, id);
    `);
  }

  /** Time off takes an hour as a session does. What a session's row says of its side, its places say as well. */
  private async widenPlaces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE held name;
      BEGIN
        SELECT conname INTO STRICT held FROM pg_constraint WHERE conrelid = 'appointment_participant'::regclass
          AND contype = 'f' AND confrelid = 'appointment'::regclass;
        EXECUTE format('ALTER TABLE appointment_participant DROP CONSTRAINT %I', held);
      END $do$;
      ALTER TABLE appointment_participant
        DROP CONSTRAINT appointment_participant_attendance_check,
        ADD CONSTRAINT appointment_participant_attendance_check CHECK (attendance IN ('expected', 'came', 'absent',
          'excused', 'attended', 'late_cancel', 'no_show', 'clinic_cancelled', 'partner_pause', 'client_moved')),
        ADD COLUMN side text,
        ADD COLUMN time_off_id uuid,
        ADD COLUMN moved_to date,
        ALTER COLUMN appointment_id DROP NOT NULL,
        ALTER COLUMN couple_id DROP NOT NULL;
      UPDATE appointment_participant SET side = 'JOINT';
      ALTER TABLE appointment_participant
        ADD CONSTRAINT of_one_thing CHECK (CASE WHEN time_off_id IS NULL
          THEN appointment_id IS NOT NULL AND couple_id IS NOT NULL AND side IS NOT NULL
          ELSE appointment_id IS NULL AND couple_id IS NULL AND side IS NULL AND staff_id IS NOT NULL END),
        ADD CONSTRAINT follows_appointment FOREIGN KEY (clinic_id, appointment_id, couple_id, side, starts_at, ends_at, live)
          REFERENCES appointment (clinic_id, id, couple_id, side, starts_at, ends_at, live)
          ON UPDATE CASCADE ON DELETE CASCADE,
        ADD CONSTRAINT follows_time_off FOREIGN KEY (clinic_id, time_off_id, staff_id, starts_at, ends_at)
          REFERENCES time_off (clinic_id, id, staff_id, starts_at, ends_at) ON UPDATE CASCADE ON DELETE CASCADE;
      CREATE INDEX appointment_participant_by_staff ON appointment_participant (clinic_id, staff_id, starts_at)
        WHERE staff_id IS NOT NULL;
    `);
  }
}
