import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the process writes down of each step that was taken, the class of a reason behind the wall of its side, and
 * which exercises of the recovering person were done, for counting behaviour.
 */
export class RecordTransitions1700000010000 implements MigrationInterface {
  readonly name = 'RecordTransitions1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    await this.widenEvents(runner);
    await this.createReasons(runner);
    await this.countHomework(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.counted_homework(uuid);
      CREATE FUNCTION app.check_ins(couple uuid) RETURNS TABLE (due_on date, due_at timestamptz, submitted_at timestamptz, skipped boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT t.due_on, t.due_at, t.submitted_at, t.state = 'skipped' FROM homework_task t
          WHERE t.clinic_id = app.clinic() AND t.couple_id = couple AND t.template_code = 'R01'
            AND app.actor_role() = 'therapist' AND t.couple_id = ANY (app.my_couples()) $$;
      DROP TABLE disclosure_reason;
      ALTER TABLE disclosure_event DROP COLUMN acting_role, DROP COLUMN co_signer, DROP COLUMN table_row,
        DROP COLUMN met_guards, DROP COLUMN zone, DROP COLUMN consent_version_rp, DROP COLUMN consent_version_bp,
        DROP COLUMN draft_version;
    `);
  }

  /**
   * Null for a step that was refused. Before this a process could be opened by a therapist of the couple, and given a
   * date by the lead or an admin.
   */
  private async widenEvents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE disclosure_event
        ADD COLUMN acting_role text,
        ADD COLUMN co_signer uuid,
        ADD COLUMN table_row smallint,
        ADD COLUMN met_guards text[],
        ADD COLUMN zone text,
        ADD COLUMN consent_version_rp text,
        ADD COLUMN consent_version_bp text,
        ADD COLUMN draft_version integer,
        ADD FOREIGN KEY (clinic_id, co_signer) REFERENCES staff_member;
      UPDATE disclosure_event e SET zone = c.time_zone,
          table_row = CASE e.event WHEN 'open_ftd' THEN 1 ELSE 11 END,
          met_guards = CASE e.event WHEN 'open_ftd' THEN ARRAY['both_enrolled', 'policy_signed'] ELSE '{}' END,
          acting_role = CASE WHEN e.actor_role <> 'therapist' THEN 'ADMIN' WHEN e.event <> 'open_ftd' THEN 'LEAD' ELSE
            (SELECT coalesce(min(CASE a.side WHEN 'RP' THEN '1T_RP' WHEN 'BP' THEN '2T_BP' ELSE '3T_C' END), '3T_C')
              FROM care_assignment a WHERE a.clinic_id = e.clinic_id AND a.couple_id = e.couple_id
                AND a.staff_id = e.actor_id) END
        FROM couple c WHERE c.clinic_id = e.clinic_id AND c.id = e.couple_id AND cardinality(e.refused_guards) = 0;
      UPDATE disclosure_event SET acting_role = ltrim(acting_role, '123') WHERE acting_role IS NOT NULL;
      ALTER TABLE disclosure_event ADD CONSTRAINT disclosure_event_taken_is_whole CHECK (
        cardinality(refused_guards) > 0
        OR (acting_role IS NOT NULL AND table_row IS NOT NULL AND met_guards IS NOT NULL AND zone IS NOT NULL));
    `);
  }

  /** A table of its own: a policy hides rows, never columns. Without a side the class is shown to nobody. */
  private async createReasons(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_reason (
        clinic_id uuid NOT NULL,
        event_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text CHECK (side IN ('RP', 'BP', 'JOINT')),
        reason_class text NOT NULL,
        PRIMARY KEY (clinic_id, event_id),
        FOREIGN KEY (clinic_id, event_id) REFERENCES disclosure_event,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      CALL app.protect('disclosure_reason');
      CREATE POLICY own_side ON disclosure_reason FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
            OR (side = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))));
      CREATE POLICY records ON disclosure_reason FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      GRANT SELECT, INSERT ON disclosure_reason TO trellis_api;
    `);
  }

  /**
   * Done or not done, never words. Behaviour is one number for the whole care team, so the exercises that have an
   * indicator of their own are named, and every other one reads 'R': which it was stays on its side.
   */
  private async countHomework(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.check_ins(uuid);
      CREATE FUNCTION app.counted_homework(couple uuid)
        RETURNS TABLE (code text, due_on date, due_at timestamptz, submitted_at timestamptz, skipped boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN t.template_code IN ('R01', 'R03', 'R05', 'R10', 'R13', 'R15') THEN t.template_code ELSE 'R' END,
            t.due_on, t.due_at, t.submitted_at, t.state = 'skipped'
          FROM homework_task t
          WHERE t.clinic_id = app.clinic() AND t.couple_id = couple AND t.template_code LIKE 'R%'
            AND app.actor_role() = 'therapist' AND t.couple_id = ANY (app.my_couples()) $$;
    `);
  }
}
