import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The walls around the time after a session, and the facts that cross them: dates, states and counts, never words. */
export class GuardAftercare1700000021100 implements MigrationInterface {
  readonly name = 'GuardAftercare1700000021100';

  async up(runner: QueryRunner): Promise<void> {
    await this.grant(runner);
    await this.openToStaff(runner);
    await this.openInEmergency(runner);
    await this.openToPeople(runner);
    await this.openToSystem(runner);
    await this.createFacts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const policies = (await runner.query(
      `SELECT policyname AS name, tablename AS table FROM pg_policies
        WHERE tablename = ANY ($1) AND policyname NOT IN ('tenant', 'owner_all')`,
      [guarded],
    )) as { name: string; table: string }[];
    for (const { name, table } of policies) await runner.query(`DROP POLICY ${name} ON ${table}`);
    await runner.query(`
      DROP FUNCTION app.aftercare_facts(uuid); DROP FUNCTION app.couple_for_jobs(uuid);
      DROP FUNCTION app.disclosure_session_on(uuid);
      REVOKE ALL ON ${guarded.join(', ')} FROM trellis_api, trellis_worker, trellis_dispatch;
    `);
  }

  private async grant(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY dispatch ON disclosure_clock TO trellis_dispatch USING (true) WITH CHECK (true);
      GRANT SELECT, UPDATE ON disclosure_clock TO trellis_dispatch;
      GRANT CREATE ON SCHEMA app TO trellis_dispatch;
      ALTER FUNCTION app.claim_disclosure_clocks(timestamptz, integer, integer) OWNER TO trellis_dispatch;
      REVOKE CREATE ON SCHEMA app FROM trellis_dispatch;
      REVOKE ALL ON FUNCTION app.claim_disclosure_clocks(timestamptz, integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.claim_disclosure_clocks(timestamptz, integer, integer) TO trellis_worker;

      GRANT SELECT, INSERT ON aftercare_period, aftercare_task, aftercare_contact, aftercare_answer, aftercare_alert,
        slip, slip_inquiry, correction, correction_note TO trellis_api;
      GRANT UPDATE (closed_at, repeated) ON aftercare_period TO trellis_api;
      GRANT UPDATE (done_at, done_by, version) ON aftercare_task TO trellis_api;
      GRANT UPDATE (acknowledged_at, acknowledged_by) ON aftercare_alert TO trellis_api;
      GRANT UPDATE (therapist_told_at, partner, partner_at, version) ON slip TO trellis_api;
      GRANT UPDATE (told_at, met_at, reviewed_at, version) ON correction TO trellis_api;
      GRANT SELECT ON disclosure_clock TO trellis_api;
      GRANT UPDATE (due_at, claimed_at) ON disclosure_clock TO trellis_api;
      GRANT SELECT ON aftercare_alert TO trellis_worker;
      GRANT UPDATE (told_at) ON aftercare_alert TO trellis_worker;
    `);
  }

  private async openToStaff(runner: QueryRunner): Promise<void> {
    const team = `(SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])`;
    const rp = `(SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[])`;
    await runner.query(`
      CREATE POLICY team ON aftercare_period FOR SELECT TO trellis_api USING (${team});
      CREATE POLICY own_side ON aftercare_task FOR SELECT TO trellis_api USING (${ownSide(true)});
      CREATE POLICY own_side_acts ON aftercare_task FOR UPDATE TO trellis_api
        USING (${ownSide(true)} AND recipient LIKE ANY (ARRAY['T\\_%', 'LEAD']));
      CREATE POLICY team ON aftercare_contact FOR SELECT TO trellis_api USING (${team});
      CREATE POLICY own_side_makes ON aftercare_contact FOR INSERT TO trellis_api WITH CHECK (
        made_by = (SELECT app.actor()) AND (SELECT app.actor_role()) = 'therapist' AND (${ownSide(false)}
          OR (contact = 'departure' AND couple_id = ANY ((SELECT app.led_couples())::uuid[]))));
      CREATE POLICY own_side ON aftercare_answer FOR SELECT TO trellis_api USING (${ownSide(false)});
      CREATE POLICY own_side ON aftercare_alert FOR SELECT TO trellis_api USING (${ownSide(true)});
      CREATE POLICY own_side_acts ON aftercare_alert FOR UPDATE TO trellis_api USING (${ownSide(true)})
        WITH CHECK (acknowledged_by = (SELECT app.actor()));
      CREATE POLICY own_side ON slip FOR SELECT TO trellis_api USING (${rp});
      -- A telling that is planned with therapists, or done, is known to whoever holds the joint work.
      CREATE POLICY joint_work ON slip FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND partner IN ('with_therapist_planned', 'told')
          AND couple_id = ANY ((SELECT app.my_couples('JOINT'))::uuid[]));
      CREATE POLICY own_side_logs ON slip FOR INSERT TO trellis_api WITH CHECK (${rp} AND logged_by = (SELECT app.actor())
        AND EXISTS (SELECT FROM enrolment e WHERE e.clinic_id = slip.clinic_id AND e.couple_id = slip.couple_id
          AND e.person_id = slip.person_id AND e.side = 'RP'));
      CREATE POLICY own_side_acts ON slip FOR UPDATE TO trellis_api USING (${rp});
      CREATE POLICY joint_work_acts ON slip FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND partner IN ('with_therapist_planned', 'told')
          AND couple_id = ANY ((SELECT app.my_couples('JOINT'))::uuid[]));
      CREATE POLICY own_side ON slip_inquiry FOR SELECT TO trellis_api USING (${rp});
      CREATE POLICY own_side_asks ON slip_inquiry FOR INSERT TO trellis_api
        WITH CHECK (${rp} AND asked_by = (SELECT app.actor()));
      CREATE POLICY own_side ON correction FOR SELECT TO trellis_api USING (${rp});
      CREATE POLICY own_side_acts ON correction FOR UPDATE TO trellis_api USING (${rp});
      CREATE POLICY own_side ON correction_note FOR SELECT TO trellis_api USING (${rp});
    `);
  }

  /** The ordinary record. What was left out belongs to the disclosure and stays closed. */
  private async openInEmergency(runner: QueryRunner): Promise<void> {
    const glass = 'couple_id = ANY ((SELECT app.glass_couples())::uuid[])';
    await runner.query(`
      CREATE POLICY emergency ON aftercare_period FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY emergency ON aftercare_task FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY emergency ON aftercare_contact FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY emergency ON aftercare_answer FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY emergency ON aftercare_alert FOR SELECT TO trellis_api USING (${glass});
      CREATE POLICY emergency ON slip FOR SELECT TO trellis_api USING (${glass});
    `);
  }

  /** Each person their own side; what concerns slips and what was left out is the recovering person's alone. */
  private async openToPeople(runner: QueryRunner): Promise<void> {
    const client = `(SELECT app.actor_role()) = 'client'`;
    const own = `${client} AND person_id = (SELECT app.actor())`;
    const side = (column: string): string =>
      `((${column} = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
        OR (${column} = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[])))`;
    await runner.query(`
      CREATE POLICY people ON aftercare_period FOR SELECT TO trellis_api
        USING (${client} AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY own ON aftercare_task FOR SELECT TO trellis_api USING (${client} AND ${side('recipient')});
      CREATE POLICY own_acts ON aftercare_task FOR UPDATE TO trellis_api USING (${client} AND ${side('recipient')})
        WITH CHECK (done_by = (SELECT app.actor()));
      CREATE POLICY own ON aftercare_contact FOR SELECT TO trellis_api USING (${client} AND ${side('side')});
      CREATE POLICY own_says ON aftercare_contact FOR INSERT TO trellis_api
        WITH CHECK (${client} AND ${side('side')} AND contact = 'departure' AND made_by = (SELECT app.actor()));
      CREATE POLICY own ON aftercare_answer FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY own_answers ON aftercare_answer FOR INSERT TO trellis_api WITH CHECK (${own} AND ${side('side')});
      -- A person's answer raises something with their own therapist; they cannot read what was raised.
      CREATE POLICY own_raises ON aftercare_alert FOR INSERT TO trellis_api WITH CHECK (${client} AND ${side('side')}
        AND told_at IS NULL AND acknowledged_at IS NULL);
      CREATE POLICY own ON slip FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY own_logs ON slip FOR INSERT TO trellis_api
        WITH CHECK (${own} AND logged_by = person_id AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]));
      CREATE POLICY own_tells ON slip FOR UPDATE TO trellis_api USING (${own});
      CREATE POLICY own ON correction FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY own_opens ON correction FOR INSERT TO trellis_api
        WITH CHECK (${own} AND met_at IS NULL AND reviewed_at IS NULL
          AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]));
      CREATE POLICY own_tells ON correction FOR UPDATE TO trellis_api USING (${own} AND met_at IS NULL)
        WITH CHECK (${own} AND met_at IS NULL AND reviewed_at IS NULL);
      CREATE POLICY own ON correction_note FOR SELECT TO trellis_api USING (${own});
      CREATE POLICY own_writes ON correction_note FOR INSERT TO trellis_api WITH CHECK (${own}
        AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]));
    `);
  }

  private async openToSystem(runner: QueryRunner): Promise<void> {
    const system = `(SELECT app.actor_role()) = 'system'`;
    await runner.query(`
      CREATE POLICY system ON aftercare_period TO trellis_api USING (${system}) WITH CHECK (${system});
      CREATE POLICY system ON aftercare_task FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system_makes ON aftercare_task FOR INSERT TO trellis_api WITH CHECK (${system} AND done_at IS NULL);
      CREATE POLICY system ON aftercare_contact FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system ON aftercare_alert FOR SELECT TO trellis_api, trellis_worker USING (${system});
      CREATE POLICY system_raises ON aftercare_alert FOR INSERT TO trellis_api
        WITH CHECK (${system} AND told_at IS NULL AND acknowledged_at IS NULL);
      CREATE POLICY system_tells ON aftercare_alert FOR UPDATE TO trellis_worker USING (${system});
      CREATE POLICY system ON slip FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system ON correction FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system ON disclosure_clock FOR SELECT TO trellis_api USING (${system});
      CREATE POLICY system_winds ON disclosure_clock FOR UPDATE TO trellis_api USING (${system});
    `);
  }

  /** Dates, states and counts across the sides, for deciding alone; and what a job has to know of a couple. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.aftercare_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN app.actor_role() = 'system' OR app.is_clinic_admin() OR couple = ANY (app.my_couples())
            OR couple = ANY (app.glass_couples()) THEN jsonb_build_object(
          'contacts', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', k.side, 'contact', k.contact)), '[]')
            FROM aftercare_contact k JOIN aftercare_period p ON p.clinic_id = k.clinic_id AND p.id = k.period_id
            WHERE k.clinic_id = app.clinic() AND k.couple_id = couple AND p.closed_at IS NULL),
          'letterRP', (SELECT max(k.made_at) FROM aftercare_contact k
            WHERE k.clinic_id = app.clinic() AND k.couple_id = couple AND k.side = 'RP' AND k.contact = 'letter'),
          'letterBP', (SELECT max(k.made_at) FROM aftercare_contact k
            WHERE k.clinic_id = app.clinic() AND k.couple_id = couple AND k.side = 'BP' AND k.contact = 'letter'),
          'additions', (SELECT count(*) FROM correction x WHERE x.clinic_id = app.clinic() AND x.couple_id = couple)
            + (SELECT count(*) FROM aftercare_period p
              WHERE p.clinic_id = app.clinic() AND p.couple_id = couple AND p.repeated),
          -- When the days without a slip were last marked: a slip that is logged later undoes the mark.
          'markedAt', (SELECT max(m.marked_at) FROM readiness_mark m
            WHERE m.clinic_id = app.clinic() AND m.couple_id = couple AND m.item = 'R3'),
          'asked', EXISTS (SELECT FROM slip_inquiry q WHERE q.clinic_id = app.clinic() AND q.couple_id = couple),
          'slip', (SELECT jsonb_build_object('at', s.slip_at, 'loggedAt', (SELECT max(l.logged_at) FROM slip l
              WHERE l.clinic_id = s.clinic_id AND l.couple_id = s.couple_id AND l.kind = 'slip' AND l.level <> 'near_slip'),
             
              'therapistToldAt', s.therapist_told_at, 'partner', s.partner, 'partnerAt', s.partner_at)
            FROM slip s WHERE s.clinic_id = app.clinic() AND s.couple_id = couple AND s.kind = 'slip'
              AND s.level <> 'near_slip' ORDER BY s.slip_at DESC, s.id DESC LIMIT 1)) END $$;
      CREATE FUNCTION app.couple_for_jobs(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object('timeZone', c.time_zone,
          'team', (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', a.staff_id, 'side', a.side, 'lead', a.lead)), '[]')
            FROM care_assignment a JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
            WHERE a.clinic_id = c.clinic_id AND a.couple_id = c.id AND s.deactivated_at IS NULL
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())),
          'owners', (SELECT coalesce(jsonb_agg(s.id), '[]') FROM staff_member s
            WHERE s.clinic_id = c.clinic_id AND s.role = 'owner' AND s.deactivated_at IS NULL))
          FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = couple AND app.actor_role() = 'system' $$;
      -- The local day of a couple's session, as far as both sides know of it: exercises rest in its week.
      CREATE FUNCTION app.disclosure_session_on(couple uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT (d.session_at AT TIME ZONE c.time_zone)::date FROM disclosure_process d
          JOIN couple c ON c.clinic_id = d.clinic_id AND c.id = d.couple_id
          WHERE d.clinic_id = app.clinic() AND d.couple_id = couple AND d.session_at IS NOT NULL
            AND (couple = ANY (app.my_couples()) OR couple = ANY (app.glass_couples()))
          ORDER BY d.opened_at DESC LIMIT 1 $$;
      REVOKE ALL ON FUNCTION app.aftercare_facts(uuid), app.couple_for_jobs(uuid), app.disclosure_session_on(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.aftercare_facts(uuid), app.couple_for_jobs(uuid), app.disclosure_session_on(uuid)
        TO trellis_api, trellis_worker;
    `);
  }
}

const guarded = [
  'aftercare_period',
  'aftercare_task',
  'aftercare_contact',
  'aftercare_answer',
  'aftercare_alert',
  'slip',
  'slip_inquiry',
  'correction',
  'correction_note',
  'disclosure_clock',
] as const;

/** A therapist of the side of the row; joint rows are everybody's of the team where `joint`. */
function ownSide(joint: boolean): string {
  const of = (side: string): string =>
    `(side = '${side}' AND couple_id = ANY ((SELECT app.my_couples('${side}'))::uuid[]))`;
  const both = joint ? ` OR (side = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))` : '';
  return `((SELECT app.actor_role()) = 'therapist' AND (${of('RP')} OR ${of('BP')}${both}))`;
}
