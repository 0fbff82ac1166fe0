import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for every rhythm: the day on which an exercise opens, several places in one week, and a next place for what is
 * done when it is needed.
 */
export class WidenHomework1700000024000 implements MigrationInterface {
  readonly name = 'WidenHomework1700000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE homework_task ADD COLUMN opens_on date, ADD COLUMN occurrence smallint;
      UPDATE homework_task SET opens_on = due_on, occurrence = 1;
      ALTER TABLE homework_task ALTER COLUMN opens_on SET NOT NULL, ALTER COLUMN occurrence SET NOT NULL,
        ADD CHECK (opens_on <= due_on), ADD CHECK (occurrence > 0);
      DO $$ DECLARE found text; BEGIN
        SELECT conname INTO STRICT found FROM pg_constraint WHERE conrelid = 'homework_task'::regclass AND contype = 'u';
        EXECUTE format('ALTER TABLE homework_task DROP CONSTRAINT %I', found);
      END $$;
      ALTER TABLE homework_task ADD CONSTRAINT homework_task_once
        UNIQUE (clinic_id, couple_id, person_id, template_code, due_on, occurrence);
    `);
    await this.repeat(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.repeat_task(uuid, uuid, date);
      ALTER TABLE homework_task DROP CONSTRAINT homework_task_once;
      ALTER TABLE homework_task ADD UNIQUE (clinic_id, couple_id, person_id, template_code, due_on);
      ALTER TABLE homework_task DROP COLUMN opens_on, DROP COLUMN occurrence;
    `);
  }

  /**
   * The next place of an exercise that its person has just handed in, as long as the time agreed for it lasts. People
   * may not add tasks themselves; this adds one like their own and nothing else.
   */
  private async repeat(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.repeat_task(task uuid, fresh uuid, today date) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version,
            privacy, state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, risk_raised, version)
          SELECT t.clinic_id, fresh, t.couple_id, t.person_id, t.compartment, t.template_code, t.template_version,
              t.privacy, 'assigned', t.opens_on, t.due_on, t.due_at, t.occurrence + 1, t.assigned_by, t.assigned_at,
              false, 1
            FROM homework_task t
            WHERE t.clinic_id = app.clinic() AND t.id = task AND app.actor_role() = 'client'
              AND t.person_id = app.actor() AND t.state = 'submitted' AND t.due_on >= today
          ON CONFLICT DO NOTHING $$;
      REVOKE ALL ON FUNCTION app.repeat_task(uuid, uuid, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.repeat_task(uuid, uuid, date) TO trellis_api;
    `);
  }
}
