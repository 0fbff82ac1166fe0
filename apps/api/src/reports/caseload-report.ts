import { asLocalDate, weekOf, localDateOf, stateForAdmin } from '@trellis/domain';
import type { CaseloadReportRow } from './caseload-report.repository.js';

/** Columns in the order of file and preview. The portal translates these names; the file carries them as they are. */
export const caseloadColumns = [
  'couple',
  'status',
  'stage',
  'week_in_stage',
  'disclosure',
  'recovering_person_enrolled',
  'partner_enrolled',
  'lead_clinician',
  'began_on',
] as const;

/** The cells of one couple at `now`, as text. The week in the stage is the one the screens show, counted in the couple's time zone. */
export function caseloadCells(row: CaseloadReportRow, now: Date): string[] {
  const today = localDateOf(now, row.time_zone);
  const week = Math.max(1, weekOf(asLocalDate(row.stage_since), today));
  return [
    row.name,
    row.status,
    String(row.stage),
    String(week),
    stateForAdmin(row.disclosure_state ?? 'NOT_STARTED').toLowerCase(),
    row.recovering_enrolled ? 'yes' : 'no',
    row.partner_enrolled ? 'yes' : 'no',
    row.lead_clinician ?? '',
    row.anchor_on,
  ];
}
