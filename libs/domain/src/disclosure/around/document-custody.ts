import { minuteMs } from '../../shared/durations.js';
import { addDays, type LocalDate } from '../../shared/local-date.js';
import { instantOf, localDateOf } from '../../shared/zoned-time.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import { isTerminal, type DisclosureState } from '../states.js';

/** The only way in which the document leaves the server: pages on a screen, watermarked (FTD-50). */
export const documentCustody = {
  download: false,
  email: false,
  print: false,
  watermark: true,
  paperCopies: 4,
  copiesStayWith: 'therapists',
  keptBy: 'T_RP',
} as const;

/** Facts on which reading rests. Null where it is not known or has not come. */
export type CustodyFacts = Readonly<{
  state: DisclosureState;
  zone: string;
  reviewSince: Date | null;
  sessionStartedAt: Date | null;
  sessionEndedAt: Date | null;
  /** A later reading by the partner's therapist, asked for and agreed. */
  laterReview: ReadSpan | null;
  deletedAt: Date | null;
}>;

export const documentReaders = ['RP', 'BP', 'T_RP', 'T_BP', 'T_C', 'LEAD', 'ADMIN'] as const;
export type DocumentReader = (typeof documentReaders)[number];
export type ReadSpan = Readonly<{ from: Date; until: Date }>;
export type ReadWindow = Readonly<{
  mode: 'author' | 'own_therapist' | 'review' | 'session';
  /** Null where the window has no end of its own. */
  until: Date | null;
}>;

const reviewStates: readonly DisclosureState[] = [
  'PARTNER_THERAPIST_REVIEW',
  'READY',
  'VERIFYING',
  'SCHEDULED',
  'DAY_OF_CHECK',
];
const afterStates: readonly DisclosureState[] = [
  'AFTERCARE_ACUTE',
  'AFTERCARE',
  'IMPACT_PREP',
  'IMPACT_DELIVERED',
  'RESTITUTION_PREP',
  'RESTITUTION_DELIVERED',
  'COMPLETED',
];

/** The days of the review and the longest session, from the clinic's settings. */
export type CustodyTerms = Readonly<{ reviewReadDays: number; sessionLengthMin: number }>;

/**
 * Whether the reader may open the document at `now`, and until when (FTD-51). The author and their own therapist may
 * until it is deleted; the partner's therapist from the review on, for some days, in the session, and later on
 * request; the partner in the running session only; nobody else ever. What is not known closes the window.
 */
export function readWindow(
  facts: CustodyFacts,
  reader: DocumentReader,
  now: Date,
  terms: CustodyTerms,
): ReadWindow | null {
  if (facts.deletedAt) return null;
  if (reader === 'RP') return { mode: 'author', until: null };
  if (reader === 'T_RP') return { mode: 'own_therapist', until: null };
  if (reader === 'BP') return sessionWindow(facts, now, terms);
  if (reader !== 'T_BP') return null;
  return sessionWindow(facts, now, terms) ?? reviewWindow(facts, now, terms);
}

/** From the start to the end of the session, and never beyond the length that was planned for it. */
function sessionWindow(facts: CustodyFacts, now: Date, terms: CustodyTerms): ReadWindow | null {
  if (facts.state !== 'IN_SESSION' && facts.state !== 'SESSION_PAUSED') return null;
  if (!facts.sessionStartedAt) return null;
  const longest = new Date(facts.sessionStartedAt.getTime() + terms.sessionLengthMin * minuteMs);
  const until = facts.sessionEndedAt && facts.sessionEndedAt < longest ? facts.sessionEndedAt : longest;
  return now >= facts.sessionStartedAt && now < until ? { mode: 'session', until } : null;
}

function reviewWindow(facts: CustodyFacts, now: Date, terms: CustodyTerms): ReadWindow | null {
  if (afterStates.includes(facts.state)) return spanWindow(facts.laterReview, now);
  if (!reviewStates.includes(facts.state) || !facts.reviewSince) return null;
  const until = readingEnd(facts.reviewSince, facts.zone, terms.reviewReadDays);
  return spanWindow({ from: facts.reviewSince, until }, now);
}

/** When a time of reading that begins at `from` is over: at the end of the local day that many days on. */
export function readingEnd(from: Date, zone: string, reviewReadDays: number): Date {
  return instantOf(addDays(localDateOf(from, zone), reviewReadDays + 1), '00:00', zone);
}

function spanWindow(span: ReadSpan | null, now: Date): ReadWindow | null {
  return span && now >= span.from && now < span.until ? { mode: 'review', until: span.until } : null;
}

/** The day on which both therapists are asked whether the document may go, counted from the end (FTD-52). */
export function retentionDay(closedAt: Date, zone: string, documentRetentionDays: number): LocalDate {
  return addDays(localDateOf(closedAt, zone), documentRetentionDays);
}

/** What stays after deletion: that there was one, and when it went. No content, no reason. */
export type DocumentTombstone = Readonly<{ deletedAt: Date; versions: number }>;
export type DeletionGap = 'process_running' | 'T_RP_signature' | 'T_BP_signature' | 'legal_hold';

/** Deletes with the word of both therapists and no legal hold; a hold that nobody has looked up counts (FTD-52). */
export function deleteDocument(
  request: Readonly<{
    state: DisclosureState;
    signedBy: readonly DocumentReader[];
    legalHold: boolean | null;
    versions: number;
  }>,
  at: Date,
): Result<DocumentTombstone, readonly DeletionGap[]> {
  const gaps: DeletionGap[] = [];
  if (!isTerminal(request.state)) gaps.push('process_running');
  if (!request.signedBy.includes('T_RP')) gaps.push('T_RP_signature');
  if (!request.signedBy.includes('T_BP')) gaps.push('T_BP_signature');
  if (request.legalHold !== false) gaps.push('legal_hold');
  return gaps.length > 0 ? refuse(gaps) : ok({ deletedAt: at, versions: request.versions });
}
