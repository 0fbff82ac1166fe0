import type {
  DueNoteView,
  NoteCoSignRowView,
  NotableSessionView,
  ProgressNoteFormOfView,
  ProgressNoteRowView,
} from '@trellis/contracts';
import { isNoteLate, noteLateFrom, planPartOf, standardNoteForms } from '@trellis/domain';
import type { CoSignRow, DueRow, FormOfNote, NoteRow, SessionRow } from './note-row.js';

export function toNoteRow(row: NoteRow): ProgressNoteRowView {
  return {
    ...{ id: row.id, appointmentId: row.appointment_id, sessionKind: row.session_kind },
    ...{ sessionAt: row.session_at.toISOString(), side: row.side, state: row.state },
    ...{ byId: row.author_id, byName: row.author_name, coSignerName: row.cosigner_name },
    ...{ changedAt: row.changed_at.toISOString(), signedAt: row.signed_at?.toISOString() ?? null },
    ...{ amendments: row.amendments, version: row.version },
  };
}

/** How many parts the form of a note has. */
export function partsOf({ standard_form: standard, form_parts: own }: FormOfNote): number {
  return standard === null ? (own ?? []).length : standardNoteForms[standard].length;
}

export function toFormOf(row: FormOfNote): ProgressNoteFormOfView {
  const { standard_form: standard, form_parts: own } = row;
  if (standard !== null)
    return {
      ...{ form: standard, name: null, parts: [...standardNoteForms[standard]] },
      planPart: planPartOf(standard),
    };
  const parts = own ?? [];
  return {
    ...{ form: row.form_id ?? '', name: row.form_name, parts: parts.map(({ heading }) => heading) },
    planPart: planPartOf(parts),
  };
}

export function toSession({ id, kind, side, starts_at }: SessionRow): NotableSessionView {
  return { appointmentId: id, kind, side, startsAt: starts_at.toISOString() };
}

export function toDue(row: DueRow, lateAfterDays: number, now: Date): DueNoteView {
  return {
    ...{ appointmentId: row.id, coupleId: row.couple_id, coupleName: row.couple_name, kind: row.kind },
    ...{ side: row.side, endedAt: row.ends_at.toISOString(), timeZone: row.time_zone },
    lateFrom: noteLateFrom(row.ends_at, lateAfterDays).toISOString(),
    late: isNoteLate(row.ends_at, lateAfterDays, now),
    ...{ noteId: row.note_id, state: row.state },
  };
}

export function toCoSign(row: CoSignRow): NoteCoSignRowView {
  return {
    ...{ id: row.id, coupleName: row.couple_name, side: row.side, sessionKind: row.session_kind },
    ...{ sessionAt: row.session_at.toISOString(), byName: row.author_name },
    ...{ at: row.submitted_at.toISOString(), version: row.version },
  };
}
