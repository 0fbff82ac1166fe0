import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever joins a care team after its session was booked is expected there too, and whoever has left is not. A time at
 * which somebody is booked elsewhere stays theirs: the team is joined, and the hour is for people to settle.
 */
export class BookWhoJoins1700000036100 implements MigrationInterface {
  readonly name = 'BookWhoJoins1700000036100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.follow_care_team() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
          IF TG_OP = 'UPDATE' THEN
            DELETE FROM appointment_participant p WHERE p.clinic_id = NEW.clinic_id AND p.couple_id = NEW.couple_id
              AND p.staff_id = NEW.staff_id AND p.live AND p.attendance = 'expected' AND NEW.to_at <= app.now()
              AND NOT EXISTS (SELECT FROM care_assignment a WHERE a.clinic_id = NEW.clinic_id AND a.couple_id = NEW.couple_id
                AND a.staff_id = NEW.staff_id AND a.id <> NEW.id AND (a.to_at IS NULL OR a.to_at > app.now()));
            RETURN NULL;
          END IF;
          IF NEW.to_at IS NOT NULL AND NEW.to_at <= app.now() THEN RETURN NULL; END IF;
          INSERT INTO appointment_participant (clinic_id, id, appointment_id, couple_id, starts_at, ends_at, live, staff_id,
              person_id, arrive_at, attendance)
            SELECT a.clinic_id, gen_random_uuid(), a.id, a.couple_id, a.starts_at, a.ends_at, true, NEW.staff_id, NULL,
                a.starts_at, 'expected'
              FROM appointment a WHERE a.clinic_id = NEW.clinic_id AND a.couple_id = NEW.couple_id AND a.live
            ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$;
      REVOKE ALL ON FUNCTION app.follow_care_team() FROM PUBLIC;
      CREATE TRIGGER follow_care_team AFTER INSERT OR UPDATE OF to_at ON care_assignment
        FOR EACH ROW EXECUTE FUNCTION app.follow_care_team();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TRIGGER follow_care_team ON care_assignment; DROP FUNCTION app.follow_care_team();',
    );
  }
}
