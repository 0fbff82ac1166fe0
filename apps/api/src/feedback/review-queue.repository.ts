import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import { reviewKinds, type ReviewKind, type WaitingRow } from './feedback-row.js';

const columns = `q.task_id, q.couple_id, p.name AS person_name, q.compartment, q.template_code, q.template_version,
  q.kind, q.since, q.version`;
/** Sides that the asker holds by an assignment; what an emergency reading opens is nobody's queue. */
const mine = `((t.compartment = 'RP' AND t.couple_id = ANY ((SELECT app.my_couples('RP'))::uuid[]))
  OR (t.compartment = 'BP' AND t.couple_id = ANY ((SELECT app.my_couples('BP'))::uuid[]))
  OR (t.compartment = 'JOINT' AND t.couple_id = ANY ((SELECT app.my_couples())::uuid[])))`;
const waits = `(t.state = 'submitted' OR (t.state = 'skipped' AND t.seen_at IS NULL)
  OR (t.state = 'reviewed' AND t.talked_at IS NULL))`;
const kind = `CASE WHEN t.state = 'submitted' AND t.risk_raised THEN 'risk'
  WHEN t.state = 'submitted' AND t.noticed THEN 'notice'
  WHEN t.state = 'skipped' AND t.too_hard_at IS NOT NULL THEN 'too_hard'
  WHEN t.state = 'submitted' THEN 'handed_in' WHEN t.state = 'skipped' THEN 'not_this_week' ELSE 'to_talk_about' END`;

/** What waits for a therapist over all their couples. */
@Injectable()
export class ReviewQueueRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** In the order of the kinds, then the longest waiting first; `size` and one more. */
  async waiting(wanted: readonly ReviewKind[], size: number): Promise<WaitingRow[]> {
    const rows = await this.work.rows<WaitingRow>(
      `SELECT ${columns} FROM (SELECT t.clinic_id, t.id AS task_id, t.couple_id, t.person_id, t.compartment, t.template_code,
              t.template_version, t.version, ${kind} AS kind,
              coalesce(CASE WHEN t.state = 'submitted' THEN t.submitted_at
                WHEN t.state = 'reviewed' THEN t.reviewed_at ELSE t.too_hard_at END, t.due_at) AS since
            FROM homework_task t JOIN couple c ON c.clinic_id = t.clinic_id AND c.id = t.couple_id
            WHERE ${mine} AND ${waits} AND c.status IN ('intake', 'active', 'paused')) q
          JOIN person p ON p.clinic_id = q.clinic_id AND p.id = q.person_id
        WHERE q.kind = ANY ($1::text[])
        ORDER BY array_position($2::text[], q.kind), q.since, q.task_id LIMIT $3`,
      [wanted, reviewKinds, size + 1],
    );
    return this.catalogue.attach(rows);
  }
}
