import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayAsk, ownSide, sideTherapists, therapists } from './who-asks.js';

const tables = [
  'disclosure_consent',
  'readiness_record',
  'grounding_entry',
  'information_release',
  'readiness_mark',
] as const;
const joint = `(side = 'JOINT' AND ${therapists()})`;
const glass = 'couple_id = ANY ((SELECT app.glass_couples())::uuid[])';
const actor = '(SELECT app.actor())';

/** The walls of readiness, and the states and dates that cross them for a decision. */
export class GuardReadiness1700000017100 implements MigrationInterface {
  readonly name = 'GuardReadiness1700000017100';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(`CALL app.protect('${table}');
        CREATE POLICY emergency ON ${table} FOR SELECT TO trellis_api USING (${glass});
        GRANT SELECT, INSERT ON ${table} TO trellis_api`);
    await this.guardConsents(runner);
    await this.guardRecords(runner);
    await this.guardReleases(runner);
    await this.guardMarks(runner);
    await this.createFacts(runner);
    await this.createCosigns(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION app.asked_cosigns(); DROP FUNCTION app.revoke_disclosure_consents(uuid, timestamptz);
      DROP FUNCTION app.readiness_facts(uuid);`);
    for (const table of tables)
      await runner.query(`DO $$ DECLARE wall name; BEGIN
          FOR wall IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON ${table}', wall);
          END LOOP; END $$;
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
        REVOKE ALL ON ${table} FROM trellis_api`);
  }

  /** A yes is the person's own, given and taken back in their own sign-in; their own therapist reads it. */
  private async guardConsents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY own ON disclosure_consent FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY own_says ON disclosure_consent FOR INSERT TO trellis_api
        WITH CHECK (${ownSide} AND revoked_at IS NULL);
      CREATE POLICY own_takes_back ON disclosure_consent FOR UPDATE TO trellis_api USING (${ownSide})
        WITH CHECK (${ownSide} AND revoked_at IS NOT NULL);
      CREATE POLICY own_side ON disclosure_consent FOR SELECT TO trellis_api USING (${sideTherapists});
      GRANT UPDATE (revoked_at, withdrawn_at) ON disclosure_consent TO trellis_api;
    `);
  }

  private async guardRecords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY own_side ON readiness_record FOR SELECT TO trellis_api USING (${sideTherapists} OR ${joint});
      CREATE POLICY own_side_records ON readiness_record FOR INSERT TO trellis_api
        WITH CHECK (recorded_by = ${actor} AND (${sideTherapists} OR ${joint}));
      CREATE POLICY own ON grounding_entry FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY own_logs ON grounding_entry FOR INSERT TO trellis_api WITH CHECK (${ownSide});
      CREATE POLICY own_side ON grounding_entry FOR SELECT TO trellis_api USING (${sideTherapists});
    `);
  }

  /** The therapists whom a release lets talk to each other all read it; its person alone signs and takes back. */
  private async guardReleases(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY own ON information_release FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY own_signs ON information_release FOR UPDATE TO trellis_api
        USING (${ownSide} AND revoked_at IS NULL) WITH CHECK (${ownSide});
      CREATE POLICY team ON information_release FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY own_side_asks ON information_release FOR INSERT TO trellis_api
        WITH CHECK (${sideTherapists} AND asked_by = ${actor} AND signed_at IS NULL AND revoked_at IS NULL);
      GRANT UPDATE (text_version, text_hash, signed_at, revoked_at, version) ON information_release TO trellis_api;
    `);
  }

  private async guardMarks(runner: QueryRunner): Promise<void> {
    const unsigned = 'co_signed_at IS NULL AND co_refused_at IS NULL';
    const clinician = `(SELECT app.actor_role()) IN ('therapist', 'supervisor')`;
    const ownPerson = `(SELECT app.actor_role()) = 'client'
      AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
        OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[])))
      AND item IN ('R1', 'R12', 'B1', 'B5', 'B6', 'B7', 'B8', 'B11')`;
    const office = `(SELECT app.is_clinic_admin()) AND item IN ('S2', 'S3')`;
    await runner.query(`
      CREATE POLICY own_side ON readiness_mark FOR SELECT TO trellis_api USING (${sideTherapists} OR ${joint});
      CREATE POLICY own_side_marks ON readiness_mark FOR INSERT TO trellis_api
        WITH CHECK ((${sideTherapists} OR ${joint}) AND marked_by = ${actor} AND marked_role = 'therapist' AND ${unsigned});
      CREATE POLICY own ON readiness_mark FOR SELECT TO trellis_api USING (${ownPerson});
      CREATE POLICY own_marks ON readiness_mark FOR INSERT TO trellis_api
        WITH CHECK (${ownPerson} AND marked_by = ${actor} AND marked_role = 'client');
      CREATE POLICY office ON readiness_mark FOR SELECT TO trellis_api USING (${office});
      CREATE POLICY office_marks ON readiness_mark FOR INSERT TO trellis_api
        WITH CHECK (${office} AND marked_by = ${actor} AND marked_role = (SELECT app.actor_role()));
      CREATE POLICY cosigner ON readiness_mark FOR SELECT TO trellis_api
        USING (${clinician} AND cosigner_asked = ${actor});
      CREATE POLICY cosigns ON readiness_mark FOR UPDATE TO trellis_api
        USING (${clinician} AND cosigner_asked = ${actor} AND ${unsigned})
        WITH CHECK (cosigner_asked = ${actor} AND (co_signer = ${actor} OR co_refused_at IS NOT NULL));
      GRANT UPDATE (co_signer, co_signed_at, co_refused_at) ON readiness_mark TO trellis_api;
    `);
  }

  /** Answers, states, days and ids of both sides. Never a word, and null for whoever has nothing to do with the couple. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.readiness_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN ${mayAsk} THEN jsonb_build_object(
          'consents', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', k.side, 'at', k.answered_at,
              'given', k.answer = 'yes' AND k.revoked_at IS NULL, 'textVersion', k.text_version)), '[]')
            FROM (SELECT DISTINCT ON (d.side) d.* FROM disclosure_consent d
              WHERE d.clinic_id = app.clinic() AND d.process_id = newest.id
              ORDER BY d.side, d.number DESC) k),
          'records', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', r.side, 'kind', r.kind, 'topic', r.topic,
              'outcome', r.outcome, 'on', r.on_day, 'at', r.happened_at, 'by', r.recorded_by)), '[]')
            FROM (SELECT DISTINCT ON (x.side, x.kind, x.topic) x.* FROM readiness_record x
              WHERE x.clinic_id = app.clinic() AND x.couple_id = couple
              -- Of two findings on one day the one that found it present counts.
              ORDER BY x.side, x.kind, x.topic, x.on_day DESC, (x.outcome = 'present') DESC, x.recorded_at DESC, x.id) r),
          'grounding', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', g.on_day, 'skill', g.skill,
              'recoveryNoted', g.recovery_noted)), '[]')
            FROM (SELECT * FROM grounding_entry e WHERE e.clinic_id = app.clinic() AND e.couple_id = couple
              ORDER BY e.on_day DESC, e.id DESC LIMIT 200) g),
          'releases', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', i.side, 'scopes', i.scopes,
              'staffIds', i.staff_ids, 'validUntil', i.valid_until)), '[]')
            FROM information_release i WHERE i.clinic_id = app.clinic() AND i.couple_id = couple
              AND i.signed_at IS NOT NULL AND i.revoked_at IS NULL),
          'therapists', (SELECT coalesce(jsonb_agg(DISTINCT a.staff_id), '[]') FROM care_assignment a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = couple
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())),
          'marks', (SELECT coalesce(jsonb_agg(jsonb_build_object('item', m.item, 'status', m.status,
              'markedBy', m.marked_by, 'coSigner', m.co_signer, 'reasonRecorded', m.reason_sealed IS NOT NULL)), '[]')
            FROM (SELECT DISTINCT ON (y.item) y.* FROM readiness_mark y
              WHERE y.clinic_id = app.clinic() AND y.process_id = newest.id ORDER BY y.item, y.version DESC) m)) END
          FROM (SELECT (SELECT p.id FROM disclosure_process p WHERE p.clinic_id = app.clinic() AND p.couple_id = couple
            ORDER BY p.closed_at IS NULL DESC, p.opened_at DESC LIMIT 1) AS id) newest $$;
      REVOKE ALL ON FUNCTION app.readiness_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.readiness_facts(uuid) TO trellis_api, trellis_worker;
      -- The end of a process takes both answers back, whoever ended it; nobody else may touch the other's.
      CREATE FUNCTION app.revoke_disclosure_consents(process uuid, moment timestamptz) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE disclosure_consent d SET revoked_at = moment
          WHERE d.clinic_id = app.clinic() AND d.process_id = process AND d.revoked_at IS NULL
            AND app.actor_role() = 'system' $$;
      REVOKE ALL ON FUNCTION app.revoke_disclosure_consents(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.revoke_disclosure_consents(uuid, timestamptz) TO trellis_api, trellis_worker;
    `);
  }

  /** What waits for the asker's second signature, with the couple's name: a supervisor sees no couple otherwise. */
  private async createCosigns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.asked_cosigns() RETURNS TABLE (id uuid, couple_name text, item text, side text,
          marked_by uuid, marked_by_name text, marked_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.id, c.name, m.item, m.side, m.marked_by, s.name, m.marked_at FROM readiness_mark m
          JOIN couple c ON c.clinic_id = m.clinic_id AND c.id = m.couple_id
          JOIN staff_member s ON s.clinic_id = m.clinic_id AND s.id = m.marked_by
          JOIN disclosure_process p ON p.clinic_id = m.clinic_id AND p.id = m.process_id AND p.closed_at IS NULL
          WHERE m.clinic_id = app.clinic() AND app.actor_role() IN ('therapist', 'supervisor')
            AND m.cosigner_asked = app.actor() AND m.co_signed_at IS NULL AND m.co_refused_at IS NULL
            AND NOT EXISTS (SELECT FROM readiness_mark n WHERE n.clinic_id = m.clinic_id
              AND n.process_id = m.process_id AND n.item = m.item AND n.version > m.version)
          ORDER BY m.marked_at DESC, m.id DESC LIMIT 100 $$;
      REVOKE ALL ON FUNCTION app.asked_cosigns() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.asked_cosigns() TO trellis_api;
    `);
  }
}
