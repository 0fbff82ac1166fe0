import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the process of a disclosure remembers between two steps. The system alone writes steps, in the transaction of
 * whoever takes them: people take steps in a process whose row they cannot see.
 */
export class TakeEveryStep1700000016000 implements MigrationInterface {
  readonly name = 'TakeEveryStep1700000016000';

  async up(runner: QueryRunner): Promise<void> {
    await this.writeAsSystem(runner);
    await this.createFacts(runner);
    await this.createSignatures(runner);
    await this.createWords(runner);
    await this.createPolicies(runner);
    await this.readFacts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const team = `(SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])`;
    await runner.query(`
      DROP FUNCTION app.disclosure_facts(uuid); DROP FUNCTION app.freeze_disclosure(uuid);
      DROP TABLE disclosure_notice, disclosure_words, disclosure_cosign, disclosure_order, disclosure_signature,
        disclosure_hold, disclosure_fact;
      DROP INDEX disclosure_process_by_state;
      DROP POLICY system_steps ON disclosure_process; DROP POLICY system_steps ON disclosure_event;
      DROP POLICY system_steps ON disclosure_reason;
      DROP POLICY care_team ON disclosure_process; DROP POLICY care_team ON disclosure_event;
      ALTER TABLE disclosure_process DROP COLUMN state_since;
      CREATE POLICY care_team ON disclosure_process TO trellis_api, trellis_worker USING (${team}) WITH CHECK (${team});
      CREATE POLICY care_team ON disclosure_event TO trellis_api USING (${team}) WITH CHECK (${team});
      CREATE POLICY admin_schedules ON disclosure_event FOR INSERT TO trellis_api
        WITH CHECK ((SELECT app.is_clinic_admin()) AND event = 'schedule');
      CREATE POLICY records ON disclosure_reason FOR INSERT TO trellis_api WITH CHECK (${team});
      REVOKE ALL ON disclosure_event, disclosure_reason FROM trellis_worker;
      REVOKE INSERT, UPDATE ON disclosure_process FROM trellis_worker;
    `);
  }

  /** Nobody writes a step by hand any more, neither a member of the care team nor an admin. */
  private async writeAsSystem(runner: QueryRunner): Promise<void> {
    const team = `(SELECT app.actor_role()) = 'therapist' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])`;
    await runner.query(`
      -- A person may say no before anybody of the staff began.
      ALTER TABLE disclosure_process ALTER COLUMN opened_by DROP NOT NULL;
      ALTER TABLE disclosure_process ADD COLUMN state_since timestamptz DEFAULT now();
      UPDATE disclosure_process p SET state_since = coalesce((SELECT max(v.at) FROM disclosure_event v
        WHERE v.clinic_id = p.clinic_id AND v.process_id = p.id AND cardinality(v.refused_guards) = 0
          AND v.from_state <> v.to_state), p.opened_at);
      ALTER TABLE disclosure_process ALTER COLUMN state_since SET NOT NULL;
      CREATE INDEX disclosure_process_by_state ON disclosure_process (clinic_id, state_since, id) WHERE closed_at IS NULL;
      DROP POLICY care_team ON disclosure_process; DROP POLICY care_team ON disclosure_event;
      DROP POLICY admin_schedules ON disclosure_event; DROP POLICY records ON disclosure_reason;
      CREATE POLICY care_team ON disclosure_process FOR SELECT TO trellis_api, trellis_worker USING (${team});
      CREATE POLICY care_team ON disclosure_event FOR SELECT TO trellis_api USING (${team});
      GRANT SELECT, INSERT ON disclosure_process, disclosure_event, disclosure_reason TO trellis_worker;
      GRANT UPDATE (state, session_at, closed_at, version, state_since) ON disclosure_process TO trellis_api, trellis_worker;
    `);
  }

