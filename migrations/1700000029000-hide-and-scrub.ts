import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office is not shown of the areas around a disclosure, and what of them goes when a person is erased. */
export class HideAndScrub1700000029000 implements MigrationInterface {
  readonly name = 'HideAndScrub1700000029000';

  async up(runner: QueryRunner): Promise<void> {
    await this.hide(runner);
    await this.scrubPreparation(runner);
    await this.scrubWords(runner);
    await this.scrubAll(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.scrub_person(uuid, uuid); DROP FUNCTION app.scrub_words(uuid, uuid);
      DROP FUNCTION app.scrub_preparation(uuid, uuid);
      ALTER FUNCTION app.scrub_record(uuid, uuid) RENAME TO scrub_person;
      CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT action LIKE 'safety.%' OR (action LIKE 'psychotherapy\\_note.%' AND decision = 'allowed') $$;
    `);
  }

  /** That somebody slipped, wrote, asked, or shares a phone is nobody's business in the office; refusals are. */
  private async hide(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT action LIKE 'safety.%' OR action LIKE 'slip.%' OR action LIKE 'correction.%' OR action LIKE 'questions.%'
          OR action LIKE 'letter.%' OR (decision = 'allowed' AND (action LIKE 'psychotherapy\\_note.%'
            OR (action LIKE 'disclosure\\_document.%'
              AND action NOT IN ('disclosure_document.destroy', 'disclosure_document.sign_destruction'))
            OR action LIKE 'disclosure\\_consent.%'
            OR action IN ('disclosure_words.read', 'disclosure.verification', 'disclosure.notice', 'disclosure.session',
              'session_plan.read', 'readiness.assess',
              'readiness.record', 'readiness.mark', 'readiness.cosign', 'account.device_shared', 'account.device_own',
              'account.link_wanted'))) $$;
    `);
  }

  /** Ways in, readiness and the session: what holds words, or says whose phone it is. */
  private async scrubPreparation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_preparation(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          DELETE FROM device_sign s WHERE s.clinic_id = clinic AND s.person_id = person;
          DELETE FROM device_link l WHERE l.clinic_id = clinic AND l.person_id = person;
          DELETE FROM emergency_seen e WHERE e.clinic_id = clinic AND e.person_id = person;
          UPDATE readiness_record r SET note_sealed = NULL WHERE r.clinic_id = clinic AND r.person_id = person;
          UPDATE readiness_mark m SET evidence_sealed = NULL,
              reason_sealed = CASE WHEN m.reason_sealed IS NULL THEN NULL ELSE '\\x00'::bytea END
            WHERE m.clinic_id = clinic AND m.key_owner_id = person;
          DELETE FROM grounding_entry g WHERE g.clinic_id = clinic AND g.person_id = person;
          DELETE FROM support_plan p WHERE p.clinic_id = clinic AND p.person_id = person;
          DELETE FROM session_reading r WHERE r.clinic_id = clinic AND r.person_id = person;
          DELETE FROM day_check d WHERE d.clinic_id = clinic AND d.person_id = person;
          DELETE FROM logistics_mark m WHERE m.clinic_id = clinic AND m.actor_id = person;
          DELETE FROM session_distress d USING enrolment e WHERE d.clinic_id = clinic AND e.clinic_id = clinic
            AND e.person_id = person AND d.couple_id = e.couple_id AND d.side = e.side;
          DELETE FROM hard_date d WHERE d.clinic_id = clinic AND d.person_id = person;
          DELETE FROM disclosure_notice n WHERE n.clinic_id = clinic AND n.person_id = person;
          -- Words behind steps: of the person's own side, and of both.
          DELETE FROM disclosure_words w USING enrolment e WHERE w.clinic_id = clinic AND e.clinic_id = clinic
            AND e.person_id = person AND e.couple_id = w.couple_id AND w.side IN (e.side, 'JOINT');
          UPDATE aftercare_answer a SET sealed = NULL WHERE a.clinic_id = clinic AND a.person_id = person;
          DELETE FROM correction_note n WHERE n.clinic_id = clinic AND n.person_id = person;
          UPDATE slip s SET details_sealed = NULL WHERE s.clinic_id = clinic AND s.person_id = person;
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_preparation(uuid, uuid) FROM PUBLIC;
    `);
  }

  /** Questions, letters and the document, with the keys of their own. */
  private async scrubWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_words(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        DECLARE questions uuid[]; letters uuid[]; documents uuid[];
        BEGIN
          SELECT array_agg(q.id) INTO questions FROM disclosure_question q WHERE q.clinic_id = clinic AND q.person_id = person;
          SELECT array_agg(l.id) INTO letters FROM letter l WHERE l.clinic_id = clinic AND l.person_id = person;
          SELECT array_agg(d.id) INTO documents FROM disclosure_document d WHERE d.clinic_id = clinic AND d.person_id = person;
          UPDATE data_key k SET wrapped = NULL, retired_at = coalesce(k.retired_at, app.now()), destroyed_at = app.now()
            WHERE k.clinic_id = clinic AND k.kind IN ('letter', 'document') AND k.wrapped IS NOT NULL
              AND (k.owner_id = ANY (letters) OR k.owner_id = ANY (documents));
          DELETE FROM question_answer a WHERE a.clinic_id = clinic AND a.question_id = ANY (questions);
          DELETE FROM question_advice a WHERE a.clinic_id = clinic AND a.person_id = person;
          DELETE FROM disclosure_gap x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_question q WHERE q.clinic_id = clinic AND q.person_id = person;
          DELETE FROM question_list l WHERE l.clinic_id = clinic AND l.person_id = person;
          DELETE FROM information_wish w WHERE w.clinic_id = clinic AND w.person_id = person;
          DELETE FROM letter_comment c WHERE c.clinic_id = clinic AND c.person_id = person;
          DELETE FROM letter_text t WHERE t.clinic_id = clinic AND t.person_id = person;
          DELETE FROM letter_agreement a WHERE a.clinic_id = clinic AND (a.person_id = person OR a.letter_id = ANY (letters));
          DELETE FROM letter l WHERE l.clinic_id = clinic AND l.person_id = person;
          DELETE FROM disclosure_comment x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_section_decision x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_version_section x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_version x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_section_draft x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_inventory x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          DELETE FROM disclosure_reading x WHERE x.clinic_id = clinic AND x.document_id = ANY (documents);
          UPDATE disclosure_document d SET legal_sealed = NULL, destroyed_at = coalesce(d.destroyed_at, app.now()),
              version = d.version + 1 WHERE d.clinic_id = clinic AND d.id = ANY (documents);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_words(uuid, uuid) FROM PUBLIC;
    `);
  }

  private async scrubAll(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION app.scrub_person(uuid, uuid) RENAME TO scrub_record;
      CREATE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_words(clinic, person);
          PERFORM app.scrub_preparation(clinic, person);
          PERFORM app.scrub_record(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_person(uuid, uuid) FROM PUBLIC;
    `);
  }
}
