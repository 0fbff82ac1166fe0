import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayAsk, ownSide, sideTherapists, therapists } from './who-asks.js';

/** Marks, readings and the joint end of a letter, and what deciding needs to know of them. */
export class EndLetters1700000019200 implements MigrationInterface {
  readonly name = 'EndLetters1700000019200';

  async up(runner: QueryRunner): Promise<void> {
    await this.protectAroundLetters(runner);
    await this.endLetters(runner);
    await this.createFacts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.letters_facts(uuid); DROP FUNCTION app.destroy_letter(uuid, timestamptz);
      DROP POLICY thinks_again ON letter_agreement; DROP POLICY agrees ON letter_agreement;
      DROP POLICY both_people ON letter_agreement; DROP POLICY in_the_room ON letter_reading;
      DROP POLICY step ON letter_reading; DROP POLICY care_team ON letter_reading; DROP POLICY own_side ON letter_mark;
    `);
  }

  private async protectAroundLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY own_side ON letter_mark TO trellis_api
        USING (${sideTherapists}) WITH CHECK (${sideTherapists} AND set_by = (SELECT app.actor()));

      CREATE POLICY care_team ON letter_reading TO trellis_api USING (${therapists()}) WITH CHECK (${therapists()});
      CREATE POLICY in_the_room ON letter_reading FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      -- A step of the process lays down that it was read; it is written as the system.
      CREATE POLICY step ON letter_reading TO trellis_api
        USING ((SELECT app.actor_role()) = 'system') WITH CHECK ((SELECT app.actor_role()) = 'system');

      CREATE POLICY both_people ON letter_agreement FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) IN ('client', 'therapist') AND couple_id = ANY ((SELECT app.my_couples())::uuid[]));
      CREATE POLICY agrees ON letter_agreement FOR INSERT TO trellis_api
        WITH CHECK (${ownSide} AND letter_id = ANY ((SELECT app.delivered_letters())::uuid[]));
      -- Until the other agrees too: then the letter is gone, and what they agreed stays.
      CREATE POLICY thinks_again ON letter_agreement FOR DELETE TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())
          AND EXISTS (SELECT FROM letter l WHERE l.clinic_id = letter_agreement.clinic_id
            AND l.id = letter_agreement.letter_id AND l.destroyed_at IS NULL));

      GRANT SELECT, INSERT ON letter_mark, letter_reading, letter_agreement TO trellis_api;
      GRANT UPDATE (given, revision, checks, set_by, set_at, version) ON letter_mark TO trellis_api;
      GRANT UPDATE (ended_at, delivered_at, version) ON letter_reading TO trellis_api;
      GRANT DELETE ON letter_agreement TO trellis_api;
    `);
  }

  /** Both agreed, each alone: the words and their key go. What stays says that there was a letter, and when it went. */
  private async endLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.destroy_letter(letter uuid, at timestamptz) RETURNS boolean
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE here uuid := app.clinic(); agreed integer;
        BEGIN
          IF app.actor_role() IS DISTINCT FROM 'client' OR NOT letter = ANY (app.delivered_letters()) THEN RETURN false; END IF;
          PERFORM FROM letter l WHERE l.clinic_id = here AND l.id = letter AND l.destroyed_at IS NULL FOR UPDATE;
          IF NOT FOUND THEN RETURN false; END IF;
          SELECT count(*) INTO agreed FROM letter_agreement a
            JOIN enrolment e ON e.clinic_id = a.clinic_id AND e.couple_id = a.couple_id AND e.person_id = a.person_id
              AND e.side = a.side
            WHERE a.clinic_id = here AND a.letter_id = letter;
          IF agreed < 2 THEN RETURN false; END IF;
          DELETE FROM letter_text t WHERE t.clinic_id = here AND t.letter_id = letter;
          DELETE FROM letter_comment c WHERE c.clinic_id = here AND c.letter_id = letter;
          UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()), destroyed_at = app.now()
            WHERE k.clinic_id = here AND k.kind = 'letter' AND k.owner_id = letter AND k.wrapped IS NOT NULL;
          UPDATE letter l SET destroyed_at = at, released_revision = NULL, version = l.version + 1
            WHERE l.clinic_id = here AND l.id = letter;
          RETURN true;
        END $$;
      REVOKE ALL ON FUNCTION app.destroy_letter(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.destroy_letter(uuid, timestamptz) TO trellis_api;
    `);
  }

  /** What deciding needs of both sides: states, dates and ids. Words never. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.letters_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object(
          'processId', p.id, 'state', p.state,
          'marks', (SELECT coalesce(jsonb_agg(m.mark), '[]') FROM letter_mark m
            WHERE m.clinic_id = app.clinic() AND m.couple_id = couple AND m.given
              -- An approval is of one text: of a newer one it says nothing.
              AND (m.mark NOT IN ('restitution_approved', 'restitution_safe') OR EXISTS (SELECT FROM letter l
                WHERE l.clinic_id = m.clinic_id AND l.couple_id = couple AND l.kind = 'restitution'
                  AND l.destroyed_at IS NULL AND l.revision = m.revision))),
          'delivered', (SELECT coalesce(jsonb_object_agg(r.kind, r.at), '{}') FROM (SELECT d.kind, max(d.delivered_at) AS at
            FROM letter_reading d WHERE d.clinic_id = app.clinic() AND d.couple_id = couple AND d.delivered_at IS NOT NULL
              AND d.process_id = p.id GROUP BY d.kind) r))
        FROM (SELECT true) asked LEFT JOIN LATERAL (SELECT x.id, x.state FROM disclosure_process x
          WHERE x.clinic_id = app.clinic() AND x.couple_id = couple ORDER BY x.opened_at DESC, x.id LIMIT 1) p ON true
        WHERE ${mayAsk} $$;
      REVOKE ALL ON FUNCTION app.letters_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.letters_facts(uuid) TO trellis_api, trellis_worker;
    `);
  }
}
