import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayAsk, own } from './who-asks.js';

/**
 * Each disclosure has a list of its own. As another one opens, what was released for the one before is put away: its
 * author keeps it, and nothing of it goes over to the other side again.
 */
export class PutQuestionsAway1700000038410 implements MigrationInterface {
  readonly name = 'PutQuestionsAway1700000038410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE question_list ADD COLUMN put_away_at timestamptz, DROP CONSTRAINT question_list_pkey,
        ADD PRIMARY KEY (clinic_id, couple_id, released_at);
      -- One list that counts: a second batch finds it taken.
      CREATE UNIQUE INDEX question_list_current ON question_list (clinic_id, couple_id) WHERE put_away_at IS NULL;
      ALTER TABLE disclosure_question ADD COLUMN put_away_at timestamptz;

      CREATE FUNCTION app.put_questions_away() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      BEGIN
        -- What was written before the first disclosure belongs to it.
        IF NOT EXISTS (SELECT FROM disclosure_process p WHERE p.clinic_id = NEW.clinic_id
            AND p.couple_id = NEW.couple_id AND p.id <> NEW.id) THEN
          RETURN NEW;
        END IF;
        UPDATE question_list l SET put_away_at = NEW.opened_at WHERE l.clinic_id = NEW.clinic_id
          AND l.couple_id = NEW.couple_id AND l.put_away_at IS NULL;
        UPDATE disclosure_question q SET put_away_at = NEW.opened_at, edit_open = false, version = q.version + 1
          WHERE q.clinic_id = NEW.clinic_id AND q.couple_id = NEW.couple_id AND q.put_away_at IS NULL
            AND q.status IN ('released', 'withdrawn');
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION app.put_questions_away() FROM PUBLIC;
      CREATE TRIGGER put_questions_away AFTER INSERT ON disclosure_process
        FOR EACH ROW EXECUTE FUNCTION app.put_questions_away();
    `);
    await runner.query(`
      CREATE POLICY not_put_away ON disclosure_question AS RESTRICTIVE FOR UPDATE TO trellis_api
        USING (put_away_at IS NULL);
    `);
    await this.walls(runner, 'AND put_away_at IS NULL', 'AND l.put_away_at IS NULL');
    await this.facts(runner, 'AND l.put_away_at IS NULL', 'AND q.put_away_at IS NULL');
  }

  /** Lists that were put away have no place in the table as it was before. */
  async down(runner: QueryRunner): Promise<void> {
    await this.facts(runner, '', '');
    await this.walls(runner, '', '');
    await runner.query(`
      DROP POLICY not_put_away ON disclosure_question;
      DROP TRIGGER put_questions_away ON disclosure_process; DROP FUNCTION app.put_questions_away();
      DELETE FROM question_list WHERE put_away_at IS NOT NULL;
      DROP INDEX question_list_current;
      ALTER TABLE question_list DROP CONSTRAINT question_list_pkey, ADD PRIMARY KEY (clinic_id, couple_id),
        DROP COLUMN put_away_at;
      ALTER TABLE disclosure_question DROP COLUMN put_away_at;
    `);
  }

  private async walls(runner: QueryRunner, current: string, ofList: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.released_lists() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.couple_id), '{}') FROM question_list l
          WHERE l.clinic_id = app.clinic() AND app.actor_role() = 'therapist' AND l.couple_id = ANY (app.my_couples('RP'))
            ${ofList} AND NOT app.passing_stopped(l.clinic_id, l.couple_id) $$;
      CREATE OR REPLACE FUNCTION app.passed_on_lists() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.couple_id), '{}') FROM question_list l
          WHERE l.clinic_id = app.clinic() AND app.actor_role() = 'client' AND l.passed_on_at IS NOT NULL
            AND l.couple_id = ANY (app.my_couples('RP')) ${ofList}
            AND NOT app.passing_stopped(l.clinic_id, l.couple_id) $$;
      DROP POLICY releases ON question_list;
      CREATE POLICY releases ON question_list FOR INSERT TO trellis_api
        WITH CHECK (${own('BP')} AND passed_on_at IS NULL ${current});
      DROP POLICY received ON question_list;
      CREATE POLICY received ON question_list FOR SELECT TO trellis_api
        USING (couple_id = ANY ((SELECT app.passed_on_lists())::uuid[]) ${current});
      DROP POLICY released ON disclosure_question;
      CREATE POLICY released ON disclosure_question FOR SELECT TO trellis_api
        USING (status = 'released' ${current} AND (couple_id = ANY ((SELECT app.released_lists())::uuid[])
          OR couple_id = ANY ((SELECT app.passed_on_lists())::uuid[])));
    `);
  }

  private async facts(runner: QueryRunner, ofList: string, ofQuestion: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app.questions_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object(
          'releasedAt', (SELECT l.released_at FROM question_list l
            WHERE l.clinic_id = app.clinic() AND l.couple_id = couple ${ofList}),
          'questions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'category', q.category, 'detail', q.detail,
              'status', q.status) ORDER BY q.written_at, q.id), '[]') FROM disclosure_question q
            WHERE q.clinic_id = app.clinic() AND q.couple_id = couple AND q.status = 'released' ${ofQuestion}),
          'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', a.question_id, 'outcome', a.outcome,
              'reasonDiscussed', a.reason_discussed)), '[]') FROM question_answer a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = couple),
          'wishes', (SELECT coalesce(jsonb_agg(jsonb_build_object('category', w.category, 'wish', w.wish)), '[]')
            FROM information_wish w WHERE w.clinic_id = app.clinic() AND w.couple_id = couple AND w.wish IS NOT NULL))
        WHERE ${mayAsk} $$;
    `);
  }
}
