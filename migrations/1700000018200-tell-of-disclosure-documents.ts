import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the process asks of disclosure documents, and the acts that reach past the side of whoever causes them. */
export class TellOfDisclosureDocuments1700000018200 implements MigrationInterface {
  readonly name = 'TellOfDisclosureDocuments1700000018200';

  async up(runner: QueryRunner): Promise<void> {
    await this.createFacts(runner);
    await this.createActs(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.destroy_disclosure_document(uuid, timestamptz);
      DROP FUNCTION app.open_disclosure_review(uuid, uuid, uuid, timestamptz, timestamptz);
      DROP FUNCTION app.open_disclosure_document(uuid, boolean, timestamptz);
      DROP FUNCTION app.disclosure_document_facts(uuid);
    `);
  }

  /** States, dates and ids of the couple's newest process, for whoever decides about it: never a person's words. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.disclosure_document_facts(couple uuid) RETURNS jsonb
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE process disclosure_process; document disclosure_document;
        BEGIN
          IF NOT (app.actor_role() = 'system' OR app.is_clinic_admin() OR couple = ANY (app.my_couples())
            OR couple = ANY (app.glass_couples())) THEN RETURN NULL; END IF;
          SELECT * INTO process FROM disclosure_process p WHERE p.clinic_id = app.clinic() AND p.couple_id = couple
            ORDER BY p.opened_at DESC LIMIT 1;
          SELECT * INTO document FROM disclosure_document d WHERE d.clinic_id = app.clinic() AND d.process_id = process.id;
          RETURN jsonb_build_object('processId', process.id, 'state', process.state, 'closedAt', process.closed_at,
            'documentId', document.id, 'personId', document.person_id, 'lockedAt', document.locked_at,
            'destroyedAt', document.destroyed_at, 'legalHold', document.legal_hold,
            'versions', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'at', v.at,
                'marks', (SELECT coalesce(jsonb_object_agg(s.section, s.mark), '{}') FROM disclosure_version_section s
                  WHERE s.clinic_id = v.clinic_id AND s.version_id = v.id)) ORDER BY v.number), '[]')
              FROM disclosure_version v WHERE v.clinic_id = app.clinic() AND v.document_id = document.id),
            'decisions', (SELECT coalesce(jsonb_agg(jsonb_build_object('section', n.section, 'version', n.number,
                'decision', n.decision, 'at', n.decided_at) ORDER BY n.decided_at, n.id), '[]')
              FROM disclosure_section_decision n WHERE n.clinic_id = app.clinic() AND n.document_id = document.id),
            'gaps', (SELECT coalesce(jsonb_agg(g.question_id ORDER BY g.raised_at, g.id), '[]') FROM disclosure_gap g
              WHERE g.clinic_id = app.clinic() AND g.document_id = document.id AND g.closed_at IS NULL),
            'reviewSince', (SELECT max(r.opened_at) FROM disclosure_reading r
              WHERE r.clinic_id = app.clinic() AND r.document_id = document.id AND r.kind = 'review'),
            'later', (SELECT jsonb_build_object('from', r.opened_at, 'until', r.until) FROM disclosure_reading r
              WHERE r.clinic_id = app.clinic() AND r.document_id = document.id AND r.kind = 'later' AND r.opened_at IS NOT NULL
              ORDER BY r.opened_at DESC LIMIT 1),
            'sessionStartedAt', (SELECT max(e.at) FROM disclosure_event e WHERE e.clinic_id = app.clinic()
              AND e.process_id = process.id AND e.event = 'go' AND cardinality(e.refused_guards) = 0));
        END $$;
      REVOKE ALL ON FUNCTION app.disclosure_document_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.disclosure_document_facts(uuid) TO trellis_api, trellis_worker;
    `);
  }

