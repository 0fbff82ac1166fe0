import { Injectable } from '@nestjs/common';
import { needsNote, sessionKinds } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DueRow, SessionRow } from './note-row.js';

const session = 'a.id, a.kind, a.side, a.starts_at';
const owed =
  'a.id, a.couple_id, c.name AS couple_name, a.kind, a.side, a.starts_at, a.ends_at, c.time_zone, n.id AS note_id, n.state';
const kinds = sessionKinds.filter(needsNote);
const came = `EXISTS (SELECT FROM appointment_participant p WHERE p.clinic_id = a.clinic_id AND p.appointment_id = a.id
  AND p.person_id IS NOT NULL AND p.attendance IN ('attended', 'came'))`;
/** Begun, with people, not taken back, of a side in hand. */
const notable = `a.clinic_id = $1 AND a.couple_id = $2 AND (a.side = ANY ($3::text[]) OR a.side = 'JOINT')
  AND a.kind = ANY ($4::text[]) AND NOT a.clash AND (a.live OR ${came}) AND a.starts_at <= $5`;

/** Sessions as notes need them: which can be written about, and which are still owed one. */
@Injectable()
export class NoteSessionsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Latest first, at most 30, none that began before `from`. */
  async recent(grant: CaseGrant, from: Date, now: Date): Promise<SessionRow[]> {
    return this.work.rows<SessionRow>(
      `SELECT ${session} FROM appointment a WHERE ${notable} AND a.starts_at > $6
        ORDER BY a.starts_at DESC, a.id LIMIT 30`,
      [grant.clinicId, grant.coupleId, grant.mySides, kinds, now, from],
    );
  }

  async one(grant: CaseGrant, id: string, now: Date): Promise<SessionRow | null> {
    const [row] = await this.work.rows<SessionRow>(
      `SELECT ${session} FROM appointment a WHERE ${notable} AND a.id = $6`,
      [grant.clinicId, grant.coupleId, grant.mySides, kinds, now, id],
    );
    return row ?? null;
  }

  /** Sessions of the asker that are over, to which somebody came, without a signed note; oldest first, at most 100. */
  async due(from: Date, now: Date): Promise<DueRow[]> {
    return this.work.rows<DueRow>(
      `SELECT ${owed}
        FROM appointment_participant q
        JOIN appointment a ON a.clinic_id = q.clinic_id AND a.id = q.appointment_id
        JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
        LEFT JOIN progress_note n ON n.clinic_id = a.clinic_id AND n.appointment_id = a.id AND n.side = a.side
          AND n.author_id = app.actor()
        WHERE q.clinic_id = app.clinic() AND q.staff_id = app.actor() AND q.starts_at > $1 AND a.ends_at <= $2
          AND a.kind = ANY ($3::text[]) AND NOT a.clash AND ${came}
          AND EXISTS (SELECT FROM care_assignment x WHERE x.clinic_id = a.clinic_id AND x.couple_id = a.couple_id
            AND x.staff_id = app.actor() AND x.from_at <= app.now() AND (x.to_at IS NULL OR x.to_at > app.now())
            AND (a.side = 'JOINT' OR x.side = a.side))
          AND NOT EXISTS (SELECT FROM progress_note s WHERE s.clinic_id = a.clinic_id AND s.appointment_id = a.id
            AND s.side = a.side AND s.state = 'signed')
        ORDER BY a.ends_at, a.id LIMIT 100`,
      [from, now, kinds],
    );
  }
}
