import { hourMs } from '../../shared/durations.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import type { AroundSettingValues } from './around-settings.js';

/** How the partner came to know of a slip, or why not (clinical brief 3/R09, step 4). */
export const partnerTellings = [
  'not_yet',
  'with_therapist_planned',
  'told',
  'partner_found_out',
  'agreement_says_not_this_level',
] as const;
export type PartnerTelling = (typeof partnerTellings)[number];

/** What the couple's information agreement says of slips; null where there is none, and then the defaults hold. */
export type SlipAgreement = Readonly<{
  therapistHours: number | null;
  /** False: the agreement leaves slips of this level untold. */
  tellPartner: boolean;
  partnerHours: number | null;
}>;

export type SlipRecord = Readonly<{
  at: Date;
  toldTherapistAt: Date | null;
  partner: PartnerTelling;
  /** For a planned or a past telling. */
  partnerAt: Date | null;
}>;

type Terms = Pick<AroundSettingValues, 'slipTherapistHours' | 'slipPartnerHours'>;

/**
 * Hours, elapsed, within which a slip is told to the partner: the agreed ones, else the standard ones; null where the
 * couple agreed to leave it untold (FTD-65).
 */
export function partnerTellingHours(agreement: SlipAgreement | null, standardHours: number): number | null {
  if (agreement?.tellPartner === false) return null;
  return agreement?.partnerHours ?? standardHours;
}
export type SlipDeadlines = Readonly<{ therapistBy: Date; partnerBy: Date | null }>;

/**
 * Elapsed hours from the slip: 24 to the own therapist, 24 to 72 to the partner, as the agreement says (FTD-65). With
 * no agreement the longest of the standard time holds; `partnerBy` is null where it leaves the slip untold.
 */
export function slipDeadlines(slipAt: Date, agreement: SlipAgreement | null, terms: Terms): SlipDeadlines {
  const after = (hours: number): Date => new Date(slipAt.getTime() + hours * hourMs);
  const partnerHours = partnerTellingHours(agreement, terms.slipPartnerHours);
  return {
    therapistBy: after(agreement?.therapistHours ?? terms.slipTherapistHours),
    partnerBy: partnerHours === null ? null : after(partnerHours),
  };
}

/** Whether the telling of the partner is settled: told, or left untold as the agreement says. */
function partnerSettled({ partner, partnerAt }: SlipRecord, agreement: SlipAgreement | null): boolean {
  if (partner === 'told') return partnerAt !== null;
  return partner === 'agreement_says_not_this_level' && agreement?.tellPartner === false;
}

export type SlipGap = 'therapist_not_told' | 'partner_not_told';

/**
 * What is missing before the protocol counts as done (FTD-66). That the partner found out is no telling: it stays
 * open until the two have talked and it reads "told".
 */
export function slipGaps(slip: SlipRecord, agreement: SlipAgreement | null): readonly SlipGap[] {
  const gaps: SlipGap[] = [];
  if (!slip.toldTherapistAt) gaps.push('therapist_not_told');
  if (!partnerSettled(slip, agreement)) gaps.push('partner_not_told');
  return gaps;
}

/** The gaps whose deadline has passed; the deadline itself is in time. */
export function overdueSlipGaps(
  slip: SlipRecord,
  agreement: SlipAgreement | null,
  now: Date,
  terms: Terms,
): readonly SlipGap[] {
  const { therapistBy, partnerBy } = slipDeadlines(slip.at, agreement, terms);
  return slipGaps(slip, agreement).filter((gap) => {
    const by = gap === 'therapist_not_told' ? therapistBy : partnerBy;
    return by === null || now > by;
  });
}

/**
 * Whether the protocol is done and the partner was told inside the agreed window, its last moment included (FTD-66,
 * GATE-19). What was told although the agreement leaves it untold was not late.
 */
export function slipToldInTime(slip: SlipRecord, agreement: SlipAgreement | null, terms: Terms): boolean {
  if (slipGaps(slip, agreement).length > 0) return false;
  const { partnerBy } = slipDeadlines(slip.at, agreement, terms);
  return partnerBy === null || (slip.partnerAt !== null && slip.partnerAt <= partnerBy);
}

/** Hours, not rounded, from the slip to the telling of the partner; null while untold or found out first. */
export function slipTellingHours({ at, partner, partnerAt }: SlipRecord): number | null {
  return partner === 'told' && partnerAt ? (partnerAt.getTime() - at.getTime()) / hourMs : null;
}

/**
 * The first question of the protocol (FTD-68): whether it could involve someone under 18, or a crime. Only a clear
 * no opens the writing; yes or no answer stops it and asks for a call.
 */
export function slipWriting(
  couldBeMinorOrCrime: boolean | null,
): Result<'may_write', 'stop_and_call_therapist' | 'answer_first'> {
  if (couldBeMinorOrCrime === null) return refuse('answer_first');
  return couldBeMinorOrCrime ? refuse('stop_and_call_therapist') : ok('may_write');
}
