import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide, sideTherapists } from './who-asks.js';

/** The letters after a disclosure, each under a key of its own, so that one can be destroyed. */
export class CreateLetters1700000019100 implements MigrationInterface {
  readonly name = 'CreateLetters1700000019100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createLetters(runner);
    await this.createAroundLetters(runner);
    await this.openLetters(runner);
    await this.protectLetters(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY own_letters ON data_key; DROP POLICY rewraps_letters ON data_key;
      DROP TABLE letter_agreement, letter_reading, letter_mark, letter_comment, letter_text, letter;
      DROP FUNCTION app.delivered_letters(); DROP FUNCTION app.open_letter_texts(); DROP FUNCTION app.my_letter_keys();
      DROP FUNCTION app.open_letters();
      DELETE FROM data_key WHERE kind = 'letter';
      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check
        CHECK (kind IN ('clinic', 'person', 'staff', 'export', 'note', 'document'));
    `);
  }

  /** Revision 0 is the draft that is being written; what its author lays down as a revision never changes. */
  private async createLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        kind text NOT NULL CHECK (kind IN ('impact', 'restitution')),
        revision integer NOT NULL CHECK (revision >= 0),
        released_revision integer,
        begun_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        sealed_at timestamptz,
        destroyed_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id, person_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        CHECK ((kind = 'impact') = (side = 'BP')),
        CHECK (released_revision IS NULL OR sealed_at IS NULL)
      );
      CREATE UNIQUE INDEX letter_kept ON letter (clinic_id, couple_id, kind) WHERE destroyed_at IS NULL;
      CREATE INDEX letter_by_couple ON letter (clinic_id, couple_id, begun_at, id);
      CREATE TABLE letter_text (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        letter_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL,
        revision integer NOT NULL CHECK (revision >= 0),
        characters integer NOT NULL CHECK (characters >= 0),
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, letter_id, revision),
        FOREIGN KEY (clinic_id, letter_id, couple_id, person_id) REFERENCES letter (clinic_id, id, couple_id, person_id)
      );
      CREATE TABLE letter_comment (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        letter_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL,
        revision integer NOT NULL CHECK (revision > 0),
        sealed bytea NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, letter_id, couple_id, person_id) REFERENCES letter (clinic_id, id, couple_id, person_id),
        FOREIGN KEY (clinic_id, written_by) REFERENCES staff_member
      );
      CREATE INDEX letter_comment_by_letter ON letter_comment (clinic_id, letter_id, written_at, id);
    `);
  }

  private async createAroundLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a therapist lays down of their own side: a wish, an approval, a rehearsal.
      CREATE TABLE letter_mark (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        mark text NOT NULL CHECK (mark IN ('impact_wanted', 'impact_opted_out', 'impact_approved', 'listening_rehearsed',
          'restitution_approved', 'restitution_safe')),
        side text NOT NULL CHECK (side = CASE WHEN mark IN ('listening_rehearsed', 'restitution_approved') THEN 'RP' ELSE 'BP' END),
        given boolean NOT NULL,
        revision integer,
        checks text[] NOT NULL,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, couple_id, mark),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, set_by) REFERENCES staff_member,
        CHECK (NOT given OR revision IS NOT NULL OR mark NOT IN ('restitution_approved', 'restitution_safe'))
      );
      -- A session in which a letter is read aloud. Both people are in the room and know of it.
      CREATE TABLE letter_reading (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        process_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('impact', 'restitution')),
        started_at timestamptz NOT NULL,
        started_by uuid NOT NULL,
        until timestamptz NOT NULL CHECK (until >= started_at),
        ended_at timestamptz,
        delivered_at timestamptz CHECK (delivered_at IS NULL OR ended_at IS NOT NULL),
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, started_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX letter_reading_running ON letter_reading (clinic_id, couple_id) WHERE ended_at IS NULL;
      CREATE INDEX letter_reading_by_couple ON letter_reading (clinic_id, couple_id, started_at DESC, id);
      CREATE TABLE letter_agreement (
        clinic_id uuid NOT NULL,
        letter_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        agreed_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, letter_id, side),
        FOREIGN KEY (clinic_id, letter_id) REFERENCES letter,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CALL app.protect('letter_mark'); CALL app.protect('letter_reading'); CALL app.protect('letter_agreement');
    `);
  }

  /** Definer rights, so that no policy has to look at another protected table. The hour of a reading is the server's. */
  private async openLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the other side: released to its therapist, or read aloud in a session that runs.
      CREATE FUNCTION app.open_letters() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.id), '{}') FROM letter l
          WHERE l.clinic_id = app.clinic() AND l.sealed_at IS NULL AND l.destroyed_at IS NULL AND l.revision > 0
            AND NOT app.passing_stopped(l.clinic_id, l.couple_id)
            AND l.couple_id = ANY (app.my_couples(CASE l.side WHEN 'RP' THEN 'BP' ELSE 'RP' END))
            AND ((app.actor_role() = 'therapist' AND l.released_revision = l.revision)
              OR (app.actor_role() IN ('therapist', 'client') AND EXISTS (SELECT FROM letter_reading r
                WHERE r.clinic_id = l.clinic_id AND r.couple_id = l.couple_id AND r.kind = l.kind AND r.ended_at IS NULL))) $$;
      CREATE FUNCTION app.open_letter_texts() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(t.id), '{}') FROM letter_text t
          JOIN letter l ON l.clinic_id = t.clinic_id AND l.id = t.letter_id AND l.revision = t.revision
          WHERE t.clinic_id = app.clinic() AND l.id = ANY ((SELECT app.open_letters())::uuid[]) $$;
      -- Letters that were read aloud to the asker's side, or by it: that there are these, and no word of them.
      CREATE FUNCTION app.delivered_letters() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.id), '{}') FROM letter l
          WHERE l.clinic_id = app.clinic() AND app.actor_role() IN ('therapist', 'client')
            AND l.couple_id = ANY (app.my_couples()) AND l.revision > 0
            AND EXISTS (SELECT FROM letter_reading r WHERE r.clinic_id = l.clinic_id AND r.couple_id = l.couple_id
              AND r.kind = l.kind AND r.delivered_at >= l.begun_at) $$;
      -- Letters of which the asker may open any word: the author all, their therapist until it is sealed for good.
      CREATE FUNCTION app.my_letter_keys() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.id), '{}') FROM letter l
          WHERE l.clinic_id = app.clinic() AND l.destroyed_at IS NULL
            AND ((app.actor_role() = 'client' AND l.person_id = app.actor())
              OR (app.actor_role() = 'therapist' AND l.sealed_at IS NULL AND l.couple_id = ANY (app.my_couples(l.side)))
              OR l.id = ANY ((SELECT app.open_letters())::uuid[])) $$;
      REVOKE ALL ON FUNCTION app.open_letters(), app.open_letter_texts(), app.delivered_letters(), app.my_letter_keys()
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.open_letters(), app.open_letter_texts(), app.delivered_letters(), app.my_letter_keys()
        TO trellis_api, trellis_worker;
    `);
  }

  private async protectLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CALL app.protect('letter'); CALL app.protect('letter_text'); CALL app.protect('letter_comment');

      CREATE POLICY author ON letter TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())) WITH CHECK (${ownSide});
      CREATE POLICY own_therapist ON letter FOR SELECT TO trellis_api USING (${sideTherapists});
      CREATE POLICY opened ON letter FOR SELECT TO trellis_api USING (id = ANY ((SELECT app.open_letters())::uuid[]));
      CREATE POLICY delivered ON letter FOR SELECT TO trellis_api
        USING (id = ANY ((SELECT app.delivered_letters())::uuid[]));

      CREATE POLICY author ON letter_text TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()))
        WITH CHECK (${ownSide} AND letter_id = ANY ((SELECT app.my_letter_keys())::uuid[]));
      -- The draft that is being written is its author's alone.
      CREATE POLICY own_therapist ON letter_text FOR SELECT TO trellis_api
        USING (revision > 0 AND ${sideTherapists} AND letter_id = ANY ((SELECT app.my_letter_keys())::uuid[]));
      CREATE POLICY opened ON letter_text FOR SELECT TO trellis_api
        USING (id = ANY ((SELECT app.open_letter_texts())::uuid[]));
      CREATE POLICY revisions_stay ON letter_text AS RESTRICTIVE FOR UPDATE TO trellis_api USING (revision = 0);

      CREATE POLICY author ON letter_comment FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY own_therapist ON letter_comment FOR SELECT TO trellis_api
        USING (${sideTherapists} AND letter_id = ANY ((SELECT app.my_letter_keys())::uuid[]));
      CREATE POLICY comments ON letter_comment FOR INSERT TO trellis_api
        WITH CHECK (${sideTherapists} AND written_by = (SELECT app.actor())
          AND letter_id = ANY ((SELECT app.my_letter_keys())::uuid[]));

      GRANT SELECT, INSERT ON letter, letter_text, letter_comment TO trellis_api;
      GRANT UPDATE (revision, released_revision, changed_at, sealed_at, version) ON letter TO trellis_api;
      GRANT UPDATE (characters, sealed, written_at) ON letter_text TO trellis_api;

      ALTER TABLE data_key DROP CONSTRAINT data_key_kind_check;
      ALTER TABLE data_key ADD CONSTRAINT data_key_kind_check
        CHECK (kind IN ('clinic', 'person', 'staff', 'export', 'note', 'document', 'letter'));
      CREATE POLICY own_letters ON data_key AS RESTRICTIVE TO trellis_api, trellis_worker
        USING (kind <> 'letter' OR owner_id = ANY ((SELECT app.my_letter_keys())::uuid[]))
        WITH CHECK (kind <> 'letter' OR owner_id = ANY ((SELECT app.my_letter_keys())::uuid[]));
      CREATE POLICY rewraps_letters ON data_key AS RESTRICTIVE TO trellis_worker
        USING (kind <> 'letter' OR (SELECT app.actor_role()) = 'system')
        WITH CHECK (kind <> 'letter' OR (SELECT app.actor_role()) = 'system');
    `);
  }
}
