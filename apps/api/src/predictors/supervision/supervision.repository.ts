import { Injectable } from '@nestjs/common';
import type { LocalDate, PredictorCode } from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

type Scores = Readonly<Record<'R' | 'B' | 'T' | 'D', string | null>>;

/** A full reading as it is kept: fractions as 'n/d'. */
export interface FullReadingRow {
  readonly on: LocalDate;
  readonly scores: Scores;
}

export interface SupervisedCoupleRow {
  readonly id: string;
  readonly name: string;
  readonly measured: boolean;
  readonly changes: readonly {
    readonly predictor: PredictorCode;
    readonly first: FullReadingRow | null;
    readonly last: FullReadingRow | null;
  }[];
  readonly answered: { readonly readings: number; readonly self: number; readonly partner: number };
  readonly open_episodes: number;
}

const firstFull = `(SELECT jsonb_build_object('on', r.window_ends_on, 'scores', r.scores)
  FROM predictor_reading r WHERE r.clinic_id = c.clinic_id AND r.couple_id = c.id AND r.predictor = p.code
    AND r.superseded_at IS NULL AND r.kind = 'full' ORDER BY r.window_ends_on ASC LIMIT 1)`;
const lastFull = `(SELECT jsonb_build_object('on', r.window_ends_on, 'scores', r.scores)
  FROM predictor_reading r WHERE r.clinic_id = c.clinic_id AND r.couple_id = c.id AND r.predictor = p.code
    AND r.superseded_at IS NULL AND r.kind = 'full' ORDER BY r.window_ends_on DESC LIMIT 1)`;

/** The asker's caseload as supervision looks at it. Row-level security leaves out readings that a consent hides. */
@Injectable()
export class SupervisionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The asker's couples by name, in one statement; one more than `limit` shows that another page follows. */
  async couples(limit: number, after: string | null): Promise<SupervisedCoupleRow[]> {
    return this.work.rows<SupervisedCoupleRow>(
      `SELECT c.id, c.name, c.id = ANY ((SELECT app.measured_couples())::uuid[]) AS measured,
          (SELECT jsonb_agg(jsonb_build_object('predictor', p.code, 'first', ${firstFull}, 'last', ${lastFull})
              ORDER BY p.place)
            FROM unnest('{CT,PI,ED,CG,TS}'::text[]) WITH ORDINALITY p (code, place)) AS changes,
          (SELECT jsonb_build_object('readings', count(*), 'self', count(*) FILTER (WHERE w.self),
              'partner', count(*) FILTER (WHERE w.partner))
            FROM (SELECT bool_or(r.scores ->> 'R' IS NOT NULL) AS self, bool_or(r.scores ->> 'B' IS NOT NULL) AS partner
              FROM predictor_reading r
              WHERE r.clinic_id = c.clinic_id AND r.couple_id = c.id AND r.superseded_at IS NULL
              GROUP BY r.window_ends_on ORDER BY r.window_ends_on DESC LIMIT 6) w) AS answered,
          (SELECT count(*)::int FROM off_track_episode e
            WHERE e.clinic_id = c.clinic_id AND e.couple_id = c.id AND e.closed_on IS NULL) AS open_episodes
        FROM couple c
        WHERE c.clinic_id = app.clinic() AND c.id = ANY ((SELECT app.my_couples())::uuid[])
          AND ($2::uuid IS NULL OR (c.name, c.id) > (SELECT b.name, b.id FROM couple b
            WHERE b.clinic_id = app.clinic() AND b.id = $2))
        ORDER BY c.name, c.id LIMIT $1`,
      [limit + 1, after],
    );
  }
}
