import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AskCoSignatureRequest, CoSignatureView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

const most = 50;

/** Co-signatures that were asked for. */
@Injectable()
export class CosigningRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async isClinician(staffId: string): Promise<boolean> {
    const rows = await this.work.rows(
      `SELECT id FROM staff_member WHERE clinic_id = app.clinic() AND id = $1 AND deactivated_at IS NULL
        AND role IN ('therapist', 'supervisor')`,
      [staffId],
    );
    return rows.length > 0;
  }

  async ask(
    { clinicId, coupleId }: CaseGrant,
    processId: string,
    { event, coSignerId, askedBy }: AskCoSignatureRequest & { readonly askedBy: string },
  ): Promise<void> {
    const now = this.clock.now();
    await this.work.asSystem('disclosure.step', async () => {
      await this.work.change(
        `UPDATE disclosure_cosign SET ended_at = $5
          WHERE clinic_id = $1 AND process_id = $2 AND event = $3 AND asked_by = $4 AND ended_at IS NULL`,
        [clinicId, processId, event, askedBy, now],
      );
      await this.work.change(
        `INSERT INTO disclosure_cosign (clinic_id, id, process_id, couple_id, event, asked_by, asked_at, co_signer)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [clinicId, randomUUID(), processId, coupleId, event, askedBy, now, coSignerId],
      );
    });
  }

  async waiting(): Promise<CoSignatureView[]> {
    const rows = await this.work.rows<{
      id: string;
      event: string;
      asked_by_name: string;
      asked_at: Date;
      couple_name: string | null;
    }>(
      `SELECT g.id, g.event, m.name AS asked_by_name, g.asked_at, c.name AS couple_name
        FROM disclosure_cosign g
        JOIN staff_member m ON m.clinic_id = g.clinic_id AND m.id = g.asked_by
        LEFT JOIN couple c ON c.clinic_id = g.clinic_id AND c.id = g.couple_id
        WHERE g.clinic_id = app.clinic() AND g.co_signer = app.actor() AND g.ended_at IS NULL AND g.signed_at IS NULL
        ORDER BY g.asked_at DESC, g.id LIMIT $1`,
      [most],
    );
    return rows.map((row) => ({
      id: row.id,
      event: row.event,
      askedByName: row.asked_by_name,
      askedAt: row.asked_at.toISOString(),
      coupleName: row.couple_name,
    }));
  }

  /** False when nothing of that id waits for the asker. */
  async confirm(id: string): Promise<boolean> {
    const { clinicId, id: coSigner } = currentActor();
    const now = this.clock.now();
    const signed = await this.work.asSystem('disclosure.step', () =>
      this.work.change(
        `UPDATE disclosure_cosign SET signed_at = $4
          WHERE clinic_id = $1 AND id = $2 AND co_signer = $3 AND signed_at IS NULL AND ended_at IS NULL`,
        [clinicId, id, coSigner, now],
      ),
    );
    return signed === 1;
  }
}
