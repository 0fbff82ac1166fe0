import { Injectable } from '@nestjs/common';
import { DestructionLedger } from '../erasure/destruction-ledger.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface LaterReadingRow {
  readonly id: string;
  readonly asked_at: Date;
  readonly until: Date | null;
}

export interface SignatureRow {
  readonly side: 'RP' | 'BP';
  readonly name: string;
  readonly signed_at: Date;
}

/** Readings, gaps, holds and signatures around a document: dates and ids. */
@Injectable()
export class CustodyRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: DestructionLedger,
  ) {}

  /** A new review: its time opens, and what an earlier one found is closed. */
  async openReview(
    processId: string,
    reading: { readonly id: string; readonly by: string; readonly from: Date; readonly until: Date },
  ): Promise<void> {
    await this.work.rows('SELECT app.open_disclosure_review($1, $2, $3, $4, $5)', [
      ...[processId, reading.id, reading.by, reading.from, reading.until],
    ]);
  }

  async raiseGap(
    clinicId: string,
    documentId: string,
    gap: { readonly id: string; readonly questionId: string; readonly by: string; readonly at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_gap (clinic_id, id, document_id, question_id, raised_by, raised_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (clinic_id, document_id, question_id) WHERE closed_at IS NULL DO NOTHING`,
      [clinicId, gap.id, documentId, gap.questionId, gap.by, gap.at],
    );
  }

  /** How many of these are questions of the couple that the asker may find. */
  async questionsAmong(clinicId: string, coupleId: string, ids: readonly string[]): Promise<number> {
    const [row] = await this.work.rows<{ known: number }>(
      `SELECT count(*)::integer AS known FROM disclosure_question
        WHERE clinic_id = $1 AND couple_id = $2 AND id = ANY ($3::uuid[]) AND put_away_at IS NULL`,
      [clinicId, coupleId, ids],
    );
    return row?.known ?? 0;
  }

  /** The newest later reading, asked for or agreed. */
  async laterReading(clinicId: string, documentId: string): Promise<LaterReadingRow | null> {
    const rows = await this.work.rows<LaterReadingRow>(
      `SELECT id, asked_at, until FROM disclosure_reading
        WHERE clinic_id = $1 AND document_id = $2 AND kind = 'later' ORDER BY asked_at DESC, id LIMIT 1`,
      [clinicId, documentId],
    );
    return rows[0] ?? null;
  }

  /** False while another one is asked for. */
  async askLater(clinicId: string, documentId: string, id: string, by: string, at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_reading (clinic_id, id, document_id, kind, asked_by, asked_at)
        VALUES ($1, $2, $3, 'later', $4, $5) ON CONFLICT DO NOTHING`,
      [clinicId, id, documentId, by, at],
    );
    return added === 1;
  }

  async agreeLater(
    clinicId: string,
    documentId: string,
    id: string,
    agreed: { readonly by: string; readonly from: Date; readonly until: Date },
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_reading SET agreed_by = $4, opened_at = $5, until = $6
        WHERE clinic_id = $1 AND document_id = $2 AND id = $3 AND kind = 'later' AND opened_at IS NULL`,
      [clinicId, documentId, id, agreed.by, agreed.from, agreed.until],
    );
    return changed === 1;
  }

  /** False when the document is not at `version` any more. */
  async keepHold(
    clinicId: string,
    documentId: string,
    version: number,
    hold: { readonly hold: boolean; readonly by: string; readonly at: Date },
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_document SET legal_hold = $4, hold_checked_by = $5, hold_checked_at = $6, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [clinicId, documentId, version, hold.hold, hold.by, hold.at],
    );
    return changed === 1;
  }

  async signatures(clinicId: string, documentId: string): Promise<SignatureRow[]> {
    return this.work.rows<SignatureRow>(
      `SELECT g.side, s.name, g.signed_at FROM disclosure_destruction_signature g
        JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.signed_by
        WHERE g.clinic_id = $1 AND g.document_id = $2 ORDER BY g.side DESC LIMIT 2`,
      [clinicId, documentId],
    );
  }

  /** Lets one after the other sign for a couple's document, so that the second sees the first. */
  async waitToSign(coupleId: string): Promise<void> {
    await this.work.rows("SELECT pg_advisory_xact_lock(hashtextextended('document ' || $1, 0))", [coupleId]);
  }

  async sign(clinicId: string, documentId: string, side: 'RP' | 'BP', by: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_destruction_signature (clinic_id, document_id, side, signed_by, signed_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [clinicId, documentId, side, by, at],
    );
  }

  /** Keys that were destroyed, of which the ledger knows then; null when the database finds something missing. */
  async destroy(documentId: string, at: Date): Promise<readonly string[] | null> {
    const [row] = await this.work.rows<{ gone: string[] | null }>(
      'SELECT app.destroy_disclosure_document($1, $2) AS gone',
      [documentId, at],
    );
    const gone = row?.gone ?? null;
    if (gone !== null) await this.ledger.note('document', documentId, at);
    return gone;
  }
}
