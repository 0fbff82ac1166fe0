import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What crosses the walls of a session: states, dates and ids for deciding, and one person's own view. Never words. */
export class TellOfDisclosureSessions1700000020100 implements MigrationInterface {
  readonly name = 'TellOfDisclosureSessions1700000020100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createFacts(runner);
    await this.createOwnView(runner);
    await this.createSettling(runner);
    await this.createBooking(runner);
    await runner.query(`
      REVOKE ALL ON FUNCTION app.may_ask_session(uuid), app.disclosure_session_facts(uuid), app.own_disclosure_session(),
        app.settle_session(uuid, text), ${booking} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.may_ask_session(uuid), app.disclosure_session_facts(uuid),
        app.settle_session(uuid, text), ${booking} TO trellis_api, trellis_worker;
      GRANT EXECUTE ON FUNCTION app.own_disclosure_session() TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${booking}; DROP FUNCTION app.settle_session(uuid, text);
      DROP FUNCTION app.own_disclosure_session();
      DROP FUNCTION app.disclosure_session_facts(uuid); DROP FUNCTION app.may_ask_session(uuid);
    `);
  }

  /** Deciding a step needs facts of both sides, whoever asks for the step. Days, not whose they are. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.may_ask_session(couple uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = $1)
          AND coalesce(app.actor_role() = 'system' OR app.is_clinic_admin() OR $1 = ANY (app.my_couples())
            OR $1 = ANY (app.glass_couples()), false) $$;
      CREATE FUNCTION app.disclosure_session_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH live AS (
          SELECT r.* FROM appointment a
            JOIN disclosure_session r ON r.clinic_id = a.clinic_id AND r.appointment_id = a.id
            WHERE a.clinic_id = app.clinic() AND a.couple_id = $1 AND a.live AND a.kind = 'disclosure'),
        checks AS (
          SELECT d.side, jsonb_build_object('sober', d.sober, 'slept', d.slept, 'safe', d.safe,
              'consentReaffirmed', d.consent_reaffirmed, 'transportConfirmed', d.transport_confirmed,
              'childCareConfirmed', d.child_care_confirmed, 'at', d.asked_at, 'by', d.asked_by) AS told
            FROM day_check d JOIN live l ON l.clinic_id = d.clinic_id AND l.appointment_id = d.appointment_id
            WHERE d.source = 'T' AND d.void_at IS NULL)
        SELECT CASE WHEN app.may_ask_session($1) THEN jsonb_build_object(
          'telehealth', (SELECT telehealth FROM live),
          'emergencyCheckedAt', (SELECT emergency_checked_at FROM live),
          'departurePlanConfirmed', coalesce((SELECT departure_confirmed_at IS NOT NULL FROM live), false),
          'dayChecks', jsonb_build_object('RP', (SELECT told FROM checks WHERE side = 'RP'),
            'BP', (SELECT told FROM checks WHERE side = 'BP')),
          'hardDates', CASE WHEN EXISTS (SELECT FROM date_check k WHERE k.clinic_id = app.clinic() AND k.couple_id = $1)
            THEN (SELECT coalesce(jsonb_agg(DISTINCT day::date ORDER BY day::date), '[]')
              FROM hard_date h, generate_series(h.from_day::timestamp, h.to_day::timestamp, interval '1 day') day
              WHERE h.clinic_id = app.clinic() AND h.couple_id = $1) END) END $$;
    `);
  }

  /**
   * The asking person's own appointment and clock. A pause for safety and a date that was put off look the same here:
   * there is no appointment. Who paused is nobody's to know.
   */
  private async createOwnView(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.own_disclosure_session() RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH me AS (
          SELECT e.couple_id, e.side FROM enrolment e
            WHERE e.clinic_id = app.clinic() AND e.person_id = app.actor() AND app.actor_role() = 'client' LIMIT 1),
        shown AS (
          SELECT a.id, a.couple_id, a.starts_at, a.ends_at, a.zone, p.id AS process_id, p.state, r.reading_allowed_at,
              me.side, q.arrive_at
            FROM me JOIN appointment a ON a.clinic_id = app.clinic() AND a.couple_id = me.couple_id AND a.live
              AND a.kind = 'disclosure'
            JOIN disclosure_session r ON r.clinic_id = a.clinic_id AND r.appointment_id = a.id
            JOIN disclosure_process p ON p.clinic_id = a.clinic_id AND p.id = r.process_id AND p.closed_at IS NULL
            JOIN appointment_participant q ON q.clinic_id = a.clinic_id AND q.appointment_id = a.id
              AND q.person_id = app.actor()
            WHERE p.state IN ('SCHEDULED', 'DAY_OF_CHECK', 'IN_SESSION', 'SESSION_PAUSED')),
        running AS (SELECT * FROM shown WHERE state IN ('IN_SESSION', 'SESSION_PAUSED'))
        SELECT jsonb_build_object(
          'appointment', (SELECT jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
              'zone', s.zone, 'arriveAt', s.arrive_at) FROM shown s),
          'run', (SELECT jsonb_build_object('paused', s.state = 'SESSION_PAUSED',
              'step', (SELECT jsonb_build_object('step', t.step, 'startedAt', t.started_at) FROM session_step t
                WHERE t.clinic_id = app.clinic() AND t.appointment_id = s.id AND t.ended_at IS NULL),
              'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', v.event, 'at', v.at) ORDER BY v.at, v.id), '[]')
                FROM disclosure_event v WHERE v.clinic_id = app.clinic() AND v.process_id = s.process_id
                  AND v.event IN ('go', 'pause', 'continue_session') AND cardinality(v.refused_guards) = 0),
              'readingAllowedAt', CASE WHEN s.side = 'BP' THEN s.reading_allowed_at END) FROM running s)) $$;
    `);
  }

  /**
   * What a step does to the time it was booked for, whoever took it: \`close\` gives the time back, \`reopen_day\` voids
   * the checks of the day. A slip that one person tells at night ends the other's appointment too.
   */
  private async createSettling(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.settle_session(couple uuid, what text) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE held uuid;
        BEGIN
          IF NOT app.may_ask_session($1) THEN RETURN; END IF;
          SELECT a.id INTO held FROM appointment a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = $1 AND a.live AND a.kind = 'disclosure' FOR UPDATE;
          IF what = 'close' THEN
            UPDATE session_reading SET closed_at = app.now()
              WHERE clinic_id = app.clinic() AND appointment_id = held AND closed_at IS NULL;
            UPDATE appointment SET live = false, closed_at = app.now()
              WHERE clinic_id = app.clinic() AND id = held;
          ELSIF what = 'reopen_day' THEN
            UPDATE day_check SET void_at = app.now(), version = version + 1
              WHERE clinic_id = app.clinic() AND appointment_id = held AND void_at IS NULL;
            UPDATE disclosure_session SET emergency_checked_at = NULL, emergency_checked_by = NULL, version = version + 1
              WHERE clinic_id = app.clinic() AND appointment_id = held;
          ELSE
            RAISE EXCEPTION 'a session is closed or its day opened anew' USING ERRCODE = '22023';
          END IF;
        END $$;
    `);
  }

  /**
   * Closes the former appointment of the couple and books everybody of the care team once, and both people. Guests wait
   * in one order, so that two bookings never wait for each other in a circle; who is booked already, the constraint
   * says. Whether a session may be booked at all is decided by the process.
   */
  private async createBooking(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.book_session(couple uuid, process uuid, appointment uuid, starts timestamptz, ends timestamptz,
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
              booked_at)
            SELECT here, $3, c.id, 'disclosure', $4, $5, c.time_zone, true, $8, $9 FROM public.couple c
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
                staff_id, person_id, arrive_at, attendance)
              VALUES (here, gen_random_uuid(), $3, $1, $4, $5, true,
                CASE WHEN guest.side IS NULL THEN guest.id END, CASE WHEN guest.side IS NOT NULL THEN guest.id END,
                CASE guest.side WHEN 'RP' THEN rp_arrives WHEN 'BP' THEN bp_arrives ELSE $4 END, 'expected');
          END LOOP;
        END $$;
    `);
  }
}

const booking = `app.book_session(uuid, uuid, uuid, timestamptz, timestamptz, timestamptz, timestamptz, uuid,
        timestamptz)`;
