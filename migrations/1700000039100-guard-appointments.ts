import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sideTherapists, therapists } from './who-asks.js';

/**
 * Who sees and changes what of the calendar. One person's own sessions are their side's alone: the other side learns
 * that an hour of a member of staff is taken, and nothing else.
 */
export class GuardAppointments1700000039100 implements MigrationInterface {
  readonly name = 'GuardAppointments1700000039100';

  async up(runner: QueryRunner): Promise<void> {
    await this.guardAppointments(runner);
    await this.guardPlaces(runner);
    await this.guardAround(runner);
    await this.follow(runner);
    await this.tellTaken(runner);
    await this.scrub(runner);
  }

  /**
   * Back to walls that know disclosures alone. The functions that book and follow go on naming the wider columns; who
   * goes further back takes back the migrations that made them as well.
   */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_appointments(uuid, uuid);
      ALTER FUNCTION app.scrub_before_appointments(uuid, uuid) RENAME TO scrub_person;
      DROP FUNCTION app.taken_hours(uuid[], uuid, timestamptz[], timestamptz[], uuid[]);
      DROP FUNCTION app.series_guests(uuid);
      DROP POLICY books ON appointment; DROP POLICY changes ON appointment; DROP POLICY takes_out ON appointment;
      DROP POLICY own ON appointment; DROP POLICY system ON appointment; DROP POLICY system_books ON appointment;
      DROP POLICY books ON appointment_participant; DROP POLICY system ON appointment_participant;
      DROP POLICY system_books ON appointment_participant; DROP POLICY own_time ON appointment_participant;
      DROP POLICY care_team ON appointment; DROP POLICY care_team ON appointment_participant;
      DROP POLICY who_came ON appointment_participant;
      CREATE POLICY care_team ON appointment FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY care_team ON appointment_participant FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY who_came ON appointment_participant FOR UPDATE TO trellis_api USING (${therapists()})
        WITH CHECK (${therapists()});
      REVOKE INSERT, UPDATE, DELETE ON appointment FROM trellis_api;
      REVOKE INSERT ON appointment_participant FROM trellis_api;
      REVOKE UPDATE (arrive_at, moved_to) ON appointment_participant FROM trellis_api;
      REVOKE ALL ON room, time_off, appointment_series FROM trellis_api;
      DROP POLICY everybody ON room; DROP POLICY keeps ON room; DROP POLICY changes ON room;
      DROP POLICY own ON time_off; DROP POLICY office ON time_off;
      DROP POLICY keeps ON appointment_series; DROP POLICY system ON appointment_series;
    `);
    for (const table of ['room', 'time_off', 'appointment_series'])
      await runner.query(`DROP POLICY tenant ON ${table}; DROP POLICY owner_all ON ${table};
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  }

  /** A disclosure is booked, moved and closed by its own functions; here it is only read. */
  private async guardAppointments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY care_team ON appointment;
      CREATE POLICY care_team ON appointment FOR SELECT TO trellis_api USING (${worksWith});
      CREATE POLICY books ON appointment FOR INSERT TO trellis_api
        WITH CHECK (kind <> 'disclosure' AND booked_by = (SELECT app.actor()) AND (${keeps}));
      CREATE POLICY changes ON appointment FOR UPDATE TO trellis_api
        USING (kind <> 'disclosure' AND (${keeps})) WITH CHECK (kind <> 'disclosure' AND (${keeps}));
      CREATE POLICY takes_out ON appointment FOR DELETE TO trellis_api USING (kind <> 'disclosure' AND (${keeps}));
      CREATE POLICY own ON appointment FOR SELECT TO trellis_api
        USING (kind NOT IN ('disclosure', 'team') AND (${comes('RP')} OR ${comes('BP')}));
      CREATE POLICY system ON appointment FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system_books ON appointment FOR INSERT TO trellis_api
        WITH CHECK (kind <> 'disclosure' AND series_id IS NOT NULL AND ${system});
      GRANT INSERT, DELETE ON appointment TO trellis_api;
      GRANT UPDATE (starts_at, ends_at, live, closed_at, place, room_id, link, clash, version) ON appointment
        TO trellis_api;
    `);
  }

  private async guardPlaces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY care_team ON appointment_participant; DROP POLICY who_came ON appointment_participant;
      CREATE POLICY care_team ON appointment_participant FOR SELECT TO trellis_api USING (${worksWith});
      CREATE POLICY own_time ON appointment_participant FOR SELECT TO trellis_api USING (${ownTime});
      CREATE POLICY who_came ON appointment_participant FOR UPDATE TO trellis_api
        USING (couple_id IS NOT NULL AND (${keeps})) WITH CHECK (couple_id IS NOT NULL AND (${keeps}));
      CREATE POLICY books ON appointment_participant FOR INSERT TO trellis_api
        WITH CHECK ((couple_id IS NOT NULL AND (${keeps})) OR (${ownTime}));
      CREATE POLICY system ON appointment_participant FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system_books ON appointment_participant FOR INSERT TO trellis_api
        WITH CHECK (couple_id IS NOT NULL AND ${system});
      GRANT INSERT ON appointment_participant TO trellis_api;
      GRANT UPDATE (arrive_at, moved_to) ON appointment_participant TO trellis_api;
    `);
  }

  private async guardAround(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('room'); CALL app.protect('time_off'); CALL app.protect('appointment_series');
      CREATE POLICY everybody ON room FOR SELECT TO trellis_api USING (true);
      CREATE POLICY keeps ON room FOR INSERT TO trellis_api WITH CHECK ((SELECT app.is_clinic_admin()));
      CREATE POLICY changes ON room FOR UPDATE TO trellis_api USING ((SELECT app.is_clinic_admin()))
        WITH CHECK ((SELECT app.is_clinic_admin()));
      GRANT SELECT, INSERT ON room TO trellis_api;
      GRANT UPDATE (name, closed_at, version) ON room TO trellis_api;
      CREATE POLICY own ON time_off TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor()))
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor()));
      CREATE POLICY office ON time_off FOR SELECT TO trellis_api USING ((SELECT app.is_clinic_admin()));
      GRANT SELECT, INSERT, DELETE ON time_off TO trellis_api;
      CREATE POLICY keeps ON appointment_series TO trellis_api USING (${keeps}) WITH CHECK (${keeps});
      CREATE POLICY system ON appointment_series TO trellis_api USING (${system}) WITH CHECK (${system});
      GRANT SELECT, INSERT ON appointment_series TO trellis_api;
      GRANT UPDATE (starts_on, wall_time, minutes, rule_text, exceptions, place, room_id, link, staff_ids, written_until,
        closed_at, version) ON appointment_series TO trellis_api;
    `);
  }

  /**
   * Whoever joins a team is expected at its disclosure; whoever leaves is expected nowhere that their sides do not
   * open any more. Sessions that lie behind keep who was there.
   */
  private async follow(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.book_session(couple uuid, process uuid, appointment uuid, starts timestamptz, ends timestamptz,
          rp_arrives timestamptz, bp_arrives timestamptz, asked_by uuid, asked_at timestamptz) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE here uuid := app.clinic(); guest record; by_video boolean;
        BEGIN
          IF app.actor_role() = 'client' OR NOT app.may_ask_session($1) THEN
            RAISE EXCEPTION 'a session is booked by the care team or the office' USING ERRCODE = '42501';
          END IF;
          SELECT r.telehealth INTO by_video FROM public.appointment a
            JOIN disclosure_session r ON r.clinic_id = a.clinic_id AND r.appointment_id = a.id
            WHERE a.clinic_id = here AND a.couple_id = $1 AND a.live AND a.kind = 'disclosure';
          PERFORM app.settle_session($1, 'close');
          INSERT INTO public.appointment (clinic_id, id, couple_id, kind, starts_at, ends_at, zone, live, booked_by,
              booked_at, side, place, clash, version)
            SELECT here, $3, c.id, 'disclosure', $4, $5, c.time_zone, true, $8, $9, 'JOINT', 'open', false, 1 FROM public.couple c
              WHERE c.clinic_id = here AND c.id = $1;
          INSERT INTO disclosure_session (clinic_id, appointment_id, couple_id, process_id, telehealth, telehealth_marks,
              noticed, version) VALUES (here, $3, $1, $2, by_video, '{}', '{}', 1);
          FOR guest IN
            SELECT a.staff_id AS id, NULL AS side FROM care_assignment a
                WHERE a.clinic_id = here AND a.couple_id = $1 AND a.from_at <= app.now()
                  AND (a.to_at IS NULL OR a.to_at > app.now())
              UNION SELECT e.person_id, e.side FROM enrolment e WHERE e.clinic_id = here AND e.couple_id = $1
              ORDER BY id
          LOOP
            PERFORM pg_advisory_xact_lock(hashtextextended(guest.id::text, 20));
            INSERT INTO appointment_participant (clinic_id, id, appointment_id, couple_id, starts_at, ends_at, live,
                staff_id, person_id, arrive_at, attendance, side)
              VALUES (here, gen_random_uuid(), $3, $1, $4, $5, true,
                CASE WHEN guest.side IS NULL THEN guest.id END, CASE WHEN guest.side IS NOT NULL THEN guest.id END,
                CASE guest.side WHEN 'RP' THEN rp_arrives WHEN 'BP' THEN bp_arrives ELSE $4 END, 'expected', 'JOINT');
          END LOOP;
        END $$;
      CREATE OR REPLACE FUNCTION app.follow_care_team() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF TG_OP = 'UPDATE' THEN
            DELETE FROM appointment_participant p USING appointment s
              WHERE s.clinic_id = p.clinic_id AND s.id = p.appointment_id
                AND (s.kind = 'disclosure' OR s.starts_at > app.now())
                AND p.clinic_id = NEW.clinic_id AND p.couple_id = NEW.couple_id
                AND p.staff_id = NEW.staff_id AND p.live AND p.attendance = 'expected' AND NEW.to_at <= app.now()
                AND NOT EXISTS (SELECT FROM care_assignment a WHERE a.clinic_id = NEW.clinic_id
                  AND a.couple_id = NEW.couple_id AND a.staff_id = NEW.staff_id AND a.id <> NEW.id
                  AND (p.side = 'JOINT' OR a.side = p.side) AND (a.to_at IS NULL OR a.to_at > app.now()));
            RETURN NULL;
          END IF;
          IF NEW.to_at IS NOT NULL AND NEW.to_at <= app.now() THEN RETURN NULL; END IF;
          INSERT INTO appointment_participant (clinic_id, id, appointment_id, couple_id, starts_at, ends_at, live, staff_id,
              person_id, arrive_at, attendance, side)
            SELECT a.clinic_id, gen_random_uuid(), a.id, a.couple_id, a.starts_at, a.ends_at, true, NEW.staff_id, NULL,
                a.starts_at, 'expected', a.side
              FROM appointment a WHERE a.clinic_id = NEW.clinic_id AND a.couple_id = NEW.couple_id AND a.live
                AND a.kind = 'disclosure'
            ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$;
    `);
  }

  /**
   * Which of the asked hours are taken, of whom or of which room. It tells no session and no couple; whether the asker
   * may hear whose hour it is, the server decides. Asked behind the locks of everybody concerned, it is exact.
   */
  private async tellTaken(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.taken_hours(guests uuid[], room uuid, starts timestamptz[], ends timestamptz[], except_ids uuid[])
        RETURNS TABLE (n integer, taken uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT DISTINCT h.n::integer, t.taken FROM unnest($3, $4) WITH ORDINALITY h (from_at, to_at, n)
          CROSS JOIN LATERAL (
            SELECT coalesce(q.staff_id, q.person_id) AS taken FROM appointment_participant q
              WHERE q.clinic_id = app.clinic() AND q.live AND (q.staff_id = ANY ($1) OR q.person_id = ANY ($1))
                AND tstzrange(q.starts_at, q.ends_at) && tstzrange(h.from_at, h.to_at)
                AND (q.appointment_id IS NULL OR NOT q.appointment_id = ANY ($5))
            UNION ALL SELECT a.room_id FROM appointment a
              WHERE a.clinic_id = app.clinic() AND a.live AND a.room_id = $2
                AND tstzrange(a.starts_at, a.ends_at) && tstzrange(h.from_at, h.to_at) AND NOT a.id = ANY ($5)) t
          WHERE app.actor_role() IN ('therapist', 'clinic_admin', 'owner', 'system')
          ORDER BY 1, 2 LIMIT 500 $$;
      -- Whom a series still brings together, for the system that writes it on; nobody once the couple's work is over.
      CREATE FUNCTION app.series_guests(series uuid) RETURNS TABLE (staff_ids uuid[], person_ids uuid[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT ARRAY(SELECT DISTINCT a.staff_id FROM care_assignment a
              WHERE a.clinic_id = s.clinic_id AND a.couple_id = s.couple_id AND a.staff_id = ANY (s.staff_ids)
                AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
                AND (s.side = 'JOINT' OR a.side = s.side)),
            ARRAY(SELECT e.person_id FROM enrolment e WHERE e.clinic_id = s.clinic_id AND e.couple_id = s.couple_id
                AND s.kind <> 'team' AND (s.side = 'JOINT' OR e.side = s.side))
          FROM appointment_series s JOIN couple c ON c.clinic_id = s.clinic_id AND c.id = s.couple_id
          WHERE s.clinic_id = app.clinic() AND s.id = $1 AND app.actor_role() = 'system' AND c.status <> 'closed'
            AND NOT (c.status = 'separated' AND s.side = 'JOINT') $$;
      REVOKE ALL ON FUNCTION app.taken_hours(uuid[], uuid, timestamptz[], timestamptz[], uuid[]),
        app.series_guests(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.taken_hours(uuid[], uuid, timestamptz[], timestamptz[], uuid[]),
        app.series_guests(uuid) TO trellis_api;
    `);
  }

  /** An erased person's own sessions that are to come are given back; that there were sessions stays, without a link. */
  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_appointments(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          UPDATE appointment a SET link = NULL, live = a.live AND a.ends_at <= app.now(),
              closed_at = CASE WHEN a.live AND a.ends_at > app.now() THEN app.now() ELSE a.closed_at END
            FROM enrolment e WHERE a.clinic_id = clinic AND e.clinic_id = clinic AND e.person_id = person
              AND e.couple_id = a.couple_id AND e.side = a.side;
          UPDATE appointment_series s SET link = NULL, closed_at = coalesce(s.closed_at, app.now())
            FROM enrolment e WHERE s.clinic_id = clinic AND e.clinic_id = clinic AND e.person_id = person
              AND e.couple_id = s.couple_id AND e.side = s.side;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_appointments(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_appointments;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_appointments(clinic, person);
          PERFORM app.scrub_before_appointments(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}

const system = "(SELECT app.actor_role()) = 'system'";
const worksWith = `(${sideTherapists} OR (side = 'JOINT' AND ${therapists()}))`;
const keeps = `${worksWith} OR (SELECT app.is_clinic_admin())`;
const ownTime = `time_off_id IS NOT NULL AND (SELECT app.actor_role()) = 'therapist' AND staff_id = (SELECT app.actor())`;
const comes = (
  side: 'RP' | 'BP',
): string => `((SELECT app.actor_role()) = 'client' AND side IN ('${side}', 'JOINT')
  AND couple_id = ANY ((SELECT app.my_couples('${side}'))::uuid[]))`;
