import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CoupleGrant } from './aftercare.repository.js';

export type Tap = 'home' | 'elsewhere' | 'with_support' | 'call_me';
export type Risk = 'safe' | 'unsure' | 'not_safe';

export interface AnswerFacts {
  readonly id: string;
  readonly task_id: string;
  readonly person_id: string;
  readonly tap: Tap | null;
  readonly risk: Risk | null;
  readonly has_words: boolean;
  readonly answered_at: Date;
}

export interface NewAnswer {
  readonly id: string;
  readonly taskId: string;
  readonly personId: string;
  readonly side: 'RP' | 'BP';
  readonly tap: Tap | null;
  readonly risk: Risk | null;
  readonly sealed: Buffer | null;
}

/** What people said after the session. Nothing is changed: a new tap stands beside the one before. */
@Injectable()
export class AftercareAnswerRepository {
  constructor(private readonly work: UnitOfWork) {}

  async add(grant: CoupleGrant, answer: NewAnswer, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO aftercare_answer (clinic_id, id, task_id, couple_id, person_id, side, tap, risk, sealed, answered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[grant.clinicId, answer.id, answer.taskId, grant.coupleId, answer.personId, answer.side],
        ...[answer.tap, answer.risk, answer.sealed, at],
      ],
    );
  }

  /** The newest answer to each of the tasks, as far as the asker may see. */
  async newest(grant: CoupleGrant, taskIds: readonly string[]): Promise<AnswerFacts[]> {
    return this.work.rows<AnswerFacts>(
      `SELECT DISTINCT ON (task_id) id, task_id, person_id, tap, risk, sealed IS NOT NULL AS has_words, answered_at
        FROM aftercare_answer WHERE clinic_id = $1 AND couple_id = $2 AND task_id = ANY ($3::uuid[])
        ORDER BY task_id, answered_at DESC, id`,
      [grant.clinicId, grant.coupleId, taskIds],
    );
  }

  /** Of a side that the asker may open; row-level security says the same. */
  async sealed(
    { clinicId, coupleId, mySides }: CoupleGrant & { readonly mySides: readonly string[] },
    id: string,
  ): Promise<(AnswerFacts & { sealed: Buffer | null }) | null> {
    const [row] = await this.work.rows<AnswerFacts & { sealed: Buffer | null }>(
      `SELECT id, task_id, person_id, tap, risk, sealed IS NOT NULL AS has_words, answered_at, sealed
        FROM aftercare_answer WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND side = ANY ($4::text[])`,
      [clinicId, coupleId, id, mySides],
    );
    return row ?? null;
  }
}
