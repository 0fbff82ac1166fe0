import type { SlipView, TellSlipRequest } from '@trellis/contracts';
import {
  aroundValues,
  overdueSlipGaps,
  slipDeadlines,
  slipGaps,
  type SlipAgreement,
  type SlipRecord,
} from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import { pastMoment } from '../platform/past-moment.js';
import type { SlipRow, Telling } from './slip.repository.js';

export const slipTerms = aroundValues();

export function recordOf(row: SlipRow): SlipRecord {
  return {
    at: row.slip_at,
    toldTherapistAt: row.therapist_told_at,
    partner: row.partner,
    partnerAt: row.partner_at,
  };
}

/** What the couple had agreed on when it happened; null, and the standard times hold, where nothing was agreed. */
export function agreementOf({ agreed }: Pick<SlipRow, 'agreed'>): SlipAgreement | null {
  return agreed === null ? null : { therapistHours: null, ...agreed };
}

export function toSlip(row: SlipRow, now: Date): SlipView {
  const record = recordOf(row);
  const { therapistBy, partnerBy } = slipDeadlines(row.slip_at, agreementOf(row), slipTerms);
  return {
    id: row.id,
    kind: row.kind,
    level: row.level,
    slipAt: row.slip_at.toISOString(),
    loggedAt: row.logged_at.toISOString(),
    therapistToldAt: row.therapist_told_at?.toISOString() ?? null,
    partner: row.partner,
    partnerAt: row.partner_at?.toISOString() ?? null,
    therapistBy: therapistBy.toISOString(),
    partnerBy: partnerBy?.toISOString() ?? null,
    gaps: protocolHolds(row) ? slipGaps(record, agreementOf(row)) : [],
    overdue: protocolHolds(row) ? overdueSlipGaps(record, agreementOf(row), now, slipTerms) : [],
    hasWords: row.has_words,
    version: row.version,
  };
}

/** What almost happened, and what comes to light of the past, has no telling by the protocol of slips. */
export function protocolHolds({ kind, level }: Pick<SlipRow, 'kind' | 'level'>): boolean {
  return kind === 'slip' && level !== 'near_slip';
}

/**
 * A telling as it was given. @throws AppError slip_time_wrong for a past telling without its moment, one ahead of now
 * or before the slip.
 */
export function tellingOf(request: TellSlipRequest, slipAt: Date, now: Date): Telling {
  const past = request.partner === 'told' || request.partner === 'partner_found_out';
  const said = dateOf(request.partnerAt);
  const partnerAt = past ? happened(said, slipAt, now) : said;
  const therapistToldAt = happened(dateOf(request.therapistToldAt), slipAt, now);
  if (past && partnerAt === null) throw new AppError('slip_time_wrong');
  return { partner: request.partner, partnerAt, therapistToldAt };
}

/** @throws AppError slip_time_wrong for a moment ahead of now or before the slip. */
function happened(said: Date | null, slipAt: Date, now: Date): Date | null {
  if (said === null) return null;
  const at = pastMoment(said, now);
  if (at === null || at < slipAt) throw new AppError('slip_time_wrong');
  return at;
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}
