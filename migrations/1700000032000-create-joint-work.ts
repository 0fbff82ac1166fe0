import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Exercises of two people: two tasks, one of each person, held together by one row. The row never changes before both
 * are in, so that nobody can read from it whether the other has begun.
 */
export class CreateJointWork1700000032000 implements MigrationInterface {
  readonly name = 'CreateJointWork1700000032000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createTable(runner);
    await this.openHalves(runner);
    await this.createActs(runner);
    await this.createOpening(runner);
    await this.createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY joint ON homework_answer; DROP POLICY submits_joint ON homework_answer;
      DROP FUNCTION app.open_joint_work(uuid, timestamptz); DROP FUNCTION app.repeat_joint_work(uuid, uuid, uuid, uuid, date);
      DROP FUNCTION app.take_back_half(uuid, integer); DROP FUNCTION app.reveal_half(uuid, boolean, timestamptz);
      DROP FUNCTION app.assign_joint_work(uuid, jsonb, timestamptz); DROP FUNCTION app.open_halves();
      DROP TABLE joint_work;
    `);
  }

  private async createTable(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_work (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        template_code text NOT NULL,
        template_version integer NOT NULL,
        -- What opens the halves; 'together' is one page that both write and nobody hides.
        reveal text NOT NULL CHECK (reveal IN ('both_in', 'in_session', 'together')),
        variant text,
        -- Null where a half asks nothing: it counts as in from the beginning.
        rp_task_id uuid,
        bp_task_id uuid,
        opens_on date NOT NULL,
        due_on date NOT NULL,
        occurrence smallint NOT NULL,
        assigned_by uuid NOT NULL,
        assigned_at timestamptz NOT NULL,
        opened_by uuid,
        revealed_at timestamptz,
        talked_at timestamptz,
        talked_by uuid,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, rp_task_id),
        UNIQUE (clinic_id, bp_task_id),
        UNIQUE (clinic_id, couple_id, template_code, due_on, occurrence),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, rp_task_id) REFERENCES homework_task,
        FOREIGN KEY (clinic_id, bp_task_id) REFERENCES homework_task,
        FOREIGN KEY (clinic_id, assigned_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, opened_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, talked_by) REFERENCES staff_member,
        CHECK (num_nonnulls(rp_task_id, bp_task_id) > 0),
        CHECK (opened_by IS NULL OR (reveal = 'in_session' AND revealed_at IS NOT NULL)),
        CHECK (talked_at IS NULL OR revealed_at IS NOT NULL),
        CHECK ((talked_at IS NULL) = (talked_by IS NULL))
      );
      CREATE INDEX joint_work_by_couple ON joint_work (clinic_id, couple_id, due_on DESC, id DESC);
    `);
  }

  /** The one place that says whose half is open to the asker besides their own. */
  private async openHalves(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.open_halves() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(t.id), '{}') FROM joint_work w
          JOIN couple c ON c.clinic_id = w.clinic_id AND c.id = w.couple_id
          JOIN homework_task t ON t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
          WHERE w.clinic_id = app.clinic() AND w.couple_id = ANY ((SELECT app.my_couples())::uuid[])
            AND ((app.actor_role() = 'therapist' AND w.revealed_at IS NOT NULL)
              OR (app.actor_role() = 'client' AND c.status IN ('intake', 'active', 'paused')
                AND (w.revealed_at IS NOT NULL OR (w.reveal = 'together' AND t.state IN ('submitted', 'reviewed'))))) $$;
      REVOKE ALL ON FUNCTION app.open_halves() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.open_halves() TO trellis_api, trellis_worker;
    `);
  }

  /** Assigning writes on both sides, which no single therapist may; a reveal looks at both halves, which no person may. */
  private async createActs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.assign_joint_work(couple uuid, places jsonb, at timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE p record; one uuid;
        BEGIN
          IF app.actor_role() <> 'therapist' OR NOT couple = ANY (app.my_couples()) THEN RETURN; END IF;
          FOR p IN SELECT * FROM jsonb_to_recordset(places) AS (id uuid, rp uuid, bp uuid, code text, edition integer,
              reveal text, variant text, opens date, due date, due_at timestamptz, occurrence smallint) LOOP
            CONTINUE WHEN EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = app.clinic() AND t.couple_id = couple
              AND t.template_code = p.code AND t.due_on = p.due AND t.occurrence = p.occurrence);
            INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version,
                privacy, state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, risk_raised, version)
              SELECT e.clinic_id, CASE e.side WHEN 'RP' THEN p.rp ELSE p.bp END, couple, e.person_id, e.side, p.code, p.edition,
                  'P4', 'assigned', p.opens, p.due, p.due_at, p.occurrence, app.actor(), at, false, 1
                FROM enrolment e WHERE e.clinic_id = app.clinic() AND e.couple_id = couple
                  AND CASE e.side WHEN 'RP' THEN p.rp ELSE p.bp END IS NOT NULL;
            INSERT INTO joint_work (clinic_id, id, couple_id, template_code, template_version, reveal, variant, rp_task_id,
                bp_task_id, opens_on, due_on, occurrence, assigned_by, assigned_at, version)
              VALUES (app.clinic(), p.id, couple, p.code, p.edition, p.reveal, p.variant, p.rp, p.bp, p.opens, p.due,
                p.occurrence, app.actor(), at, 1);
          END LOOP;
        END $$;

      -- After a half came in: opens both when the other is in too, with one order for two who hand in at once.
      CREATE FUNCTION app.reveal_half(task uuid, agreed boolean, at timestamptz) RETURNS uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE w joint_work;
        BEGIN
          SELECT j.* INTO w FROM joint_work j JOIN homework_task t ON t.clinic_id = j.clinic_id AND t.id = task
            WHERE j.clinic_id = app.clinic() AND task IN (j.rp_task_id, j.bp_task_id) AND app.actor_role() = 'client'
              AND t.person_id = app.actor() FOR UPDATE OF j;
          IF w.id IS NULL OR w.revealed_at IS NOT NULL OR w.reveal = 'in_session' THEN RETURN NULL; END IF;
          IF w.reveal = 'together' AND NOT agreed THEN RETURN NULL; END IF;
          IF EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
              AND t.state NOT IN ('submitted', 'reviewed')) THEN RETURN NULL; END IF;
          UPDATE joint_work j SET revealed_at = at WHERE j.clinic_id = w.clinic_id AND j.id = w.id;
          RETURN w.id;
        END $$;

      -- Before the reveal a half goes back to its author. False when it is open already, or was not in.
      CREATE FUNCTION app.take_back_half(task uuid, seen integer) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE w joint_work;
        BEGIN
          SELECT j.* INTO w FROM joint_work j WHERE j.clinic_id = app.clinic() AND task IN (j.rp_task_id, j.bp_task_id)
            AND app.actor_role() = 'client' FOR UPDATE;
          IF w.id IS NULL OR w.revealed_at IS NOT NULL THEN RETURN false; END IF;
          UPDATE homework_task t SET state = 'draft', submitted_at = NULL, reviewed_at = NULL, reviewed_by = NULL,
              version = t.version + 1
            WHERE t.clinic_id = w.clinic_id AND t.id = task AND t.person_id = app.actor() AND t.version = seen
              AND t.state IN ('submitted', 'reviewed');
          RETURN FOUND;
        END $$;

      -- What is done whenever it is needed has its next place once both halves were opened.
      CREATE FUNCTION app.repeat_joint_work(work uuid, fresh uuid, rp uuid, bp uuid, today date) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE w joint_work;
        BEGIN
          SELECT j.* INTO w FROM joint_work j WHERE j.clinic_id = app.clinic() AND j.id = work AND j.revealed_at IS NOT NULL
            AND j.due_on >= today AND app.actor_role() = 'client' AND j.couple_id = ANY (app.my_couples());
          IF w.id IS NULL OR EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = w.clinic_id AND t.couple_id = w.couple_id
              AND t.template_code = w.template_code AND t.due_on = w.due_on AND t.occurrence = w.occurrence + 1)
            THEN RETURN; END IF;
          INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version,
              privacy, state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, risk_raised, version)
            SELECT t.clinic_id, CASE t.compartment WHEN 'RP' THEN rp ELSE bp END, t.couple_id, t.person_id, t.compartment,
                t.template_code, t.template_version, t.privacy, 'assigned', t.opens_on, t.due_on, t.due_at, t.occurrence + 1,
                t.assigned_by, t.assigned_at, false, 1
              FROM homework_task t WHERE t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id);
          INSERT INTO joint_work (clinic_id, id, couple_id, template_code, template_version, reveal, variant, rp_task_id,
              bp_task_id, opens_on, due_on, occurrence, assigned_by, assigned_at, version)
            VALUES (w.clinic_id, fresh, w.couple_id, w.template_code, w.template_version, w.reveal, w.variant,
              CASE WHEN w.rp_task_id IS NOT NULL THEN rp END, CASE WHEN w.bp_task_id IS NOT NULL THEN bp END,
              w.opens_on, w.due_on, w.occurrence + 1, w.assigned_by, w.assigned_at, 1);
        END $$;
      REVOKE ALL ON FUNCTION app.assign_joint_work(uuid, jsonb, timestamptz), app.reveal_half(uuid, boolean, timestamptz),
        app.take_back_half(uuid, integer), app.repeat_joint_work(uuid, uuid, uuid, uuid, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.assign_joint_work(uuid, jsonb, timestamptz), app.reveal_half(uuid, boolean, timestamptz),
        app.take_back_half(uuid, integer), app.repeat_joint_work(uuid, uuid, uuid, uuid, date) TO trellis_api;
    `);
  }

  /** A therapist opens the halves while the couple sits there: null for nothing of theirs, else what became of it. */
  private async createOpening(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.open_joint_work(work uuid, at timestamptz) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE w joint_work;
        BEGIN
          SELECT j.* INTO w FROM joint_work j WHERE j.clinic_id = app.clinic() AND j.id = work AND j.reveal = 'in_session'
            AND app.actor_role() = 'therapist' AND j.couple_id = ANY (app.my_couples()) FOR UPDATE;
          IF w.id IS NULL THEN RETURN NULL; END IF;
          IF w.revealed_at IS NOT NULL THEN RETURN 'already_revealed'; END IF;
          IF EXISTS (SELECT FROM homework_task t WHERE t.clinic_id = w.clinic_id AND t.id IN (w.rp_task_id, w.bp_task_id)
              AND t.state NOT IN ('submitted', 'reviewed')) THEN RETURN 'not_both_in'; END IF;
          UPDATE joint_work j SET revealed_at = at, opened_by = app.actor(), version = j.version + 1
            WHERE j.clinic_id = w.clinic_id AND j.id = w.id;
          RETURN 'opened';
        END $$;
      REVOKE ALL ON FUNCTION app.open_joint_work(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.open_joint_work(uuid, timestamptz) TO trellis_api;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('joint_work');
      CREATE POLICY of_couple ON joint_work FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('client', 'therapist') AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY talks ON joint_work FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      GRANT SELECT ON joint_work TO trellis_api;
      GRANT UPDATE (talked_at, talked_by, version) ON joint_work TO trellis_api;

      CREATE POLICY submits_joint ON homework_answer FOR INSERT TO trellis_api
        WITH CHECK (person_id = (SELECT app.actor()) AND (SELECT app.actor_role()) = 'client' AND compartment = 'JOINT'
          AND privacy = 'P4' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY joint ON homework_answer FOR SELECT TO trellis_api
        USING (compartment = 'JOINT' AND privacy = 'P4' AND task_id = ANY ((SELECT app.open_halves())::uuid[]));
    `);
  }
}
