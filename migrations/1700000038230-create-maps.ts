import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to two maps of preferences: each therapist's approval, and rows that their author took back. */
export class CreateMaps1700000038230 implements MigrationInterface {
  readonly name = 'CreateMaps1700000038230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE map_approval (
        clinic_id uuid NOT NULL,
        work_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        couple_id uuid NOT NULL,
        approved_by uuid NOT NULL,
        approved_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, work_id, side),
        FOREIGN KEY (clinic_id, work_id) REFERENCES joint_work,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, approved_by) REFERENCES staff_member
      );
      CREATE TABLE map_row_taken (
        clinic_id uuid NOT NULL,
        work_id uuid NOT NULL,
        person_id uuid NOT NULL,
        domain text NOT NULL,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, work_id, person_id, domain),
        FOREIGN KEY (clinic_id, work_id) REFERENCES joint_work,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX map_approval_by_couple ON map_approval (clinic_id, couple_id);
      CREATE INDEX map_row_taken_by_person ON map_row_taken (clinic_id, person_id);
      CALL app.protect('map_approval');
      CALL app.protect('map_row_taken');
      CREATE POLICY of_side ON map_approval TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist'
          AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))))
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND approved_by = (SELECT app.actor())
          AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))));
      CREATE POLICY own ON map_row_taken TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()))
        WITH CHECK ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      GRANT SELECT, INSERT ON map_approval, map_row_taken TO trellis_api;
      GRANT UPDATE (approved_by, approved_at) ON map_approval TO trellis_api;
    `);
    await this.readBoth(runner);
    await this.scrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_maps(uuid, uuid);
      ALTER FUNCTION app.scrub_person_before_maps(uuid, uuid) RENAME TO scrub_person;
      DROP FUNCTION app.map_halves(uuid); DROP TABLE map_row_taken; DROP TABLE map_approval;
    `);
  }

  /** Both sealed maps, once both are in and approved, for the one question which rows both left open. */
  private async readBoth(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.map_halves(work uuid)
        RETURNS TABLE (answer_id uuid, person_id uuid, side text, sealed bytea, taken text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.id, a.person_id, t.compartment, a.sealed,
            ARRAY(SELECT r.domain FROM map_row_taken r
              WHERE r.clinic_id = w.clinic_id AND r.work_id = w.id AND r.person_id = a.person_id)
          FROM joint_work w
          JOIN couple c ON c.clinic_id = w.clinic_id AND c.id = w.couple_id AND c.status IN ('intake', 'active', 'paused')
          JOIN homework_task t ON t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
          JOIN homework_answer a ON a.clinic_id = t.clinic_id AND a.task_id = t.id AND a.privacy = 'P3'
          WHERE w.clinic_id = app.clinic() AND w.id = work AND w.template_code = 'C14' AND w.revealed_at IS NOT NULL
            AND app.actor_role() IN ('client', 'therapist') AND w.couple_id = ANY (app.my_couples())
            -- An approval counts for what was in when it was given, not for what was handed in anew.
            AND 2 = (SELECT count(*) FROM map_approval p JOIN homework_task x ON x.clinic_id = p.clinic_id
                AND x.id = CASE p.side WHEN 'RP' THEN w.rp_task_id ELSE w.bp_task_id END
              WHERE p.clinic_id = w.clinic_id AND p.work_id = w.id AND p.approved_at >= x.submitted_at)
            AND a.revision = (SELECT max(n.revision) FROM homework_answer n
              WHERE n.clinic_id = t.clinic_id AND n.task_id = t.id) $$;
      REVOKE ALL ON FUNCTION app.map_halves(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.map_halves(uuid) TO trellis_api;
    `);
  }

  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_maps(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM map_row_taken r WHERE r.clinic_id = clinic AND r.person_id = person;
        END $$;
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_person_before_maps;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_maps(clinic, person);
          PERFORM app.scrub_person_before_maps(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_maps(uuid, uuid), app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
