import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees and changes what of appointments and of the session of a disclosure. */
export class GuardDisclosureSessions1700000020050 implements MigrationInterface {
  readonly name = 'GuardDisclosureSessions1700000020050';

  async up(runner: QueryRunner): Promise<void> {
    await this.protectAppointments(runner);
    await this.protectRuns(runner);
    await this.protectDayChecks(runner);
    await this.protectPreparation(runner);
    await this.protectReading(runner);
    await this.openForEmergency(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...emergencyTables, 'support_plan', 'session_reading']) {
      await runner.query(`DO $$ DECLARE wall name; BEGIN
          FOR wall IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON ${table}', wall);
          END LOOP; END $$;
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
        REVOKE ALL ON ${table} FROM trellis_api`);
    }
  }

  /** Booking and closing is for one function alone; here times are read, and it is noted who came. */
  private async protectAppointments(runner: QueryRunner): Promise<void> {
    for (const table of ['appointment', 'appointment_participant']) {
      await runner.query(`
        CALL app.protect('${table}');
        CREATE POLICY care_team ON ${table} FOR SELECT TO trellis_api USING (${team});
        CREATE POLICY office ON ${table} FOR SELECT TO trellis_api USING ((SELECT app.is_clinic_admin()));
        GRANT SELECT ON ${table} TO trellis_api;
      `);
    }
    await runner.query(`
      CREATE POLICY who_came ON appointment_participant FOR UPDATE TO trellis_api USING (${team}) WITH CHECK (${team});
      GRANT UPDATE (attendance) ON appointment_participant TO trellis_api;
    `);
  }

  private async protectRuns(runner: QueryRunner): Promise<void> {
    for (const table of ['disclosure_session', 'session_step', 'session_distress']) {
      await runner.query(`
        CALL app.protect('${table}');
        CREATE POLICY care_team ON ${table} TO trellis_api USING (${team}) WITH CHECK (${team});
        GRANT SELECT ON ${table} TO trellis_api;
      `);
    }
    await runner.query(`
      GRANT INSERT ON session_step, session_distress TO trellis_api;
      GRANT UPDATE (telehealth, telehealth_marks, emergency_checked_at, emergency_checked_by, noticed,
        departure_confirmed_at, departure_confirmed_by, reading_allowed_at, reading_allowed_by, ended_at, version)
        ON disclosure_session TO trellis_api;
      GRANT UPDATE (ended_at, ticked) ON session_step TO trellis_api;
      GRANT UPDATE (value, entered_by, entered_at) ON session_distress TO trellis_api;
    `);
  }

  /** Each person's own words of the day, and what their own therapist asked; the other side sees neither. */
  private async protectDayChecks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('day_check');
      CREATE POLICY own ON day_check TO trellis_api USING (source = 'P' AND ${self})
        WITH CHECK (source = 'P' AND ${self} AND asked_by = person_id AND ${ownSidePerson});
      CREATE POLICY own_side ON day_check FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY asks ON day_check FOR INSERT TO trellis_api
        WITH CHECK (source = 'T' AND asked_by = (SELECT app.actor()) AND ${ownSide});
      CREATE POLICY asks_again ON day_check FOR UPDATE TO trellis_api USING (source = 'T' AND ${ownSide})
        WITH CHECK (source = 'T' AND ${ownSide});
      GRANT SELECT, INSERT ON day_check TO trellis_api;
      GRANT UPDATE (sober, slept, safe, consent_reaffirmed, transport_confirmed, child_care_confirmed, asked_by, asked_at,
        void_at, version) ON day_check TO trellis_api;
    `);
  }

  private async protectPreparation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('logistics_mark'); CALL app.protect('support_plan');
      CALL app.protect('hard_date'); CALL app.protect('date_check');

      CREATE POLICY care_team ON logistics_mark FOR SELECT TO trellis_api USING (${team});
      CREATE POLICY own ON logistics_mark TO trellis_api
        USING (actor_id = (SELECT app.actor()) AND ${markOf}) WITH CHECK (actor_id = (SELECT app.actor()) AND ${markOf});
      CREATE POLICY office ON logistics_mark FOR SELECT TO trellis_api
        USING (confirmed_by = 'ADMIN' AND (SELECT app.is_clinic_admin()));
      GRANT SELECT, INSERT, DELETE ON logistics_mark TO trellis_api;

      CREATE POLICY own ON support_plan TO trellis_api USING (${self}) WITH CHECK (${self} AND ${ownSidePerson});
      CREATE POLICY own_side ON support_plan FOR SELECT TO trellis_api USING (${ownSide});
      GRANT SELECT, INSERT ON support_plan TO trellis_api;
      GRANT UPDATE (sealed, saved_at, version) ON support_plan TO trellis_api;

      CREATE POLICY care_team ON hard_date TO trellis_api USING (person_id IS NULL AND ${team})
        WITH CHECK (person_id IS NULL AND kept_by = (SELECT app.actor()) AND ${team});
      CREATE POLICY own ON hard_date TO trellis_api USING (${self})
        WITH CHECK (${self} AND kept_by = person_id AND ${ownSidePerson});
      CREATE POLICY own_side ON hard_date FOR SELECT TO trellis_api USING (${ownSide});
      GRANT SELECT, INSERT, DELETE ON hard_date TO trellis_api;

      CREATE POLICY care_team ON date_check FOR SELECT TO trellis_api USING (${team});
      CREATE POLICY gathers ON date_check FOR INSERT TO trellis_api
        WITH CHECK (checked_by = (SELECT app.actor()) AND ${team});
      CREATE POLICY gathers_again ON date_check FOR UPDATE TO trellis_api USING (${team}) WITH CHECK (${team});
      GRANT SELECT, INSERT ON date_check TO trellis_api;
      GRANT UPDATE (checked_by, checked_at) ON date_check TO trellis_api;
    `);
  }

  /** The ordinary record of the day. Plans are a person's own words, and a reading belongs to its reader. */
  private async openForEmergency(runner: QueryRunner): Promise<void> {
    for (const table of emergencyTables) {
      await runner.query(`CREATE POLICY emergency ON ${table} FOR SELECT TO trellis_api
        USING (couple_id = ANY ((SELECT app.glass_couples())::uuid[]))`);
    }
  }

  private async protectReading(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('session_reading');
      CREATE POLICY own ON session_reading TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()))
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]));
      GRANT SELECT, INSERT ON session_reading TO trellis_api;
      GRANT UPDATE (closed_at) ON session_reading TO trellis_api;
    `);
  }
}

const emergencyTables = [
  'appointment',
  'appointment_participant',
  'disclosure_session',
  'session_step',
  'session_distress',
  'day_check',
  'logistics_mark',
  'hard_date',
  'date_check',
] as const;

const therapist = "(SELECT app.actor_role()) = 'therapist'";
const client = "(SELECT app.actor_role()) = 'client'";
const team = `${therapist} AND couple_id = ANY ((SELECT app.my_couples())::uuid[])`;
const self = `${client} AND person_id = (SELECT app.actor())`;
const sideIs = (side: 'RP' | 'BP'): string =>
  `(side = '${side}' AND couple_id = ANY ((SELECT app.my_couples('${side}'))::uuid[]))`;
const ownSide = `${therapist} AND (${sideIs('RP')} OR ${sideIs('BP')})`;
const ownSidePerson = `(${sideIs('RP')} OR ${sideIs('BP')})`;
/** Who may put a name under which line; that a therapist leads is asked by the server. */
const markOf = `(
        (confirmed_by = 'ADMIN' AND (SELECT app.is_clinic_admin()))
        OR (${therapist} AND ((confirmed_by = 'LEAD' AND couple_id = ANY ((SELECT app.led_couples())::uuid[]))
          OR (confirmed_by = 'T_RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
          OR (confirmed_by = 'T_BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))))
        OR (${client} AND ((confirmed_by = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
          OR (confirmed_by = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[])))))`;
