import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface OwnAnswerRow {
  readonly answer: 'yes' | 'not_yet' | 'no';
  readonly can_say_no: boolean;
  readonly given_alone: boolean;
  readonly answered_at: Date;
  readonly withdrawn_at: Date | null;
}

export interface PastGate {
  readonly to: 2 | 3;
  readonly open: boolean;
  readonly closedAt: string | null;
}

/** A person's own answers and index, and what both people may know of the gates. */
@Injectable()
export class OwnGatesRepository {
  constructor(private readonly work: UnitOfWork) {}

  async past({ coupleId }: PersonGrant): Promise<readonly PastGate[]> {
    const [row] = await this.work.rows<{ past: PastGate[] }>('SELECT app.own_gates($1) AS past', [coupleId]);
    return row?.past ?? [];
  }

  async answer({ clinicId, personId }: PersonGrant, to: number): Promise<OwnAnswerRow | null> {
    const [row] = await this.work.rows<OwnAnswerRow>(
      `SELECT answer, can_say_no, given_alone, answered_at, withdrawn_at FROM gate_agreement
        WHERE clinic_id = $1 AND person_id = $2 AND to_stage = $3 ORDER BY number DESC LIMIT 1`,
      [clinicId, personId, to],
    );
    return row ?? null;
  }

  /** False when the same person answered at the same moment elsewhere. */
  async addAnswer(
    { clinicId, coupleId, personId, side }: PersonGrant,
    given: {
      id: string;
      to: number;
      answer: OwnAnswerRow['answer'];
      canSayNo: boolean;
      alone: boolean;
      at: Date;
    },
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO gate_agreement (clinic_id, id, couple_id, person_id, side, to_stage, number, answer, can_say_no,
          given_alone, answered_at)
        SELECT $1, $2, $3, $4, $5, $6, coalesce(max(a.number), 0) + 1, $7, $8, $9, $10 FROM gate_agreement a
          WHERE a.clinic_id = $1 AND a.couple_id = $3 AND a.side = $5 AND a.to_stage = $6
        ON CONFLICT (clinic_id, couple_id, side, to_stage, number) DO NOTHING`,
      [
        ...[clinicId, given.id, coupleId, personId, side, given.to],
        ...[given.answer, given.canSayNo, given.alone, given.at],
      ],
    );
    return added === 1;
  }

  async takeBack({ clinicId, personId }: PersonGrant, to: number, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE gate_agreement SET withdrawn_at = $4
        WHERE clinic_id = $1 AND person_id = $2 AND to_stage = $3 AND withdrawn_at IS NULL`,
      [clinicId, personId, to, at],
    );
  }

  async hasIndex({ clinicId, personId }: PersonGrant, week: string): Promise<boolean> {
    const [row] = await this.work.rows<{ given: boolean }>(
      `SELECT EXISTS (SELECT FROM safety_index
        WHERE clinic_id = $1 AND person_id = $2 AND week = $3) AS given`,
      [clinicId, personId, week],
    );
    return row?.given === true;
  }

  /** False for a week that was answered before. */
  async addIndex(
    { clinicId, coupleId, personId, side }: PersonGrant,
    index: {
      id: string;
      week: string;
      sum: number;
      answered: number;
      alarm: boolean;
      sealed: Buffer;
      at: Date;
    },
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO safety_index (clinic_id, id, couple_id, person_id, side, week, item_sum, answered, alarm, sealed, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        ...[clinicId, index.id, coupleId, personId, side, index.week],
        ...[index.sum, index.answered, index.alarm, index.sealed, index.at],
      ],
    );
    return added === 1;
  }
}
