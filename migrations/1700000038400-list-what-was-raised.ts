import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was raised and waits, over all couples of a therapist, and that something waits for a colleague they cover. */
export class ListWhatWasRaised1700000038400 implements MigrationInterface {
  readonly name = 'ListWhatWasRaised1700000038400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX aftercare_alert_open ON aftercare_alert (clinic_id, couple_id, raised_at, id)
        INCLUDE (side, kind, about) WHERE acknowledged_at IS NULL;

      -- Whether the contact that an alert asks for is on record by now, whoever made it: nobody is sent after it.
      CREATE FUNCTION app.alert_settled(of_side text, kind text, about text) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT CASE
          WHEN about !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN false
          WHEN kind = 'departure_missing' THEN EXISTS (SELECT FROM aftercare_contact k
            WHERE k.clinic_id = app.clinic() AND k.period_id = about::uuid AND k.side = of_side
              AND k.contact = 'departure')
          WHEN kind IN ('contact_due', 'contact_missing') THEN EXISTS (SELECT FROM aftercare_task t
            JOIN aftercare_contact k ON k.clinic_id = t.clinic_id AND k.period_id = t.period_id
              AND k.side = of_side AND k.contact = split_part(t.item, '.', 1)
            WHERE t.clinic_id = app.clinic() AND t.id = about::uuid)
          ELSE false END $$;

      -- For whoever stands in now: that something urgent waits with a couple, for whom, since when. Not what.
      CREATE FUNCTION app.covered_alerts(urgent text[]) RETURNS TABLE (couple_id uuid, couple_name text, staff_name text,
          time_zone text, since timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT c.id, c.name, s.name, c.time_zone, min(a.raised_at) FROM cover v
          JOIN staff_member s ON s.clinic_id = v.clinic_id AND s.id = v.staff_id
          JOIN care_assignment g ON g.clinic_id = v.clinic_id AND g.staff_id = v.staff_id
            AND g.from_at <= app.now() AND (g.to_at IS NULL OR g.to_at > app.now())
          JOIN aftercare_alert a ON a.clinic_id = g.clinic_id AND a.couple_id = g.couple_id
            AND a.side IN (g.side, 'JOINT') AND a.acknowledged_at IS NULL AND a.kind = ANY (urgent)
          JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id AND c.status <> 'closed'
          WHERE v.clinic_id = app.clinic() AND v.covered_by = app.actor() AND app.actor_role() = 'therapist'
            AND v.cancelled_at IS NULL AND v.from_at <= app.now() AND v.to_at > app.now()
            AND NOT app.alert_settled(a.side, a.kind, a.about)
          GROUP BY c.id, c.name, c.time_zone, s.id, s.name ORDER BY min(a.raised_at), c.id LIMIT 50 $$;
      REVOKE ALL ON FUNCTION app.alert_settled(text, text, text), app.covered_alerts(text[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.alert_settled(text, text, text), app.covered_alerts(text[]) TO trellis_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.covered_alerts(text[]); DROP FUNCTION app.alert_settled(text, text, text);
      DROP INDEX aftercare_alert_open;
    `);
  }
}
