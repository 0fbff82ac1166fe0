import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayAsk, own, therapists } from './who-asks.js';

/** The partner's questions before a disclosure: walled in until their author releases the whole list. */
export class CreateQuestions1700000019000 implements MigrationInterface {
  readonly name = 'CreateQuestions1700000019000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createQuestions(runner);
    await this.protectQuestions(runner);
    await this.keepQuestionRoles(runner);
    await this.createFacts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.questions_facts(uuid);
      DROP TABLE information_wish, question_answer, question_advice, disclosure_question, question_list;
      DROP FUNCTION app.keep_question_roles(); DROP FUNCTION app.passed_on_lists(); DROP FUNCTION app.released_lists(); DROP FUNCTION app.passing_stopped(uuid, uuid);
    `);
  }

  private async createQuestions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row from the moment of the release on: a second batch finds it taken.
      CREATE TABLE question_list (
        clinic_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        released_at timestamptz NOT NULL,
        passed_on_at timestamptz,
        passed_on_by uuid,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, couple_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person,
        FOREIGN KEY (clinic_id, passed_on_by) REFERENCES staff_member,
        CHECK ((passed_on_at IS NULL) = (passed_on_by IS NULL))
      );
      CREATE TABLE disclosure_question (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        category text,
        detail text CHECK (detail IN ('yes_no', 'number_or_range', 'summary', 'do_not_tell_me')),
        status text NOT NULL CHECK (status IN ('draft', 'reviewed', 'released', 'withdrawn')),
        words_sealed bytea NOT NULL,
        why_sealed bytea NOT NULL,
        edit_open boolean NOT NULL,
        written_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        UNIQUE (clinic_id, id, couple_id, person_id),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX disclosure_question_by_couple ON disclosure_question (clinic_id, couple_id, written_at, id);
      CREATE INDEX disclosure_question_by_person ON disclosure_question (clinic_id, person_id, written_at, id);
      -- Apart from the question: what the partner's therapist says to them is not part of what is released.
      CREATE TABLE question_advice (
        clinic_id uuid NOT NULL,
        question_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        person_id uuid NOT NULL,
        sealed bytea NOT NULL,
        advised_by uuid NOT NULL,
        advised_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, question_id),
        FOREIGN KEY (clinic_id, question_id, couple_id, person_id)
          REFERENCES disclosure_question (clinic_id, id, couple_id, person_id),
        FOREIGN KEY (clinic_id, advised_by) REFERENCES staff_member
      );
      CREATE TABLE question_answer (
        clinic_id uuid NOT NULL,
        question_id uuid NOT NULL,
        couple_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('answered', 'declined')),
        reason_discussed boolean NOT NULL,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, question_id),
        FOREIGN KEY (clinic_id, question_id) REFERENCES disclosure_question,
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, set_by) REFERENCES staff_member
      );
      CREATE INDEX question_answer_by_couple ON question_answer (clinic_id, couple_id);
      CREATE TABLE information_wish (
        clinic_id uuid NOT NULL,
        person_id uuid NOT NULL,
        category text NOT NULL,
        couple_id uuid NOT NULL,
        wish text CHECK (wish IN ('tell_me', 'do_not_tell_me')),
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (clinic_id, person_id, category),
        FOREIGN KEY (clinic_id, couple_id) REFERENCES couple,
        FOREIGN KEY (clinic_id, person_id) REFERENCES person
      );
      CREATE INDEX information_wish_by_couple ON information_wish (clinic_id, couple_id);
    `);
  }

  /** The other side meets nothing before the release, not even that there are questions. */
  private async protectQuestions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- After a stop or a separation nothing goes from one side to the other.
      CREATE FUNCTION app.passing_stopped(clinic uuid, couple uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM couple c WHERE c.clinic_id = clinic AND c.id = couple AND c.status = 'separated')
          OR coalesce((SELECT p.state = 'STOPPED' FROM disclosure_process p WHERE p.clinic_id = clinic AND p.couple_id = couple
            ORDER BY p.opened_at DESC, p.id LIMIT 1), false) $$;
      REVOKE ALL ON FUNCTION app.passing_stopped(uuid, uuid) FROM PUBLIC;
      CREATE FUNCTION app.released_lists() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.couple_id), '{}') FROM question_list l
          WHERE l.clinic_id = app.clinic() AND app.actor_role() = 'therapist' AND l.couple_id = ANY (app.my_couples('RP'))
            AND NOT app.passing_stopped(l.clinic_id, l.couple_id) $$;
      CREATE FUNCTION app.passed_on_lists() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.couple_id), '{}') FROM question_list l
          WHERE l.clinic_id = app.clinic() AND app.actor_role() = 'client' AND l.passed_on_at IS NOT NULL
            AND l.couple_id = ANY (app.my_couples('RP'))
            AND NOT app.passing_stopped(l.clinic_id, l.couple_id) $$;
      REVOKE ALL ON FUNCTION app.released_lists(), app.passed_on_lists() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.released_lists(), app.passed_on_lists() TO trellis_api;

      CALL app.protect('question_list'); CALL app.protect('disclosure_question'); CALL app.protect('question_advice');
      CALL app.protect('question_answer'); CALL app.protect('information_wish');

      CREATE POLICY author ON question_list FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY releases ON question_list FOR INSERT TO trellis_api
        WITH CHECK (${own('BP')} AND passed_on_at IS NULL);
      CREATE POLICY both_sides ON question_list FOR SELECT TO trellis_api USING (${therapists()});
      CREATE POLICY passes_on ON question_list FOR UPDATE TO trellis_api
        USING (${therapists('RP')}) WITH CHECK (passed_on_by IS NULL OR passed_on_by = (SELECT app.actor()));
      CREATE POLICY received ON question_list FOR SELECT TO trellis_api
        USING (couple_id = ANY ((SELECT app.passed_on_lists())::uuid[]));

      CREATE POLICY author ON disclosure_question TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())) WITH CHECK (${own('BP')});
      CREATE POLICY own_therapist ON disclosure_question FOR SELECT TO trellis_api USING (${therapists('BP')});
      CREATE POLICY looks_through ON disclosure_question FOR UPDATE TO trellis_api USING (${therapists('BP')});
      CREATE POLICY released ON disclosure_question FOR SELECT TO trellis_api
        USING (status = 'released' AND (couple_id = ANY ((SELECT app.released_lists())::uuid[])
          OR couple_id = ANY ((SELECT app.passed_on_lists())::uuid[])));

      CREATE POLICY author ON question_advice FOR SELECT TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor()));
      CREATE POLICY own_therapist ON question_advice TO trellis_api
        USING (${therapists('BP')}) WITH CHECK (${therapists('BP')} AND advised_by = (SELECT app.actor()));

      CREATE POLICY answers ON question_answer TO trellis_api
        USING (${therapists('RP')}) WITH CHECK (${therapists('RP')} AND set_by = (SELECT app.actor()));
      CREATE POLICY received ON question_answer FOR SELECT TO trellis_api
        USING (couple_id = ANY ((SELECT app.passed_on_lists())::uuid[]));

      CREATE POLICY author ON information_wish TO trellis_api
        USING ((SELECT app.actor_role()) = 'client' AND person_id = (SELECT app.actor())) WITH CHECK (${own('BP')});
      CREATE POLICY own_therapist ON information_wish FOR SELECT TO trellis_api USING (${therapists('BP')});
      CREATE POLICY released ON information_wish FOR SELECT TO trellis_api
        USING (couple_id = ANY ((SELECT app.released_lists())::uuid[]));

      GRANT SELECT, INSERT ON question_list, disclosure_question, question_advice, question_answer, information_wish
        TO trellis_api;
      GRANT UPDATE (passed_on_at, passed_on_by, version) ON question_list TO trellis_api;
      GRANT UPDATE (category, detail, status, words_sealed, why_sealed, edit_open, changed_at, version)
        ON disclosure_question TO trellis_api;
      GRANT UPDATE (sealed, advised_by, advised_at) ON question_advice TO trellis_api;
      GRANT UPDATE (outcome, reason_discussed, set_by, set_at, version) ON question_answer TO trellis_api;
      GRANT UPDATE (wish, changed_at, version) ON information_wish TO trellis_api;
    `);
  }

  /** Whatever the code asks for: a therapist writes no word of a question, and no author looks it through or reopens it. */
  private async keepQuestionRoles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.keep_question_roles() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF app.actor_role() = 'therapist' AND (NEW.words_sealed IS DISTINCT FROM OLD.words_sealed
            OR NEW.why_sealed IS DISTINCT FROM OLD.why_sealed OR NEW.category IS DISTINCT FROM OLD.category
            OR NEW.detail IS DISTINCT FROM OLD.detail
            OR (NEW.status <> OLD.status AND NOT (OLD.status = 'draft' AND NEW.status = 'reviewed'))) THEN
          RAISE EXCEPTION 'the words and the way of a question are its author''s' USING ERRCODE = '42501';
        END IF;
        IF app.actor_role() = 'client' AND ((NEW.edit_open AND NOT OLD.edit_open)
            OR (NEW.status = 'reviewed' AND OLD.status <> 'reviewed')
            OR (NEW.status = 'released' AND OLD.status NOT IN ('reviewed', 'released'))
            OR (OLD.status = 'withdrawn')
            OR (OLD.status = 'released' AND NOT OLD.edit_open)) THEN
          RAISE EXCEPTION 'this needs the word of the author''s own therapist' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_question_roles BEFORE UPDATE ON disclosure_question
        FOR EACH ROW EXECUTE FUNCTION app.keep_question_roles();
    `);
  }

  /** What deciding needs of both sides: states, dates and ids. Words never. */
  private async createFacts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.questions_facts(couple uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_object(
          'releasedAt', (SELECT l.released_at FROM question_list l WHERE l.clinic_id = app.clinic() AND l.couple_id = couple),
          'questions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'category', q.category, 'detail', q.detail,
              'status', q.status) ORDER BY q.written_at, q.id), '[]') FROM disclosure_question q
            WHERE q.clinic_id = app.clinic() AND q.couple_id = couple AND q.status = 'released'),
          'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', a.question_id, 'outcome', a.outcome,
              'reasonDiscussed', a.reason_discussed)), '[]') FROM question_answer a
            WHERE a.clinic_id = app.clinic() AND a.couple_id = couple),
          'wishes', (SELECT coalesce(jsonb_agg(jsonb_build_object('category', w.category, 'wish', w.wish)), '[]')
            FROM information_wish w WHERE w.clinic_id = app.clinic() AND w.couple_id = couple AND w.wish IS NOT NULL))
        WHERE ${mayAsk} $$;
      REVOKE ALL ON FUNCTION app.questions_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.questions_facts(uuid) TO trellis_api, trellis_worker;
    `);
  }
}
