import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The disclosure process of a couple: its state and its transitions, refused ones included; no words. */
export class CreateDisclosure1700000006000 implements MigrationInterface {
  readonly name = 'CreateDisclosure1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_process (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        state text NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by uuid NOT NULL,
        session_at timestamptz,
        closed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, opened_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX disclosure_process_live ON disclosure_process (clinic_id, couple_id) WHERE closed_at IS NULL;
      -- Every list shows the state of the newest process, closed or not.
      CREATE INDEX disclosure_process_by_couple ON disclosure_process (clinic_id, couple_id, opened_at DESC);
      CREATE TABLE disclosure_event (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        -- Null for a step that was asked for, and refused, before there was a process.
        process_id uuid,
        couple_id uuid NOT NULL,
        event text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        refused_guards text[] NOT NULL,
        actor_id uuid NOT NULL,
        actor_role text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        CHECK (process_id IS NOT NULL OR cardinality(refused_guards) > 0)
      );
      CREATE INDEX disclosure_event_by_process ON disclosure_event (clinic_id, process_id, at, id);
    `);
    await runner.query(`
      CALL app.protect('disclosure_process'); CALL app.protect('disclosure_event');
      CREATE POLICY care_team ON disclosure_process TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY admin_states ON disclosure_process FOR SELECT TO trellis_api, trellis_worker USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY care_team ON disclosure_event TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]))
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY admin_schedules ON disclosure_event FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.is_clinic_admin()) AND event = 'schedule');
      GRANT SELECT, INSERT ON disclosure_process, disclosure_event TO trellis_api;
      GRANT UPDATE (state, session_at, closed_at, version) ON disclosure_process TO trellis_api;
      GRANT SELECT ON disclosure_process TO trellis_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure_event, disclosure_process');
  }
}
