import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists of a disclosure look rows up by, where no index of the tables' own begins with it. */
export class IndexDisclosure1700000028000 implements MigrationInterface {
  readonly name = 'IndexDisclosure1700000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX question_advice_by_couple ON question_advice (clinic_id, couple_id);
      CREATE INDEX question_advice_by_person ON question_advice (clinic_id, person_id);
      CREATE INDEX disclosure_signature_by_process ON disclosure_signature (clinic_id, process_id)
        WHERE ended_at IS NULL;
    `);
    await this.narrowLetters(runner);
  }

  /** What the narrowed functions answer is what they answered before: they stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX question_advice_by_couple; DROP INDEX question_advice_by_person;
      DROP INDEX disclosure_signature_by_process;
    `);
  }

  /** Which side is asked for depends on the letter, so that every letter of the clinic was read: the asker's couples first. */
  private async narrowLetters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.open_letters() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.id), '{}') FROM letter l
          WHERE l.clinic_id = app.clinic() AND l.sealed_at IS NULL AND l.destroyed_at IS NULL AND l.revision > 0
            AND l.couple_id = ANY ((SELECT app.my_couples())::uuid[])
            AND NOT app.passing_stopped(l.clinic_id, l.couple_id)
            AND l.couple_id = ANY (app.my_couples(CASE l.side WHEN 'RP' THEN 'BP' ELSE 'RP' END))
            AND ((app.actor_role() = 'therapist' AND l.released_revision = l.revision)
              OR (app.actor_role() IN ('therapist', 'client') AND EXISTS (SELECT FROM letter_reading r
                WHERE r.clinic_id = l.clinic_id AND r.couple_id = l.couple_id AND r.kind = l.kind AND r.ended_at IS NULL))) $$;
      CREATE OR REPLACE FUNCTION app.my_letter_keys() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.id), '{}') FROM letter l
          WHERE l.clinic_id = app.clinic() AND l.destroyed_at IS NULL
            AND l.couple_id = ANY ((SELECT app.my_couples())::uuid[])
            AND ((app.actor_role() = 'client' AND l.person_id = app.actor())
              OR (app.actor_role() = 'therapist' AND l.sealed_at IS NULL AND l.couple_id = ANY (app.my_couples(l.side)))
              OR l.id = ANY ((SELECT app.open_letters())::uuid[])) $$;
    `);
  }
}
