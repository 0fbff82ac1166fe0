import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  ...['disclosure_document', 'disclosure_inventory', 'disclosure_section_draft', 'disclosure_version'],
  ...['disclosure_version_section', 'disclosure_comment', 'disclosure_section_decision', 'disclosure_gap'],
  ...['disclosure_reading', 'disclosure_destruction_signature'],
];

/** Who reaches a disclosure document. The betrayed partner has no way to a row of it but in the running session. */
export class GuardDisclosureDocuments1700000018100 implements MigrationInterface {
  readonly name = 'GuardDisclosureDocuments1700000018100';

  async up(runner: QueryRunner): Promise<void> {
    await this.createReach(runner);
    await this.createDocumentPolicies(runner);
    await this.createWritingPolicies(runner);
    await this.createReviewPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY own_documents ON data_key; DROP POLICY rewraps_documents ON data_key;
      DROP TRIGGER keep_comment_roles ON disclosure_comment; DROP FUNCTION app.keep_comment_roles();
      ${tables.map((table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`).join(' ')}
      DO $$ DECLARE one record;
      BEGIN
        FOR one IN SELECT policyname, tablename FROM pg_policies WHERE tablename = ANY ('{${tables.join()}}')
        LOOP EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename); END LOOP;
      END $$;
      DROP FUNCTION app.my_document_keys(); DROP FUNCTION app.readable_versions(); DROP FUNCTION app.readable_documents();
      DROP FUNCTION app.known_documents(); DROP FUNCTION app.guided_documents(); DROP FUNCTION app.authored_documents();
    `);
  }

  /**
   * The one place that says which documents are whose. Definer rights, so that the policies need not look at the
   * process, which the two people never see. An emergency reading opens none: these ask for assignments alone.
   */
  private async createReach(runner: QueryRunner): Promise<void> {
    const review = `('PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK')`;
    const after = `('AFTERCARE_ACUTE', 'AFTERCARE', 'IMPACT_PREP', 'IMPACT_DELIVERED', 'RESTITUTION_PREP',
      'RESTITUTION_DELIVERED', 'COMPLETED')`;
    const session = `('IN_SESSION', 'SESSION_PAUSED')`;
    const documents = `SELECT coalesce(array_agg(d.id), '{}') FROM disclosure_document d
      JOIN disclosure_process p ON p.clinic_id = d.clinic_id AND p.id = d.process_id
      WHERE d.clinic_id = app.clinic()`;
    const fixed = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public';
    await runner.query(`
      CREATE FUNCTION app.authored_documents() RETURNS uuid[] ${fixed} AS $$ ${documents}
        AND app.actor_role() = 'client' AND d.person_id = app.actor() $$;
      CREATE FUNCTION app.guided_documents() RETURNS uuid[] ${fixed} AS $$ ${documents}
        AND app.actor_role() = 'therapist' AND d.couple_id = ANY (app.my_couples('RP')) $$;
      -- That there is one, for the partner's therapist: from the review on, and where the process has ended.
      CREATE FUNCTION app.known_documents() RETURNS uuid[] ${fixed} AS $$ ${documents}
        AND app.actor_role() = 'therapist' AND d.couple_id = ANY (app.my_couples('BP'))
        AND (p.state IN ${review} OR p.state IN ${session} OR p.state IN ${after}
          OR p.state IN ('DECLINED', 'STOPPED', 'WAIVED')) $$;
      -- Hours and days are judged once more by the rule of the server; the walls judge states.
      CREATE FUNCTION app.readable_documents() RETURNS uuid[] ${fixed} AS $$ ${documents}
        AND d.destroyed_at IS NULL AND app.actor_role() IN ('client', 'therapist')
        AND d.couple_id = ANY (app.my_couples('BP'))
        AND NOT EXISTS (SELECT FROM couple c WHERE c.clinic_id = d.clinic_id AND c.id = d.couple_id AND c.status = 'separated')
        AND (p.state IN ${session} OR (app.actor_role() = 'therapist' AND EXISTS (SELECT FROM disclosure_reading r
          WHERE r.clinic_id = d.clinic_id AND r.document_id = d.id AND r.opened_at IS NOT NULL
            AND ((r.kind = 'review' AND p.state IN ${review}) OR (r.kind = 'later' AND p.state IN ${after}))))) $$;
      -- The newest version only: what came before stays between the author and their therapist.
      CREATE FUNCTION app.readable_versions() RETURNS uuid[] ${fixed} AS $$
        SELECT coalesce(array_agg(v.id), '{}') FROM disclosure_version v
          JOIN disclosure_document d ON d.clinic_id = v.clinic_id AND d.id = v.document_id AND d.latest_version = v.number
          WHERE v.clinic_id = app.clinic() AND d.id = ANY (app.readable_documents()) $$;
      CREATE FUNCTION app.my_document_keys() RETURNS uuid[] ${fixed} AS $$
        SELECT app.authored_documents() || app.guided_documents() || app.readable_documents() $$;
      REVOKE ALL ON FUNCTION app.authored_documents(), app.guided_documents(), app.known_documents(),
        app.readable_documents(), app.readable_versions(), app.my_document_keys() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.authored_documents(), app.guided_documents(), app.known_documents(),
        app.readable_documents(), app.readable_versions() TO trellis_api;
      GRANT EXECUTE ON FUNCTION app.my_document_keys() TO trellis_api, trellis_worker;
      CREATE POLICY own_documents ON data_key AS RESTRICTIVE TO trellis_api
        USING (kind <> 'document' OR owner_id = ANY ((SELECT app.my_document_keys())::uuid[]))
        WITH CHECK (kind <> 'document' OR owner_id = ANY ((SELECT app.my_document_keys())::uuid[]));
      -- The worker opens no document.
      CREATE POLICY rewraps_documents ON data_key AS RESTRICTIVE TO trellis_worker
        USING (kind <> 'document') WITH CHECK (kind <> 'document');
    `);
  }

  private async createDocumentPolicies(runner: QueryRunner): Promise<void> {
    const client = "(SELECT app.actor_role()) = 'client'";
    const guides =
      "(SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[])";
    await runner.query(`
      CALL app.protect('disclosure_document');
      CREATE POLICY own ON disclosure_document FOR SELECT TO trellis_api
        USING (${client} AND person_id = (SELECT app.actor()));
      CREATE POLICY guides ON disclosure_document FOR SELECT TO trellis_api USING (${guides});
      CREATE POLICY known ON disclosure_document FOR SELECT TO trellis_api
        USING (id = ANY ((SELECT app.known_documents())::uuid[]) OR id = ANY ((SELECT app.readable_documents())::uuid[]));
      CREATE POLICY begins ON disclosure_document FOR INSERT TO trellis_api
        WITH CHECK (destroyed_at IS NULL AND locked_at IS NULL AND legal_hold IS NULL AND latest_version = 0
          AND ((${client} AND person_id = (SELECT app.actor()) AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
            OR (${guides} AND person_id IN (SELECT e.person_id FROM enrolment e
              WHERE e.clinic_id = disclosure_document.clinic_id AND e.couple_id = disclosure_document.couple_id
                AND e.side = 'RP'))));
      CREATE POLICY own_acts ON disclosure_document FOR UPDATE TO trellis_api
        USING (${client} AND person_id = (SELECT app.actor()) AND destroyed_at IS NULL);
      CREATE POLICY guiding_acts ON disclosure_document FOR UPDATE TO trellis_api
        USING (${guides} AND destroyed_at IS NULL);
      GRANT SELECT, INSERT ON disclosure_document TO trellis_api;
      GRANT UPDATE (latest_version, legal_sealed, legal_hold, hold_checked_by, hold_checked_at, version)
        ON disclosure_document TO trellis_api;
    `);
  }

  /** Only its author writes. What was handed in changes never, by nobody's hand. */
  private async createWritingPolicies(runner: QueryRunner): Promise<void> {
    const authored = 'document_id = ANY ((SELECT app.authored_documents())::uuid[])';
    const guided = 'document_id = ANY ((SELECT app.guided_documents())::uuid[])';
    for (const table of ['disclosure_inventory', 'disclosure_section_draft']) {
      await runner.query(`
        CALL app.protect('${table}');
        CREATE POLICY author ON ${table} TO trellis_api USING (${authored}) WITH CHECK (${authored});
        GRANT SELECT, INSERT ON ${table} TO trellis_api;
      `);
    }
    await runner.query(`
      CREATE POLICY guides ON disclosure_inventory FOR SELECT TO trellis_api USING (${guided});
      GRANT UPDATE (entries, sealed, saved_at, version) ON disclosure_inventory TO trellis_api;
      GRANT UPDATE (sealed, saved_at, version) ON disclosure_section_draft TO trellis_api;
    `);
    for (const [table, id] of [
      ['disclosure_version', 'id'],
      ['disclosure_version_section', 'version_id'],
    ] as const) {
      await runner.query(`
        CALL app.protect('${table}');
        CREATE POLICY author ON ${table} FOR SELECT TO trellis_api USING (${authored});
        CREATE POLICY guides ON ${table} FOR SELECT TO trellis_api USING (${guided});
        CREATE POLICY reads ON ${table} FOR SELECT TO trellis_api
          USING (${id} = ANY ((SELECT app.readable_versions())::uuid[]));
        CREATE POLICY hands_in ON ${table} FOR INSERT TO trellis_api WITH CHECK (${authored});
        GRANT SELECT, INSERT ON ${table} TO trellis_api;
      `);
    }
  }

  private async createReviewPolicies(runner: QueryRunner): Promise<void> {
    const authored = 'document_id = ANY ((SELECT app.authored_documents())::uuid[])';
    const guided = 'document_id = ANY ((SELECT app.guided_documents())::uuid[])';
    const known = 'document_id = ANY ((SELECT app.known_documents())::uuid[])';
    const reads = 'document_id = ANY ((SELECT app.readable_documents())::uuid[])';
    const asOneself = (column: string): string => `${column} = (SELECT app.actor())`;
    await runner.query(`
      CALL app.protect('disclosure_comment'); CALL app.protect('disclosure_section_decision');
      CALL app.protect('disclosure_gap'); CALL app.protect('disclosure_reading');
      CALL app.protect('disclosure_destruction_signature');

      CREATE POLICY both_see ON disclosure_comment FOR SELECT TO trellis_api USING (${authored} OR ${guided});
      CREATE POLICY writes ON disclosure_comment FOR INSERT TO trellis_api
        WITH CHECK (${guided} AND ${asOneself('author_id')});
      -- The author of the document settles, the therapist who wrote it changes: app.keep_comment_roles sees to it.
      CREATE POLICY acts ON disclosure_comment FOR UPDATE TO trellis_api
        USING (${authored} OR (${guided} AND ${asOneself('author_id')}));
      CREATE POLICY takes_back ON disclosure_comment FOR DELETE TO trellis_api
        USING (${guided} AND ${asOneself('author_id')});
      CREATE POLICY both_see ON disclosure_section_decision FOR SELECT TO trellis_api USING (${authored} OR ${guided});
      CREATE POLICY decides ON disclosure_section_decision FOR INSERT TO trellis_api
        WITH CHECK (${guided} AND ${asOneself('decided_by')});

      CREATE POLICY therapists ON disclosure_gap FOR SELECT TO trellis_api USING (${guided} OR ${known});
      CREATE POLICY raises ON disclosure_gap FOR INSERT TO trellis_api
        WITH CHECK (${reads} AND ${asOneself('raised_by')} AND (SELECT app.actor_role()) = 'therapist');

      CREATE POLICY therapists ON disclosure_reading FOR SELECT TO trellis_api USING (${guided} OR ${known});
      CREATE POLICY asks ON disclosure_reading FOR INSERT TO trellis_api
        WITH CHECK (${asOneself('asked_by')} AND kind = 'later' AND ${known} AND agreed_by IS NULL);
      CREATE POLICY agrees ON disclosure_reading FOR UPDATE TO trellis_api
        USING (${guided} AND kind = 'later') WITH CHECK (${asOneself('agreed_by')});

      CREATE POLICY therapists ON disclosure_destruction_signature FOR SELECT TO trellis_api
        USING (${guided} OR ${known});
      CREATE POLICY signs ON disclosure_destruction_signature FOR INSERT TO trellis_api
        WITH CHECK (${asOneself('signed_by')} AND ((side = 'RP' AND ${guided}) OR (side = 'BP' AND ${known})));

      GRANT SELECT, INSERT ON disclosure_comment, disclosure_section_decision, disclosure_gap, disclosure_reading,
        disclosure_destruction_signature TO trellis_api;
      GRANT UPDATE (starts_at, length, sealed, written_at, settled_at, version), DELETE ON disclosure_comment TO trellis_api;
      GRANT UPDATE (agreed_by, opened_at, until) ON disclosure_reading TO trellis_api;

      CREATE FUNCTION app.keep_comment_roles() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF app.actor_role() = 'client' AND (NEW.sealed <> OLD.sealed OR NEW.starts_at <> OLD.starts_at
            OR NEW.length <> OLD.length) THEN
          RAISE EXCEPTION 'a comment is its therapist''s' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_comment_roles BEFORE UPDATE ON disclosure_comment
        FOR EACH ROW EXECUTE FUNCTION app.keep_comment_roles();
    `);
  }
}
