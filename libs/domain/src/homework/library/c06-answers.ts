import type { SlipAgreement } from '../../disclosure/around/slip-protocol.js';
import { own, rowsOf } from '../answer-access.js';
import type { Answers } from '../template.js';

/**
 * What a page of C06 says of slips (HW-80, FTD-65): told when a line says so, and within the shortest of its hours;
 * null where no line speaks of slips, and then the standard times hold. The therapist's hours are not part of it.
 */
export function slipTermsOf(page: Answers): SlipAgreement | null {
  const lines = rowsOf(own(page, 'agreement')).filter((row) => own(row, 'event') === 'slip');
  if (lines.length === 0) return null;
  const told = lines.filter((row) => own(row, 'tell') === true);
  const hours = told.map((row) => own(row, 'within_hours')).filter((value) => typeof value === 'number');
  return {
    therapistHours: null,
    tellPartner: told.length > 0,
    partnerHours: hours.length === 0 ? null : Math.min(...hours),
  };
}
