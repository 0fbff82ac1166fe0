import type { PartnerTelling } from '../disclosure/around/slip-protocol.js';
import { isLocalDate } from '../shared/local-date.js';
import { instantOf } from '../shared/zoned-time.js';
import { answerTo } from './answer-access.js';
import type { Answers } from './template.js';

/** What a slip on record says: its time, its level, and how it was told. No word of the answers. */
export type GivenSlip = Readonly<{
  slipAt: Date;
  level: (typeof levels)[number];
  therapistToldAt: Date | null;
  partner: PartnerTelling;
  partnerAt: Date | null;
}>;

const levels = ['near_slip', 'slip', 'longer_episode'] as const;
/** What R09 calls the telling, what the record calls it, and where its moment stands. */
const tellings: Readonly<Record<string, readonly [PartnerTelling, string | null]>> = {
  not_yet: ['not_yet', null],
  planned: ['with_therapist_planned', 'partner_planned_at'],
  told: ['told', 'partner_told_at'],
  found_out: ['partner_found_out', 'partner_found_out_at'],
  agreed_not_to_tell: ['agreement_says_not_this_level', null],
};

/**
 * The slip that a handed-in R09 tells of, its local times read in `zone` (HW-75). Null where the person stopped because
 * of someone under 18 or a crime, and where time, kind or telling are missing: then nothing is put on record.
 */
export function slipOf(answers: Answers, zone: string): GivenSlip | null {
  if (answerTo(answers, 'stop_check') !== 'no') return null;
  const slipAt = momentOf(answers, 'slip_at', zone);
  const level = levels.find((known) => known === answerTo(answers, 'kind'));
  const said = answerTo(answers, 'partner_told');
  const telling = typeof said === 'string' && Object.hasOwn(tellings, said) ? tellings[said] : undefined;
  if (slipAt === null || level === undefined || telling === undefined) return null;
  const [partner, key] = telling;
  return {
    ...{ slipAt, level, partner },
    therapistToldAt: momentOf(answers, 'therapist_told_at', zone),
    partnerAt: key === null ? null : momentOf(answers, key, zone),
  };
}

function momentOf(answers: Answers, key: string, zone: string): Date | null {
  const text = answerTo(answers, key);
  if (typeof text !== 'string') return null;
  const [day = '', time = ''] = text.split('T');
  return isLocalDate(day) && /^([01]\d|2[0-3]):[0-5]\d/.test(time)
    ? instantOf(day, time.slice(0, 5), zone)
    : null;
}
