import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sideTherapists, therapists } from './who-asks.js';

const actor = '(SELECT app.actor())';
const role = '(SELECT app.actor_role())';
const office = '(SELECT app.is_clinic_admin())';
const cares = `(${sideTherapists} OR (side = 'JOINT' AND ${therapists()}))`;
const glass = 'couple_id = ANY ((SELECT app.glass_couples())::uuid[])';
const writes = `${cares} AND author_id = ${actor}`;
/** The colleague who was asked: a supervisor from outside, or a therapist who cares for the side. */
const asked = `cosigner_id = ${actor} AND (${role} = 'supervisor' OR ${cares})`;
const clinicians = `${role} IN ('therapist', 'supervisor', 'clinic_admin', 'owner')`;
const hidden = ` OR action = 'progress_note.return'`;

/** Who finds which progress notes: the database says it as the server does. The office gets counts and nothing else. */
export class GuardProgressNotes1700000046100 implements MigrationInterface {
  readonly name = 'GuardProgressNotes1700000046100';

  async up(runner: QueryRunner): Promise<void> {
    await this.guardForms(runner);
    await this.guardNotes(runner);
    await this.guardAround(runner);
    await this.tell(runner);
    await this.hideAndScrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', replace(body, $h$${hidden}$h$, ''));
      END $do$;
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_progress_notes(uuid, uuid);
      ALTER FUNCTION app.scrub_before_progress_notes(uuid, uuid) RENAME TO scrub_person;
      DROP FUNCTION app.asked_note_cosigns(); DROP FUNCTION app.progress_note_counts(integer, timestamptz);
    `);
    for (const table of guarded) {
      await runner.query(`
        DO $do$ DECLARE held name;
        BEGIN
          FOR held IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}'
          LOOP EXECUTE format('DROP POLICY %I ON ${table}', held); END LOOP;
        END $do$;
        REVOKE ALL ON ${table} FROM trellis_api;
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }

  private async guardForms(runner: QueryRunner): Promise<void> {
    for (const table of guarded) await runner.query(`CALL app.protect('${table}')`);
    await runner.query(`
      CREATE POLICY staff ON progress_note_form FOR SELECT TO trellis_api USING (${clinicians});
      CREATE POLICY keeps ON progress_note_form FOR INSERT TO trellis_api
        WITH CHECK (${office} AND made_by = ${actor} AND retired_at IS NULL);
      CREATE POLICY retires ON progress_note_form FOR UPDATE TO trellis_api USING (${office}) WITH CHECK (${office});
      CREATE POLICY staff ON progress_note_setting FOR SELECT TO trellis_api USING (${clinicians});
      CREATE POLICY keeps ON progress_note_setting FOR INSERT TO trellis_api
        WITH CHECK (${office} AND set_by = ${actor});
      CREATE POLICY changes ON progress_note_setting FOR UPDATE TO trellis_api USING (${office})
        WITH CHECK (${office} AND set_by = ${actor});
      GRANT SELECT, INSERT ON progress_note_form, progress_note_setting TO trellis_api;
      GRANT UPDATE (retired_at) ON progress_note_form TO trellis_api;
      GRANT UPDATE (late_after_days, set_by, set_at, version) ON progress_note_setting TO trellis_api;
    `);
  }

  /** Whoever was asked keeps finding the row while it is revised; the server opens its words when it waits again. */
  private async guardNotes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY care_team ON progress_note FOR SELECT TO trellis_api
        USING (${cares} AND (state = 'signed' OR author_id = ${actor}));
      CREATE POLICY asked ON progress_note FOR SELECT TO trellis_api USING (state <> 'draft' AND ${asked});
      CREATE POLICY emergency ON progress_note FOR SELECT TO trellis_api USING (state = 'signed' AND ${glass});
      CREATE POLICY begins ON progress_note FOR INSERT TO trellis_api WITH CHECK (${writes} AND state = 'draft');
      CREATE POLICY writes ON progress_note FOR UPDATE TO trellis_api USING (${writes} AND state <> 'signed')
        WITH CHECK (${writes} AND (state <> 'signed' OR cosigner_id IS NULL));
      CREATE POLICY cosigns ON progress_note FOR UPDATE TO trellis_api USING (state = 'waiting' AND ${asked})
        WITH CHECK (state IN ('returned', 'signed') AND ${asked});
      CREATE POLICY removes ON progress_note FOR DELETE TO trellis_api USING (${writes} AND state = 'draft');
      GRANT SELECT, INSERT, DELETE ON progress_note TO trellis_api;
      GRANT UPDATE (sealed, state, cosigner_id, changed_at, submitted_at, signed_at, version) ON progress_note
        TO trellis_api;
    `);
  }

  private async guardAround(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY author ON progress_note_remark FOR SELECT TO trellis_api USING (${writes});
      CREATE POLICY asked ON progress_note_remark FOR SELECT TO trellis_api USING (${asked});
      CREATE POLICY remarks ON progress_note_remark FOR INSERT TO trellis_api WITH CHECK (${asked});
      CREATE POLICY care_team ON progress_note_amendment FOR SELECT TO trellis_api USING (${cares});
      CREATE POLICY emergency ON progress_note_amendment FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY amends ON progress_note_amendment FOR INSERT TO trellis_api WITH CHECK (${writes});
      GRANT SELECT, INSERT ON progress_note_remark, progress_note_amendment TO trellis_api;
    `);
  }

  /**
   * What waits for the asker's second signature, with the couple's name: a supervisor sees no couple otherwise. And the
   * office's counts: no name, no day, no word.
   */
  private async tell(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.asked_note_cosigns() RETURNS TABLE (id uuid, couple_id uuid, couple_name text, side text,
          session_kind text, session_at timestamptz, author_id uuid, author_name text, person_ids uuid[],
          submitted_at timestamptz, version integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.id, n.couple_id, c.name, n.side, n.session_kind, n.session_at, n.author_id, s.name,
            CASE WHEN n.person_id IS NOT NULL THEN ARRAY[n.person_id] ELSE ARRAY(SELECT e.person_id FROM enrolment e
              WHERE e.clinic_id = n.clinic_id AND e.couple_id = n.couple_id ORDER BY e.side DESC) END,
            n.submitted_at, n.version
          FROM progress_note n
          JOIN couple c ON c.clinic_id = n.clinic_id AND c.id = n.couple_id
          JOIN staff_member s ON s.clinic_id = n.clinic_id AND s.id = n.author_id
          WHERE n.clinic_id = app.clinic() AND n.cosigner_id = app.actor() AND n.state = 'waiting'
            AND (app.actor_role() = 'supervisor' OR (app.actor_role() = 'therapist'
              AND n.couple_id = ANY (app.my_couples(nullif(n.side, 'JOINT')))))
          ORDER BY n.submitted_at, n.id LIMIT 100 $$;
      CREATE FUNCTION app.progress_note_counts(late_days integer, moment timestamptz)
        RETURNS TABLE (due integer, late integer, signed integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT count(*) FILTER (WHERE o.ends_at >= moment - make_interval(days => late_days))::integer,
            count(*) FILTER (WHERE o.ends_at < moment - make_interval(days => late_days))::integer,
            (SELECT count(*)::integer FROM progress_note n WHERE n.clinic_id = app.clinic() AND n.state = 'signed'
              AND n.signed_at > moment - interval '30 days' AND app.is_clinic_admin())
          FROM (SELECT a.ends_at FROM appointment a
            WHERE a.clinic_id = app.clinic() AND app.is_clinic_admin() AND a.kind <> 'team' AND NOT a.clash
              AND a.ends_at <= moment AND a.starts_at > moment - interval '90 days'
              AND EXISTS (SELECT FROM appointment_participant q WHERE q.clinic_id = a.clinic_id
                AND q.appointment_id = a.id AND q.person_id IS NOT NULL AND q.attendance IN ('attended', 'came'))
              AND NOT EXISTS (SELECT FROM progress_note n WHERE n.clinic_id = a.clinic_id
                AND n.appointment_id = a.id AND n.side = a.side AND n.state = 'signed')) o $$;
      REVOKE ALL ON FUNCTION app.asked_note_cosigns(), app.progress_note_counts(integer, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.asked_note_cosigns(), app.progress_note_counts(integer, timestamptz) TO trellis_api;
    `);
  }

  /**
   * How a colleague judged a note is not the office's. An erased person's own notes go; joint ones belong to two people
   * and stay sealed under their author's key.
   */
  private async hideAndScrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ DECLARE body text;
      BEGIN
        SELECT prosrc INTO STRICT body FROM pg_proc WHERE oid = 'app.hidden_from_office(text, text)'::regprocedure;
        EXECUTE format('CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS %L', body || $h$${hidden}$h$);
      END $do$;
      CREATE FUNCTION app.scrub_progress_notes(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM progress_note_remark r USING progress_note n WHERE r.clinic_id = clinic
            AND n.clinic_id = clinic AND n.id = r.note_id AND n.person_id = person;
          DELETE FROM progress_note_amendment m USING progress_note n WHERE m.clinic_id = clinic
            AND n.clinic_id = clinic AND n.id = m.note_id AND n.person_id = person;
          DELETE FROM progress_note n WHERE n.clinic_id = clinic AND n.person_id = person;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_progress_notes(uuid, uuid) FROM PUBLIC;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_before_progress_notes;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_progress_notes(clinic, person);
          PERFORM app.scrub_before_progress_notes(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}

const guarded = [
  'progress_note_form',
  'progress_note_setting',
  'progress_note',
  'progress_note_remark',
  'progress_note_amendment',
] as const;
