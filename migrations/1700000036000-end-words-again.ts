import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What destroying takes away of a document and of a letter, apart from who may ask for it: the ledger of erasures does
 * the same once more to a database that was put back from a copy. Only the owner of the database calls these two.
 */
export class EndWordsAgain1700000036000 implements MigrationInterface {
  readonly name = 'EndWordsAgain1700000036000';

  async up(runner: QueryRunner): Promise<void> {
    await this.endDocument(runner);
    await this.endLetter(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.end_letter(uuid, uuid, timestamptz);
      DROP FUNCTION app.end_disclosure_document(uuid, uuid, timestamptz);
    `);
  }

  private async endDocument(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.end_disclosure_document(clinic uuid, document uuid, at timestamptz) RETURNS uuid[]
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE gone uuid[];
        BEGIN
          WITH destroyed AS (UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()),
              destroyed_at = app.now() WHERE k.clinic_id = clinic AND k.kind = 'document' AND k.owner_id = document
              AND k.wrapped IS NOT NULL RETURNING k.id)
            SELECT coalesce(array_agg(destroyed.id), '{}') INTO gone FROM destroyed;
          DELETE FROM disclosure_comment c WHERE c.clinic_id = clinic AND c.document_id = document;
          DELETE FROM disclosure_section_decision n WHERE n.clinic_id = clinic AND n.document_id = document;
          DELETE FROM disclosure_gap g WHERE g.clinic_id = clinic AND g.document_id = document;
          DELETE FROM disclosure_version_section s WHERE s.clinic_id = clinic AND s.document_id = document;
          DELETE FROM disclosure_version v WHERE v.clinic_id = clinic AND v.document_id = document;
          DELETE FROM disclosure_section_draft w WHERE w.clinic_id = clinic AND w.document_id = document;
          DELETE FROM disclosure_inventory i WHERE i.clinic_id = clinic AND i.document_id = document;
          DELETE FROM disclosure_reading r WHERE r.clinic_id = clinic AND r.document_id = document;
          UPDATE disclosure_document d SET destroyed_at = coalesce(d.destroyed_at, at), legal_sealed = NULL,
              version = d.version + 1 WHERE d.clinic_id = clinic AND d.id = document;
          RETURN gone;
        END $$;
      CREATE OR REPLACE FUNCTION app.destroy_disclosure_document(document uuid, at timestamptz) RETURNS uuid[]
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE one disclosure_document;
        BEGIN
          SELECT * INTO one FROM disclosure_document d WHERE d.clinic_id = app.clinic() AND d.id = document FOR UPDATE;
          IF one.id IS NULL OR one.destroyed_at IS NOT NULL OR one.legal_hold IS NOT FALSE
            OR app.actor_role() IS DISTINCT FROM 'therapist' OR NOT (one.couple_id = ANY (app.my_couples('RP') || app.my_couples('BP')))
            OR NOT EXISTS (SELECT FROM disclosure_process p WHERE p.clinic_id = one.clinic_id AND p.id = one.process_id
              AND p.state IN ('COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED'))
            OR (SELECT count(*) FROM disclosure_destruction_signature s WHERE s.clinic_id = one.clinic_id
              AND s.document_id = document) < 2
          THEN RETURN NULL; END IF;
          RETURN app.end_disclosure_document(one.clinic_id, document, at);
        END $$;
      REVOKE ALL ON FUNCTION app.end_disclosure_document(uuid, uuid, timestamptz) FROM PUBLIC;
    `);
  }

  private async endLetter(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.end_letter(clinic uuid, letter uuid, at timestamptz) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM letter_text t WHERE t.clinic_id = clinic AND t.letter_id = letter;
          DELETE FROM letter_comment c WHERE c.clinic_id = clinic AND c.letter_id = letter;
          UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()), destroyed_at = app.now()
            WHERE k.clinic_id = clinic AND k.kind = 'letter' AND k.owner_id = letter AND k.wrapped IS NOT NULL;
          UPDATE letter l SET destroyed_at = coalesce(l.destroyed_at, at), released_revision = NULL, version = l.version + 1
            WHERE l.clinic_id = clinic AND l.id = letter;
        END $$;
      CREATE OR REPLACE FUNCTION app.destroy_letter(letter uuid, at timestamptz) RETURNS boolean
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
          PERFORM app.end_letter(here, letter, at);
          RETURN true;
        END $$;
      REVOKE ALL ON FUNCTION app.end_letter(uuid, uuid, timestamptz) FROM PUBLIC;
    `);
  }
}