  /** Facts between steps are for the decision alone; what a reader may see of them the server says, case by case. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_fact (
        clinic_id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        ready_until timestamptz,
        recheck_at timestamptz,
        recheck_done_at timestamptz,
        session_ended_at timestamptz,
        verification_enabled boolean NOT NULL,
        verification_agreed boolean NOT NULL,
        turbulence_until date,
        completion text CHECK (completion IN ('full', 'partial')),
        joint_work_frozen boolean NOT NULL,
        sharing_frozen boolean NOT NULL,
        -- What a person goes on seeing until their therapist has told them that it will not go ahead.
        ended_from text,
        ended_session_at timestamptz,
        PRIMARY KEY (clinic_id, process_id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      INSERT INTO disclosure_fact (clinic_id, process_id, couple_id, verification_enabled, verification_agreed,
          joint_work_frozen, sharing_frozen)
        SELECT clinic_id, id, couple_id, false, false, false, false FROM disclosure_process;
      CREATE TABLE disclosure_hold (
        clinic_id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        reason_class text NOT NULL,
        set_by_kind text NOT NULL CHECK (set_by_kind IN ('staff', 'client', 'system')),
        set_by uuid,
        since timestamptz NOT NULL,
        resume_to text NOT NULL,
        PRIMARY KEY (clinic_id, process_id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, set_by) REFERENCES staff_member,
        CHECK ((set_by_kind = 'staff') = (set_by IS NOT NULL))
      );
    `);
  }

  /** What more than one of the staff has to agree to, each in a sign-in of their own. */
  private async createSignatures(runner: QueryRunner): Promise<void> {
    const ofProcess = `
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple`;
    await runner.query(`
      CREATE TABLE disclosure_signature (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('readiness', 'resume')),
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        signed_by uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        process_version integer NOT NULL,
        ended_at timestamptz,${ofProcess},
        FOREIGN KEY (clinic_id, signed_by) REFERENCES staff_member
      );
      CREATE UNIQUE INDEX disclosure_signature_ready ON disclosure_signature (clinic_id, process_id, side)
        WHERE ended_at IS NULL AND purpose = 'readiness';
      CREATE UNIQUE INDEX disclosure_signature_resume ON disclosure_signature (clinic_id, process_id, signed_by)
        WHERE ended_at IS NULL AND purpose = 'resume';
      CREATE TABLE disclosure_order (
        clinic_id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        session_at timestamptz NOT NULL,
        recheck_at timestamptz,
        ordered_by uuid NOT NULL,
        ordered_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, process_id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, ordered_by) REFERENCES staff_member
      );
      CREATE TABLE disclosure_cosign (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        event text NOT NULL CHECK (event IN ('waive', 'resume')),
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        co_signer uuid NOT NULL,
        signed_at timestamptz,
        ended_at timestamptz,${ofProcess},
        FOREIGN KEY (clinic_id, asked_by) REFERENCES staff_member,
        FOREIGN KEY (clinic_id, co_signer) REFERENCES staff_member,
        CHECK (asked_by <> co_signer)
      );
      CREATE UNIQUE INDEX disclosure_cosign_one ON disclosure_cosign (clinic_id, process_id, event, asked_by)
        WHERE ended_at IS NULL;
      CREATE INDEX disclosure_cosign_waiting ON disclosure_cosign (clinic_id, co_signer, asked_at DESC)
        WHERE ended_at IS NULL AND signed_at IS NULL;
    `);
  }

