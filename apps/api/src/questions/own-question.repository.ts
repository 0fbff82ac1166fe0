import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  mostQuestions,
  questionColumns,
  type AdviceRow,
  type AnswerRow,
  type EarlierRow,
  type FullQuestionRow,
  type ListRow,
  type QuestionRow,
  type QuestionWordsIn,
  type WishRow,
} from './question-row.js';

export interface QuestionChange extends Pick<QuestionWordsIn, 'category' | 'detail'> {
  readonly words: Buffer;
  readonly why: Buffer;
  readonly status: string;
  readonly at: Date;
}

/** The partner's own questions and wishes; for the recovering person what was passed on to them. */
@Injectable()
export class OwnQuestionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** One at a time per couple, until this transaction ends: no question slips in while the list goes. */
  async alone(own: PersonGrant): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [own.coupleId]);
  }

  questions(own: PersonGrant): Promise<FullQuestionRow[]> {
    return this.work.rows<FullQuestionRow>(
      `SELECT ${questionColumns}, why_sealed FROM disclosure_question
        WHERE clinic_id = $1 AND person_id = $2 AND put_away_at IS NULL
        ORDER BY written_at, id LIMIT $3`,
      [own.clinicId, own.personId, mostQuestions],
    );
  }

  /** Of disclosures before this one, newest first: the author's to read, nobody's to change. */
  earlier(own: PersonGrant): Promise<EarlierRow[]> {
    return this.work.rows<EarlierRow>(
      `SELECT id, person_id, words_sealed, category, changed_at FROM disclosure_question
        WHERE clinic_id = $1 AND person_id = $2 AND put_away_at IS NOT NULL
        ORDER BY put_away_at DESC, written_at, id LIMIT $3`,
      [own.clinicId, own.personId, mostQuestions],
    );
  }

  /** As `questions`; nobody else changes one of them before this transaction ends. */
  held(own: PersonGrant): Promise<FullQuestionRow[]> {
    return this.work.rows<FullQuestionRow>(
      `SELECT ${questionColumns}, why_sealed FROM disclosure_question
        WHERE clinic_id = $1 AND person_id = $2 AND put_away_at IS NULL
        ORDER BY written_at, id LIMIT $3 FOR UPDATE`,
      [own.clinicId, own.personId, mostQuestions],
    );
  }

  async byId(own: PersonGrant, id: string): Promise<FullQuestionRow | null> {
    const [row] = await this.work.rows<FullQuestionRow>(
      `SELECT ${questionColumns}, why_sealed FROM disclosure_question
        WHERE clinic_id = $1 AND person_id = $2 AND id = $3 AND put_away_at IS NULL`,
      [own.clinicId, own.personId, id],
    );
    return row ?? null;
  }

  /** False when the id is taken, or there are as many questions as one list holds. */
  async add(own: PersonGrant, id: string, change: QuestionChange): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_question (clinic_id, id, couple_id, person_id, category, detail, status, words_sealed,
          why_sealed, edit_open, written_at, changed_at, version)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $10, 1
          WHERE (SELECT count(*) FROM disclosure_question q
            WHERE q.clinic_id = $1 AND q.person_id = $4 AND q.put_away_at IS NULL) < $11
        ON CONFLICT DO NOTHING`,
      [
        ...[own.clinicId, id, own.coupleId, own.personId, change.category, change.detail, change.status],
        ...[change.words, change.why, change.at, mostQuestions],
      ],
    );
    return added === 1;
  }

  /** One change uses up the word of the therapist. False unless the question is at `version`. */
  async change(own: PersonGrant, id: string, version: number, change: QuestionChange): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_question SET category = $5, detail = $6, status = $7, words_sealed = $8, why_sealed = $9,
          edit_open = false, changed_at = $10, version = version + 1
        WHERE clinic_id = $1 AND person_id = $2 AND id = $3 AND version = $4`,
      [
        ...[own.clinicId, own.personId, id, version, change.category, change.detail, change.status],
        ...[change.words, change.why, change.at],
      ],
    );
    return changed === 1;
  }

  async withdraw(own: PersonGrant, id: string, version: number, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_question SET status = 'withdrawn', edit_open = false, changed_at = $5, version = version + 1
        WHERE clinic_id = $1 AND person_id = $2 AND id = $3 AND version = $4`,
      [own.clinicId, own.personId, id, version, at],
    );
    return changed === 1;
  }

  /** The whole batch at once. False when somebody was faster on another device: there is one list and it went. */
  async release(own: PersonGrant, ids: readonly string[], at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO question_list (clinic_id, couple_id, person_id, released_at, version) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT DO NOTHING`,
      [own.clinicId, own.coupleId, own.personId, at],
    );
    if (added !== 1) return false;
    await this.work.change(
      `UPDATE disclosure_question SET status = 'released', version = version + 1
        WHERE clinic_id = $1 AND person_id = $2 AND id = ANY ($3::uuid[])`,
      [own.clinicId, own.personId, ids],
    );
    return true;
  }

  wishes(own: PersonGrant): Promise<WishRow[]> {
    return this.work.rows<WishRow>(
      `SELECT category, wish, version FROM information_wish WHERE clinic_id = $1 AND person_id = $2
        ORDER BY category LIMIT $3`,
      [own.clinicId, own.personId, mostQuestions],
    );
  }

  /** False unless the wish is at `version`, 0 for one that was never spoken. */
  async wish(
    own: PersonGrant,
    category: string,
    version: number,
    wish: string | null,
    at: Date,
  ): Promise<boolean> {
    const place = [own.clinicId, own.personId, category, wish, at];
    const changed =
      version === 0
        ? await this.work.change(
            `INSERT INTO information_wish (clinic_id, person_id, category, wish, changed_at, couple_id, version)
              VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT DO NOTHING`,
            [...place, own.coupleId],
          )
        : await this.work.change(
            `UPDATE information_wish SET wish = $4, changed_at = $5, version = version + 1
              WHERE clinic_id = $1 AND person_id = $2 AND category = $3 AND version = $6`,
            [...place, version],
          );
    return changed === 1;
  }

  async list(own: PersonGrant): Promise<ListRow | null> {
    const [row] = await this.work.rows<ListRow>(
      `SELECT released_at, passed_on_at, version FROM question_list
        WHERE clinic_id = $1 AND couple_id = $2 AND put_away_at IS NULL`,
      [own.clinicId, own.coupleId],
    );
    return row ?? null;
  }

  advice(own: PersonGrant): Promise<AdviceRow[]> {
    return this.work.rows<AdviceRow>(
      `SELECT question_id, person_id, sealed FROM question_advice WHERE clinic_id = $1 AND person_id = $2
          AND question_id IN (SELECT q.id FROM disclosure_question q
            WHERE q.clinic_id = $1 AND q.person_id = $2 AND q.put_away_at IS NULL) LIMIT $3`,
      [own.clinicId, own.personId, mostQuestions],
    );
  }

  /** What was passed on, without the reasons behind it. */
  received(own: PersonGrant): Promise<QuestionRow[]> {
    return this.work.rows<QuestionRow>(
      `SELECT ${questionColumns} FROM disclosure_question
        WHERE clinic_id = $1 AND couple_id = $2 AND person_id <> $3 AND status = 'released' AND put_away_at IS NULL
        ORDER BY written_at, id LIMIT $4`,
      [own.clinicId, own.coupleId, own.personId, mostQuestions],
    );
  }

  outcomes(own: PersonGrant): Promise<AnswerRow[]> {
    return this.work.rows<AnswerRow>(
      `SELECT question_id, outcome, reason_discussed, version FROM question_answer
        WHERE clinic_id = $1 AND couple_id = $2 AND question_id IN (SELECT q.id FROM disclosure_question q
          WHERE q.clinic_id = $1 AND q.couple_id = $2 AND q.put_away_at IS NULL) LIMIT $3`,
      [own.clinicId, own.coupleId, mostQuestions],
    );
  }
}
