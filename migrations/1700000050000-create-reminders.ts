import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders by mail (clinical rules REMIND): what each person wants, in versions; which reminders were made, each once;
 * the clinic's intervals. And letters that could not be sent: when they are tried again.
 */
export class CreateReminders1700000050000 implements MigrationInterface {
  readonly name = 'CreateReminders1700000050000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.createRounds(runner);
    await this.createPostponing(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.retry_letter(uuid); DROP FUNCTION app.postpone_letter(uuid, integer);
      DROP INDEX outbox_message_letters; DROP INDEX outbox_message_failed;
      ALTER TABLE outbox_message DROP COLUMN postponed;
      DROP FUNCTION app.reminder_facts(uuid, timestamptz); DROP FUNCTION app.claim_reminders(timestamptz, integer);
      DROP TABLE reminder_setting, reminder, reminder_wish;
    `);
  }

  /**
   * A wish is a consent: each change is a version of its own. The address stands in the newest one alone, and only while
   * the consent holds. A reminder is named after what it is about, so that it is made once.
   */
  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_wish (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        newest boolean NOT NULL,
        given boolean NOT NULL,
        address_sealed bytea,
        quiet_from text NOT NULL CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        quiet_until text NOT NULL CHECK (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        quiet_days smallint[] NOT NULL CHECK (quiet_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]
          AND cardinality(quiet_days) <= 7),
        zone text NOT NULL CHECK (char_length(zone) BETWEEN 1 AND 64),
        discreet boolean NOT NULL,
        made_at timestamptz NOT NULL,
        look_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, person_id, version),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK ((address_sealed IS NOT NULL) = (newest AND given))
      );
      CREATE UNIQUE INDEX reminder_wish_newest ON reminder_wish (clinic_id, person_id) WHERE newest;
      CREATE INDEX reminder_wish_to_look ON reminder_wish (look_at) WHERE newest AND given;
      CREATE TABLE reminder (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('session', 'work')),
        about text NOT NULL CHECK (char_length(about) <= 120),
        grounds text[] NOT NULL CHECK (cardinality(grounds) BETWEEN 1 AND 300),
        made_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, person_id, about),
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE TABLE reminder_setting (
        clinic_id uuid NOT NULL REFERENCES clinic,
        version integer NOT NULL CHECK (version > 0),
        -- Values by name, of the settings that differ from the standard.
        own jsonb NOT NULL CHECK (jsonb_typeof(own) = 'object'),
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, version),
        FOREIGN KEY (clinic_id, changed_by) REFERENCES staff_member
      );
    `);
  }

  /**
   * Whom to look at: people who consented, each every five to fifteen minutes, so that two of one couple are not written
   * to at one moment. What to look at: the person's own, by the rules of their own pages. Nothing of the other person.
   */
  private async createRounds(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.claim_reminders(moment timestamptz, batch integer)
        RETURNS TABLE (clinic_id uuid, person_id uuid)
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        #variable_conflict use_column
        BEGIN
          IF app.clinic() IS NOT NULL THEN RAISE insufficient_privilege; END IF;
          RETURN QUERY UPDATE reminder_wish w SET look_at = moment + interval '5 minutes' + random() * interval '10 minutes'
            FROM (SELECT x.clinic_id, x.id FROM reminder_wish x WHERE x.newest AND x.given AND x.look_at <= moment
              ORDER BY x.look_at, x.id LIMIT batch FOR UPDATE SKIP LOCKED) due
            WHERE w.clinic_id = due.clinic_id AND w.id = due.id RETURNING w.clinic_id, w.person_id;
        END $$;
      CREATE FUNCTION app.reminder_facts(person uuid, moment timestamptz) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object('language', p.language, 'zone', c.time_zone, 'anchorOn', c.anchor_on,
          'quiet', jsonb_build_object('from', w.quiet_from, 'until', w.quiet_until, 'days', to_jsonb(w.quiet_days),
            'zone', w.zone),
          'atRest', c.status NOT IN ('intake', 'active', 'separated') OR EXISTS (SELECT FROM homework_rest r
            WHERE r.clinic_id = p.clinic_id AND r.person_id = p.id AND r.plan_id IS NULL AND NOT r.cancelled
              AND r.from_on <= d.today AND (r.to_on IS NULL OR r.to_on >= d.today)),
          'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'startsAt', a.starts_at,
              'endsAt', a.ends_at, 'version', a.version, 'bookedAt', a.booked_at)), '[]')
            FROM appointment a WHERE a.clinic_id = p.clinic_id AND a.couple_id = c.id AND a.side IN (e.side, 'JOINT')
              AND a.live AND NOT a.clash AND a.kind NOT IN ('disclosure', 'team')
              AND a.starts_at > moment AND a.starts_at <= moment + interval '72 hours'
              AND NOT (a.side = 'JOINT' AND c.status = 'separated')
              AND EXISTS (SELECT FROM appointment_participant q WHERE q.clinic_id = a.clinic_id
                AND q.appointment_id = a.id AND q.person_id = p.id AND q.attendance = 'expected')),
          'tasks', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'dueOn', t.due_on, 'told', (SELECT count(*)
                FROM reminder m WHERE m.clinic_id = p.clinic_id AND m.person_id = p.id
                  AND m.grounds @> ARRAY['homework:' || t.id]))), '[]')
            FROM homework_task t WHERE t.clinic_id = p.clinic_id AND t.couple_id = c.id AND t.person_id = p.id
              AND t.withdrawn_at IS NULL AND t.expected AND t.state IN ('assigned', 'opened', 'draft')
              AND t.opens_on <= d.today
              AND t.due_on BETWEEN d.today AND d.today + 3
              AND NOT (c.status = 'separated' AND t.compartment = 'JOINT')
              AND NOT EXISTS (SELECT FROM homework_rest r WHERE r.clinic_id = t.clinic_id AND r.person_id = t.person_id
                AND (r.plan_id IS NULL OR r.plan_id = t.plan_id) AND NOT r.cancelled
                AND r.from_on <= d.today AND (r.to_on IS NULL OR r.to_on >= d.today))),
          'forms', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id,
                'givenOn', (s.given_at AT TIME ZONE c.time_zone)::date, 'told', (SELECT count(*)
                FROM reminder m WHERE m.clinic_id = p.clinic_id AND m.person_id = p.id
                  AND m.grounds @> ARRAY['form:' || s.id]))), '[]')
            FROM measure_sheet s WHERE s.clinic_id = p.clinic_id AND s.couple_id = c.id AND s.person_id = p.id
              AND s.place = 'own_account' AND s.withdrawn_at IS NULL AND s.answered_at IS NULL),
          'rated', (SELECT coalesce(jsonb_agg(DISTINCT g.window_ends_on), '[]') FROM predictor_rating g
            WHERE g.clinic_id = p.clinic_id AND g.couple_id = c.id AND g.rater_id = p.id
              AND g.window_ends_on >= d.today),
          'ratingTold', (SELECT coalesce(jsonb_object_agg(g.reading, g.told), '{}') FROM (SELECT substr(x.name, 8) AS reading,
              count(*) AS told FROM reminder m CROSS JOIN unnest(m.grounds) AS x(name) WHERE m.clinic_id = p.clinic_id
                AND m.person_id = p.id AND x.name LIKE 'rating:%' AND m.made_at > moment - interval '30 days'
              GROUP BY 1) g))
          FROM person p
          JOIN reminder_wish w ON w.clinic_id = p.clinic_id AND w.person_id = p.id AND w.newest AND w.given
          JOIN enrolment e ON e.clinic_id = p.clinic_id AND e.person_id = p.id AND e.enrolled_at IS NOT NULL
          JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
          CROSS JOIN LATERAL (SELECT (moment AT TIME ZONE c.time_zone)::date AS today) d
          WHERE p.clinic_id = app.clinic() AND p.id = person AND p.erased_at IS NULL AND app.actor_role() = 'system'
          LIMIT 1 $$;
      REVOKE ALL ON FUNCTION app.claim_reminders(timestamptz, integer), app.reminder_facts(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.claim_reminders(timestamptz, integer), app.reminder_facts(uuid, timestamptz)
        TO trellis_worker;
    `);
  }

  /**
   * A letter that a mail server did not take is put off, for longer each time, before it is given up. A claim stays
   * counted, so that whoever hands it out again takes the finished job out of the queue first.
   */
  private async createPostponing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_message ADD COLUMN postponed smallint NOT NULL DEFAULT 0;
      CREATE INDEX outbox_message_letters ON outbox_message (clinic_id, created_at, kind) WHERE kind LIKE 'mail.%';
      CREATE INDEX outbox_message_failed ON outbox_message (clinic_id, failed_at DESC, id) WHERE failed_at IS NOT NULL;
      CREATE FUNCTION app.postpone_letter(message uuid, minutes integer) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          UPDATE outbox_message m SET available_at = app.now() + make_interval(mins => minutes), claimed_at = NULL,
              claims = 1, postponed = m.postponed + 1
            WHERE m.clinic_id = app.clinic() AND m.id = message AND m.kind LIKE 'mail.%'
              AND m.done_at IS NULL AND m.failed_at IS NULL;
          RETURN FOUND;
        END $$;
      -- Of the last thirty days: what was given up before concerns nothing that is still to come.
      CREATE FUNCTION app.retry_letter(message uuid) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF NOT app.is_clinic_admin() THEN RETURN false; END IF;
          UPDATE outbox_message m SET available_at = app.now(), claimed_at = NULL, claims = 1, postponed = 0,
              failed_at = NULL, failure_code = NULL
            WHERE m.clinic_id = app.clinic() AND m.id = message AND m.kind LIKE 'mail.%'
              AND m.done_at IS NULL AND m.failed_at > app.now() - interval '30 days';
          RETURN FOUND;
        END $$;
      REVOKE ALL ON FUNCTION app.postpone_letter(uuid, integer), app.retry_letter(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.postpone_letter(uuid, integer) TO trellis_worker;
      GRANT EXECUTE ON FUNCTION app.retry_letter(uuid) TO trellis_api;
    `);
  }
}
