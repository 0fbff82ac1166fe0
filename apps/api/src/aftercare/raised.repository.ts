import { Injectable } from '@nestjs/common';
import type { Compartment } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { urgentKinds, type AlertKind } from './aftercare-alerts.service.js';

export interface RaisedRow {
  readonly id: string;
  readonly couple_id: string;
  readonly couple_name: string;
  readonly time_zone: string;
  readonly side: Compartment;
  readonly kind: AlertKind;
  readonly raised_at: Date;
}

export interface CoveredRow {
  readonly couple_id: string;
  readonly couple_name: string;
  readonly staff_name: string;
  readonly time_zone: string;
  readonly since: Date;
}

const columns = 'a.id, a.couple_id, c.name AS couple_name, c.time_zone, a.side, a.kind, a.raised_at';
/** Sides that the asker holds by an assignment; what an emergency reading opens is nobody's list. */
const held = `((a.side = 'RP' AND a.couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
  OR (a.side = 'BP' AND a.couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
  OR (a.side = 'JOINT' AND a.couple_id = ANY ((SELECT app.my_couples())::uuid[])))`;

/** What was raised with a therapist and waits, over all their couples. */
@Injectable()
export class RaisedRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** What cannot wait first, then what has waited longest; `size` and one more. */
  waiting(size: number): Promise<RaisedRow[]> {
    return this.work.rows<RaisedRow>(
      `WITH mine AS MATERIALIZED (SELECT c.clinic_id, c.id, c.name, c.time_zone FROM couple c
          WHERE c.clinic_id = app.clinic() AND c.id = ANY ((SELECT app.my_couples())::uuid[]) AND c.status <> 'closed')
        SELECT ${columns} FROM mine c JOIN aftercare_alert a ON a.clinic_id = c.clinic_id AND a.couple_id = c.id
          AND ${held} AND a.acknowledged_at IS NULL
        WHERE NOT app.alert_settled(a.side, a.kind, a.about)
        ORDER BY a.kind = ANY ($1::text[]) DESC, a.raised_at, a.id LIMIT $2`,
      [[...urgentKinds], size + 1],
    );
  }

  /** Couples of colleagues whom the asker covers now with something that cannot wait, 50 at most. */
  covered(): Promise<CoveredRow[]> {
    return this.work.rows<CoveredRow>('SELECT * FROM app.covered_alerts($1)', [[...urgentKinds]]);
  }
}
