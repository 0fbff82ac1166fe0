import { Injectable } from '@nestjs/common';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  mostQuestions,
  questionColumns,
  type AdviceRow,
  type AnswerRow,
  type FullQuestionRow,
  type ListRow,
  type WishRow,
} from './question-row.js';

/** Questions as therapists find them. Row-level security says which: the author's side all, the other what was released. */
@Injectable()
export class CaseQuestionRepository {
  constructor(private readonly work: UnitOfWork) {}

  questions(grant: CaseGrant): Promise<FullQuestionRow[]> {
    return this.work.rows<FullQuestionRow>(
      `SELECT ${questionColumns}, why_sealed FROM disclosure_question
        WHERE clinic_id = $1 AND couple_id = $2 AND put_away_at IS NULL
        ORDER BY written_at, id LIMIT $3`,
      [grant.clinicId, grant.coupleId, mostQuestions],
    );
  }

  async byId(grant: CaseGrant, id: string): Promise<FullQuestionRow | null> {
    const [row] = await this.work.rows<FullQuestionRow>(
      `SELECT ${questionColumns}, why_sealed FROM disclosure_question
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND put_away_at IS NULL`,
      [grant.clinicId, grant.coupleId, id],
    );
    return row ?? null;
  }

  wishes(grant: CaseGrant): Promise<WishRow[]> {
    return this.work.rows<WishRow>(
      `SELECT category, wish, version FROM information_wish WHERE clinic_id = $1 AND couple_id = $2
        ORDER BY category LIMIT $3`,
      [grant.clinicId, grant.coupleId, mostQuestions],
    );
  }

  async list(grant: CaseGrant): Promise<ListRow | null> {
    const [row] = await this.work.rows<ListRow>(
      `SELECT released_at, passed_on_at, version FROM question_list
        WHERE clinic_id = $1 AND couple_id = $2 AND put_away_at IS NULL`,
      [grant.clinicId, grant.coupleId],
    );
    return row ?? null;
  }

  advice(grant: CaseGrant): Promise<AdviceRow[]> {
    return this.work.rows<AdviceRow>(
      `SELECT question_id, person_id, sealed FROM question_advice
        WHERE clinic_id = $1 AND couple_id = $2 AND question_id IN (SELECT q.id FROM disclosure_question q
          WHERE q.clinic_id = $1 AND q.couple_id = $2 AND q.put_away_at IS NULL) LIMIT $3`,
      [grant.clinicId, grant.coupleId, mostQuestions],
    );
  }

  answers(grant: CaseGrant): Promise<AnswerRow[]> {
    return this.work.rows<AnswerRow>(
      `SELECT question_id, outcome, reason_discussed, version FROM question_answer
        WHERE clinic_id = $1 AND couple_id = $2 AND question_id IN (SELECT q.id FROM disclosure_question q
          WHERE q.clinic_id = $1 AND q.couple_id = $2 AND q.put_away_at IS NULL) LIMIT $3`,
      [grant.clinicId, grant.coupleId, mostQuestions],
    );
  }

  /** Gone through with its author. A draft becomes reviewed, anything else stays what it is. False when not at `version`. */
  async lookThrough(grant: CaseGrant, id: string, version: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_question SET status = CASE status WHEN 'draft' THEN 'reviewed' ELSE status END,
          version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4`,
      [grant.clinicId, grant.coupleId, id, version],
    );
    return changed === 1;
  }

  async advise(
    grant: CaseGrant,
    question: FullQuestionRow,
    advice: { readonly sealed: Buffer; readonly by: string; readonly at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO question_advice (clinic_id, question_id, couple_id, person_id, sealed, advised_by, advised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (clinic_id, question_id) DO UPDATE
          SET sealed = EXCLUDED.sealed, advised_by = EXCLUDED.advised_by, advised_at = EXCLUDED.advised_at`,
      [
        ...[grant.clinicId, question.id, grant.coupleId, question.person_id],
        ...[advice.sealed, advice.by, advice.at],
      ],
    );
  }

  /** False unless the question is released and at `version`. */
  async openForChange(grant: CaseGrant, id: string, version: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_question SET edit_open = true, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4 AND status = 'released'`,
      [grant.clinicId, grant.coupleId, id, version],
    );
    return changed === 1;
  }

  /** False unless it stands at `version`, 0 before the first time. */
  async close(
    grant: CaseGrant,
    id: string,
    version: number,
    answer: {
      readonly outcome: string;
      readonly reasonDiscussed: boolean;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const values = [grant.clinicId, id, answer.outcome, answer.reasonDiscussed, answer.by, answer.at];
    const changed =
      version === 0
        ? await this.work.change(
            `INSERT INTO question_answer (clinic_id, question_id, outcome, reason_discussed, set_by, set_at, couple_id,
                version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING`,
            [...values, grant.coupleId],
          )
        : await this.work.change(
            `UPDATE question_answer SET outcome = $3, reason_discussed = $4, set_by = $5, set_at = $6,
                version = version + 1
              WHERE clinic_id = $1 AND question_id = $2 AND version = $7`,
            [...values, version],
          );
    return changed === 1;
  }

  async passOn(grant: CaseGrant, version: number, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE question_list SET passed_on_at = $4, passed_on_by = $5, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND version = $3 AND passed_on_at IS NULL AND put_away_at IS NULL`,
      [grant.clinicId, grant.coupleId, version, at, by],
    );
    return changed === 1;
  }
}
