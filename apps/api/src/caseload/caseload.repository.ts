import { Injectable } from '@nestjs/common';
import type { Compartment, Stage } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ReadingTuple } from './sparklines.js';

export interface CaseloadQuery {
  /** Asks for all of the clinic, for its office; without it the asker's own couples are found by index. */
  readonly ofClinic: boolean;
  readonly sort: 'name' | 'stage' | 'began';
  readonly after: string | null;
  readonly limit: number;
  /** Couples to stay within; null for all that the asker may see. */
  readonly within: readonly string[] | null;
  /** First day of the readings that a sparkline may need, 'YYYY-MM-DD'. */
  readonly readingsFrom: string;
}

export interface CaseloadCouple {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly status: 'intake' | 'active' | 'paused' | 'closed' | 'separated';
  readonly stageSince: string;
  readonly timeZone: string;
  readonly disclosureState: string | null;
  readonly mySides: readonly Compartment[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly side: 'RP' | 'BP';
    readonly enrolled: boolean;
  }[];
  /** True when the consent to measurement of everybody who joined stands. */
  readonly measured: boolean;
  readonly readings: readonly ReadingTuple[];
}

export interface CaseloadPage {
  readonly total: number;
  /** False when the couple that the cursor names is not among those the asker may see. */
  readonly cursorFound: boolean;
  readonly couples: readonly CaseloadCouple[];
}

export interface SearchableCouple {
  readonly id: string;
  readonly names: readonly string[];
}

/** The couples an asker may see: their own, or the clinic's for an admin. An emergency reading adds none to a list. */
@Injectable()
export class CaseloadRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * One page in one statement; one couple more than `limit` shows that another page follows. The keyset holds the
   * sort key and the id, so couples of one name or stage are neither skipped nor repeated.
   */
  async page(query: CaseloadQuery): Promise<CaseloadPage> {
    const [row] = await this.work.rows<{ page: CaseloadPage }>(
      `WITH visible AS (
        SELECT c.*, CASE $1 WHEN 'name' THEN lower(c.name) WHEN 'stage' THEN c.stage::text ELSE c.anchor_on::text END AS key
          FROM couple c WHERE c.clinic_id = app.clinic() AND ($2::uuid[] IS NULL OR c.id = ANY ($2::uuid[]))
            AND (($6::boolean AND (SELECT app.is_clinic_admin())) OR c.id = ANY ((SELECT app.my_couples())::uuid[]))
      ), start AS (
        SELECT v.key, v.id FROM visible v WHERE v.id = $3::uuid
      ), page AS (
        SELECT v.* FROM visible v
          WHERE $3::uuid IS NULL OR (v.key, v.id) > (SELECT s.key, s.id FROM start s) ORDER BY v.key, v.id LIMIT $4
      )
      SELECT json_build_object(
        'total', (SELECT count(*) FROM visible),
        'cursorFound', $3::uuid IS NULL OR EXISTS (SELECT FROM start),
        'couples', (SELECT coalesce(json_agg(json_build_object(
          'id', p.id, 'name', p.name, 'stage', p.stage, 'status', p.status, 'stageSince', p.stage_since,
          'timeZone', p.time_zone,
          'disclosureState', (SELECT d.state FROM disclosure_process d
            WHERE d.clinic_id = p.clinic_id AND d.couple_id = p.id ORDER BY d.opened_at DESC, d.id LIMIT 1),
          'mySides', ARRAY(SELECT DISTINCT a.side FROM care_assignment a
            WHERE a.clinic_id = p.clinic_id AND a.couple_id = p.id AND a.staff_id = app.actor()
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now()) ORDER BY a.side),
          'people', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'side', e.side,
              'enrolled', e.enrolled_at IS NOT NULL) ORDER BY e.side DESC, n.id), '[]')
            FROM enrolment e JOIN person n ON n.clinic_id = e.clinic_id AND n.id = e.person_id
            WHERE e.clinic_id = p.clinic_id AND e.couple_id = p.id),
          'measured', NOT EXISTS (SELECT FROM enrolment e
            WHERE e.clinic_id = p.clinic_id AND e.couple_id = p.id AND e.enrolled_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM consent k WHERE k.clinic_id = e.clinic_id AND k.person_id = e.person_id
                AND k.kind = 'measurement' AND k.withdrawn_at IS NULL)),
          'readings', (SELECT coalesce(json_agg(json_build_array(r.predictor, r.window_ends_on, r.composite, r.kind)
              ORDER BY r.window_ends_on), '[]') FROM predictor_reading r
            WHERE r.clinic_id = p.clinic_id AND r.couple_id = p.id AND r.superseded_at IS NULL
              AND r.window_ends_on >= $5::date)
          ) ORDER BY p.key, p.id), '[]') FROM page p)) AS page`,
      [query.sort, query.within, query.after, query.limit + 1, query.readingsFrom, query.ofClinic],
    );
    return row?.page ?? { total: 0, cursorFound: true, couples: [] };
  }

  /** Names to search among: the couple's own and those of its people. */
  async names(ofClinic: boolean): Promise<SearchableCouple[]> {
    return this.work.rows<SearchableCouple>(
      `SELECT c.id, array_prepend(c.name, array_agg(n.name)) AS names
        FROM couple c
        JOIN enrolment e ON e.clinic_id = c.clinic_id AND e.couple_id = c.id
        JOIN person n ON n.clinic_id = e.clinic_id AND n.id = e.person_id
        WHERE c.clinic_id = app.clinic()
          AND (($1::boolean AND (SELECT app.is_clinic_admin())) OR c.id = ANY ((SELECT app.my_couples())::uuid[]))
        GROUP BY c.id, c.name`,
      [ofClinic],
    );
  }
}
