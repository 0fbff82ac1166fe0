import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownSide, sideTherapists, therapists } from './who-asks.js';

const actor = '(SELECT app.actor())';
const admin = '(SELECT app.is_clinic_admin())';
const joint = `(side = 'JOINT' AND ${therapists()})`;
/** Who may act between the walls of one couple, by the parameter `couple` of a function. */
const ofCouple = `(app.actor_role() IN ('therapist', 'client') AND couple = ANY (app.my_couples()))`;

/** The walls of stage gates, and what crosses them for a decision: answers, days, counts and states, never a word. */
export class GuardStageGates1700000031100 implements MigrationInterface {
  readonly name = 'GuardStageGates1700000031100';

  async up(runner: QueryRunner): Promise<void> {
    await this.guardGates(runner);
    await this.guardSigning(runner);
    await this.guardFacts(runner);
    await this.guardPauses(runner);
    await this.createLocks(runner);
    await this.createActs(runner);
    await this.createFacts(runner);
    await this.scrub(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.stage_gate_facts(uuid); DROP FUNCTION app.own_gates(uuid); DROP FUNCTION app.lock_facts(uuid);
      DROP FUNCTION app.pause_touch(uuid, uuid, timestamptz); DROP FUNCTION app.step_back(uuid, integer, timestamptz, date);
      CREATE OR REPLACE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_words(clinic, person);
          PERFORM app.scrub_preparation(clinic, person);
          PERFORM app.scrub_record(clinic, person);
        END $$;
      DROP FUNCTION app.scrub_stage_gates(uuid, uuid);
      ${hiddenWith('')}
    `);
    const policies = (await runner.query(
      `SELECT policyname AS name, tablename AS table FROM pg_policies
        WHERE tablename = ANY ($1) AND policyname NOT IN ('tenant', 'owner_all')`,
      [guarded],
    )) as { name: string; table: string }[];
    for (const { name, table } of policies) await runner.query(`DROP POLICY ${name} ON ${table}`);
    await runner.query(`REVOKE ALL ON ${guarded.join(', ')} FROM trellis_api`);
  }

  /** The office sees states and days; who closed and why stands on the side that it came from. */
  private async guardGates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY team ON stage_gate FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY office ON stage_gate FOR SELECT TO trellis_api USING (${admin});
      CREATE POLICY team_opens ON stage_gate FOR INSERT TO trellis_api
        WITH CHECK (${therapists()} AND opened_by = ${actor} AND closed_at IS NULL);
      CREATE POLICY team_ends ON stage_gate FOR UPDATE TO trellis_api USING (${therapists()});
      CREATE POLICY own_side ON gate_finding FOR SELECT TO trellis_api USING (${sideTherapists} OR ${joint});
      CREATE POLICY team_records ON gate_finding FOR INSERT TO trellis_api WITH CHECK (${therapists()});
      CREATE POLICY own_side ON gate_closing FOR SELECT TO trellis_api USING (${sideTherapists} OR ${joint});
      CREATE POLICY closes ON gate_closing FOR INSERT TO trellis_api WITH CHECK (closed_by = ${actor}
        AND ((closed_by_kind = 'staff' AND (${sideTherapists} OR ${joint}))
          OR (closed_by_kind = 'client' AND reason_sealed IS NULL AND (SELECT app.actor_role()) = 'client'
            AND ((side = 'RP' AND couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
              OR (side = 'BP' AND couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))))));
      GRANT SELECT, INSERT ON stage_gate, gate_finding, gate_closing TO trellis_api;
      GRANT UPDATE (closed_at) ON stage_gate TO trellis_api;
    `);
  }

