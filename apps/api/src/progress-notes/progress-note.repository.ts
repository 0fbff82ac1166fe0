import { Injectable } from '@nestjs/common';
import type { NoteState, StandardNoteForm } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';
import type { NoteRow, SessionRow, Side } from './note-row.js';

export interface NewNote {
  readonly id: string;
  readonly session: SessionRow;
  readonly side: Side;
  readonly personId: string | null;
  readonly form: { readonly standard: StandardNoteForm } | { readonly id: string; readonly number: number };
  readonly keyOwnerId: string;
  readonly sealed: Buffer;
  readonly at: Date;
}

/** What an act leaves in a note. */
export interface NoteMove {
  readonly state: NoteState;
  readonly coSignerId: string | null;
  readonly at: Date;
}

export const noteColumns = `n.id, n.couple_id, n.appointment_id, n.session_kind, n.session_at, n.side, n.author_id,
  w.name AS author_name, n.standard_form, n.form_id, f.name AS form_name, f.parts AS form_parts, n.state, n.cosigner_id,
  k.name AS cosigner_name, n.key_owner_id, n.sealed, n.changed_at, n.signed_at, n.version,
  CASE WHEN n.person_id IS NOT NULL THEN ARRAY[n.person_id] ELSE ARRAY(SELECT e.person_id FROM enrolment e
    WHERE e.clinic_id = n.clinic_id AND e.couple_id = n.couple_id ORDER BY e.side DESC) END AS person_ids,
  (SELECT count(*)::integer FROM progress_note_amendment m
    WHERE m.clinic_id = n.clinic_id AND m.note_id = n.id) AS amendments`;
export const noteSources = `progress_note n
  JOIN staff_member w ON w.clinic_id = n.clinic_id AND w.id = n.author_id
  LEFT JOIN staff_member k ON k.clinic_id = n.clinic_id AND k.id = n.cosigner_id
  LEFT JOIN progress_note_form f ON f.clinic_id = n.clinic_id AND f.id = n.form_id AND f.number = n.form_number`;

/** Of the sides in hand; what is not signed is its author's alone. */
const readable = `n.clinic_id = $1 AND n.couple_id = $2 AND (n.side = ANY ($3::text[]) OR n.side = 'JOINT')
  AND (n.state = 'signed' OR n.author_id = $4)`;

/** Progress notes, as far as row-level security and the grant open them. */
@Injectable()
export class ProgressNoteRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Latest session first. */
  async page(grant: CaseGrant, after: TimePosition | null, most: number): Promise<NoteRow[]> {
    return this.work.rows<NoteRow>(
      `SELECT ${noteColumns} FROM ${noteSources} WHERE ${readable} AND ($5::timestamptz IS NULL
          OR (date_trunc('milliseconds', n.session_at), n.id) < ($5::timestamptz, $6::uuid))
        ORDER BY date_trunc('milliseconds', n.session_at) DESC, n.id DESC LIMIT $7`,
      [...this.asked(grant), after?.at ?? null, after?.id ?? null, most],
    );
  }

  async byId(grant: CaseGrant, id: string): Promise<NoteRow | null> {
    const [row] = await this.work.rows<NoteRow>(
      `SELECT ${noteColumns} FROM ${noteSources} WHERE ${readable} AND n.id = $5`,
      [...this.asked(grant), id],
    );
    return row ?? null;
  }

  /** False when the id is taken, or the author has a note of that session and record. */
  async begin({ clinicId, coupleId }: CaseGrant, note: NewNote): Promise<boolean> {
    const { session, form } = note;
    const [standard, formId, number] =
      'standard' in form ? [form.standard, null, null] : [null, form.id, form.number];
    const added = await this.work.change(
      `INSERT INTO progress_note (clinic_id, id, couple_id, appointment_id, session_kind, session_at, side, person_id,
          author_id, standard_form, form_id, form_number, state, key_owner_id, sealed, begun_at, changed_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14, $15, $15, 1)
        ON CONFLICT DO NOTHING`,
      [
        ...[
          clinicId,
          note.id,
          coupleId,
          session.id,
          session.kind,
          session.starts_at,
          note.side,
          note.personId,
        ],
        ...[currentActor().id, standard, formId, number, note.keyOwnerId, note.sealed, note.at],
      ],
    );
    return added === 1;
  }

  /** False unless it is still at `version`. */
  async save(grant: CaseGrant, id: string, version: number, sealed: Buffer, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE progress_note SET sealed = $5, changed_at = $6, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4 AND author_id = app.actor()
          AND state IN ('draft', 'returned')`,
      [grant.clinicId, grant.coupleId, id, version, sealed, at],
    );
    return changed === 1;
  }

  /** Signs or submits in the author's name. False unless it is still at `version`. */
  async move(grant: CaseGrant, id: string, version: number, to: NoteMove): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE progress_note SET state = $5, cosigner_id = $6, version = version + 1,
          submitted_at = CASE WHEN $5 = 'waiting' THEN $7::timestamptz ELSE submitted_at END,
          signed_at = CASE WHEN $5 = 'signed' THEN $7::timestamptz END
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4 AND author_id = app.actor()
          AND state <> 'signed'`,
      [grant.clinicId, grant.coupleId, id, version, to.state, to.coSignerId, to.at],
    );
    return changed === 1;
  }

  async remove(grant: CaseGrant, id: string, version: number): Promise<boolean> {
    const removed = await this.work.change(
      `DELETE FROM progress_note WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4
        AND author_id = app.actor() AND state = 'draft'`,
      [grant.clinicId, grant.coupleId, id, version],
    );
    return removed === 1;
  }

  /** The person of a side; null for a joint record. */
  async personOf({ clinicId, coupleId }: CaseGrant, side: Side): Promise<string | null> {
    const [row] = await this.work.rows<{ person_id: string }>(
      'SELECT person_id FROM enrolment WHERE clinic_id = $1 AND couple_id = $2 AND side = $3',
      [clinicId, coupleId, side],
    );
    return row?.person_id ?? null;
  }

  private asked(grant: CaseGrant): unknown[] {
    return [grant.clinicId, grant.coupleId, grant.mySides, currentActor().id];
  }
}