  /** Why a step was taken in the words of who took it, under the key of its side; and what both people are told. */
  private async createWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_words (
        clinic_id uuid NOT NULL,
        event_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP', 'JOINT')),
        owner_id uuid NOT NULL,
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, event_id),
        FOREIGN KEY (clinic_id, event_id) REFERENCES disclosure_event,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple
      );
      CREATE TABLE disclosure_notice (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        process_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('RP', 'BP')),
        words text NOT NULL CHECK (words IN ('not_at_this_time', 'scheduling_paused', 'session_cancelled')),
        made_at timestamptz NOT NULL,
        released_at timestamptz,
        released_by uuid,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, process_id) REFERENCES disclosure_process,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX disclosure_notice_by_person ON disclosure_notice (clinic_id, person_id, released_at DESC, id DESC);
      CREATE INDEX disclosure_notice_waiting ON disclosure_notice (clinic_id, process_id) WHERE released_at IS NULL;
    `);
  }

  private async createPolicies(runner: QueryRunner): Promise<void> {
    const therapist = `(SELECT app.actor_role()) = 'therapist'`;
    const team = `${therapist} AND couple_id = ANY ((SELECT app.my_couples())::uuid[])`;
    const ownSide = `${therapist} AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
      OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
      OR (side = 'JOINT' AND couple_id = ANY ((SELECT app.my_couples())::uuid[])))`;
    const glass = 'couple_id = ANY ((SELECT app.glass_couples())::uuid[])';
    for (const table of written) {
      await runner.query(`
        ${old.includes(table) ? '' : `CALL app.protect('${table}');`}
        CREATE POLICY system_steps ON ${table} TO trellis_api, trellis_worker
          USING ((SELECT app.actor_role()) = 'system') WITH CHECK ((SELECT app.actor_role()) = 'system');
        GRANT SELECT, INSERT ON ${table} TO trellis_api, trellis_worker;
      `);
    }
    for (const [table, who] of [
      ['disclosure_hold', ownSide],
      ['disclosure_words', ownSide],
      ['disclosure_notice', ownSide],
      ['disclosure_signature', team],
      ['disclosure_order', team],
    ] as const) {
      await runner.query(`
        CREATE POLICY reads ON ${table} FOR SELECT TO trellis_api USING (${who});
        CREATE POLICY emergency ON ${table} FOR SELECT TO trellis_api USING (${glass});
      `);
    }
    await runner.query(`
      CREATE POLICY admin_schedules ON disclosure_order FOR SELECT TO trellis_api USING ((SELECT app.is_clinic_admin()));
      CREATE POLICY both_signers ON disclosure_cosign FOR SELECT TO trellis_api
        USING ((${team}) OR (co_signer = (SELECT app.actor()) AND (SELECT app.actor_role()) IN ('therapist', 'supervisor')));
      CREATE POLICY own_notices ON disclosure_notice FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()) AND released_at IS NOT NULL);
      GRANT UPDATE ON disclosure_fact, disclosure_order TO trellis_api, trellis_worker;
      GRANT UPDATE (ended_at) ON disclosure_signature TO trellis_api, trellis_worker;
      GRANT UPDATE (signed_at, ended_at) ON disclosure_cosign TO trellis_api, trellis_worker;
      GRANT UPDATE (released_at, released_by) ON disclosure_notice TO trellis_api, trellis_worker;
      GRANT DELETE ON disclosure_hold, disclosure_order TO trellis_api, trellis_worker;
    `);
  }

  /** The one reading on which a step is decided. States, dates and ids of both sides, and for the system alone. */
  private async readFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.disclosure_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH c AS (SELECT k.id, k.secrets_policy, k.time_zone FROM couple k
            WHERE k.clinic_id = app.clinic() AND k.id = couple AND app.actor_role() = 'system'),
          p AS (SELECT d.* FROM disclosure_process d JOIN c ON d.clinic_id = app.clinic() AND d.couple_id = c.id
            ORDER BY d.closed_at IS NULL DESC, d.opened_at DESC, d.id DESC LIMIT 1)
        SELECT jsonb_build_object(
          'zone', c.time_zone, 'policy', c.secrets_policy,
          'process', (SELECT to_jsonb(p) FROM p),
          'fact', (SELECT to_jsonb(f) FROM disclosure_fact f JOIN p ON f.clinic_id = p.clinic_id AND f.process_id = p.id),
          'hold', (SELECT to_jsonb(h) FROM disclosure_hold h JOIN p ON h.clinic_id = p.clinic_id AND h.process_id = p.id),
          'order', (SELECT to_jsonb(o) FROM disclosure_order o JOIN p ON o.clinic_id = p.clinic_id AND o.process_id = p.id),
          'signatures', (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', s.purpose, 'side', s.side,
              'by', s.signed_by, 'at', s.signed_at) ORDER BY s.signed_at, s.id), '[]')
            FROM disclosure_signature s JOIN p ON s.clinic_id = p.clinic_id AND s.process_id = p.id AND s.ended_at IS NULL),
          'coSigners', (SELECT coalesce(jsonb_agg(jsonb_build_object('event', g.event, 'askedBy', g.asked_by,
              'coSigner', g.co_signer)), '[]') FROM disclosure_cosign g JOIN p ON g.clinic_id = p.clinic_id
            AND g.process_id = p.id AND g.ended_at IS NULL AND g.signed_at IS NOT NULL),
          'lastEventAt', (SELECT max(v.at) FROM disclosure_event v JOIN p ON v.clinic_id = p.clinic_id
            AND v.process_id = p.id AND cardinality(v.refused_guards) = 0),
          'team', (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', a.staff_id, 'side', a.side, 'lead', a.lead)
              ORDER BY a.from_at, a.id), '[]') FROM care_assignment a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = c.id
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())),
          'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', e.person_id, 'side', e.side,
              'enrolled', e.enrolled_at IS NOT NULL, 'policySigned', EXISTS (SELECT FROM consent k
                WHERE k.clinic_id = e.clinic_id AND k.person_id = e.person_id AND k.kind = 'secrets_policy'
                  AND k.withdrawn_at IS NULL)) ORDER BY e.side DESC, e.id), '[]')
            FROM enrolment e WHERE e.clinic_id = app.clinic() AND e.couple_id = c.id))
        FROM c $$;
      REVOKE ALL ON FUNCTION app.disclosure_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.disclosure_facts(uuid) TO trellis_api, trellis_worker;
      -- A process that was stopped takes back what the two people had shared with each other.
      CREATE FUNCTION app.freeze_disclosure(couple uuid) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE release r SET held = true, version = r.version + 1
          WHERE r.clinic_id = app.clinic() AND r.couple_id = couple AND r.state <> 'revoked' AND NOT r.held
            AND app.actor_role() = 'system' $$;
      REVOKE ALL ON FUNCTION app.freeze_disclosure(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.freeze_disclosure(uuid) TO trellis_api, trellis_worker;
    `);
  }
}

const old: readonly string[] = ['disclosure_process', 'disclosure_event', 'disclosure_reason'];
const written = [
  ...[...old, 'disclosure_fact', 'disclosure_hold', 'disclosure_signature', 'disclosure_order'],
  ...['disclosure_cosign', 'disclosure_words', 'disclosure_notice'],
];
