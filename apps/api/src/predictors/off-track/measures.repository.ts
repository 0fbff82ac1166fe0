import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { CoupleMeasures } from './couple-measures.js';
import type { KeptReading } from './kept-reading.js';

type CurrentReading = Omit<KeptReading, 'windowFrom'> & { readonly id: string };

/** Facts across the sides of a couple, and the readings that were computed of them. For the system alone. */
@Injectable()
export class MeasuresRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Keeps other workers away from the couple until the transaction ends. */
  async hold(coupleId: string): Promise<void> {
    await this.work.rows(
      `SELECT due_at FROM disclosure_clock WHERE clinic_id = app.clinic() AND couple_id = $1 FOR UPDATE`,
      [coupleId],
    );
  }

  async of(coupleId: string): Promise<CoupleMeasures | null> {
    const [row] = await this.work.rows<{ facts: CoupleMeasures | null }>(
      'SELECT app.couple_measures($1) AS facts',
      [coupleId],
    );
    return row?.facts ?? null;
  }

  /** The newest reading of each predictor and fortnight. */
  async current(coupleId: string): Promise<CurrentReading[]> {
    return this.work.rows<CurrentReading>(
      `SELECT id, window_ends_on::text AS "windowEndsOn", predictor, composite, kind, sources, scores, counts,
          n_expected AS "nExpected", n_done AS "nDone", weights_version AS "weightsVersion",
          item_set_version AS "itemSetVersion"
        FROM predictor_reading WHERE clinic_id = app.clinic() AND couple_id = $1 AND superseded_at IS NULL`,
      [coupleId],
    );
  }

  async supersede(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.work.change(
      'UPDATE predictor_reading SET superseded_at = $2 WHERE clinic_id = app.clinic() AND id = ANY ($1::uuid[])',
      [ids, at],
    );
  }

  /** All of them in one statement. */
  async add(coupleId: string, readings: readonly KeptReading[], at: Date): Promise<void> {
    if (readings.length === 0) return;
    const rows = readings.map((reading) => ({ ...reading, id: randomUUID() }));
    await this.work.change(
      `INSERT INTO predictor_reading (clinic_id, id, couple_id, window_from, window_ends_on, predictor, composite, kind,
          sources, scores, counts, n_expected, n_done, weights_version, item_set_version, computed_at)
        SELECT app.clinic(), r.id, $1, r."windowFrom", r."windowEndsOn", r.predictor, r.composite, r.kind, r.sources,
            r.scores, r.counts, r."nExpected", r."nDone", r."weightsVersion", r."itemSetVersion", $3
          FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "windowFrom" date, "windowEndsOn" date, predictor text,
            composite text, kind text, sources text[], scores jsonb, counts jsonb, "nExpected" smallint, "nDone" text,
            "weightsVersion" text, "itemSetVersion" text)`,
      [coupleId, JSON.stringify(rows), at],
    );
  }
}