  /** Acts that reach past the side of whoever causes them. */
  private async createActs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A step of anybody may lock the document or open it again; the system carries it out.
      CREATE FUNCTION app.open_disclosure_document(process uuid, open boolean, at timestamptz) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE disclosure_document d SET locked_at = CASE WHEN NOT open THEN at END, version = d.version + 1
          WHERE d.clinic_id = app.clinic() AND d.process_id = process AND d.destroyed_at IS NULL
            AND (d.locked_at IS NULL) <> open
            AND app.actor_role() = 'system' $$;
      -- A release to the partner's therapist: their time opens, and what an earlier review found is closed.
      CREATE FUNCTION app.open_disclosure_review(process uuid, reading uuid, by uuid, at timestamptz, until timestamptz)
        RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE one disclosure_document;
        BEGIN
          SELECT * INTO one FROM disclosure_document d WHERE d.clinic_id = app.clinic() AND d.process_id = process
            AND d.destroyed_at IS NULL AND app.actor_role() = 'system';
          IF one.id IS NULL THEN RETURN; END IF;
          UPDATE disclosure_gap g SET closed_at = at
            WHERE g.clinic_id = one.clinic_id AND g.document_id = one.id AND g.closed_at IS NULL;
          INSERT INTO disclosure_reading (clinic_id, id, document_id, kind, asked_by, asked_at, agreed_by, opened_at, until)
            VALUES (one.clinic_id, reading, one.id, 'review', by, at, by, at, until);
        END $$;
      -- With both signatures, an ended process and no hold, once more. Answers the keys that are gone, or null.
      CREATE FUNCTION app.destroy_disclosure_document(document uuid, at timestamptz) RETURNS uuid[]
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE one disclosure_document; gone uuid[];
        BEGIN
          SELECT * INTO one FROM disclosure_document d WHERE d.clinic_id = app.clinic() AND d.id = document FOR UPDATE;
          IF one.id IS NULL OR one.destroyed_at IS NOT NULL OR one.legal_hold IS NOT FALSE
            OR app.actor_role() IS DISTINCT FROM 'therapist' OR NOT (one.couple_id = ANY (app.my_couples('RP') || app.my_couples('BP')))
            OR NOT EXISTS (SELECT FROM disclosure_process p WHERE p.clinic_id = one.clinic_id AND p.id = one.process_id
              AND p.state IN ('COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED'))
            OR (SELECT count(*) FROM disclosure_destruction_signature s WHERE s.clinic_id = one.clinic_id
              AND s.document_id = document) < 2
          THEN RETURN NULL; END IF;
          WITH destroyed AS (UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()),
              destroyed_at = app.now() WHERE k.clinic_id = one.clinic_id AND k.kind = 'document' AND k.owner_id = document
              AND k.wrapped IS NOT NULL RETURNING k.id)
            SELECT coalesce(array_agg(destroyed.id), '{}') INTO gone FROM destroyed;
          DELETE FROM disclosure_comment c WHERE c.clinic_id = one.clinic_id AND c.document_id = document;
          DELETE FROM disclosure_section_decision n WHERE n.clinic_id = one.clinic_id AND n.document_id = document;
          DELETE FROM disclosure_gap g WHERE g.clinic_id = one.clinic_id AND g.document_id = document;
          DELETE FROM disclosure_version_section s WHERE s.clinic_id = one.clinic_id AND s.document_id = document;
          DELETE FROM disclosure_version v WHERE v.clinic_id = one.clinic_id AND v.document_id = document;
          DELETE FROM disclosure_section_draft w WHERE w.clinic_id = one.clinic_id AND w.document_id = document;
          DELETE FROM disclosure_inventory i WHERE i.clinic_id = one.clinic_id AND i.document_id = document;
          DELETE FROM disclosure_reading r WHERE r.clinic_id = one.clinic_id AND r.document_id = document;
          UPDATE disclosure_document d SET destroyed_at = at, legal_sealed = NULL, version = d.version + 1
            WHERE d.clinic_id = one.clinic_id AND d.id = document;
          RETURN gone;
        END $$;
      REVOKE ALL ON FUNCTION app.open_disclosure_review(uuid, uuid, uuid, timestamptz, timestamptz),
        app.open_disclosure_document(uuid, boolean, timestamptz),
        app.destroy_disclosure_document(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.open_disclosure_document(uuid, boolean, timestamptz),
        app.open_disclosure_review(uuid, uuid, uuid, timestamptz, timestamptz) TO trellis_api, trellis_worker;
      GRANT EXECUTE ON FUNCTION app.destroy_disclosure_document(uuid, timestamptz) TO trellis_api;
    `);
  }
}
