import { Injectable } from '@nestjs/common';
import type { Compartment, Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface CoupleRow {
  readonly stage: 1 | 2 | 3;
  readonly stage_since: string;
  readonly version: number;
  readonly people: readonly { readonly side: Track; readonly id: string; readonly name: string }[];
}

export interface GateRow {
  readonly id: string;
  readonly to_stage: 2 | 3;
  readonly opened_at: Date;
  readonly opened_by_name: string;
  readonly valid_days: number;
  /** Local day. */
  readonly review_on: string;
  readonly closed_at: Date | null;
  /** Null where the reader does not hold the side that it came from. */
  readonly closed_from: Compartment | null;
  readonly key_owner_id: string | null;
  readonly has_reason: boolean;
}

export interface SignatureRow {
  readonly to_stage: 2 | 3;
  readonly side: Compartment;
  readonly staff_id: string;
  readonly name: string;
  readonly signed_at: Date;
}

export interface NewGate {
  readonly id: string;
  readonly toStage: 2 | 3;
  readonly openedBy: string;
  readonly validDays: number;
  readonly reviewOn: string;
}

/** Gates, signatures and the stage itself. Row-level security decides what the asker finds. */
@Injectable()
export class StageGatesRepository {
  constructor(private readonly work: UnitOfWork) {}

  async couple({ clinicId, coupleId }: CaseGrant): Promise<CoupleRow> {
    const [row] = await this.work.rows<CoupleRow>(
      `SELECT c.stage, c.stage_since::text, c.version,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('side', e.side, 'id', p.id, 'name', p.name)
              ORDER BY e.side DESC), '[]')
            FROM enrolment e JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
            WHERE e.clinic_id = c.clinic_id AND e.couple_id = c.id) AS people
        FROM couple c WHERE c.clinic_id = $1 AND c.id = $2`,
      [clinicId, coupleId],
    );
    if (row === undefined) throw new Error('a couple that was granted is not there');
    return row;
  }

  /** Newest first, 50 at most. */
  async gates({ clinicId, coupleId }: CaseGrant): Promise<GateRow[]> {
    return this.work.rows<GateRow>(
      `SELECT g.id, g.to_stage, g.opened_at, s.name AS opened_by_name, g.valid_days, g.review_on::text, g.closed_at,
          k.side AS closed_from, k.key_owner_id, k.reason_sealed IS NOT NULL AS has_reason
        FROM stage_gate g JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.opened_by
        LEFT JOIN gate_closing k ON k.clinic_id = g.clinic_id AND k.gate_id = g.id
        WHERE g.clinic_id = $1 AND g.couple_id = $2 ORDER BY g.opened_at DESC, g.id DESC LIMIT 50`,
      [clinicId, coupleId],
    );
  }

  /** The newest signature of each role. */
  async signatures({ clinicId, coupleId }: CaseGrant): Promise<SignatureRow[]> {
    return this.work.rows<SignatureRow>(
      `SELECT DISTINCT ON (g.to_stage, g.side) g.to_stage, g.side, g.signed_by AS staff_id, s.name, g.signed_at
        FROM gate_signature g JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.signed_by
        WHERE g.clinic_id = $1 AND g.couple_id = $2 ORDER BY g.to_stage, g.side, g.signed_at DESC, g.id`,
      [clinicId, coupleId],
    );
  }

  async sign(
    { clinicId, coupleId }: CaseGrant,
    signature: { id: string; toStage: 2 | 3; side: Compartment; by: string; at: Date },
  ): Promise<void> {
    const { id, toStage, side, by, at } = signature;
    await this.work.change('INSERT INTO gate_signature VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      ...[clinicId, id, coupleId, toStage, side, by, at],
    ]);
  }

  /** Ends the gate of that step that is open, without a way back: a new look takes its place. */
  async end({ clinicId, coupleId }: CaseGrant, toStage: 2 | 3, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE stage_gate SET closed_at = $4
        WHERE clinic_id = $1 AND couple_id = $2 AND to_stage = $3 AND closed_at IS NULL`,
      [clinicId, coupleId, toStage, at],
    );
  }

  async open(
    { clinicId, coupleId }: CaseGrant,
    gate: NewGate,
    at: Date,
    findings: readonly { readonly side: Compartment; readonly findings: unknown }[],
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO stage_gate (clinic_id, id, couple_id, to_stage, opened_at, opened_by, valid_days, review_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [clinicId, gate.id, coupleId, gate.toStage, at, gate.openedBy, gate.validDays, gate.reviewOn],
    );
    for (const one of findings)
      await this.work.change('INSERT INTO gate_finding VALUES ($1, $2, $3, $4, $5)', [
        ...[clinicId, gate.id, coupleId, one.side, JSON.stringify(one.findings)],
      ]);
  }

  /** Puts the couple into a stage, or leaves it there under a new version. False for a version that is not the last. */
  async place(grant: CaseGrant, stage: number, since: string, version: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE couple SET stage = $4, stage_since = CASE WHEN stage = $4 THEN stage_since ELSE $5::date END,
          version = version + 1 WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [grant.clinicId, grant.coupleId, version, stage, since],
    );
    return changed === 1;
  }

  /** Ids of the gates that closed with the step; null where the stage is not a later one. */
  async stepBack(
    { coupleId }: { readonly coupleId: string },
    to: number,
    at: Date,
    today: string,
  ): Promise<readonly string[] | null> {
    const [row] = await this.work.rows<{ closed: string[] | null }>(
      'SELECT app.step_back($1, $2, $3, $4) AS closed',
      [coupleId, to, at, today],
    );
    return row?.closed ?? null;
  }

  async recordClosing(
    { clinicId, coupleId }: { readonly clinicId: string; readonly coupleId: string },
    closing: {
      gateId: string;
      side: Compartment;
      by: string;
      kind: 'staff' | 'client';
      at: Date;
      keyOwnerId: string;
      reason: Buffer | null;
    },
  ): Promise<void> {
    const { gateId, side, by, kind, at, keyOwnerId, reason } = closing;
    await this.work.change('INSERT INTO gate_closing VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...[clinicId, gateId, coupleId, side, by, kind, at, keyOwnerId, reason],
    ]);
  }

  async reason({ clinicId, coupleId }: CaseGrant, gateId: string) {
    const [row] = await this.work.rows<{
      key_owner_id: string;
      reason_sealed: Buffer | null;
      side: Compartment;
    }>(
      `SELECT key_owner_id, reason_sealed, side FROM gate_closing
        WHERE clinic_id = $1 AND couple_id = $2 AND gate_id = $3`,
      [clinicId, coupleId, gateId],
    );
    return row ?? null;
  }
}
