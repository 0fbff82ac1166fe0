import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Psychotherapy notes: apart from the record, under keys of their own, open to their author and to nobody else. */
export class CreateNotes1700000013000 implements MigrationInterface {
  readonly name = 'CreateNotes1700000013000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createKeys(runner);
    await this.createTables(runner);
    await this.createPolicies(runner);
    await this.hideFromOffice(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE psychotherapy_note_text, psychotherapy_note;
      DROP POLICY own_notes ON data_key; DROP POLICY rewraps_notes ON data_key;
      DROP FUNCTION app.my_note_keys(); DROP FUNCTION app.note_key_owner(uuid, uuid, uuid);
      DELETE FROM data_key WHERE kind = 'note';
      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check CHECK (kind IN ('clinic', 'person', 'staff', 'export'));
      CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT action LIKE 'safety.%' $$;
    `);
  }

  /** One key for each author and couple. Its owner is worked out, so that it is the same before there is a note. */
  private async createKeys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check CHECK (kind IN ('clinic', 'person', 'staff', 'export', 'note'));
      CREATE FUNCTION app.note_key_owner(clinic uuid, author uuid, couple uuid) RETURNS uuid
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT encode(substring(sha256('trellis/note-key'::bytea || uuid_send(clinic) || uuid_send(author)
          || uuid_send(couple)) FROM 1 FOR 16), 'hex')::uuid $$;
      -- Past couples too: their author still reads.
      CREATE FUNCTION app.my_note_keys() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(DISTINCT app.note_key_owner(a.clinic_id, a.staff_id, a.couple_id)), '{}')
          FROM care_assignment a
          WHERE a.clinic_id = app.clinic() AND a.staff_id = app.actor() AND app.actor_role() = 'therapist' $$;
      -- Nobody else's request finds even the wrapped key.
      CREATE POLICY own_notes ON data_key AS RESTRICTIVE TO trellis_api, trellis_worker
        USING (kind <> 'note' OR owner_id = ANY ((SELECT app.my_note_keys())::uuid[]))
        WITH CHECK (kind <> 'note' OR owner_id = ANY ((SELECT app.my_note_keys())::uuid[]));
      -- The worker opens no note. Wrapping keys anew is the work of nobody in particular.
      CREATE POLICY rewraps_notes ON data_key AS RESTRICTIVE TO trellis_worker
        USING (kind <> 'note' OR (SELECT app.actor_role()) = 'system')
        WITH CHECK (kind <> 'note' OR (SELECT app.actor_role()) = 'system');
    `);
  }

  /** Texts are only ever added: a change keeps what stood there before. */
  private async createTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE psychotherapy_note (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        author_id uuid NOT NULL,
        session_on date,
        revision integer NOT NULL CHECK (revision > 0),
        characters integer NOT NULL CHECK (characters > 0),
        written_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        removed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, author_id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, author_id) REFERENCES staff_member
      );
      CREATE INDEX psychotherapy_note_by_author
        ON psychotherapy_note (clinic_id, author_id, couple_id, written_at DESC, id DESC);
      CREATE TABLE psychotherapy_note_text (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        note_id uuid NOT NULL,
        author_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        revision integer NOT NULL CHECK (revision > 0),
        characters integer NOT NULL CHECK (characters > 0),
        key_owner_id uuid NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, note_id, revision),
        FOREIGN KEY (clinic_id, note_id, author_id, couple_id)
          REFERENCES psychotherapy_note (clinic_id, id, author_id, couple_id),
        CHECK (key_owner_id = app.note_key_owner(clinic_id, author_id, couple_id))
      );
    `);
  }

  /**
   * Reading needs to be the author; writing needs a place on the couple's care team as well. The worker destroys what
   * its author removed thirty days ago, and may not read a word: it holds no right to the sealed column.
   */
  private async createPolicies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('psychotherapy_note'); CALL app.protect('psychotherapy_note_text');

      CREATE POLICY author ON psychotherapy_note FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND author_id = (SELECT app.actor()));
      CREATE POLICY writes ON psychotherapy_note FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND author_id = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY changes ON psychotherapy_note FOR UPDATE TO trellis_api
        USING ((SELECT app.actor_role()) = 'therapist' AND author_id = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY removed_long_ago ON psychotherapy_note FOR DELETE TO trellis_worker
        USING (author_id = (SELECT app.actor()) AND removed_at <= app.now() - interval '30 days');

      CREATE POLICY author ON psychotherapy_note_text FOR SELECT TO trellis_api, trellis_worker
        USING ((SELECT app.actor_role()) = 'therapist' AND author_id = (SELECT app.actor()));
      CREATE POLICY writes ON psychotherapy_note_text FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.actor_role()) = 'therapist' AND author_id = (SELECT app.actor())
          AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY removed_long_ago ON psychotherapy_note_text FOR DELETE TO trellis_worker
        USING (author_id = (SELECT app.actor()) AND EXISTS (SELECT FROM psychotherapy_note n
          WHERE n.clinic_id = psychotherapy_note_text.clinic_id AND n.id = psychotherapy_note_text.note_id
            AND n.removed_at <= app.now() - interval '30 days'));

      GRANT SELECT, INSERT ON psychotherapy_note, psychotherapy_note_text TO trellis_api;
      GRANT UPDATE (session_on, revision, characters, changed_at, removed_at, version) ON psychotherapy_note TO trellis_api;
      GRANT SELECT, DELETE ON psychotherapy_note TO trellis_worker;
      GRANT SELECT (clinic_id, id, note_id, author_id), DELETE ON psychotherapy_note_text TO trellis_worker;
    `);
  }

  /**
   * What administrators do not learn from the audit record, named once for the page and its filters: a flag of safety,
   * and that a note exists. Somebody else's refused try is theirs to know.
   */
  private async hideFromOffice(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT action LIKE 'safety.%' OR (action LIKE 'psychotherapy\\_note.%' AND decision = 'allowed') $$;
      CREATE OR REPLACE FUNCTION app.audit_page(by_actor uuid, by_action text, from_at timestamptz, until_at timestamptz,
          before_at timestamptz, before_id uuid, most integer)
        RETURNS TABLE (id uuid, at timestamptz, actor_id uuid, actor_role text, actor_name text, action text,
          resource text, resource_id uuid, person_id uuid, decision text, reason_code text, correlation_id uuid, seq bigint)
        LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
        DECLARE here uuid := app.clinic();
        BEGIN
          IF app.is_clinic_admin() IS NOT TRUE THEN RETURN; END IF;
          RETURN QUERY SELECT e.id, e.at, e.actor_id, e.actor_role, s.name, e.action, e.resource, e.resource_id,
              e.person_id, e.decision, CASE WHEN e.action LIKE 'disclosure.%' THEN NULL ELSE e.reason_code END,
              e.correlation_id, e.seq
            FROM audit_event e LEFT JOIN staff_member s ON s.clinic_id = e.clinic_id AND s.id = e.actor_id
            WHERE e.clinic_id = here AND NOT app.hidden_from_office(e.action, e.decision)
              AND (by_actor IS NULL OR e.actor_id = by_actor) AND (by_action IS NULL OR e.action = by_action)
              AND (from_at IS NULL OR e.at >= from_at) AND (until_at IS NULL OR e.at < until_at)
              AND (before_at IS NULL OR (e.at, e.id) < (before_at, before_id))
            ORDER BY e.at DESC, e.id DESC LIMIT most;
        END $$;
      CREATE OR REPLACE FUNCTION app.audit_actions() RETURNS SETOF text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH RECURSIVE found(action) AS (
          SELECT min(e.action) FROM audit_event e WHERE e.clinic_id = app.clinic() AND app.is_clinic_admin()
          UNION ALL
          SELECT (SELECT min(e.action) FROM audit_event e WHERE e.clinic_id = app.clinic() AND e.action > f.action)
            FROM found f WHERE f.action IS NOT NULL)
        SELECT action FROM found WHERE action IS NOT NULL AND NOT app.hidden_from_office(action, 'allowed') $$;
    `);
  }
}
