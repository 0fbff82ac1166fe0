import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What behaviour is counted from beside exercises and slips: days of sessions, and what became of each place. Neither
 * hours nor kinds of work cross the sides here, and nothing that was not marked.
 */
export class CountSessions1700000039200 implements MigrationInterface {
  readonly name = 'CountSessions1700000039200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.sessions_of(couple uuid)
        RETURNS TABLE (kind text, side text, held_on date, places jsonb, moved_to date)
        LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
        SELECT a.kind, a.side, (a.starts_at AT TIME ZONE c.time_zone)::date,
            jsonb_object_agg(e.side, q.attendance), max(q.moved_to)
          FROM appointment a JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
          JOIN appointment_participant q ON q.clinic_id = a.clinic_id AND q.appointment_id = a.id
          JOIN enrolment e ON e.clinic_id = q.clinic_id AND e.couple_id = q.couple_id AND e.person_id = q.person_id
          WHERE a.clinic_id = app.clinic() AND a.couple_id = $1 AND a.kind NOT IN ('disclosure', 'team')
            AND NOT a.clash AND q.attendance <> 'expected'
          GROUP BY a.id, a.kind, a.side, a.starts_at, c.time_zone
          HAVING count(*) = CASE a.side WHEN 'JOINT' THEN 2 ELSE 1 END
          ORDER BY 3, a.id $$;
      CREATE FUNCTION app.counted_sessions(couple uuid)
        RETURNS TABLE (kind text, side text, held_on date, places jsonb, moved_to date)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT s.* FROM app.sessions_of($1) s
          WHERE (app.actor_role() = 'therapist' AND $1 = ANY (app.my_couples())) OR $1 = ANY (app.glass_couples()) $$;
      REVOKE ALL ON FUNCTION app.sessions_of(uuid), app.counted_sessions(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.counted_sessions(uuid) TO trellis_api;
    `);
    await runner.query(rewritten(before, sessions + before));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(sessions + before, before));
    await runner.query(`
      DROP FUNCTION app.counted_sessions(uuid); DROP FUNCTION app.sessions_of(uuid);
    `);
  }
}

const before = `'disclosureAt', (SELECT`;
const sessions = `'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'side', h.side,
            'on', h.held_on, 'places', h.places, 'movedTo', h.moved_to)), '[]') FROM app.sessions_of(c.id) h),
          `;

/** What the rules look at, with a piece of its text replaced; everything else stays as it is. */
function rewritten(from: string, to: string): string {
  return `DO $do$ DECLARE source text; BEGIN
    SELECT pg_get_functiondef('app.couple_measures(uuid)'::regprocedure) INTO STRICT source;
    IF position($t$${from}$t$ IN source) = 0 THEN RAISE EXCEPTION 'nothing to replace in app.couple_measures'; END IF;
    EXECUTE replace(source, $t$${from}$t$, $t$${to}$t$);
  END $do$;`;
}