  private async guardSigning(runner: QueryRunner): Promise<void> {
    const holdsJoint = `(side = 'JOINT' AND (SELECT app.actor_role()) = 'therapist'
      AND couple_id = ANY ((SELECT app.my_couples('JOINT'))::uuid[]))`;
    await runner.query(`
      CREATE POLICY own ON gate_agreement FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY own_says ON gate_agreement FOR INSERT TO trellis_api WITH CHECK (${ownSide} AND withdrawn_at IS NULL);
      CREATE POLICY own_takes_back ON gate_agreement FOR UPDATE TO trellis_api USING (${ownSide});
      CREATE POLICY own_side ON gate_agreement FOR SELECT TO trellis_api USING (${sideTherapists});
      CREATE POLICY team ON gate_signature FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY signs ON gate_signature FOR INSERT TO trellis_api
        WITH CHECK (signed_by = ${actor} AND (${sideTherapists} OR ${holdsJoint}));
      GRANT SELECT, INSERT ON gate_agreement, gate_signature TO trellis_api;
      GRANT UPDATE (withdrawn_at) ON gate_agreement TO trellis_api;
    `);
  }

  private async guardFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY own_side ON gate_fact FOR SELECT TO trellis_api USING (${sideTherapists} OR ${joint});
      CREATE POLICY own_side_records ON gate_fact FOR INSERT TO trellis_api
        WITH CHECK (recorded_by = ${actor} AND (${sideTherapists} OR ${joint}));
      CREATE POLICY own ON safety_index FOR SELECT TO trellis_api USING (${ownSide});
      CREATE POLICY own_gives ON safety_index FOR INSERT TO trellis_api WITH CHECK (${ownSide});
      CREATE POLICY own_side ON safety_index FOR SELECT TO trellis_api USING (${sideTherapists});
      GRANT SELECT, INSERT ON gate_fact, safety_index TO trellis_api;
    `);
  }

  /** People learn of a pause by one sentence and see no row of it. */
  private async guardPauses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY team ON touch_pause FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY team_lifts ON touch_pause FOR UPDATE TO trellis_api USING (${therapists()})
        WITH CHECK (lifted_by = ${actor});
      CREATE POLICY own_side ON touch_signal FOR SELECT TO trellis_api USING (${sideTherapists});
      CREATE POLICY own_signals ON touch_signal FOR INSERT TO trellis_api WITH CHECK (${ownSide});
      CREATE POLICY own_side_logs ON touch_signal FOR INSERT TO trellis_api
        WITH CHECK (${sideTherapists} AND trigger = 'slip_logged');
      GRANT SELECT ON touch_pause TO trellis_api;
      GRANT UPDATE (lifted_at, lifted_by) ON touch_pause TO trellis_api;
      GRANT SELECT, INSERT ON touch_signal TO trellis_api;
    `);
  }

  /** What locks of exercises rest on, for the two people and their therapists: states, and the side a concern is on. */
  private async createLocks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.lock_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN ${ofCouple} OR app.actor_role() = 'system' THEN jsonb_build_object(
          'stage', (SELECT c.stage FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = couple),
          'gateReviewOn', (SELECT g.review_on FROM stage_gate g WHERE g.clinic_id = app.clinic() AND g.couple_id = couple
            AND g.to_stage = 3 AND g.closed_at IS NULL),
          'touchSuspended', EXISTS (SELECT FROM touch_pause t WHERE t.clinic_id = app.clinic() AND t.couple_id = couple
            AND t.lifted_at IS NULL),
          'holds', (SELECT coalesce(jsonb_agg(DISTINCT h.side), '[]') FROM disclosure_hold h
              JOIN disclosure_process p ON p.clinic_id = h.clinic_id AND p.id = h.process_id AND p.state = 'ON_HOLD'
            WHERE h.clinic_id = app.clinic() AND h.couple_id = couple),
          'findings', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', r.side, 'topic', coalesce(r.topic, r.kind),
              'outcome', r.outcome)), '[]')
            FROM (SELECT DISTINCT ON (x.side, x.kind, x.topic) x.* FROM readiness_record x
              WHERE x.clinic_id = app.clinic() AND x.couple_id = couple AND (x.kind = 'risk_screen'
                OR x.topic IN ('violence_or_fear', 'acute_risk_to_self', 'acute_risk_to_other'))
              -- Of two findings on one day the one that found it present counts.
              ORDER BY x.side, x.kind, x.topic, x.on_day DESC, (x.outcome = 'present') DESC, x.recorded_at DESC, x.id) r),
          'disclosure', (SELECT p.state FROM disclosure_process p WHERE p.clinic_id = app.clinic() AND p.couple_id = couple
            ORDER BY p.closed_at IS NULL DESC, p.opened_at DESC LIMIT 1)) END $$;
      REVOKE ALL ON FUNCTION app.lock_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.lock_facts(uuid) TO trellis_api;
    `);
  }

  /** Acts of one that hold for both: a pause of touch, and the way back. Neither leaves behind whose it was. */
  private async createActs(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.pause_touch(couple uuid, fresh uuid, at timestamptz) RETURNS uuid
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO touch_pause (clinic_id, id, couple_id, since, last_signal_at)
          SELECT c.clinic_id, fresh, c.id, at, at FROM couple c
            WHERE c.clinic_id = app.clinic() AND c.id = couple AND c.stage = 3 AND ${ofCouple}
          ON CONFLICT (clinic_id, couple_id) WHERE lifted_at IS NULL
            DO UPDATE SET last_signal_at = greatest(touch_pause.last_signal_at, excluded.last_signal_at)
          RETURNING id $$;
      CREATE FUNCTION app.step_back(couple uuid, stage_to integer, at timestamptz, today date) RETURNS uuid[]
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH moved AS (
          UPDATE couple c SET stage = stage_to, stage_since = today, version = c.version + 1
            WHERE c.clinic_id = app.clinic() AND c.id = couple AND c.stage > stage_to AND ${ofCouple}
            RETURNING c.clinic_id, c.id),
        lifted AS (
          UPDATE touch_pause t SET lifted_at = at FROM moved m
            WHERE t.clinic_id = m.clinic_id AND t.couple_id = m.id AND t.lifted_at IS NULL),
        closed AS (
          UPDATE stage_gate g SET closed_at = at FROM moved m
            WHERE g.clinic_id = m.clinic_id AND g.couple_id = m.id AND g.to_stage > stage_to AND g.closed_at IS NULL
            RETURNING g.id)
        SELECT CASE WHEN EXISTS (SELECT FROM moved) THEN ARRAY(SELECT id FROM closed ORDER BY id) END $$;
      -- For a person: when each gate last closed, and whether it stands. Never by whom.
      CREATE FUNCTION app.own_gates(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('to', g.to_stage, 'open', g.standing, 'closedAt', g.closed_at)), '[]')
          FROM (SELECT x.to_stage, bool_or(x.closed_at IS NULL) AS standing, max(x.closed_at) AS closed_at FROM stage_gate x
            WHERE x.clinic_id = app.clinic() AND x.couple_id = couple AND ${ofCouple} GROUP BY x.to_stage) g $$;
      REVOKE ALL ON FUNCTION app.own_gates(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.own_gates(uuid) TO trellis_api;
      REVOKE ALL ON FUNCTION app.pause_touch(uuid, uuid, timestamptz), app.step_back(uuid, integer, timestamptz, date)
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.pause_touch(uuid, uuid, timestamptz), app.step_back(uuid, integer, timestamptz, date)
        TO trellis_api;
    `);
  }

  /** Everything a criterion is judged by, of both sides, for a therapist of the couple; the server decides what is shown. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    const mine = (table: string): string =>
      `${table}.clinic_id = app.clinic() AND ${table}.couple_id = couple`;
    const rating = (
      source: string,
      predictor: string,
    ): string => `(SELECT jsonb_build_object('sum', r.item_sum,
            'answered', r.answered) FROM predictor_rating r WHERE ${mine('r')} AND r.source = '${source}'
            AND r.predictor = '${predictor}' AND r.answered > 0
            AND r.rater_id = ANY (app.measurement_consented()) ORDER BY r.window_ends_on DESC LIMIT 1)`;
    await runner.query(`
      CREATE FUNCTION app.stage_gate_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE WHEN app.actor_role() = 'therapist' AND couple = ANY (app.my_couples()) THEN jsonb_build_object(
          'agreements', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', a.side, 'to', a.to_stage, 'answer', a.answer,
              'canSayNo', a.can_say_no, 'alone', a.given_alone, 'at', a.answered_at, 'withdrawnAt', a.withdrawn_at)), '[]')
            FROM (SELECT DISTINCT ON (y.side, y.to_stage) y.* FROM gate_agreement y WHERE ${mine('y')}
              ORDER BY y.side, y.to_stage, y.number DESC) a),
          'facts', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', f.side, 'kind', f.kind, 'outcome', f.outcome,
              'amounts', f.amounts, 'on', f.on_day, 'comparedWith', f.compared_with, 'at', f.recorded_at)
              ORDER BY f.on_day DESC, f.recorded_at DESC, f.id), '[]')
            FROM (SELECT * FROM gate_fact z WHERE ${mine('z')} ORDER BY z.on_day DESC, z.recorded_at DESC, z.id LIMIT 1000) f),
          'index', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', i.side, 'week', i.week, 'sum', i.item_sum,
              'answered', i.answered, 'alarm', i.alarm) ORDER BY i.week), '[]') FROM safety_index i WHERE ${mine('i')}),
          'signals', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'trigger', s.trigger, 'at', s.at)), '[]')
            FROM touch_signal s WHERE ${mine('s')}),
          'findings', (SELECT coalesce(jsonb_agg(jsonb_build_object('side', r.side, 'kind', r.kind, 'topic', r.topic,
              'outcome', r.outcome, 'on', r.on_day) ORDER BY r.on_day, r.recorded_at, r.id), '[]')
            FROM readiness_record r WHERE ${mine('r')} AND (r.kind = 'risk_screen'
              OR r.topic IN ('violence_or_fear', 'acute_risk_to_self', 'acute_risk_to_other'))),
          'hold', EXISTS (SELECT FROM disclosure_hold h JOIN disclosure_process p ON p.clinic_id = h.clinic_id
              AND p.id = h.process_id AND p.closed_at IS NULL WHERE ${mine('h')})
            OR EXISTS (SELECT FROM couple c WHERE c.clinic_id = app.clinic() AND c.id = couple AND c.status <> 'active'),
          'disclosure', (SELECT p.state FROM disclosure_process p WHERE ${mine('p')}
            ORDER BY p.closed_at IS NULL DESC, p.opened_at DESC LIMIT 1),
          'completion', (SELECT d.completion FROM disclosure_fact d JOIN disclosure_process p ON p.clinic_id = d.clinic_id
              AND p.id = d.process_id WHERE ${mine('d')} ORDER BY p.closed_at IS NULL DESC, p.opened_at DESC LIMIT 1),
          'sessionEndedAt', (SELECT max(e.ended_at) FROM aftercare_period e WHERE ${mine('e')}),
          'asked', EXISTS (SELECT FROM slip_inquiry q WHERE ${mine('q')}),
          'slip', (SELECT jsonb_build_object('at', s.slip_at, 'therapistToldAt', s.therapist_told_at, 'partner', s.partner,
              'partnerAt', s.partner_at) FROM slip s WHERE ${mine('s')} AND s.kind = 'slip' AND s.level <> 'near_slip'
            ORDER BY s.slip_at DESC, s.id DESC LIMIT 1),
          'untold', EXISTS (SELECT FROM slip s WHERE ${mine('s')} AND s.level IS DISTINCT FROM 'near_slip'
              AND s.partner IN ('not_yet', 'with_therapist_planned'))
            OR EXISTS (SELECT FROM correction x WHERE ${mine('x')} AND x.met_at IS NULL),
          'checkIns', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', t.due_on, 'dueAt', t.due_at,
              'submittedAt', t.submitted_at, 'skipped', t.state = 'skipped')), '[]')
            FROM (SELECT * FROM homework_task h WHERE ${mine('h')} AND h.template_code = 'R01'
              ORDER BY h.due_on DESC LIMIT 120) t),
          'talks', (SELECT coalesce(jsonb_agg(DISTINCT t.due_on), '[]') FROM homework_task t WHERE ${mine('t')}
            AND t.template_code = 'C01' AND t.submitted_at IS NOT NULL),
          'transparency', ${rating('B', 'CT')},
          'empathyRP', ${rating('R', 'ED')},
          'empathyBP', ${rating('B', 'ED')},
          'jointTherapist', EXISTS (SELECT FROM care_assignment k WHERE ${mine('k')} AND k.side = 'JOINT'
            AND k.from_at <= app.now() AND (k.to_at IS NULL OR k.to_at > app.now()))) END $$;
      REVOKE ALL ON FUNCTION app.stage_gate_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.stage_gate_facts(uuid) TO trellis_api;
    `);
  }

  private async scrub(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.scrub_stage_gates(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          UPDATE gate_fact f SET note_sealed = NULL WHERE f.clinic_id = clinic AND f.key_owner_id = person;
          UPDATE gate_closing g SET reason_sealed = NULL WHERE g.clinic_id = clinic AND g.key_owner_id = person;
          DELETE FROM gate_agreement a WHERE a.clinic_id = clinic AND a.person_id = person;
          DELETE FROM safety_index i WHERE i.clinic_id = clinic AND i.person_id = person;
          DELETE FROM touch_signal s WHERE s.clinic_id = clinic AND s.person_id = person;
        END $$;
      CREATE OR REPLACE FUNCTION app.scrub_person(clinic uuid, person uuid) RETURNS void
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN
          PERFORM app.scrub_words(clinic, person);
          PERFORM app.scrub_preparation(clinic, person);
          PERFORM app.scrub_stage_gates(clinic, person);
          PERFORM app.scrub_record(clinic, person);
        END $$;
      REVOKE ALL ON FUNCTION app.scrub_stage_gates(uuid, uuid) FROM PUBLIC;
      -- Answers, the index and pauses are nobody's business in the office; that a gate opened is.
      ${hiddenWith(`action LIKE 'gate\\_answer.%' OR action LIKE 'safety\\_index.%' OR action LIKE 'touch.%'
          OR action LIKE 'gate\\_fact.%' OR action LIKE 'gate\\_closing.%' OR`)}
    `);
  }
}

const guarded = [
  'stage_gate',
  'gate_finding',
  'gate_closing',
  'gate_agreement',
  'gate_signature',
  'gate_fact',
  'safety_index',
  'touch_pause',
  'touch_signal',
] as const;

/** What the office is not shown of the record of acts: what stood there before, and `more`. */
function hiddenWith(more: string): string {
  return `CREATE OR REPLACE FUNCTION app.hidden_from_office(action text, decision text) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT ${more} action LIKE 'safety.%' OR action LIKE 'slip.%' OR action LIKE 'correction.%' OR action LIKE 'questions.%'
          OR action LIKE 'letter.%' OR (decision = 'allowed' AND (action LIKE 'psychotherapy\\_note.%'
            OR (action LIKE 'disclosure\\_document.%'
              AND action NOT IN ('disclosure_document.destroy', 'disclosure_document.sign_destruction'))
            OR action LIKE 'disclosure\\_consent.%'
            OR action IN ('disclosure_words.read', 'disclosure.verification', 'disclosure.notice', 'disclosure.session',
              'session_plan.read', 'readiness.assess',
              'readiness.record', 'readiness.mark', 'readiness.cosign', 'account.device_shared', 'account.device_own',
              'account.link_wanted'))) $$;`;
}
